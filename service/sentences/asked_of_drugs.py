"""What clinicians ask of a drug besides its dose: how it is reversed, switched, stopped, taken after a
missed dose, what its limit is. Each is told by its words in a question, and by its words in a sentence.

A sentence on the drug that says nothing of it is no answer to it, however near it is: where nothing says it, that is
told.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

_PROCEDURE = (
    r"(?:surg\w+|operation|procedures?|theatre|biops\w+|\w*scop(?:y|ies)|extractions?|polypectomy|an?aesthe\w+|"
    r"contrast|ct\b|angiogra\w+|implant\w*|injections?|neuraxial|epidural|spinal|lumbar puncture|delivery|labour)"
)
# An operation by the end of its name, or by its last word.
_OPERATION = (
    r"(?:\w{3,}(?:ectomy|ectomies|plasty|plasties|rrhaphy)|ops?|\w+ (?:repair|fixation|operation|surgery)|"
    r"(?:hip|knee|joint|shoulder|valve) replacement)"
)
_STOPS = r"(?:stop\w*(?! early| rais\w+| increas\w+| (?:up-?)?titrat\w+)|h[eo]ld\w*|withh[eo]ld\w*|omit\w*|interrupt\w*|paus\w+|discontinu\w+|last dose|com\w+ off)"
_BEGINS = (
    r"(?:restart\w*|resum\w+|re-?start\w*|re-?introduc\w+|begin again|start\w* again|give\w* again|next dose|back on)"
)
_BEFORE_STOP = rf"(?:before(?:hand)?|ahead|prior)\b[^?]*\b{_STOPS}|{_STOPS}\b[^?]*\b(?:beforehand|before\b|ahead|prior)"


# How much does harm; a dose that is given tells nothing of it, whomever it names as at risk of toxicity.
_HARMS = r"(?:toxic|hepatotoxic|nephrotoxic|lethal|fatal|deadly|poisonous|dangerous|harmful)"
_TAKEN_TOO_MUCH = r"(?:overdos\w+|poison\w+|ingest\w+|swallow\w+)"
_TOXIC_DOSE_ASKED = (
    rf"\b{_HARMS}[ -](?:single |acute |oral |minimum |threshold )*(?:dos(?:e|es|age)|amounts?|quantit(?:y|ies)|ingestions?|"
    rf"thresholds?)\b|\bhow (?:much|many)\b(?! (?:more|less)\b)[^?]*\b(?:is|are|be|becomes?|would be|counts? as)\b[^?]{{0,15}}\b{_HARMS}\b|"
    rf"\b(?:what|which|at what|from which|from what|above which|above what) (?:dos(?:e|es|age)|amount|quantity)\b"
    rf"[^?]{{0,40}}\b{_HARMS}\b"
)
_TOXIC_DOSE_SAID = (
    rf"\b{_TAKEN_TOO_MUCH}\b[^;]{{0,40}}\b(?:of|above|over|from|exceed\w*|more than|at least|beyond)\s[^;]{{0,15}}?\d|[>≥]\s?\d[^;]*\b{_TAKEN_TOO_MUCH}|"
    rf"\b{_HARMS}\b[^;]{{0,25}}\b(?:dos(?:e|es|age)|amount|threshold)\b[^;]{{0,40}}\d|"
    rf"\d\s?m?c?g(?:/kg)?\b[^;]{{0,40}}\b(?:is|are|can be|may be|was|were)\s(?:\w+\s)?{_HARMS}\b"
)


_REASON = re.compile(
    r"^\W*(?:since|because|as|given(?: that)?|now that|seeing that|considering(?: that)?|although|though|while)\b[^?]*?,\s+(?=[^?]{12,})",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Matter:
    """Something that is asked of a drug. ``missing``: how a clinician names it, with {} for the drug. ``of_people``: it is
    whom it is asked for, which :mod:`service.sentences.populations` weighs. ``of_others``: another drug may be the answer.
    ``of_event``: after one event it is otherwise than after another (a bleed, an operation). ``of_taken``: the patient has
    the drug already, and it is not asked whether it is given.
    """

    missing: str
    asked: re.Pattern[str]
    said: re.Pattern[str]
    of_people: bool = False
    of_others: bool = False
    of_event: bool = False
    of_taken: bool = False


def _matter(
    missing: str, asked: str, said: str, of_people: bool = False, of_others: bool = False, of_event: bool = False,
    of_taken: bool = False,
) -> Matter:  # fmt: skip
    return Matter(missing, re.compile(asked, re.I), re.compile(said, re.I), of_people, of_others, of_event, of_taken)


MATTERS = (
    _matter(
        "reversal of {}",
        r"\b(?:revers(?:e|es|al|ing|ed)|antidotes?|counteract\w*|neutrali[sz]\w+)\b(?! (?:cause|transcript))",
        r"\brevers(?:e[sd]?|al|als|ing)\b|\bantidotes?\b|\bneutrali[sz]\w+|\bcounteract\w*|\bprothrombin complex\b|\brescue\b",
        of_taken=True,
    ),
    _matter(
        "a missed dose of {}",
        r"\b(?:miss(?:ed|es)?|forg[oe]t\w*|skipped|late) (?:\w+ ){0,3}?(?:dose|tablet|pill|injection)|\bdoses? (?:(?:is|was|has been) )?(?:missed|forgotten|skipped)\b|"
        r"\bmissed\b[^?]{0,40}\b(?:mg|dose)|\b(?:tablets?|pills?|injection|\w+in|\w+an) (?:was )?forgotten\b|\b(?:missed|forgot|skipped) (?:\w+['’]s|last night['’]s) \w+|\b(?:s?he|i|they|patient|pt|man|woman|lady)(?: has|'s|’s)? (?:just )?(?:missed|forgot\w*|skipped)\b",
        r"\b(?:miss(?:ed|es)?|missing|forg[oe]t\w*|skipped)\b|\blate (?:dose|tablet|injection)|"
        r"\b(?:dose|tablet|injection)\b[^.;]{0,60}\b(?:late|overdue|delayed)\b",
    ),
    _matter(
        "switching from or to {}",
        r"\b(?:switch\w*|chang(?:e|ed|es|ing)|convert\w*|conversion|transition\w*|swap\w*) (?:\w+ ){0,3}?(?:from|to|over)\b|\bswitch\w*\b",
        r"\b(?:switch\w*|chang(?:e|ed|es|ing) (?:over|from|to)|convert\w*|conversion|transition\w*|swap\w*|replac\w+|instead|stopp\w+ \S+ and start)",
    ),
    _matter(
        "when {} is given again",
        rf"\b{_BEGINS}\b",
        rf"\b{_BEGINS}\b|\b(?:given|used|taken|started|tried|offered|begun|begins|starts) again\b|\bno (?:sooner|earlier) than\b",
        of_event=True,
    ),
    _matter(
        "stopping {} before a procedure",
        rf"\b{_STOPS}\b[^?]*\b(?:before|for|prior to|pre-?op\w*|ahead of)\b[^?]*\b{_PROCEDURE}|"
        rf"\b(?:before|for|prior to|around|ahead of)\b[^?]*\b{_PROCEDURE}[^?]*\b{_STOPS}|\bpre-?op\w*|\bperi-?(?:op|procedur)\w*|"
        rf"\b(?:{_PROCEDURE}|{_OPERATION})\b[^?]*\b(?:how (?:long|many (?:days|hours|weeks))|when)\b[^?]*\b(?:{_BEFORE_STOP})|"
        rf"\bhow (?:long|many (?:days|hours|weeks))\b[^?]*\b{_STOPS}\b[^?]*\b(?:before|for|prior to|ahead of)\b[^?]*\b{_OPERATION}|"
        rf"\bhow (?:long|many (?:days|hours|weeks)) before\b[^?]*\b{_OPERATION}[^?]*\b{_STOPS}",
        rf"^(?=.*\b{_STOPS}\b)(?=.*(?:\bbeforehand\b|\bahead\b|\b(?:pre|peri)-?(?:op|procedur)\w*|"
        rf"\b(?:before|prior to|at|for|around|during) (?:[\w-]+ ){{0,4}}?{_PROCEDURE}))",
    ),
    _matter(
        "whether {} is stopped",
        r"\b(?:stop|hold|withhold|continue|pause)\s*\?|\b(?:should|do|can|must|when|whether|if|have to|need to)\b[^?]*\b(?:stop\w*|h[eo]ld|withh[eo]ld|"
        r"paus\w+|discontinu\w+|continued?)\b",
        rf"\b(?:{_STOPS}|continu\w+|contra-?indicat\w+|avoid\w*|not (?:be )?(?:used|given)|not (?:fall |be )?below|"
        r"for life|life-?long|rest of (?:your|the|their) li(?:fe|ves)|keep (?:on )?taking)\b",
    ),
    _matter(
        "how {} is tapered",
        r"\b(?:wean\w*|taper\w*|withdraw(?:ing|n)?(?! of consent)|step(?:ping)? down|com\w+ off|reduc\w+ gradually)\b",
        r"\b(?:wean\w*|taper\w*|withdraw\w*|gradual\w*|step\w* down|abrupt\w*|slowly|stopping|stopp\w+ suddenly|deprescrib\w+)",
    ),
    _matter(
        "the highest dose of {}",
        r"\b(?:max(?:imum|imal|\.)?|highest|upper limit|ceiling)\b(?=[^?]*\b(?:dos\w+|daily|mg|amount)\b|(?= (?:of|for)\b))|\bdose[^?]*\bmax(?:imum)?\b|, max\b",
        r"\b(?:max(?:imum|imal)?|at most|up to|not (?:above|exceed\w*|more than)|limited to|no more than|highest|ceiling|capped|should not exceed)\b",
    ),
    _matter(
        "what is given instead of {}",
        r"\binstead\b|\balternativ\w*|\bwhat else\b|\b(?:substitute|replacement) for\b",
        r"\binstead\b|\balternativ\w*|\bof choice\b|\brather than\b|\breplac\w+|\bsubstitut\w+|\bcannot (?:be )?(?:given|used|taken)\b|\bcontra-?indicated\b.*\b(?:give|use)",
        of_others=True,
    ),
    _matter("bridging of {}", r"\bbridg(?:e|es|ing)\b(?! to\b| (?:with )?(?:predniso\w+|(?:cortico|glucocortico)?steroids?|glucocorticoids?)\b)", r"\bbridg(?:ing|ed)\b"),
    _matter(
        "an overdose of {}",
        r"\boverdos\w*|\bpoison\w*|\bintoxicat\w*|\b(?:took|taken|swallowed|ingested)\b[^?]*\b(?:too (?:much|many)|double|twice|whole (?:box|pack\w*|bottle)|"
        r"\d+ (?:\w+ )?(?:tabs?|tablets?|pills?|capsules?))\b|\bdouble dose\b",
        r"\boverdos\w*|\bpoison\w*|\bingest\w*|\btoxic\w*|\bintoxicat\w*|\btoo much\b|\bdouble dose\b|\bantidotes?\b",
        of_taken=True,
    ),
    _matter("the toxic dose of {}", _TOXIC_DOSE_ASKED, _TOXIC_DOSE_SAID, of_taken=True),
    _matter(
        "giving {} crushed or by a tube",
        r"\bcrush\w*|\b(?:be|the tablets?|the capsules?) chewed\b|\bchew (?:the |his |her )?(?:tab|cap)\w*|\bdissolv\w+|\b(?:ng|nasogastric|peg|feeding|enteral|gastrostomy|nj|gastric)[- ]?tubes?\b|\b(?:via|by|down|through) (?:an? |the |his |her )?(?:tube|ng|peg)\b|"
        r"\bopen\w* (?:the |his |her )?capsules?\b|\b(?:can'?t|cannot|unable to|not able to) swallow\b|\bliquid (?:form|version|formulation)\b",
        r"\bcrush\w*|\bchew\w*|\bdissolv\w+|\bdispers\w+|\btubes?\b|\bnasogastric\w*|\bgastrostomy\b|\bswallow\w*|\bsprinkl\w+|(?<!label of the oral )\bsuspension\b|\boral (?:solution|liquid)\b|\bliquid\b|\bopened\b|"
        r"\bsubcutaneous\w*|\bdrivers?\b|\bpatch\w*|\bparenteral\w*|\brectal\w*",
    ),
    _matter(
        "{} and breastfeeding",
        r"\bbreast-?\s?fe\w+|\blactati\w+|\bnursing mother",
        r"\bbreast-?\s?(?:fe\w+|milk)|\blactati\w+|\bnursing\b|\bmilk of\b|\binto (?:the )?milk\b",
        of_people=True,
    ),
    _matter(
        "{} and pregnancy",
        r"\bpregnan\w*|\bconcei\w+|\bconception\b|\btrimester",
        r"\bpregnan\w*|\bconcei\w+|\bconception\b|\bcontraception\b|\bfet(?:us|al)\b|\bteratogen\w*|\bbirth defects?\b|\btrimester|\bgestation\w*",
        of_people=True,
    ),
)  # fmt: skip


HIGHEST = next(matter for matter in MATTERS if "highest" in matter.missing)
MISSED = next(matter for matter in MATTERS if "missed" in matter.missing)


@lru_cache(maxsize=256)
def asked_of(question: str) -> tuple[Matter, ...]:
    """What a question asks of a drug, as many things as it names."""
    asking = asking_part(question)
    found = [matter for matter in MATTERS if matter.asked.search(asking)]
    if any(matter is MISSED for matter in found):  # "when is the next dose?" is part of it
        found = [matter for matter in found if not matter.of_event]
    return tuple(found)


def asking_part(question: str) -> str:
    """A question without the reason that it gives before it asks ("Since …, …")."""
    return _REASON.sub("", question)


@lru_cache(maxsize=20_000)  # sentences come up again and again
def says(matter: Matter, text: str) -> bool:
    """Whether a sentence says it."""
    return matter.said.search(text) is not None


def test_of_what_is_asked(question: str) -> Callable[[str], bool] | None:
    """A test of whether a sentence says all that is asked of a drug; None where nothing of the kind is asked."""
    matters = [matter for matter in asked_of(question) if not matter.of_people]
    return (lambda text: all(says(matter, text) for matter in matters)) if matters else None
