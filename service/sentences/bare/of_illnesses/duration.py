"""How long an illness is treated."""

from __future__ import annotations

import re

from service.sentences.bare.ask import ILLNESSES, Ask
from service.sentences.bare.of_illnesses.treatment import tells_treatment
from service.sentences.bare.reading.illness import OWN_NEAR, aims_elsewhere, is_of_it, is_of_two, signed
from service.sentences.bare.reading.said import Said
from service.sentences.bare.reading.signs import SUBJECT
from service.sentences.plainly_told import advises_against, tells_a_finding

_ASKED = re.compile(
    r"\b(?:how long|how many (?:days|weeks|months)|duration|length|course length)\b(?=.*\b(?:treat\w*|therap\w*|antibiotics?|antivirals?|anticoagula\w+|"
    r"manag\w+|drugs?|give|given|course)\b)(?: of)?|"
    r"\b(?:treat(?:ed|ing|ment)?|therapy|antibiotics?|antivirals?|anticoagulat(?:e|ed|ion)|course|given?)\b(?=.*\b(?:duration|length|long)\b)|"
    r"(?<=duration of )(?:treatment|therapy|antibiotics?|antivirals?|anticoagulation)\b|\b(?:treat(?:ed|ing|ment)?|therapy|antibiotics?|antivirals?|anticoagulat(?:e|ed|ion)|course)\b|"
    r"\bduration\b",
    re.I,
)
_UNLESS = re.compile(r"^(?!.*\b(?:how long|how many (?:days|weeks|months)|duration|length)\b)", re.I)
_N = r"(?:\d+|one|two|three|four|five|six|seven|ten|twelve|fourteen)"
_TIME = rf"{_N}(?:(?: ?[-–] ?| to | or ){_N})? ?(?:days?|weeks?|months?|years?)\b"
# For how long; not how long before or after something.
_LASTS = re.compile(
    rf"\b(?:for|lasts?|lasting|over|suggests?|(?:course|phase|minimum|total|durations?) (?:of|is|are)|are|takes?) (?:about |usually |up to |at least |at most |no more than |a (?:total|minimum|treatment phase|course) of |[<≥>] ?)*{_TIME}(?! (?:after|before|ago|later|apart|old|of age|of pregnancy))|"
    rf"\b{_N}[- ](?:to {_N}[- ])?(?:day|week|month)s?[- ](?:course|regimen|treatment)|\btreatment of {_TIME}|"
    r"\b(?:life-?long|indefinite(?:ly)?|long term|without (?:a planned )?(?:end|stop))\b",
    re.I,
)
_TREATS = re.compile(
    rf"\b(?:treat\w*|anticoagul\w+|antibiotics?|antibiotic durations?|therapy|regimens?|courses?) [^.;]{{0,80}}{SUBJECT}|{SUBJECT}[^.;]{{0,140}}\b(?:treat\w*|anticoagul\w+|antibiotics?|therapy|course|blood thinners|pills|drugs)\b",
    re.I,
)
_NOT = re.compile(
    r"prophyla|prevent|\bmeans\b|\bstage\b|\bcriteria\b|\bscores?\b|\bequation\b|\buntil recovery\b|\bstops? aspirin\b|\bexcept those\b|\bat increased risk\b|\bmay start\b",
    re.I,
)
_BESIDE = re.compile(
    rf"(?<!patients )(?<!adults )(?<!people )(?<!children )(?<!women )\b(?:with|without|who have) {SUBJECT}", re.I
)
_DIRECT = re.compile(
    rf"\b(?:treat\w*|therapy|antibiotics?|anticoagulat\w+)(?: of| for| in)? {OWN_NEAR}|{SUBJECT}[^.;]{{0,60}}\b(?:treated|anticoagulated)\b|\bdurations?\b",
    re.I,
)


def _told(said: Said) -> bool:
    if not is_of_it(said) or tells_a_finding(said.text) or advises_against(said.text):
        return False
    text = signed(said)
    text = _BESIDE.sub("", text)
    if aims_elsewhere(text) or is_of_two(said, text) or SUBJECT not in text or _NOT.search(text) is not None:
        return False
    return (tells_treatment(said) or _TREATS.search(text) is not None) and _LASTS.search(text) is not None


def _before(said: Said) -> int:
    """What says it of the treatment itself, and of the whole."""
    return 2 * said.on_it + 2 * (_DIRECT.search(signed(said)) is not None) - 2 * min(2, said.fewer)


DURATION_OF_TREATMENT = Ask(
    "duration of treatment", ILLNESSES, _ASKED, _told, "how long {} is treated", _before, unless=_UNLESS
)
