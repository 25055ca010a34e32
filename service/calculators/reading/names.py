"""What scores are called, and which of them a text asks for."""

from __future__ import annotations

import re

NAMES = {
    "child_pugh": r"child(?:['’]?s)?(?:[-\s]turcotte)?[-\s]pugh|\bctp score\b|\bchild(?:['’]?s)? (?:score|class|grade)\b",
    "meld_3": r"\bmeld[-\s]?3(?:\.0)?\b",
    "meld_na": r"\bmeld[-\s]?na\b|\bmeld[-\s]sodium\b",
    "meld": r"\bmeld\b(?![-\s]?(?:3|na|sodium))",
    "cha2ds2_vasc": r"\bcha2?ds2?[-\s]?vasc\b",
    "cha2ds2_va": r"\bcha2?ds2?[-\s]?va\b",
    "has_bled": r"\bhas[-\s]?bled\b",
    "padua": r"\bpadua\b",
    "improve": r"\b(?-i:IMPROVE)\b|\bimprove[-\s](?:vte|bleed(?:ing)?|risk|score)",
    "wells": r"\bwells\b",
    "curb_65": r"\bcurb[-\s]?65\b",
    "crb_65": r"\bcrb[-\s]?65\b",
    "qsofa": r"\bqsofa\b|\bquick[-\s]sofa\b",
    "egfr_ckd_epi_2021": r"\begfr\b|\bckd[-\s]epi\b|\bestimated (?:gfr|glomerular filtration rate)\b",
    "bmi": r"\bbmi\b|\bbody mass index\b",
}
NAME_OF = {name: re.compile(pattern, re.I) for name, pattern in NAMES.items()}
_GIVEN = re.compile(
    r"\s*(?:scores?|class(?:es)?|grades?|stage|points?|value)?\s*(?:of|is|was|=|:|at)?\s*(?:[<>≤≥]=?|above|below|over|under|at least|less than|"
    r"more than)?\s*(?:(?-i:[ABC])(?![\w'-])|\d+(?:\.\d+)?(?![\d.]*[-\s]?(?:y|yo|y/o|years?|yrs?|(?-i:[MF])|(?:fe)?male|kgs?|lbs?|pounds?|stones?|st|cm|m|ft|feet|foot)\b|[\d.]*[\x27\"]))",
    re.I,
)
_ABOUT_THE_SCORE = re.compile(
    r"\s*(?:scores?|class(?:es)?)?\s*(?:thresholds?|cut-?offs?|criteria|components?|items|validated|validation|means?\b|predicts?|consists?)",
    re.I,
)


def named_in(text: str) -> list[str]:
    """Scores that are named without their value, in the order of the text."""
    found: list[tuple[int, str]] = []
    for name, pattern in NAME_OF.items():
        for match in pattern.finditer(text):
            after = text[match.end() :]
            if not _GIVEN.match(after) and not _ABOUT_THE_SCORE.match(after):
                found.append((match.start(), name))
                break
    return [name for _, name in sorted(found)]
