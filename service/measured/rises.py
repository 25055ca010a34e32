"""How far a creatinine has risen ("creatinine 250 from 90"), and the rises that a sentence speaks of ("2.0–2.9 times
baseline").
"""

from __future__ import annotations

import re

from service.measured.bound import Bound, Measured
from service.measured.writing import NUMBER, UNIT, parse_number

RISE = "creatinine_rise"
_UNIT = rf"(?:\s*(?:{UNIT}))?"
_CREATININE = r"\b(?:(?:serum|plasma) )?(?:creatinine|creat|scr|cr)\b"
_BASE = r"(?:\W*\(?\b(?:from|baseline|was|usual(?:ly)?|previously|normally)\b(?: (?:of|is|was|a baseline of|baseline|around|about))*|\W*\(?baseline)"
_FORMS = (
    re.compile(
        rf"{_CREATININE}(?:\s+(?:is|of|now|at|=|:))*\s*(?P<now>{NUMBER}){_UNIT}{_BASE}\s*(?P<before>{NUMBER})", re.I
    ),
    re.compile(
        rf"{_CREATININE}(?:\s+(?:has|went|gone|rose|risen|up|increased|climbed|jumped|is|rising|doubled))*\s+from\s+(?P<before>{NUMBER}){_UNIT}\s*"
        rf"(?:to|->|→)\s*(?P<now>{NUMBER})",
        re.I,
    ),
    re.compile(rf"{_CREATININE}\s*(?P<before>{NUMBER}){_UNIT}\s*(?:to|->|→)\s*(?P<now>{NUMBER})", re.I),
)
_TIMES_BASELINE = re.compile(
    rf"(?P<sign>[≥>]|at least|more than)?\s*(?P<low>{NUMBER})(?:\s*(?:-|–|to)\s*(?P<high>{NUMBER}))?\s*(?:times|×|-?fold)\s+(?:the )?(?:its )?baseline",
    re.I,
)


def rise_in(text: str) -> Measured | None:
    """How many times its baseline a creatinine is that ``text`` gives with the one before (``lower`` holds the last one
    itself); None where it has not risen.
    """
    for form in _FORMS:
        match = form.search(text)
        if match is not None:
            now, before = parse_number(match["now"]), parse_number(match["before"])
            if 0 < before < now:
                return Measured(RISE, now / before, "", match.group().strip(), now)
    return None


def rise_bounds(text: str) -> list[Bound]:
    """The rises of creatinine, as times of its baseline, that a sentence speaks of."""
    return [
        Bound(
            RISE,
            parse_number(match["low"]),
            parse_number(match["high"]) + _TENTH if match["high"] else None,
            match["sign"] not in (">", "more than"),
            "",
        )
        for match in _TIMES_BASELINE.finditer(text)
        if match["high"] or match["sign"]
    ]


_TENTH = 0.0999  # "2.0 to 2.9 times" goes on to just below 3.0
