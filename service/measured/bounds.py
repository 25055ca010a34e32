"""For which values a sentence holds: the bounds and ranges that it gives of what is measured ("eGFR below 30", "potassium
5.5–5.9 mmol/L, severe at 6.5 or above", "aged 40 to 75").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from service.measured.ages import age_spans, ages_in
from service.measured.mentions import mentions_in
from service.measured.names import NAME
from service.measured.writing import NUMBER, UNIT, canonical_unit, parse_number, plain

AGE = "age"
_AT_AGE = r"(?: (?:the )?age(?: of)?)?"
_ABOVE = (
    rf"[>≥]\s*=?|(?:(?:above|over|from|after){_AT_AGE}|more than|greater than|higher than|older than|exceed(?:s|ing)|at least|"
    r"reach(?:es|ing))\b"
)
_BELOW = rf"[<≤]\s*=?|(?:(?:below|under|before|until){_AT_AGE}|less than|lower than|younger than|up to|at most|not? more than|not above)\b"
_INCLUSIVE = re.compile(r"≥|≤|=|\b(?:at least|from|reach|up to|at most|no|not|until)", re.I)
_NO_OTHER = (
    r"(?![\d.,]*\d)(?!\s*(?:mg|g|mcg|µg|ml|l|hours?|h|minutes?|times|points?|units?|tablets?|patients|people)\b)"
)
_ANY_UNIT = rf"(?:\s*(?P<unit>{UNIT}|mm\s?hg|(?:year|month|week|day)s?(?: of age| old)?)(?![A-Za-z0-9]))?"
_FORMS = (
    re.compile(
        rf"(?:(?:between|from|of|at|aged?)\s+)?(?P<low>{NUMBER})(?:\s*(?:{UNIT}))?\s*(?:-|–|to|and)\s*(?P<high>{NUMBER}){_ANY_UNIT}{_NO_OTHER}",
        re.I,
    ),
    re.compile(rf"(?P<sign>{_ABOVE})\s*(?P<low>{NUMBER}){_ANY_UNIT}{_NO_OTHER}", re.I),
    re.compile(rf"(?P<sign>{_BELOW})\s*(?P<high>{NUMBER}){_ANY_UNIT}{_NO_OTHER}", re.I),
    re.compile(
        rf"(?P<low>{NUMBER}){_ANY_UNIT}\s*(?P<sign>(?:or|and) (?:more|above|over|higher|greater|older)\b|\+){_NO_OTHER}",
        re.I,
    ),
    re.compile(
        rf"(?P<high>{NUMBER}){_ANY_UNIT}\s*(?P<sign>(?:or|and) (?:less|below|under|lower|fewer|younger)\b){_NO_OTHER}",
        re.I,
    ),
)
# What may stand between the name of a measure and its first number, and between two numbers of the same measure.
_FILLING = re.compile(
    r"(?:\([A-Za-z0-9₂-]{1,8}\)|[\s(:=,]|\b(?:levels?|values?|counts?|score|cholesterol|of|is|was|are|at|an?|the|when|falls?|drops?|rises?|stays?|remains?|has|have|"
    r"been|risen|fallen|persistently|still|with|in)\b)*",
    re.I,
)
_AGE_NAME = re.compile(
    r"\b(?:aged?|ages|age of|older|younger)\b|\b(?:people|adults?|patients|women|men|children|child|infants?|those|anyone|everyone)"
    r"(?= (?:over|under|above|below|from|at least|between|[<>≤≥])\W?\s*\d)|"
    r"(?=\b(?:from|over|above|after|under|below|before|until) (?:the )?age (?:of )?\d)|"
    r"(?<!for )(?=\b(?:at|above|over|under|below) \d{1,3}(?:\s?(?:-|–|to)\s?\d{1,3})? (?:years|months|weeks|days)\b)",
    re.I,
)
_OLDER = re.compile(r"\b(?:older|younger)$", re.I)
_NEXT_WORD = re.compile(r"\S\s+(?=\S)")
_TIME = re.compile(r"\s*(?:(?:year|month|week|day)s?|hours?)\b", re.I)
_DAYS = {"year": 365.25, "month": 365.25 / 12, "week": 7.0, "day": 1.0}
# Units of one measure that differ, as factors to the first.
_FACTORS = {
    "creatinine": {"mg/dL": 1.0, "µmol/L": 1 / 88.4},
    "bilirubin": {"mg/dL": 1.0, "µmol/L": 1 / 17.1},
    "albumin": {"g/L": 1.0, "g/dL": 10.0},
    "haemoglobin": {"g/L": 1.0, "g/dL": 10.0},
    "platelets": {"× 10⁹/L": 1.0, "/µL": 0.001},
    "ldl": {"mmol/L": 1.0, "mg/dL": 1 / 38.67},
}


@dataclass(frozen=True, slots=True)
class Measured:
    """A value of a patient: ``measure`` a key of NAMES or "age" (in days); ``unit`` empty where none was written."""

    measure: str
    value: float
    unit: str
    written: str


@dataclass(frozen=True, slots=True)
class Bound:
    """The values of ``measure`` for which something is said: from ``low`` to ``high``, None where it is open."""

    measure: str
    low: float | None
    high: float | None
    with_ends: bool
    unit: str

    def holds(self, found: Measured) -> bool | None:
        """Whether a value lies within; None where it is of another measure, or in a unit that cannot be compared."""
        if found.measure != self.measure:
            return None
        value = found.value
        if found.unit and self.unit and found.unit != self.unit:
            factors = _FACTORS.get(self.measure, {})
            if {found.unit, self.unit} <= {"mmol/L", "mEq/L"} or self.measure == "gfr":
                pass
            elif found.unit in factors and self.unit in factors:
                value *= factors[found.unit] / factors[self.unit]
            else:
                return None
        above = self.low is None or value > self.low or (value == self.low and self.with_ends)
        below = self.high is None or value < self.high or (value == self.high and self.with_ends)
        return above and below


def measured_in(text: str) -> list[Measured]:
    """The exact values and the ages that ``text`` gives of somebody."""
    found = [
        Measured(m.measure, parse_number(m.number), canonical_unit(m.unit), m.number)
        for m in mentions_in(text)
        if m.is_exact and "/" not in m.number
    ]
    return found + [Measured(AGE, age.number * _DAYS[age.unit], "", str(age.number)) for age in ages_in(text)]


def without_values(text: str) -> str:
    """``text`` without the numbers, units and ages of :func:`measured_in`: they are no words to look for, for 45 years of
    age and an eGFR of 45 are the same word.
    """
    spans = [(text.rfind(m.number, 0, m.end), m.end) for m in mentions_in(text) if m.is_exact and "/" not in m.number]
    for start, end in sorted([*spans, *age_spans(text)], reverse=True):
        text = f"{text[:start]} {text[end:]}"
    return text


@lru_cache(maxsize=20_000)  # sentences come up again and again
def bounds_in(text: str) -> tuple[Bound, ...]:
    """The bounds and ranges that ``text`` gives, in its order."""
    if not any(map(str.isdigit, text)):
        return ()
    text = plain(text)
    named = sorted(
        [
            *((m.end(), str(m.lastgroup)) for m in NAME.finditer(text)),
            *((m.end(), AGE) for m in _AGE_NAME.finditer(text)),
        ]
    )
    found: list[Bound] = []
    for position, (start, measure) in enumerate(named):
        end = named[position + 1][0] if position + 1 < len(named) else len(text)
        found += _chain(text, start, end, measure)
    return tuple(found)


def _chain(text: str, start: int, end: int, measure: str) -> list[Bound]:
    """The bounds that follow the name of a measure: the first close to it, the others in the same clause or list."""
    found: list[Bound] = []
    filling = _FILLING.match(text, start)
    at = filling.end() if filling is not None else start
    than = _OLDER.search(text, 0, start) if measure == AGE else None
    at = than.start() if than is not None else at
    while at < end:
        match = next((m for form in _FORMS if (m := form.match(text, at)) is not None), None)
        bound = _bound(measure, match, text) if match is not None else None
        if match is None or bound is None:
            if not found:
                return []
            following = _NEXT_WORD.search(text, at)
            at = following.end() if following else end
            continue
        if not (measure == AGE and found and not match["unit"]):  # another number later on is no age without its unit
            found.append(bound)
        at = match.end()
    return found


def _bound(measure: str, match: re.Match[str], text: str) -> Bound | None:
    groups = match.groupdict()
    low, high = groups.get("low"), groups.get("high")
    unit = canonical_unit(groups.get("unit") or "")
    time = next((name for name in _DAYS if unit.lower().startswith(name)), "")
    if (measure == AGE and unit and not time) or (measure != AGE and time) or _TIME.match(text, match.end()):
        return None
    if unit == "%" and measure not in ("hba1c", "ejection_fraction"):
        return None
    sign = groups.get("sign")
    days = _DAYS[time or "year"] if measure == AGE else 1.0
    return Bound(
        measure,
        parse_number(low) * days if low else None,
        parse_number(high) * days if high else None,
        sign is None or _INCLUSIVE.search(sign) is not None or sign.lower().startswith(("or", "and", "+")),
        "" if time else unit,
    )
