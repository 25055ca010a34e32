"""Whether a sentence gives a dose: an amount of a medicine that a person is to take or be given."""

from __future__ import annotations

import re

_NUMBER = (
    r"(?:\d[\d.,]*(?:\s?(?:[-–]|to|or|and)\s?\d[\d.,]*)?|half an?|one|two|three|four|five|six|eight|ten|twelve|"
    r"a single)"
)
_UNIT = (
    r"(?:mg|milligrams?|micrograms?|mcg|µg|μg|ug|ng|g|grams?|ml|millilitres?|milliliters?|iu|units?|mmol|meq|"
    r"international units?|million units?)"
)
_FORM = r"(?:tablets?|pills?|capsules?|puffs?|drops?|sprays?|sachets?|patch(?:es)?|vials?|ampoules?|pens?|injections?)"
# An amount, and not a concentration in a fluid ("mg/dL", "units per litre") or a clearance ("mL/min"): those are what
# tests find.
AMOUNT = re.compile(
    rf"(?<![\w.]){_NUMBER}[\s\u00a0-]?{_UNIT}\b(?!\s?(?:/|per)\s?(?:100\s?ml|d?l\b|ml\b|litre|liter|decilitre|mmol|mol\b|g\b|L\b))"
    r"(?!(?<=ml)\s?/\s?min)",
    re.I,
)
FOR_MOTHERS = re.compile(r"[^,.;]{0,40}\b(?:in|during) pregnan", re.I)  # behind an amount: it is for them only
NOT_PREGNANT = re.compile(r"\bnon-?pregnan\w+|\bnot pregnan\w+", re.I)
_COUNT = re.compile(rf"\b{_NUMBER}\s(?:\w+\s){{0,2}}?{_FORM}\b", re.I)
# A number in the column of a table that is named with the unit of it: "First dose (mg): 320".
_IN_COLUMN = re.compile(
    rf"\((?P<unit>{_UNIT})(?!\s?/\s?(?:d?l|ml|min)\b)(?:\s?/[^()]*)?\): (?P<amount>{_NUMBER})(?=[;.]|$)", re.I
)
# What is eaten, drunk, lost or drained is no medicine.
_NO_MEDICINE = re.compile(
    r"^\s?(?:(?:a|per) (?:day|week) )?(?:of\s)?(?:(?:table|added|dietary|pure|fast|quick|fast-acting|ascitic)\s)?"
    r"(?:salt|sodium\b(?! (?:chloride|bicarbonate|valproate))|alcohol|proteins?|sugars?|carbohydrates?|fats?|fibre|"
    r"fluids?|water|foods?|blood|urine|ascites|stool)\b",
    re.I,
)
# A limit of units of alcohol, in a sentence on drinking: "some alcohol with X, at most 14 units a week". Vitamins have
# hundreds of units.
_DRINKS_BEFORE = re.compile(
    r"\b(?:alcohol|drink(?:ing|s)?|beer|wine)\b(?![^.]*\b(?:take|takes|taken|use|used|given?|dos\w+|injec\w+|insulin\w*)\b)[^.;]*$",
    re.I,
)
_UNITS_OF_ALCOHOL = re.compile(r"\d?\d\sunits?\s(?:(?:a|per|each|every)\s(?:day|week)|(?:dai|week)ly)\b", re.I)
_BY_SHARE = re.compile(
    r"\bdos\w+\b[^.;]{0,60}?\b(?:by|to|lower|higher|less|more|about|of)\b[^.;]{0,20}?\d\s?%|\d\s?%[^.;]{0,40}\bdos(?:e|es|age)\b",
    re.I,
)
_BY_FRACTION = re.compile(
    r"\bdos(?:e|es|age)\b[^.;]{0,50}?\b(?:by|to|usually|about|is|are)\s(?:one|an?|two)[\s-]"
    r"(?:half|thirds?|quarters?|fifth|sixth|tenth)\b",
    re.I,
)
_TWICE = re.compile(
    r"\b(?:doubl\w+|halv\w+|halve|twice the|half the)\s(?:the\s|your\s)?(?:usual\s|daily\s)?dos|"
    r"\bdose (?:of \w+ )?(?:is|are|be|was) (?:halved|doubled)",
    re.I,
)
# What stands before a doubled dose that is forbidden: "do not take a double dose" gives no amount.
_FORBIDDEN = re.compile(r"(?:\bnot|\bnever|n['’]t)(?: (?:take|use|have|give|inject))?(?: an?| the)?\W*$", re.I)


def gives_dose(text: str) -> bool:
    """Whether ``text`` has an amount of a medicine ("2 mg every 4 hours", "two puffs", "75 mL/h"), or doubles or
    halves one, or changes one by a share ("a dose lower by 40%", "by one third"). To forbid a double dose gives none.

    Concentrations in blood, clearances and amounts of food, fluid or salt are none. It errs on the side of a dose.
    """
    if amounts_in(text) or _IN_COLUMN.search(text):
        return True
    if any(not _FORBIDDEN.search(text[: match.start()]) for match in _TWICE.finditer(text)):
        return True
    return _BY_SHARE.search(text) is not None or _BY_FRACTION.search(text) is not None


def amounts_in(text: str) -> list[tuple[int, int]]:
    """Where ``text`` has amounts of medicines: from and to these characters."""
    amounts = (*AMOUNT.finditer(text), *_COUNT.finditer(text))
    return [
        match.span()
        for match in amounts
        if not (_NO_MEDICINE.search(text[match.end() :]) or _is_of_alcohol(match, text))
    ]


def _is_of_alcohol(amount: re.Match[str], text: str) -> bool:
    """Whether so many units are what is drunk at most."""
    limit = _UNITS_OF_ALCOHOL.match(text, amount.start())
    return limit is not None and _DRINKS_BEFORE.search(text[: amount.start()]) is not None
