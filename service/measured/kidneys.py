"""How well kidneys work, as it is told without a measured value: stages, degrees in words, dialysis.

Stages by filtration rate are those of KDIGO (doi:10.1016/j.kint.2023.10.018); severe is below 30 mL/min, as in labels.
"""

from __future__ import annotations

import re
from functools import lru_cache

_STAGES: dict[str, tuple[float | None, float | None]] = {
    "1": (90, None), "2": (60, 89), "3": (30, 59), "4": (15, 29), "5": (None, 15),
}  # fmt: skip
_STAGE = re.compile(
    r"\b(?:ckd|(?:chronic )?kidney disease)(?: of)?(?: stages?)? ?g?(?P<from>[1-5])[ab]?(?:\s?(?:-|–|to|or|and)\s?g?(?P<to>[1-5]))?[ab]?(?![\d.%])"
    r"(?P<worse> or (?:worse|above|higher|more))?",
    re.I,
)
_SEVERELY = re.compile(
    r"\bsevere (?:renal|kidney) (?:impairment|insufficiency|failure|disease)\b|\bseverely impaired (?:renal|kidney) function\b",
    re.I,
)
_SEVERE = 29.9
_DIALYSIS = re.compile(
    r"(?<!not )(?<!without )\b(?:on|receiving|undergoing|needing|needs) (?:chronic |maintenance |regular )?(?:(?:ha?emo|peritoneal )\s?)?dialysis\b|"
    r"\b(?:ha?emo)?dialysis[- ](?:patients?|dependent)\b(?!\W{0,3}(?:no|none|nil)\b)|\bend-stage (?:renal|kidney) (?:disease|failure)\b|\besrd\b|\beskd\b",
    re.I,
)
_ON_DIALYSIS = 15.0
# A rate that stands for what is told of a patient.
_RATES = {"4": 22.0, "5": 10.0}
_FOR_SEVERE, _FOR_DIALYSIS = 22.0, 7.0


@lru_cache(maxsize=20_000)  # sentences come up again and again
def limits_of_kidneys(text: str) -> tuple[tuple[float | None, float | None, bool], ...]:
    """The filtration rates, mL/min from and to, that ``text`` tells by stages, in words or by dialysis; whether it is in
    words, which a figure beside them says better.
    """
    found = []
    for match in _STAGE.finditer(text):
        stages = sorted((match["from"], "5" if match["worse"] else match["to"] or match["from"]))
        found.append((_STAGES[stages[1]][0], _STAGES[stages[0]][1], False))
    if _SEVERELY.search(text):
        found.append((None, _SEVERE, True))
    if _DIALYSIS.search(text):
        found.append((None, _ON_DIALYSIS, False))
    return tuple(found)


def rates_of_kidneys(text: str) -> list[tuple[float, str]]:
    """A filtration rate, mL/min, that stands for what ``text`` tells of somebody's kidneys, with the words for it: of the
    last two stages, of severe failure, of dialysis.
    """
    if (dialysis := _DIALYSIS.search(text)) is not None:
        return [(_FOR_DIALYSIS, dialysis.group())]
    stage = _STAGE.search(text)
    if stage is not None and stage["from"] in _RATES and not stage["to"]:
        return [(_RATES[stage["from"]], stage.group())]
    severe = _SEVERELY.search(text)
    return [(_FOR_SEVERE, severe.group())] if severe is not None else []
