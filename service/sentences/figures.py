"""The figures of a sentence as quantities that can be held against each other: value, unit, and what they measure.

Times, doses, pressures and concentrations are brought to one unit of their kind, so that a fortnight is 14 days and
0.5 kg is 500 g; a bare number is of what stands before it ("eGFR of 20", "INR above 1.5"). A rate ("a day", "weekly")
is a figure of its own kind.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

_WORDS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "fourteen": 14, "fifteen": 15, "twenty": 20, "thirty": 30, "half": 0.5,
    "half a": 0.5, "half an": 0.5,
}  # fmt: skip
# unit: (kind, how many of the kind's own unit)
_UNITS: dict[str, tuple[str, float]] = {
    "second": ("time", 1 / 3600), "sec": ("time", 1 / 3600), "minute": ("time", 1 / 60), "min": ("time", 1 / 60),
    "hour": ("time", 1.0), "h": ("time", 1.0), "hr": ("time", 1.0), "day": ("time", 24.0), "night": ("time", 24.0),
    "week": ("time", 168.0), "fortnight": ("time", 336.0), "month": ("time", 730.5), "year": ("time", 8766.0),
    "ng": ("mass", 1e-3), "µg": ("mass", 1.0), "μg": ("mass", 1.0), "mcg": ("mass", 1.0), "microgram": ("mass", 1.0),
    "mg": ("mass", 1e3), "g": ("mass", 1e6), "gram": ("mass", 1e6), "kg": ("mass", 1e9), "kilo": ("mass", 1e9),
    "ml": ("volume", 1.0), "dl": ("volume", 100.0), "l": ("volume", 1e3), "litre": ("volume", 1e3),
    "liter": ("volume", 1e3), "%": ("share", 1.0), "percent": ("share", 1.0), "mmhg": ("mmhg", 1.0),
    "ppb": ("ppb", 1.0), "cm": ("length", 10.0), "mm": ("length", 1.0), "iu": ("units", 1.0), "unit": ("units", 1.0),
    "point": ("points", 1.0), "mmol": ("mmol", 1.0), "µmol": ("mmol", 1e-3), "μmol": ("mmol", 1e-3),
    "umol": ("mmol", 1e-3), "micromol": ("mmol", 1e-3), "meq": ("mmol", 1.0), "kpa": ("kpa", 1.0),
    "°c": ("temperature", 1.0), "joule": ("joule", 1.0), "gy": ("gy", 1.0), "dose": ("doses", 1.0),
    "tablet": ("tablets", 1.0), "puff": ("puffs", 1.0), "gray": ("gy", 1.0),
}  # fmt: skip
_VALUE = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:[.·]\d+)?"
_SPELT = "|".join(sorted(map(re.escape, _WORDS), key=len, reverse=True))
_UNIT = "|".join(sorted(map(re.escape, _UNITS), key=len, reverse=True))
_QUANTITY = re.compile(
    rf"(?<![\w.,/])(?P<first>{_VALUE}|(?:{_SPELT})(?=[\s-]))"
    rf"(?P<pair>\s?/\s?(?P<under>\d{{2,3}})(?!\d))?"
    rf"(?:\s?(?:–|-|to|or|and)\s?(?P<last>{_VALUE}|(?:{_SPELT})(?=\s)))?"
    rf"(?:[\s-]?(?P<unit>{_UNIT})s?(?P<per>(?:\s?/\s?[A-Za-z]\w*(?:\.\d+\s?m²)?)*)(?![\w]))?",
    re.I,
)
_RATE = re.compile(
    r"\b(?P<times>once|twice|thrice|(?:one|two|three|four|five|six|[1-6]) times|)[\s-]*"
    r"(?:(?:a|an|per|each|every)\s+(?P<each>day|night|week|month|year|hour|fortnight|minute)\b|"
    r"(?P<adverb>daily|nightly|weekly|monthly|yearly|hourly|annually|fortnightly)\b)",
    re.I,
)
_DOSED = re.compile(
    r"(?:\d\s?|\b)(?:mg|g|kg|kilo|micrograms?|mcg|µg|ml|l|litres?|units?|tablets?|doses?|off|%|\d)\)?\s*$|"
    r"\d\s[a-z-]+(?:\s[a-z-]+)?(?<! for)(?<! in)(?<! after)(?<! over)(?<! than)\s*$",  # "3 standard drinks a week"
    re.I,
)
_A_DOSE = re.compile(r"\s+dos(?:e|es|age)\b", re.I)
_LASTING = re.compile(r"\blife-?long\b|\bindefinite(?:ly)?\b|\bfor life\b", re.I)
_NUMBERED = re.compile(r"\b(?P<unit>day|week|month)\s(?P<first>\d{1,3})(?:\s?(?:–|-|to)\s?(?P<last>\d{1,3}))?\b", re.I)
_NEXT_TO = re.compile(r"\bthe (?P<unit>day|night|week|month|year) (?=before\b|after\b|prior\b)", re.I)
_POWER = re.compile(r"[×x*]\s?$", re.I)  # "450 × 10⁹/L" is one number
_RAISED = re.compile(r"^(?:\^?-?\d|[⁰¹²³⁴-⁹])")
_AGE = re.compile(
    r"\b(?:aged?|older than|younger than|age of|ages|people|children|women|men|adults|from|under|over)\s*[<>≤≥]?\s*$",
    re.I,
)
_OLD = re.compile(r"^[\s-]*(?:old|of age)\b", re.I)
_EVERY = re.compile(
    rf"\bevery\s+(?P<first>{_VALUE}|{_SPELT})(?:\s?(?:–|-|to|or)\s?(?P<last>{_VALUE}|{_SPELT}))?[\s-]*"
    r"(?P<unit>minute|hour|day|week|month|year)s?\b",
    re.I,
)
_ADVERBS = {
    "daily": "day", "nightly": "day", "night": "day", "weekly": "week", "monthly": "month", "yearly": "year",
    "annually": "year", "hourly": "hour", "fortnightly": "fortnight",
}  # fmt: skip
_TIMES = {"": 1, "once": 1, "twice": 2, "thrice": 3}
_PER = re.compile(
    r"^\s*(?:/|(?:an?|per|each|every)\s|once\s|in\s(?:a|one)\s)?\s*"
    r"(?P<each>d|day|daily|week|weekly|hour|hourly|kg|month)\b",
    re.I,
)
_SHORT = {"h": "/hour", "hr": "/hour", "d": "/day", "minute": "/min", "week": "/week"}
_EACH = re.compile(rf"/({'|'.join(_SHORT)})\b")
_RATIO = re.compile(r"(?<![\d:.])(\d+(?:\.\d+)?)\s?:\s?(\d+(?:\.\d+)?)(?![\d:])")
_BEFORE = re.compile(r"[A-Za-z][\w/-]*|[,;:()]")
_FILLING = frozenset(
    """of is are was at to from under over below above beyond than less more greater lower higher or equal starting
    starts begins reaches least most as low down up between around about only has have be an a the score count
    level value counts levels scores values units by and in may go exceeding exceeds mean means rises falls rise
    fall being""".split()
)
FOR_EVER = 1e6  # hours
_ROUNDED = 0.03
_FAR = 2.0  # a value this many times beyond a bound is of something else
_LEAST = re.compile(
    r"(?:[>≥]|\b(?:above|over|beyond|more than|greater than|higher than|at least|from|older than|exceed\w*|minimum of|"
    r"no (?:earlier|sooner|less) than|needs?|reach\w*))\s*=?\s*(?:an?\s+)?(?:[A-Za-z][\w-]*\s+(?:of\s+)?){0,2}$",
    re.I,
)
_MOST = re.compile(
    r"(?:[<≤]|\b(?:below|under|less than|lower than|at most|up to|within|younger than|no (?:more|later|longer) than|"
    r"maximum of|down to|"
    r"not (?:to |be )?(?:exceed\w*|above|over|beyond|more than|pass)))"
    r"\s*=?\s*(?:an?\s+)?(?:[A-Za-z][\w-]*\s+(?:of\s+)?){0,2}$",
    re.I,
)
_OR_MORE = re.compile(r"^\W{0,2}(?:or|and) (?:more|higher|above|over|longer|older|greater)\b|^\s+upwards?\b", re.I)
_OR_LESS = re.compile(r"^\W{0,2}(?:or|and) (?:less|lower|below|under|fewer|younger)\b", re.I)
_NO_MEASURE = frozenset(
    """at of to in on by from after before under over with and or the a an for than is are was were be may stage grade
    step class type group phase child-pugh ckd table figure number nice esc aha acc ada who guideline guidance version
    only least most once day until starts there""".split()
)
_SPREAD = 6.0  # times that two bare numbers of the same may be apart
_OFTEN_BARE = ("points", "mmhg")
_NEVER_BARE = ("time", "interval", "age", "share", "ratio", "doses")
_AGES = ("age", "ages", "aged")
_YEAR = re.compile(r"(?:19|20)\d\d$")


@dataclass(frozen=True, slots=True)
class Figure:
    """A value or range of one kind of quantity. ``kind`` with what it is per: "mass/day", "mmol/l"; of a bare number
    the word before it.
    """

    kind: str
    low: float
    high: float
    start: int
    end: int
    written_low: float  # as written, whatever the unit
    written_high: float
    bound: str = (
        ""  # ">" where it is the least ("at least", "from"), "<" where it is the most, "=" where it is the limit itself
    )
    step: float = 0.0  # half of its last digit: to what it is rounded at most

    def meets(self, other: Figure) -> bool:
        """Whether the two have a value in common, rounding aside; a plain value also meets a bound that it keeps."""
        slack = min(max(self.step, other.step), _ROUNDED * max(abs(self.high), abs(other.high)))
        if not self.bound and other.bound and self.low == self.high:
            kept = self.high >= other.low - slack if other.bound == ">" else self.low <= other.high + slack
            return kept and max(self.high, other.high) <= _FAR * min(self.high, other.high)
        return self.low <= other.high + slack and other.low <= self.high + slack


@lru_cache(maxsize=4_000)
def figures(text: str) -> tuple[Figure, ...]:
    """All quantities of ``text`` in order; years, names with digits and numbers of nothing are none."""
    found: list[Figure] = []
    taken: list[tuple[int, int]] = []
    for match in _RATIO.finditer(text):
        value = float(match[1]) / float(match[2]) if float(match[2]) else 0.0
        found.append(Figure("ratio", value, value, *match.span(), value, value))
        taken.append(match.span())
    for match in _LASTING.finditer(text):
        found.append(Figure("time", FOR_EVER, FOR_EVER, *match.span(), FOR_EVER, FOR_EVER))
    for match in _NUMBERED.finditer(text):
        hours = _UNITS[match["unit"].casefold()][1]
        low, high = float(match["first"]), float(match["last"] or match["first"])
        found.append(Figure("time", low * hours, high * hours, *match.span(), low, high))
        taken.append(match.span())
    for match in _NEXT_TO.finditer(text):
        hours = _UNITS[match["unit"].casefold()][1]
        found.append(Figure("time", hours, hours, *match.span(), 1.0, 1.0))
        taken.append(match.span())
    for match in _EVERY.finditer(text):
        hours = _UNITS[match["unit"].casefold()][1]
        low = _number(match["first"])
        high = _number(match["last"]) if match["last"] else low
        found.append(Figure("interval", low * hours, high * hours, *match.span(), low, high))
        taken.append(match.span())
    for match in _RATE.finditer(text):
        every = match.group().casefold().lstrip().startswith(("every", "each"))
        dosed = _DOSED.search(text[: match.start()]) is not None
        if not _free(match, taken) or not (match["adverb"] or match["times"] or every or dosed):
            continue  # "after a week" is no rate
        taken.append(match.span())
        told = match["each"] and not match["times"] and (dosed or not every)
        if told or _A_DOSE.match(text[match.end() :]):
            continue  # "500 g a day": told by what the quantity is per; "a daily dose" says how much
        each = (match["each"] or _ADVERBS[match["adverb"].casefold()]).casefold()
        hours = _UNITS[_ADVERBS.get(each, each)][1] / _often(match["times"])
        found.append(Figure("interval", hours, hours, *match.span(), hours, hours))
    for match in _QUANTITY.finditer(text):
        power = _POWER.search(text[: match.start()]) and _RAISED.match(text[match.end() :])
        if _free(match, taken) and not power:
            found += [_bounded(figure, match, text) for figure in _quantity(match, text)]
    return tuple(sorted(found, key=lambda figure: figure.start))


def _bounded(figure: Figure, match: re.Match[str], text: str) -> Figure:
    before, after = text[max(0, match.start() - 40) : match.start()], text[match.end() :]
    bound = ">" if (_LEAST.search(before) and not _MOST.search(before)) or _OR_MORE.match(after) else ""
    bound = bound or ("<" if _MOST.search(before) or _OR_LESS.match(after) else "")
    decimals = len(re.split(r"[.·]", match["first"])[1]) if re.search(r"\d[.·]\d", match["first"]) else 0
    scale = figure.high / figure.written_high if figure.written_high else 1.0
    return replace(figure, bound=bound, step=0.5 * 10**-decimals * scale)


def _often(times: str) -> int:
    word = times.casefold()
    return _TIMES[word] if word in _TIMES else int(_number(word.split()[0]))


def _free(match: re.Match[str], taken: list[tuple[int, int]]) -> bool:
    return not any(start < match.end() and match.start() < end for start, end in taken)


def _number(written: str) -> float:
    word = " ".join(written.casefold().split())
    return float(_WORDS[word]) if word in _WORDS else float(word.replace(",", "").replace("·", "."))


def _quantity(match: re.Match[str], text: str) -> list[Figure]:
    spelt = not match["first"][0].isdigit()
    if spelt and not match["unit"]:
        return []
    low = _number(match["first"])
    high = _number(match["last"]) if match["last"] else low
    if high < low:
        high = low
    unit = (match["unit"] or "").casefold()
    at = match.span()
    if match["pair"] and not (match["per"] or "").strip():  # 140/90: a pressure
        return [Figure("mmhg", low, high, *at, low, high)] if low > float(match["under"]) else []
    if unit:
        kind, share = _UNITS[unit]
        per = _EACH.sub(lambda found: _SHORT[found[1]], re.sub(r"\s", "", (match["per"] or "").casefold()))
        behind = _PER.match(text[match.end() :])
        if per in ("", "/kg") and kind in ("mass", "volume", "units", "mmol") and behind is not None:
            each = behind["each"].casefold()
            per += "/" + {"d": "day", "daily": "day", "weekly": "week", "hourly": "hour"}.get(each, each)
        if spelt and match["first"].casefold() in ("a", "an") and (kind != "time" or unit == "second"):
            return []
        if unit == "year" and (_AGE.search(text[: match.start()]) or _OLD.match(text[match.end() :])):
            kind = "age"
        return [Figure(kind + per, low * share, high * share, *at, low, high)]
    if _YEAR.match(match["first"]) and not match["last"]:
        return []
    name = _measured(text[: match.start()])
    if not name or name in _NO_MEASURE:
        return []
    if name in _AGES:
        hours = _UNITS["year"][1]
        return [Figure("age", low * hours, high * hours, *at, low, high)]
    return [Figure(f"of {name}", low, high, *at, low, high)]


def _measured(before: str) -> str:
    """The word that a bare number is a value of: the last before it that is no mere link."""
    for word in [match.group().casefold() for match in _BEFORE.finditer(before)][:-6:-1]:
        if word in ",;:":
            return ""
        if word not in _FILLING and word not in "()":
            return word
    return ""


def comparable(one: Figure, other: Figure) -> bool:
    """Whether a found figure (``other``) can be of the same quantity as an assumed one: of one kind, or the assumed one
    is bare, or written in points or mmHg where the found one is bare.
    """
    if one.kind.removesuffix("/day") == other.kind.removesuffix("/day") or {one.kind, other.kind} == {"time", "age"}:
        return True
    bare = one.kind.startswith("of ") or (one.kind in _OFTEN_BARE and other.kind.startswith("of "))
    if not bare or other.kind.startswith(_NEVER_BARE):
        return False
    low, high = sorted((max(one.written_high, 1e-9), max(other.written_high, 1e-9)))
    return high <= _SPREAD * low


def same_value(one: Figure, other: Figure) -> bool:
    """Whether two comparable figures have a value in common."""
    if one.kind.startswith("of ") or other.kind.startswith("of "):
        one, other = (
            replace(figure, low=figure.written_low, high=figure.written_high, step=min(figure.step, 0.5))
            for figure in (one, other)
        )
    return one.meets(other)


def share_a_quantity(one: str, other: str) -> bool:
    """Whether two texts have figures of the same quantity, whatever their values."""
    return any(comparable(a, b) for a in figures(one) for b in figures(other))
