"""A quantity that a question wants, and whether a sentence gives one of the kind: how long, how often, how much of what,
which share, above which value.

A sentence may be near in every sign, be on the drug and the illness, and have no number at all, or one of another kind
("how long after the last dose?" beside a dose). This looks for the kind alone; of what it is said is looked for by
whoever asks.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from service.sentences.coverage import tells_share
from service.sentences.doses import gives_dose
from service.sentences.figures import Figure, figures
from service.sentences.units_asked import units_asked

_PERIODS = r"(?:seconds?|minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|wks?|months?|years?|yrs?)"
_OLD = re.compile(r"^[\s-]*(?:old|of age)\b", re.I)
_AGED = re.compile(
    r"\b(?:aged?|older than|younger than|age of|ages|under|over|people|adults|children|women|men)\s*[<>≤≥]?\s*$", re.I
)
_TIME_IN_WORDS = re.compile(
    r"\blife-?long\b|\bindefinit\w+|\bimmediate\w*|\bat once\b|\bstraight away\b|\bfor (?:life|ever)\b|\bforever\b|\bovernight\b|"
    r"\b(?:same|next|first|second|third) (?:day|night|week|month|year|trimester)\b|\bas (?:soon|long) as\b|\buntil\b|\bwhile\b|"
    rf"\b(?:several|some|few|many|a couple of) {_PERIODS}\b|\b(?:for|over|takes?|within|after|lasts?) (?:\w+ ){0, 2}(?:days|weeks|months|years)\b|\bearly\b|\burgent\w*|\bprompt\w*|\bpermanent\w*",
    re.I,
)
_RATE = re.compile(r"(?:/|\bper |\ban? )(?:min|minute|hour|h|day|week)\b", re.I)  # how fast it is given
_INTERVAL_IN_WORDS = re.compile(
    r"\b(?:annual|year|month|week|dai|hour|night|regular|continuous|periodic\w*)ly\b|\bannual\b|\bonce\b|\btwice\b|\btimes\b|"
    rf"\b(?:every|each|per|an?) (?:\w+ )?(?:{_PERIODS}|visit|infusion|dose|time)\b|\bbefore (?:each|every)\b",
    re.I,
)
_DOSE_IN_WORDS = re.compile(
    r"\b(?:unchanged|reduc\w+|lower\w*|halv\w+|half|doubl\w+|increas\w+|rais\w+|adjust\w*|same dose|"
    r"(?:fixed|full|therapeutic|prophylactic|intermediate|usual|standard) (?:\w+ )?doses?|not recommended|contraindicated|"
    r"avoid\w*|titrat\w+)\b|\d\s?(?:mg|g|kg|mcg|µg|micrograms?|units?|ml|l|litres?|joules?|j|mmol|gy|%)\b",
    re.I,
)
_INFUSED = re.compile(r"(?:/|\bper |\ban? )(?:min|minute|hour|h)\b", re.I)  # how fast it is given
_OF_SO_MANY = re.compile(r"\b\d[\d,.]* (?:of|out of) (?:the |these |those )?\d")
_HOW_COMMON = re.compile(
    r"\b(?:rare\w*|common\w*|uncommon\w*|frequent\w*|usual\w*|often|seldom|unlikely|likely)\b", re.I
)
_NUMBER = re.compile(
    r"\d|\b(?:half|third|quarter|two|three|four|five|six|ten|\w+fold|doubl\w+|twice|normal|upper limit)\b", re.I
)


def _is_time(figure: Figure, text: str) -> bool:
    return figure.kind == "time" and not (_OLD.match(text[figure.end :]) or _AGED.search(text[: figure.start]))


def _has_duration(text: str) -> bool:
    if any(figure.kind == "interval" or _is_time(figure, text) for figure in figures(text)):
        return True
    return _TIME_IN_WORDS.search(text) is not None or _RATE.search(text) is not None


def _has_interval(text: str) -> bool:
    return any(figure.kind in ("interval", "time") for figure in figures(text)) or bool(_INTERVAL_IN_WORDS.search(text))


def _has_dose(text: str) -> bool:
    return gives_dose(text) or _DOSE_IN_WORDS.search(text) is not None


def _has_share(text: str) -> bool:
    return tells_share(text) or _OF_SO_MANY.search(text) is not None or _HOW_COMMON.search(text) is not None


def _has_rate(text: str) -> bool:
    return _has_share(text) or _INFUSED.search(text) is not None


def _has_number(text: str) -> bool:
    return _NUMBER.search(text) is not None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A kind of quantity: how it is called where it is missing, and whether a text has one."""

    name: str
    asked: re.Pattern[str]
    has: Callable[[str], bool]

    def given_in(self, text: str, question: str) -> bool:
        """Whether ``text`` has a quantity of this kind, in the unit that ``question`` names, if it names one."""
        return self.has(text) and all(unit.given_in(text) for unit in units_asked(question))


