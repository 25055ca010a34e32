"""How numbers and units are written, and the one spelling that each unit has here."""

from __future__ import annotations

import re

NUMBER = r"\d{1,3}(?:,\d{3})+|\d+(?:[.,]\d+)?"
UNIT = (
    r"[mµun]?g\s*/\s*d?l|mg\s*%|mg per d(?:l|ecilit(?:re|er))|g per lit(?:re|er)|[mµun]mol\s*/\s*l|micromol(?:es)?(?:\s*/\s*l| per "
    r"lit(?:re|er))|mmol per lit(?:re|er)|m(?:Eq|val)\s*/\s*l|kpa|mm\s?hg|(?:breaths|beats)?\s*(?:/\s*min(?:ute)?|per min(?:ute)?|a minute)|bpm|"
    r"(?:x|×|\*)\s*10\s*\^?\s*[9⁹]\s*/\s*l|(?:x|×|\*)\s*10\s*\^?\s*[3³]\s*/\s*[µu]l|k\s*/\s*[µu]l|/\s*(?:[µu]l|mm3|mm³|cmm)|"
    r"mg\s*/\s*(?:mmol|g)|[nµp]g\s*/\s*m?l|[mµuk]?iu\s*/\s*m?l|mu\s*/\s*l|"
    r"ml\s*/\s*min(?:ute)?(?:\s*/\s*1[.,]73\s*m[2²])?|kg\s*/\s*m[2²]|%|°\s*[CF]|degrees? (?:celsius|fahrenheit|[CF])"
)
# Only for a person's size: elsewhere "in" and "m" are words ("INR 1.8 in a man").
BODY_UNIT = r"kgs?|kilo(?:gram)?s?|lbs?|pounds?|stones?|st|cms?|centimet(?:re|er)s?|m|met(?:re|er)s?|in|inch(?:es)?|ft|feet|foot"
_CANONICAL = (
    (r"mg/dl|mgperd.*|mg%", "mg/dL"), (r"[µu]mol/l|micromol.*", "µmol/L"), (r"mmol/l|mmolper.*", "mmol/L"), (r"meq/l|mval/l", "mEq/L"),
    (r"g/l|gperlit.*", "g/L"), (r"g/dl", "g/dL"), (r"mmhg", "mmHg"), (r"(?:breaths|beats)?(?:/min(?:ute)?|permin(?:ute)?|aminute)|bpm", "/min"),
    (r"[x×*]10\^?[9⁹]/l|[x×*]10\^?[3³]/[µu]l|k/[µu]l", "× 10⁹/L"), (r"/(?:[µu]l|mm3|mm³|cmm)", "/µL"),
    (r"ml/min(?:ute)?/1[.,]73m[2²]", "mL/min/1.73 m²"), (r"ml/min(?:ute)?", "mL/min"), (r"kg/m[2²]", "kg/m²"),
    (r"mg/mmol", "mg/mmol"), (r"mg/g", "mg/g"), (r"ng/l|pg/ml", "ng/L"), (r"[µu]g/l|ng/ml", "µg/L"), (r"m(?:i)?u/l|[µu]iu/ml", "mIU/L"), (r"iu/ml", "IU/mL"),
    (r"kgs?|kilo(?:gram)?s?", "kg"), (r"lbs?|pounds?", "lb"), (r"st|stones?", "stone"), (r"cms?|centimet.*", "cm"), (r"m|met.*", "m"),
    (r"(?:°|degrees?)?c(?:elsius)?", "°C"), (r"(?:°|degrees?)?f(?:ahrenheit)?", "°F"),
    (r"in|inch(?:es)?", "in"), (r"ft|feet|foot", "ft"),
)  # fmt: skip
_SUBSCRIPTS = str.maketrans("₀₁₂₃₄₅₆₇₈₉μ’‘−", "0123456789µ''-")


def plain(text: str) -> str:
    """Subscripts, primes and the two forms of mu as one; the length stays the same."""
    return text.translate(_SUBSCRIPTS)


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
