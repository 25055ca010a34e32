"""What is given in an illness when the first treatment fails or cannot be given."""

from __future__ import annotations

import re

from service.sentences.bare.ask import ILLNESSES, Ask
from service.sentences.bare.reading.illness import aims_elsewhere, is_of_it, is_of_two, signed
from service.sentences.bare.reading.said import Said
from service.sentences.bare.reading.signs import SUBJECT
from service.sentences.plainly_told import tells_a_finding

_WHAT = r"(?:(?:drugs?|treatments?|therap(?:y|ies)|agents?|medicines?|medications?|options?|antibiotics?|[mtr]x)\b ?)"
_ASKED = re.compile(
    rf"\b(?:second|2nd|third|3rd)[- ]?(?:line|choice)\b(?: {_WHAT}+)?|\b(?:alternative|rescue) {_WHAT}+|\b{_WHAT}failure\b|"
    rf"\bif (?:first[- ]line )?{_WHAT}fails\b",
    re.I,
)
# That something comes second, or where the first fails or cannot be given.
_LATER = re.compile(
    r"\b(?:second|third)[- ](?:line|choice)\b|\bis the alternative\b|\bas the alternative\b|\balternatives? (?:to|is|are)\b|\brescue (?:therapy|treatment|thrombolysis)\b|"
    r"\b(?:if|when|where|who|in whom|that)\b[^.;]{0,90}\b(?:fail\w*|(?:do|does|did|is|are|can) ?not (?:\w+ )?(?:respond|tolerated?|reach\w*|suffice|available|suit\w*|bring)|"
    r"cannot be (?:given|used|taken)|contra-?indicated|have a contraindication|insufficient response|unsuccessful)\b|"
    r"\b(?:after|on) (?:failure|an insufficient|an inadequate)\b|\bafter failure\b",
    re.I,
)
_NOT = re.compile(
    r"\b(?:not|never) (?:be )?(?:given|used|recommended|offered) (?:together|with)\b|\bwho need\b|\bshould go\b", re.I
)
# That it is given then.
_GIVEN = re.compile(
    r"\b(?:is|are|be|been) (?:\w+ ){0,3}?(?:used|recommended|given|suggested|preferred|considered|offered|started|added|treated|managed|chosen|tried|an option|kept)\b|"
    r"\b(?:recommends?|suggests?|offers?|considers?|prefers?|treats|gives|adds|starts|switch\w*)\b|\b(?:second|third)[- ]line\b|\bis the alternative\b|\balternatives? (?:is|are)\b",
    re.I,
)
_TESTS = re.compile(r"\b(?:diagnos\w+|tests?|imaging|biops\w+|screen\w*|confirm\w*|ultrasound|radiograph\w*)\b", re.I)


def _told(said: Said) -> bool:
    if not is_of_it(said) or tells_a_finding(said.text):
        return False
    text = signed(said)
    if said.heading.casefold() == "prevention" or is_of_two(said, text):
        return False
    if _NOT.search(text) or aims_elsewhere(text) or (_TESTS.search(text) and not said.drugs):
        return False
    there = SUBJECT in text
    return there and _LATER.search(text) is not None and _GIVEN.search(text) is not None


def _before(said: Said) -> int:
    """What says in so many words that it comes second."""
    text = signed(said)
    in_words = re.search(r"\bsecond[- ](?:line|choice)\b|\bis the alternative\b", text, re.I) is not None
    return 3 * in_words + 2 * said.on_it


SECOND_LINE = Ask("second line", ILLNESSES, _ASKED, _told, "second-line treatment of {}", _before)