_SHARE_ASKED = re.compile(
    r"\bpercent\w*|(?<!\d)(?<!\d )%|\b(?:what|which) (?:share|proportion|fraction)\b|\bhow (?:common|likely|rare|sensitive|specific|accurate)\b|"
    r"\bhow many (?:people|patients|women|men|children|pregnan\w+|of|recipients|cases|responders)\b|"
    r"\b(?:incidence|prevalence|mortality|survival|sensitivity|specificity) (?:of|rate|with|after|in|for)\b|"
    r"\b(?:what|which) (?:\w+[ -]){0,3}?(?:rate(?! (?:drug|control))|incidence|prevalence|mortality|percentage)\b|"
    r"\bhow (?:often|frequently) (?:do|does|did|is|are|was|were)\b[^?]*"
    r"\b(?:caus\w+|occur\w*|happen\w*|develop\w*|lead\w*|gets?|seen|found|follow\w*|fail\w*|bleed\w*|recur\w*|die)\b",
    re.I,
)
_KINDS = (
    Quantity("rate", re.compile(r"\b(?:what|which) (?:infusion |drip |flow |starting |initial )?rate\b(?! (?:drug|control))", re.I), _has_rate),
    Quantity("how many, or how often", _SHARE_ASKED, _has_share),
    Quantity(
        "how often",
        re.compile(r"\bhow (?:often|frequently)\b|\b(?:what|which) (?:\w+ )?(?:interval|frequency)\b|\bhow many times (?:a|per)\b", re.I),
        _has_interval,
    ),
    Quantity(
        "how long",
        re.compile(
            rf"\bhow (?:much longer|long|soon|quick\w*|fast|late|early)\b|\bhow many (?:\w+ )?{_PERIODS}\b|"
            r"\b(?:what|which) (?:\w+[ -]){0,3}?duration\b|\bduration of\b|\bwithin (?:what|how)\b|\bcourse length\b",
            re.I,
        ),
        _has_duration,
    ),
    Quantity(
        "dose",
        re.compile(
            r"(?<!last )(?<!first )(?<!next )(?<!missed )(?<!each )(?<!low-)(?<!low )(?<!high-)(?<!high )(?<!full )(?<!a )(?<!half the )(?<!twice the )(?<!half )"
            r"\b(?:dose|doses|dosage)\b(?! (?:was |is )?(?:missed|forgotten))|\bhow many (?:mg|g|units|puffs|tablets|grams|ml|mcg|joules|litres)\b",
            re.I,
        ),
        _has_dose,
    ),
    Quantity(
        "value",
        re.compile(
            r"\bhow (?:high|low)\b|\b(?:what|which) (?:\w+[ -]){0,4}?(?:threshold|cut-?off|targets?|levels?|count|value|score|trough|range|limit|"
            r"stiffness|pressure|concentration|temperature|bmi|inr|egfr|velocity)\b|\b(?:above|below|under|over|from|at|by) (?:what|which)\b(?! (?:foods?|sources?|drugs?|texts?|means|methods?|routes?|circumstances|conditions)\b)|"
            r"\b(?:target|threshold|cut-?off|trough) (?:\w+ )?(?:for|in|of|after)\b",
            re.I,
        ),
        _has_number,
    ),
    Quantity("how much", re.compile(r"\bhow much\b|\bhow far\b(?! apart)|\bby how\b", re.I), _has_number),
)  # fmt: skip


_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_WHETHER = re.compile(
    r"^\W*(?:and |but |so )?(?:can|could|does|do|did|is|are|was|were|should|would|will|has|have|may|must)\b(?![^?]*\b(?:how|what|which)\b)",
    re.I,
)


def quantity_asked(question: str) -> Quantity | None:
    """The kind of quantity that ``question`` wants; None where it wants none. What only stands beside a question ("no
    idea how long he has had it. Which drug?") is not asked, nor is what is asked whether it is so.
    """
    asking = " ".join(piece for piece in _SENTENCE.split(question) if "?" in piece) or question
    if _WHETHER.match(asking):
        return None
    return next((kind for kind in _KINDS if kind.asked.search(asking)), None)
