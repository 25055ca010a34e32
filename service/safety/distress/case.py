"""Does a message go on with a patient of whom a clinician has asked? Then it is a question, not a cry for help."""

from __future__ import annotations

import re
from collections.abc import Sequence

from service.safety.distress.person import from_professional, names_nobody_own
from service.safety.distress.wording import plain

# How clinicians speak of a patient: whose it is, a choice of drugs, a value of the laboratory.
_CASE = re.compile(
    r"\b(?:recipients?|in (?:a&e|ed|er|resus|itu|icu) with|on (?:the )?(?:ward|itu|icu)|my (?:\w+ )?(?:cirrhotic|diabetic|asthmatic|sickler))\b|\bsicklers?\b"
    r"|\bwhich (?:\w+ )?(?:drugs?|antibiotics?|antivirals?|inhalers?|diuretics?|anticoagulants?|opioids?|bloods|genes|vaccines?|regimens?)\b"
    r"|\b(?:egfr|creat(?:inine)?|crcl|inr|tsh|hba1c|alt|ldl|sats?|hb|na|k|crp|psa|ca|mg|plts?|platelets|lvef|ef|meld|gcs|nihss|fib-?4|eos) (?:is |of |at |now )?[<>=:]? ?\d"
)
_SUPPOSED = re.compile(
    r"^\W*(?:and|but|so|ok|okay)?[\s,]*(?:what )?if (?!(?:i|we|my|our)\b)(?!.*\b(?:do|should|can) (?:i|we)\b)[^.?!,;]*\W*$"
)
# What a patient must not be given is no danger now.
_ALLERGIC = re.compile(
    r"^\W*(?:and|but|so|ok|okay)?[\s,]*(?:he|she|pt|the patient)(?:'s| is) (?:anaphyla\w+|allergic) to\b"
)


def continues_a_case(message: str, earlier: Sequence[str]) -> bool:
    """Whether a message goes on with a patient of whom a clinician has asked before ("now she has flank pain"): it names
    nobody of the asker's, nor the asker as one who suffers.

    ``earlier``: the messages before, oldest first.
    """
    return names_nobody_own(message) and any(from_professional(text) or _CASE.search(plain(text)) for text in earlier)


def only_supposes(message: str) -> bool:
    """Whether a message asks what would be ("and if he bleeds") or adds what is not tolerated, instead of telling what is."""
    text = plain(message)
    return _SUPPOSED.match(text) is not None or _ALLERGIC.match(text) is not None
