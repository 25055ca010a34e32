"""Measured values in a question: what was measured, the number, and its unit. Nothing is guessed: a value without a unit
that it needs, a bound, a range, or two different values are reported, not read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from service.calculators.inputs import Amount, Measure, number_text
from service.calculators.values import (
    AGE,
    ALBUMIN,
    BILIRUBIN,
    CREATININE,
    DIASTOLIC,
    GFR,
    HEART_RATE,
    HEIGHT,
    INR,
    PLATELETS,
    RESPIRATORY_RATE,
    SODIUM,
    SYSTOLIC,
    UREA,
    WEIGHT,
)

BMI_GIVEN = Measure("bmi", "body mass index", {"kg/m²": 1.0}, 8, 100, bare="kg/m²")
COMA_SCALE = Measure("coma_scale", "Glasgow Coma Scale", {"": 1.0}, 3, 15, bare="")
MEASURES = {
    measure.name: measure
    for measure in (
        AGE, ALBUMIN, BILIRUBIN, BMI_GIVEN, COMA_SCALE, CREATININE, DIASTOLIC, GFR, HEART_RATE, HEIGHT, INR, PLATELETS,
        RESPIRATORY_RATE, SODIUM, SYSTOLIC, UREA, WEIGHT,
    )
}  # fmt: skip
_NAMES = {
    "bilirubin": r"(?:total |serum )*bili(?:rubin)?|t\.?bili?",
    "albumin": r"(?:serum )?alb(?:umin)?(?!\s*[-/:]\s*(?:to\s*-?\s*)?creat)",
    "creatinine": r"(?:(?:serum|plasma) )?(?:creatinine|creat|scr|cr)(?!\s+clearance|\s+ratio|\s*/)",
    "sodium": r"(?:serum )?sodium|na\+?",
    "inr": r"inr",
    "urea": r"(?:blood |serum )?urea(?! nitrogen)",
    "nitrogen": r"bun|(?:blood )?urea nitrogen",
    "gfr": r"e?gfr|glomerular filtration rate",
    "platelets": r"platelets?(?: count)?|plts?",
    "respiratory_rate": r"resp(?:iratory)?\.? rate|rr|respirations",
    "heart_rate": r"heart rate|pulse(?: rate)?|hr",
    "systolic": r"systolic(?: (?:blood )?pressure| bp)?|sbp",
    "diastolic": r"diastolic(?: (?:blood )?pressure| bp)?|dbp",
    "weight": r"(?:body ?)?weight|weigh(?:s|ing)|wt",
    "height": r"height|ht",
    "bmi": r"bmi|body mass index",
    "coma_scale": r"gcs|glasgow coma (?:scale|score)",
}
_FILLERS = (
    r"(?:\s*(?:\(|:|=|,(?=\s*\d)|\b(?:levels?|values?|count|score|of|is|was|at|now|today|currently|about|around|raised|elevated|low|high|"
    r"normal|stable|measured|up|down|to|remains?|rose|risen|rising|fell|fallen|went|increased|decreased|changed|from)\b)){0,4}\s*"
)
_COMPARATOR = (
    r"(?P<comparator>[<>≤≥~]=?|\b(?:less than|more than|greater than|above|below|over|under|at least|up to)\b)?\s*"
)
_NUMBER = r"(?P<number>\d{1,3}(?:,\d{3})+|\d+(?:[.,]\d+)?)"
_RANGE = r"(?P<range>\s*(?:-|–|to)\s*\d+(?:[.,]\d+)?)?"
_UNIT = (
    r"(?:\s*(?P<unit>[mµun]?g\s*/\s*d?l|mg\s*%|mg per d(?:l|ecilit(?:re|er))|g per lit(?:re|er)|[mµun]mol\s*/\s*l|micromol(?:es)?(?:\s*/\s*l| per "
    r"lit(?:re|er))|mmol per lit(?:re|er)|m(?:Eq|val)\s*/\s*l|kpa|mm\s?hg|(?:breaths|beats)?\s*(?:/\s*min(?:ute)?|per min(?:ute)?|a minute)|bpm|"
    r"(?:x|×|\*)\s*10\s*\^?\s*[9⁹]\s*/\s*l|(?:x|×|\*)\s*10\s*\^?\s*[3³]\s*/\s*[µu]l|k\s*/\s*[µu]l|/\s*(?:[µu]l|mm3|mm³|cmm)|ml\s*/\s*min(?:\s*/\s*1\.73\s*m[2²])?|"
    r"kg\s*/\s*m[2²]|kgs?|kilo(?:gram)?s?|lbs?|pounds?|stones?|st|cms?|centimet(?:re|er)s?|m|met(?:re|er)s?|in|inch(?:es)?|ft|feet|foot|%)(?![A-Za-z0-9]))?"
)
_CANONICAL = (
    (r"mg/dl|mgperd.*|mg%", "mg/dL"), (r"[µu]mol/l|micromol.*", "µmol/L"), (r"mmol/l|mmolper.*", "mmol/L"), (r"meq/l|mval/l", "mEq/L"),
    (r"g/l|gperlit.*", "g/L"), (r"g/dl", "g/dL"), (r"mmhg", "mmHg"), (r"(?:breaths|beats)?(?:/min(?:ute)?|permin(?:ute)?|aminute)|bpm", "/min"),
    (r"[x×*]10\^?[9⁹]/l|[x×*]10\^?[3³]/[µu]l|k/[µu]l", "× 10⁹/L"), (r"/(?:[µu]l|mm3|mm³|cmm)", "/µL"),
    (r"ml/min/1\.73m[2²]", "mL/min/1.73 m²"), (r"ml/min", "mL/min"), (r"kg/m[2²]", "kg/m²"), (r"kgs?|kilo(?:gram)?s?", "kg"),
    (r"lbs?|pounds?", "lb"), (r"cms?|centimet.*", "cm"), (r"m|met.*", "m"), (r"in|inch(?:es)?", "in"), (r"ft|feet|foot", "ft"),
)  # fmt: skip
_VALUE = _FILLERS + _COMPARATOR + _NUMBER + _RANGE + _UNIT
_PATTERNS = {name: re.compile(rf"(?<![A-Za-z0-9-])(?:{words}){_VALUE}", re.I) for name, words in _NAMES.items()}
_PRESSURE = re.compile(
    rf"(?:\b(?:bp|blood pressure)\b{_FILLERS}(?P<high>\d{{2,3}})\s*/\s*(?P<low>\d{{2,3}})(?P<unit>\s*kpa)?)"
    r"|\b(?P<high2>\d{2,3})\s*/\s*(?P<low2>\d{2,3})\s*mm\s?hg\b",
    re.I,
)
_FEET = re.compile(
    r"\b(?P<feet>[3-8])\s*(?:ft|feet|foot|')\s*(?:(?P<inches>\d{1,2}(?:\.\d+)?)\s*(?:in(?:ch(?:es)?)?\b|\"|'')?)?", re.I
)
_BARE = {
    "weight": re.compile(
        r"(?<![\d.,/])(?P<number>\d{2,3}(?:[.,]\d+)?)\s*(?P<unit>kgs?|kilo(?:gram)?s?|lbs?|pounds?)(?![A-Za-z0-9/])",
        re.I,
    ),
    "height": re.compile(
        r"(?<![\d.,/])(?:(?P<number>\d{3}(?:[.,]\d+)?)\s*(?P<unit>cms?)|(?P<number2>[12][.,]\d{1,2})\s*(?P<unit2>m|met(?:re|er)s?))(?![A-Za-z0-9/²^])",
        re.I,
    ),
}
_SAME = 0.06  # two values this near, as a share, are one value in two units
_PERHAPS_AGE = r"(?<![\d.,/<>≤≥-])"
_NOT_A_GROUP = (
    r"(?<!over )(?<!above )(?<!under )(?<!below )(?<!than )(?<!least )(?<!most )(?<!between )(?<!to )(?<!and )"
)
_AGES = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        rf"{_NOT_A_GROUP}{_PERHAPS_AGE}\b(?P<age>\d{{1,3}})[-\s]?(?:years?|yrs?|y)[-\s]?old(?!s|er|\s+(?:or|and)\s+(?:over|older|above))\b",
        rf"{_PERHAPS_AGE}\b(?P<age>\d{{1,3}})\s?(?:yo|y/o|y\.o\.|yom|yof)\b",
        r"\baged?(?:\s+(?:is|of))?\s*[:=]?\s*(?P<age>\d{1,3})\b(?!\s*(?:-|–|to|or|and)\s*(?:\d|over|older|above|more))(?!\s*(?:\+|%|mg|kg))",
        rf"{_PERHAPS_AGE}\b(?P<age>\d{{1,3}})\s?(?:years?|yrs?|y)\s+(?:man|woman|male|female|lady|gentleman|patient)\b",
        r"\b(?:man|woman|male|female|lady|gentleman)(?:\s+(?:of|is)|,|\s*\()?\s*(?P<age>\d{2,3})(?=\s*(?:[,;:).]|$|years?\b|yrs?\b|with\b|and\b|who\b))",
    )
)  # fmt: skip
_AGE_LETTER = re.compile(rf"{_PERHAPS_AGE}\b(?P<age>\d{{2}})\s?[MF]\b")


@dataclass(frozen=True, slots=True)
class Trouble:
    """A value that was given and cannot be used: what it is of, and what to send."""

    name: str
    ask: str


@dataclass(frozen=True, slots=True)
class Amounts:
    """What was read. ``unwritten``: names of values whose unit goes without saying and was not written."""

    values: dict[str, Amount]
    troubles: dict[str, Trouble]
    unwritten: tuple[str, ...] = ()


def read_amounts(text: str) -> Amounts:
    """The measured values of one message (made :func:`plain`)."""
    found: dict[str, list[Amount | Trouble]] = {}
    unwritten: set[str] = set()
    for name, pattern in _PATTERNS.items():
        target = "urea" if name == "nitrogen" else name
        for match in pattern.finditer(text):
            value = _value(MEASURES[target], match, nitrogen=name == "nitrogen")
            found.setdefault(target, []).append(value)
            if not match["unit"] and isinstance(value, Amount) and value.unit:
                unwritten.add(target)
    _add_pressures(text, found)
    _add_body_size(text, found)
    _add_ages(text, found)
    values, troubles = {}, {}
    for name, readings in found.items():
        settled = _settle(MEASURES[name], readings)
        if isinstance(settled, Amount):
            values[name] = settled
        else:
            troubles[name] = settled
    return Amounts(values, troubles, tuple(sorted(unwritten & values.keys())))


def canonical_unit(written: str) -> str:
    """The unit in its usual spelling; as it was written where it is none of those known."""
    squeezed = re.sub(r"\s", "", written).lower()
    for pattern, unit in _CANONICAL:
        if re.fullmatch(pattern, squeezed):
            return unit
    return written.strip()


def parse_number(written: str) -> float:
    """A number with a decimal point or comma, or with commas between thousands."""
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+", written):
        return float(written.replace(",", ""))
    return float(written.replace(",", "."))


def _value(measure: Measure, match: re.Match[str], nitrogen: bool) -> Amount | Trouble:
    written = " ".join(match.group()[match.start("number") - match.start() :].split())
    if (match["comparator"] and match["comparator"] != "~") or match["range"]:
        return Trouble(measure.name, f"{measure.label}: give one exact value, not a bound or a range.")
    if not match["unit"]:
        if measure.bare is None:
            return Trouble(
                measure.name,
                f"{measure.label}: {match['number']} was given without a unit; give it in {measure.accepted}.",
            )
        return Amount(parse_number(match["number"]), measure.bare)
    unit = canonical_unit(match["unit"])
    if nitrogen and unit == "mg/dL":
        unit = "mg/dL of urea nitrogen"
    if unit not in measure.units:
        accepted = measure.accepted or "a number without a unit"
        return Trouble(
            measure.name, f"{measure.label}: {written} is in a unit that is not read; give it in {accepted}."
        )
    return checked(measure, Amount(parse_number(match["number"]), unit))


def checked(measure: Measure, amount: Amount) -> Amount | Trouble:
    """The amount, or what to say of one that is not plausible."""
    if measure.plausible(amount):
        return amount
    return Trouble(
        measure.name,
        f"{measure.label}: {amount} is not plausible ({measure.span(amount.unit)}); check the value and its unit.",
    )


def _settle(measure: Measure, readings: list[Amount | Trouble]) -> Amount | Trouble:
    amounts = [checked(measure, reading) for reading in readings if isinstance(reading, Amount)]
    good = [amount for amount in amounts if isinstance(amount, Amount)]
    bad = [reading for reading in [*readings, *amounts] if isinstance(reading, Trouble)]
    if bad or not good:
        return bad[0]
    first = measure.amount_in(good[0], measure.unit)
    if any(abs(measure.amount_in(other, measure.unit) - first) > _SAME * first for other in good[1:]):
        values = " and ".join(dict.fromkeys(str(amount) for amount in good))
        return Trouble(measure.name, f"{measure.label}: two values were given ({values}); say which one counts.")
    return good[0]


def _add_pressures(text: str, found: dict[str, list[Amount | Trouble]]) -> None:
    for match in _PRESSURE.finditer(text):
        for name, measure, number in (
            ("systolic", SYSTOLIC, match["high"] or match["high2"]), ("diastolic", DIASTOLIC, match["low"] or match["low2"]),
        ):  # fmt: skip
            if match["unit"]:
                found.setdefault(name, []).append(Trouble(name, f"{measure.label}: give it in mmHg."))
            else:
                found.setdefault(name, []).append(Amount(float(number), "mmHg"))


def _add_body_size(text: str, found: dict[str, list[Amount | Trouble]]) -> None:
    for match in _FEET.finditer(text):
        if match.group().strip() and (match["inches"] or re.search(r"ft|feet|foot", match.group(), re.I)):
            inches = float(match["feet"]) * 12 + float(match["inches"] or 0)
            found["height"] = [Amount(inches, "in")]
    for name, pattern in _BARE.items():
        if name in found:
            continue
        for match in pattern.finditer(text):
            groups = match.groupdict()
            number, unit = groups["number"] or groups.get("number2"), groups["unit"] or groups.get("unit2")
            if number and unit:
                found.setdefault(name, []).append(Amount(parse_number(number), canonical_unit(unit)))


def _add_ages(text: str, found: dict[str, list[Amount | Trouble]]) -> None:
    for pattern in (*_AGES, _AGE_LETTER):
        for match in pattern.finditer(text):
            found.setdefault("age", []).append(Amount(float(match["age"]), "years"))
    ages = {number_text(age.value) for age in found.get("age", []) if isinstance(age, Amount)}
    if len(ages) > 1:  # a mother of 30 and her child of 3: whose score?
        found["age"] = [
            Trouble("age", f"age: {' and '.join(sorted(ages))} were given; say which one is the patient's.")
        ]
