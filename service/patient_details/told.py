"""Which of the values in a message tell of the patient only, and which are asked about.

"62F, first unprovoked PE, eGFR 41, weight 58 kg. Which DOAC dose and how long?" asks about a dose and a time in
pulmonary embolism. Age, weight and filtration rate say for whom: sentences are held against them, and none has to have
their names. "K 6.4, what do I do?", "metformin if eGFR is 22?", "eGFR 45 and contrast planned, hold metformin?" ask
about the very value.

Told is what stands in a list of a patient's details, age or size among them, before the asking part or in a sentence
that asks nothing. The asking part has a topic of its own then, and the value lies where a value by itself calls for
nothing: what is an illness of its own is asked about wherever it stands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from corpus.glossary import Glossary, Mention
from corpus.text import STOPWORDS, words
from service.measured import Measured, age_spans, ages_in, measures_named, values_and_places
from service.measured.bound import PRESSURE, Bound, is_of_kidneys

Span = tuple[int, int]

# Of anybody who is spoken of: what size somebody has is told for a dose at most.
_SIZES = ("weight", "height", "bmi")
# Where a value is no illness by itself, nor near to one. A clearance is worked out to dose by: it has to be good.
_ORDINARY = (
    Bound("gfr", 30, None, True, "mL/min"),
    Bound("creatinine_clearance", 60, None, True, "mL/min"),
    Bound("creatinine", None, 130, False, "µmol/L"),
    Bound("urea", None, 10, True, "mmol/L"),
    Bound(PRESSURE, 90, 179, True, "mmHg", (None, 109)),
    Bound("sodium", 133, 147, True, "mmol/L"),
    Bound("potassium", 3.5, 5.0, True, "mmol/L"),
    Bound("haemoglobin", 100, 180, True, "g/L"),
    Bound("platelets", 100, 449, True, "× 10⁹/L"),
    Bound("inr", 0.8, 1.3, True, ""),
    Bound("albumin", 28, 55, True, "g/L"),
    Bound("bilirubin", None, 40, True, "µmol/L"),
    Bound("hba1c", None, None, True, ""),
    Bound("glucose", 4, 11, True, "mmol/L"),
    Bound("ejection_fraction", 50, 80, True, "%"),
    Bound("heart_rate", 50, 110, True, "/min"),
    Bound("respiratory_rate", 8, 21, True, "/min"),
    Bound("oxygen_saturation", 94, 100, True, "%"),
    Bound("temperature", 35.5, 37.9, True, "°C"),
)
_FEWEST = 2  # details that make a list
_OF_AGE = 18  # years: what is asked of a child is asked of its age and weight
_SENTENCE = re.compile(r"(?<=[.?!;])\s+|\n+")
_CUT = re.compile(r"[,;:]\s+|\s[-–]\s")
_WH = re.compile(r"\b(?:what|which|who|whom|whose|when|where|why|how)\b", re.I)
_AUXILIARY = re.compile(
    r"(?:^|[,:]\s*|\s[-–]\s*)\W*(?:(?:and|so|but|or|also|then) )?"
    r"(?:is|are|do|does|did|can|could|should|would|will|must|may|has|have|shall|any|need)\b",
    re.I,
)
_SUPPOSES = re.compile(
    r"^\W*(?:(?:and|but|or|so|then|what) )*(?:if|when|unless|suppose|assuming|in|for|with|at|as|since|because|given)\b",
    re.I,
)
# What asks about the details themselves: what they are called, count or add up to, whether somebody is too old.
_OF_THEM = re.compile(
    r"\b(?:stag(?:e|ing)|grade|class|category|severity|severe|means?|meaning|interpret\w*|diagnos\w+|criteria|risk|"
    r"scores?|points?|counts?|total|calculat\w*|formula|work out|body|normal|significan\w+|rule (?:in|out)|explain\w*|"
    r"caus\w+|why|age|old|elderly|young)\b",
    re.I,
)
_ASPECT = re.compile(r"\b(?:treatment|therapy|management)\b", re.I)  # asked of what the list names besides
_OF_KIDNEYS = re.compile(r"\b(?:renal|kidneys?|ckd|aki|nephro\w+)\b", re.I)
# Words of an asking part that name nothing: it asks about what stands before it.
_POINTS = frozenset(
    """now next then else first plan advice proceed act react manage managed management treat treated treatment therapy
    drug drugs medicine tablet give given giving start started starting stop stopped stopping continue continued carry
    hold held halve cut reduce reduced increase increased raise lower change changed adjust adjusted switch add added
    safe okay ok right dose doses dosage dosing mg option options step steps action actions here this that it her him
    them she he i we you patient pt do done need needed recommend recommended indicated contraindicated avoid use used
    admit refer go home hospital long much many often soon worry""".split()
)
# Words that may stand beside details in a list.
_BESIDE = frozenset(
    """a about air also an and around currently from has has he her his in is latest male female measured normal now of
    on patient pt recent room she stable the today usual was who with woman man years year old yo""".split()
)
_PERSON = r"(?:man|woman|male|female|lady|gentleman|patient|pt|M|F)"
_BEFORE_AGE = re.compile(
    rf"(?:\b(?:an?|the|my|this|our)\s+)?(?:\b{_PERSON}\b,?\s*\(?\s*)?(?:\b(?:aged?|of)\b:?\s*)?$", re.I
)
_AFTER_AGE = re.compile(
    rf"^(?:[-\s]*(?:years?|yrs?|yo|y/o)\b)?(?:[-\s]*\bold\b)?(?:[-\s]*\(?\b{_PERSON}\b\)?)?"
    r"(?:\s+(?:with|who has|has)\b)?",
    re.I,
)
_NO_ALLERGIES = re.compile(r"\b(?:no|nil)(?: known)?(?: drug)? allerg(?:y|ies)\b|\bNKDA\b", re.I)
# "X aside, what …?": not asked about, whatever it is.
_SET_ASIDE = re.compile(
    r"^\W*(?:(?:leaving|putting|setting) )?(?!what\b|which\b|how\b|any\b)[\w'’/-]+(?: [\w'’/-]+){0,3} aside"
    r"\s*[,;:–-]\s*",
    re.I,
)
_COMMAS = re.compile(r"\s*,(?:\s*,)+\s*")
_LEADING = re.compile(r"(^|[.?!;]\s+)[\s,;:.)–-]*(?:(?:and|with|has|who has)\b\s*)?")


@dataclass(frozen=True, slots=True)
class Told:
    """What a message tells of the patient: ``rest`` is the message without it, ``names`` the values with the words by
    which it names them, ``values`` where these stand and ``spans`` where all of it does.
    """

    rest: str
    names: tuple[str, ...] = ()
    values: tuple[Span, ...] = ()
    spans: tuple[Span, ...] = ()

    def holds(self, mention: Mention) -> bool:
        """Whether a concept is named in what is told."""
        return any(start <= mention.start and mention.end <= end for start, end in self.spans)


@lru_cache(maxsize=256)  # of one question it is asked in many places
def told_in(text: str, glossary: Glossary) -> Told:
    """What ``text`` tells of the patient besides what it asks, or sets aside; nothing where nothing else would be
    left.
    """
    aside = _SET_ASIDE.match(text)
    if aside is not None and _names_something(text[aside.end() :], glossary):
        return Told(text[aside.end() :], (), (), (aside.span(),))
    ages = list(zip(ages_in(text), age_spans(text), strict=True)) if any(map(str.isdigit, text)) else []
    asking = _asking(text) if any(map(str.isdigit, text)) else []
    if not asking or any(age.unit != "year" or age.number < _OF_AGE for age, _ in ages):
        return Told(text)
    asked = " ".join(text[_piece_of(text, start) : end] for start, end in asking)
    if _OF_THEM.search(asked):
        return Told(text)
    values, others = _listed(text, _unasked(text, asking), [_whole_age(text, *span) for _, span in ages])
    of_somebody = bool(others) or any(value.measure in _SIZES for value, _ in values)
    if not of_somebody or len(values) + len(others) < _FEWEST:
        return Told(text)
    has_topic = _names_something(asked, glossary) or _ASPECT.search(asked) is not None
    places = tuple(
        span
        for value, span in values
        if value.measure not in measures_named(asked)
        and (value.measure in _SIZES or (has_topic and _is_ordinary(value, asked)))
    )
    spans = (*places, *others) if has_topic else places
    told = Told(_without(text, spans), tuple(text[start:end] for start, end in places), places, spans)
    return told if spans and _names_something(told.rest, glossary) else Told(text)


def pieces_told_and_asking(text: str) -> tuple[list[str], str]:
    """The pieces of ``text`` before what it asks, and what it asks (of several questions the first on)."""
    asking = _asking(text)
    if not asking:
        return [], ""
    told = [text[start:end].strip(" ,;:.") for start, end in _unasked(text, asking) if end <= asking[0][0]]
    return [piece for piece in told if piece], " ".join(text[start:end].strip() for start, end in asking)


def _asking(text: str) -> list[Span]:
    """Where each sentence that asks does so: from its first asking word to its end, of "…, dose?" the last piece."""
    found = []
    for start, end in _sentences(text):
        sentence = text[start:end]
        begin = min((m.start() for m in (_WH.search(sentence), _AUXILIARY.search(sentence)) if m), default=None)
        if begin is None and sentence.rstrip().endswith("?"):
            begin = max((m.end() for m in _CUT.finditer(sentence)), default=0)
        if begin is not None:
            found.append((start if _SUPPOSES.match(sentence) else start + begin, end))
    return found


def _sentences(text: str) -> list[Span]:
    cuts = list(_SENTENCE.finditer(text))
    return list(zip([0, *(m.end() for m in cuts)], [*(m.start() for m in cuts), len(text)], strict=True))


def _piece_of(text: str, place: int) -> int:
    """Where the piece of a sentence begins in which ``place`` is."""
    sentence = next(start for start, end in _sentences(text) if start <= place <= end)
    return max((sentence + m.end() for m in _CUT.finditer(text[sentence:place])), default=sentence)


def _unasked(text: str, asking: list[Span]) -> list[Span]:
    """The pieces of each sentence before its asking part."""
    begins = {end: start for start, end in asking}
    found: list[Span] = []
    for start, end in _sentences(text):
        end = begins.get(end, end)
        cuts = [(start + m.start(), start + m.end()) for m in _CUT.finditer(text[start:end])]
        found += zip([start, *(after for _, after in cuts)], [*(before for before, _ in cuts), end], strict=True)
    return found


def _listed(text: str, pieces: list[Span], ages: list[Span]) -> tuple[list[tuple[Measured, Span]], list[Span]]:
    """The values of a patient that stand in a list of details, and where ages and the like stand in it: pieces of
    details alone, and an age with which a piece begins.
    """
    found = [(value, (start, end)) for value, start, end in values_and_places(text)]
    also = [*ages, *(match.span() for match in _NO_ALLERGIES.finditer(text))]
    values: list[tuple[Measured, Span]] = []
    others: list[Span] = []
    for start, end in pieces:
        here = [(value, span) for value, span in found if start <= span[0] < end]
        beside = [span for span in also if start <= span[0] < end]
        left = _without(text[start:end], [(a - start, b - start) for a, b in (*(s for _, s in here), *beside)])
        if all(word in _BESIDE for word in words(left)):
            values += here
            others += beside
        else:
            others += [span for span in beside if span in ages and not text[start : span[0]].strip()]
    return values, others


def _is_ordinary(value: Measured, asked: str) -> bool:
    """Whether a value is no illness by itself, nor of the organ that is asked about."""
    of_kidneys = is_of_kidneys(value.measure) or value.measure in ("creatinine", "urea")
    if of_kidneys and (_OF_KIDNEYS.search(asked) or any(map(is_of_kidneys, measures_named(asked)))):
        return False
    return is_ordinary(value)


def is_ordinary(value: Measured) -> bool:
    """Whether a value by itself calls for nothing."""
    return any(bound.holds(value) for bound in _ORDINARY)


def _names_something(asked: str, glossary: Glossary) -> bool:
    """Whether an asking part has a topic of its own ("Which DOAC dose?"), and asks not what is done with what stands
    before it ("Stop it?").
    """
    if any(mention.entry.kind != "organisation" for mention in glossary.find(asked)):
        return True
    return any(word not in STOPWORDS and word not in _POINTS and not word[0].isdigit() for word in words(asked))


def _whole_age(text: str, start: int, end: int) -> Span:
    """An age with the person whose it is: "a 66-year-old man with"."""
    before, after = _BEFORE_AGE.search(text[:start]), _AFTER_AGE.match(text[end:])
    return (before.start() if before else start), end + (after.end() if after else 0)


def _without(text: str, spans: tuple[Span, ...] | list[Span]) -> str:
    for start, end in sorted(spans, reverse=True):
        text = f"{text[:start]} {text[end:]}"
    text = re.sub(r"\s+([,.;?!])", r"\1", re.sub(r"\s+", " ", _COMMAS.sub(", ", text)))
    text = re.sub(r"([.;?!])(?:\s*,)+", r"\1", _COMMAS.sub(", ", text))
    return _LEADING.sub(r"\1", re.sub(r",+([.;?!])", r"\1", text)).strip()
