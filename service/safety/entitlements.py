"""Is it asked what is due to somebody who is ill: a parking badge, a free prescription, an allowance, its form?

Such questions resemble those of people who deceive to get the same. They are none unless something is put on, hidden or
said for the purpose.
"""

from __future__ import annotations

import re

from service.safety.distress import plain
from service.safety.harmful import names_harm
from service.safety.hints import GAIN, deeds_in

_DUE = re.compile(
    r"\b(?:(?:free|cheap(?:er)?) (?:\w+ ){0,2}?(?:prescriptions?|parking|travel|bus|train|dental|glasses|wigs?|jabs?|flu|hearing|eye|school)|(?:blue|parking|disab\w+) badge|(?:bus|travel) pass|railcard|(?:parking|council) permit|"
    r"allowance|independence payment|exemption|prescription (?:card|charges?)|prepayment|carer'?s? (?:card|assessment|leave)|grants?|vouchers?|(?:council tax|water bill) \w+|entitled|eligible)\b"
)
# Somebody who is well, or who is not what is claimed of them.
_NOT_ILL = re.compile(
    r"\b(?:healthy|not (?:really )?(?:ill|sick|disabled)|nothing (?:is )?wrong|don't (?:really )?(?:have|need)|doesn't (?:really )?(?:have|need)|without (?:having|being)|though|although|even if|worse|iller|sicker|say|tell|get away|sell|rent|dead|died)\b"
)


def asks_what_is_due(message: str) -> bool:
    """Whether a message asks for a help that the ill are given, and nothing hints at deceit."""
    text = plain(message)
    # What is won is here what is asked for.
    hints = any(hint for place, hint in enumerate(deeds_in(text)) if place != GAIN)
    return _DUE.search(text) is not None and not hints and _NOT_ILL.search(text) is None and not names_harm(message)
