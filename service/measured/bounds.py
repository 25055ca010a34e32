"""For which values a sentence holds: the bounds and ranges that it gives of what is measured ("eGFR below 30", "potassium
5.5–5.9 mmol/L, severe at 6.5 or above", "aged 40 to 75").
"""

from __future__ import annotations

import re
from functools import lru_cache

from service.measured.ages import age_spans, ages_in
from service.measured.bound import AGE, DAYS, PRESSURE, Bound, Measured, is_of_kidneys
from service.measured.kidneys import limits_of_kidneys, rates_of_kidneys
from service.measured.mentions import Mention, mentions_in
from service.measured.names import NAME
from service.measured.plausible import could_be
from service.measured.pressures import pressure_bounds, upper_and_lower, without_pairs
from service.measured.rises import rise_bounds, rise_in
from service.measured.rows import cell_of, parted
from service.measured.units import converted
from service.measured.writing import NUMBER, UNIT, canonical_unit, parse_number, plain

_AT_AGE = r"(?: (?:the )?age(?: of)?)?"
_ABOVE = (
    rf"[>≥]\s*=?|(?:(?:above|over|from|after){_AT_AGE}|more than|greater than|higher than|older than|exceed(?:s|ing)|at least|"
    r"reach(?:es|ing))\b"
)
_BELOW = rf"[<≤]\s*=?|(?:(?:below|under|before|until){_AT_AGE}|less than|lower than|younger than|up to|at most|not? more than|not above)\b"
_INCLUSIVE = re.compile(r"≥|≤|=|\b(?:at least|from|reach|up to|at most|no|not|until)", re.I)
_NO_OTHER = r"(?![\d.,]*\d)(?!\s*(?:mg|g|mcg|µg|ml|l|hours?|h|minutes?|times|units?|tablets?|patients|people)\b)"
_ANY_UNIT = rf"(?:\s*(?P<unit>{UNIT}|mm\s?hg|(?:year|month|week|day)s?(?: of age| old)?)(?![A-Za-z0-9]))?"
_FORMS = (
    re.compile(
        rf"(?:(?:between|from|of|at|aged?)\s+)?(?P<low>{NUMBER})(?:\s*(?:{UNIT}))?\s*(?:-|–|to|and|or)\s*(?P<high>{NUMBER}){_ANY_UNIT}{_NO_OTHER}",
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
    rf"(?:\((?:[A-Za-z0-9₂-]{{1,8}}|{UNIT})\)|[\s():=,]|\b(?:levels?|values?|counts?|score|cholesterol|(?:blood )?pressure|"
    r"should|must|not|fall|drop|go|of|is|was|are|at|an?|the|when|falls?|drops?|rises?|stays?|remains?|has|have|been|risen|fallen|persistently|still|with|in)\b)*",
    re.I,
)
_AGE_NAME = re.compile(
    r"\b(?:aged?|ages|age of|older|younger)\b|\b(?:people|adults?|patients|women|men|children|child|infants?|those|anyone|everyone)"
    r"(?= (?:over|under|above|below|from|at least|between|[<>≤≥])\W?\s*\d)|"
    r"(?=\b(?:from|over|above|after|under|below|before|until) (?:the )?age (?:of )?\d)|"
    r"(?<!for )(?=\b(?:at|above|over|under|below) \d{1,3}(?:\s?(?:-|–|to)\s?\d{1,3})? (?:years|months|weeks|days)\b)",
    re.I,
)
_IN_PER_CENT = ("hba1c", "ejection_fraction", "oxygen_saturation")
_SAME_SIZE = 6  # how many times larger another number without a unit may be
_OLDER = re.compile(r"\b(?:older|younger)$", re.I)
_IN_TIME = re.compile(r"(?:after|before|until)\b", re.I)  # of an age; of anything else they tell when
_NEXT_WORD = re.compile(r"\S\s+(?=\S)")
_TIME = re.compile(r"\s*(?:(?:year|month|week|day)s?|hours?)\b", re.I)
# Before a value that is aimed at: it says what is to be reached, not for whom.
_AIM = re.compile(r"\b(?:target\w*|goals?|aim\w*)\b[^.;,:]{0,40}$", re.I)
_STATE = re.compile(r"\bhyp(?:er|o)(?P<of>kal|natr)a?emia\b", re.I)
_OF_STATE = {"kal": "potassium", "natr": "sodium"}
# Normal said in a word, of what is asked with values that are not: 4.6 to 6.0 kPa (BTS/SIGN guideline on asthma).
_NORMAL_GAS = re.compile(r"\bnormal p(?:a)?co2\b(?!\s*\()", re.I)
_NORMAL_RANGE = Bound("pco2", 4.6, 6.0, True, "kPa")
_AT_RANGE = re.compile(rf"\bat (?P<low>{NUMBER})\s*(?:-|–|to)\s*(?P<high>{NUMBER})\s*(?:mmol|mEq)/L\b", re.I)
# Of a body by its unit alone: "500 mg four times daily at 40 kg or less". What somebody loses or gains is no weight.
_KG = r"\s*(?:kgs?|kilo(?:gram)?s?)\b(?!\s?/)"
_WEIGHTS = (
    re.compile(rf"(?P<low>{NUMBER})(?:{_KG})?\s*(?:-|–|to)\s*(?P<high>{NUMBER}){_KG}", re.I),
    re.compile(rf"(?P<sign>{_ABOVE})\s*(?P<low>{NUMBER}){_KG}", re.I),
    re.compile(rf"(?P<sign>{_BELOW})\s*(?P<high>{NUMBER}){_KG}", re.I),
    re.compile(rf"(?P<low>{NUMBER}){_KG}\s*(?P<sign>(?:or|and) (?:more|above|over|heavier)\b)", re.I),
    re.compile(rf"(?P<high>{NUMBER}){_KG}\s*(?P<sign>(?:or|and) (?:less|below|under|lighter)\b)", re.I),
)
_NO_WEIGHT = re.compile(
    r"\b(?:los[est]\w*|gain\w*|chang\w*|heavier|lighter|ris\w+|fall\w*|drop\w*)\b[^.;]{0,40}$|(?:/|\bper)\s?$", re.I
)
_AHEAD = 60  # characters before the name of a measure in which an aim is looked for


def measured_in(text: str) -> list[Measured]:
    """The exact values and the ages that ``text`` gives of somebody; of a creatinine that has risen, the last one and
    how many times the one before it is; kidneys whose failure is told in words have a rate that stands for it.
    """
    exact = _exact(text)
    taken = {_start(text, mention) for mention in exact}  # "102 F" is a temperature where it is called one
    found = [_measured(mention) for mention in exact]
    rise = rise_in(text)
    if rise is not None:
        found = [value for value in found if value.measure != "creatinine" or value.value == rise.lower] + [rise]
    if not any(is_of_kidneys(value.measure) for value in found):
        found += [Measured("gfr", rate, "", written) for rate, written in rates_of_kidneys(text)]
    return found + [
        Measured(AGE, age.number * DAYS[age.unit], "", str(age.number))
        for age, (start, _) in zip(ages_in(text), age_spans(text), strict=True)
        if start not in taken
    ]


def _exact(text: str) -> list[Mention]:
    """The exact values; a number of weeks or hours after a name ("INR at 4 weeks") is none."""
    text = plain(text)
    return [mention for mention in mentions_in(text) if mention.is_exact and not _TIME.match(text, mention.end)]


def _measured(mention: Mention) -> Measured:
    if mention.measure == PRESSURE:
        upper, lower = upper_and_lower(mention.number)
        return Measured(PRESSURE, upper, canonical_unit(mention.unit), mention.number, lower)
    return Measured(mention.measure, parse_number(mention.number), canonical_unit(mention.unit), mention.number)


def _start(text: str, mention: Mention) -> int:
    return plain(text).rfind(mention.number, 0, mention.end)


def values_and_places(text: str) -> list[tuple[Measured, int, int]]:
    """The exact values that ``text`` gives (no age), each with the place at which it stands there, its name included."""
    found = []
    for mention in _exact(text):
        number = _start(text, mention)
        name = plain(text).rfind(mention.what, 0, number) if mention.what else number
        found.append((_measured(mention), name, mention.end))
    return found


def without_values(text: str) -> str:
    """``text`` without the numbers, units and ages of :func:`measured_in`: they are no words to look for, for 45 years of
    age and an eGFR of 45 are the same word.
    """
    spans = [(_start(text, m), m.end) for m in _exact(text)]
    for start, end in sorted([*spans, *age_spans(text)], reverse=True):
        text = f"{text[:start]} {text[end:]}"
    return text


@lru_cache(maxsize=20_000)  # sentences come up again and again
def bounds_in(text: str) -> tuple[Bound, ...]:
    """The bounds and ranges that ``text`` gives, in its order; of a row of a table each column's for itself."""
    parts = parted(text)
    cells = [cell_of(part, place) for place, part in enumerate(parts)] if parts[1:] else []
    if any(cell is not None and cell.bound.measure for cell in cells):
        return tuple(
            bound
            for part, cell in zip(parts, cells, strict=True)
            for bound in ([cell.bound] * bool(cell.bound.measure) if cell is not None else _bounds_of(part))
        )
    return _bounds_of(text)


def _bounds_of(text: str) -> tuple[Bound, ...]:
    kidneys = limits_of_kidneys(text)
    if not kidneys and not any(map(str.isdigit, text)):
        return ()
    text = plain(text)
    named = sorted(
        [
            *((m.end(), str(m.lastgroup)) for m in NAME.finditer(text)),
            *((m.end(), AGE) for m in _AGE_NAME.finditer(text)),
        ]
    )
    pairs = pressure_bounds(text)
    text = without_pairs(text)
    found: list[Bound] = []
    for position, (start, measure) in enumerate(named):
        end = named[position + 1][0] if position + 1 < len(named) else len(text)
        if _AIM.search(text, max(0, start - _AHEAD), start) is None:
            found += _chain(text, start, end, measure)
    told = any(is_of_kidneys(bound.measure) for bound in found)
    found += [Bound("gfr", low, high, True, "") for low, high, in_words in kidneys if not (in_words and told)]
    found += _in_a_state(text, {bound.measure for bound in found})
    if not any(bound.measure == "weight" for bound in found):
        found += _weights(text)
    if _NORMAL_GAS.search(text):
        found.append(_NORMAL_RANGE)
    return (*found, *pairs, *rise_bounds(text))


def _in_a_state(text: str, told: set[str]) -> list[Bound]:
    """The ranges at which something is done for a state that is named, and not what is measured ("treats hypokalaemia
    with 2 tablets at 3.0–3.5 mmol/L"). ``told``: measures of which bounds have been found.
    """
    measures = {_OF_STATE[match["of"].casefold()] for match in _STATE.finditer(text)} - told
    ranges = [(m["low"], m["high"]) for m in _AT_RANGE.finditer(text)] if measures else []
    return [
        Bound(measure, parse_number(low), parse_number(high), True, "mmol/L")
        for measure in sorted(measures)
        for low, high in ranges
        if could_be(measure, low, "mmol/L")
        and could_be(measure, high, "mmol/L")
        and parse_number(low) <= parse_number(high)
    ]


def _weights(text: str) -> list[Bound]:
    """The bounds of a body's weight that only the unit tells as such, each number once."""
    found: dict[int, Bound] = {}
    matches = [match for form in _WEIGHTS for match in form.finditer(text)]
    for match in matches:
        first = min(match.start(name) for name in ("low", "high") if name in match.re.groupindex)
        bound = None if _NO_WEIGHT.search(text, 0, match.start()) else _bound("weight", match, text)
        if bound is not None:
            found.setdefault(first, bound)
    return [found[start] for start in sorted(found)]


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
        if found and not _goes_on(found[-1], bound, match["unit"]):
            break
        found.append(bound)
        at = match.end()
    return found


def _goes_on(last: Bound, bound: Bound, unit: str | None) -> bool:
    """Whether a later number of a sentence is of the same measure: in a unit of it, or without one of its size."""
    if unit:
        return (
            bound.unit == last.unit or not last.unit or converted(bound.measure, 1.0, bound.unit, last.unit) is not None
        )
    if bound.measure == AGE:
        return False
    sizes = [end for end in (last.low, last.high, bound.low, bound.high) if end]
    return not sizes or max(sizes) <= _SAME_SIZE * min(sizes)


def _bound(measure: str, match: re.Match[str], text: str) -> Bound | None:
    groups = match.groupdict()
    low, high = groups.get("low"), groups.get("high")
    unit = canonical_unit(groups.get("unit") or "")
    time = next((name for name in DAYS if unit.lower().startswith(name)), "")
    if (measure == AGE and unit and not time) or (measure != AGE and time) or _TIME.match(text, match.end()):
        return None
    if unit == "%" and measure not in _IN_PER_CENT:
        return None
    sign = groups.get("sign")
    if measure != AGE and sign and _IN_TIME.match(sign):
        return None
    days = DAYS[time or "year"] if measure == AGE else 1.0
    return Bound(
        measure,
        parse_number(low) * days if low else None,
        parse_number(high) * days if high else None,
        sign is None or _INCLUSIVE.search(sign) is not None or sign.lower().startswith(("or", "and", "+")),
        "" if time else unit,
    )
