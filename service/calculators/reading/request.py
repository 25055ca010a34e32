"""Which scores a question asks for: named and not already given, with a patient's values to compute them from."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from service.calculators.calculator import Calculator
from service.calculators.inputs import Amount, Measure
from service.calculators.reading.in_hand import SEX_ALONE, InHand, goes_on, score_in_hand
from service.calculators.reading.names import NAME_OF, NAMES, named_in
from service.calculators.reading.patient import Patient, read_patient
from service.calculators.reading.persons import leaves_out_what_is_told
from service.calculators.reading.text import as_read
from service.calculators.registry import CALCULATORS

# Cheap: most questions name none of them and are not looked at any further.
_ANY = re.compile(
    "|".join(NAMES.values()) + r"|\balbumin\b(?=.*\binr\b)|\binr\b(?=.*\balbumin\b)|\burea\b", re.I | re.S
)
_EXPLAIN = re.compile(
    r"^\s*(?:explain|define|describe|how (?:is|are|do|does|was)|which (?:factors|items|criteria|components)|why|who (?:developed|invented)|"
    r"when (?:is|should|was))\b",
    re.I,
)
_OTHER_QUESTIONS = re.compile(
    r"\b(?:should|can|could|may|must|anticoagulat\w*|treat\w*|therap\w*|dos(?:e|es|ing)|manag\w*|recommend\w*|prophyla\w*|safe\w*|contraindicat\w*|"
    r"transplant\w*|prognos\w*|surviv\w*|mortality|how (?:long|often)|why|needs?|needed|start|stop|switch|refer\w*|admit\w*|admission|home|next|"
    r"(?:which|what) (?:drug|antibiotic|anticoagulant|doac)s?|risk of|options?|indicat\w*|intervals?|monitor\w*)\b",
    re.I,
)
_IN_GENERAL = re.compile(r"\?|\b(?:what|which|when|how|why)\b", re.I)
_WELLS_PE = re.compile(r"\bpe\b|pulmonary embol|ha?emoptysis|heart rate|pulse|\bhr\b|pleuritic|chest pain", re.I)
_WELLS_DVT = re.compile(r"\bdvt\b|deep vein|calf|\bleg\b", re.I)
_WELLS_FOR = re.compile(
    r"\bwells(?:[' ]?s?)?(?: \w+)?(?: \((?=dvt|pe)| for| of| in)(?: a| suspected| possible)* ?(dvt|pe\b|deep vein|pulmonary)|\b(dvt|pe) wells\b|\bwells (dvt|pe)\b",
    re.I,
)
_SUSPECTED = re.compile(r"(?:suspected|possible|query|\?)\s*(dvt|pe\b|deep vein|pulmonary)", re.I)
# "And the score for a man of 78 on aspirin …", "calculate it for …": of the score that was spoken of last.
_OF_THE_LAST = re.compile(
    r"^\W*(?:(?:and|so|now|ok|then|please|can you|what|what's|whats|is|would|be|the|his|her|their|a|my patient's)\s+)*"
    r"(?:(?:scores?|points) (?:for|in)|(?:calculate|compute|score|work out) (?:it|this|that|the score)(?: out)?(?: for| in|,|:)|"
    r"work (?:it|this|that) out(?: for| in|,|:))\s+(?=.*\d)",
    re.I | re.S,
)
_UNNAMED = ("child_pugh", "curb_65")  # all of whose values together are a question for them
_SEVERAL_TOLD = "Two people are told of: give the age and the findings of the one alone whose score it is."
_OF_SOMEBODY = re.compile(
    r"\b(?:for|of|in) (?:my|our|this) (?:[\w-]+ ){0,3}?(?:patient|pt|man|woman|lady|gentleman)\b", re.I
)
_OF_OTHERS = "What is told of others than the one whose score is asked for was not counted."
_ENOUGH_FINDINGS = 2
_SHORT = 16  # words of a question that asks on about a patient described before


@dataclass(frozen=True, slots=True)
class Request:
    """The scores asked for, the patient, and whether nothing else is asked."""

    calculators: tuple[Calculator, ...]
    patient: Patient
    only_scores: bool
    notes: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()


def may_ask_for_a_score(question: str, history: Sequence[str] = ()) -> bool:
    """Whether it is worth reading: a cheap look for the names of scores, or for one spoken of before."""
    text = as_read(question)
    if _ANY.search(text) is not None or _OF_THE_LAST.match(text) is not None:
        return True
    return any(_ANY.search(as_read(message)) for message in history) and goes_on(text)


def read_request(question: str, history: list[str]) -> Request | None:
    """What is asked for; None where no score is. ``history``: the patient's earlier messages, oldest first."""
    text = as_read(question)
    named = named_in(text)
    if not named and _OF_THE_LAST.match(text):
        named = _named_last(history)
    own = read_patient([question])
    if not named and (in_hand := score_in_hand(question, history)) is not None:
        worked_out_anew = _of_score_in_hand(in_hand)
        if worked_out_anew is not None:
            return worked_out_anew
    if not named:
        unnamed = tuple(CALCULATORS[name] for name in _UNNAMED if _all_given(CALCULATORS[name], own))
        return Request(unnamed, own, only_scores=False) if unnamed else None
    patient = read_patient([*history, question]) if history else own
    notes: list[str] = []
    asks: list[str] = []
    if patient.is_one_of_several:
        asks.append(_SEVERAL_TOLD)
        named = []
    elif leaves_out_what_is_told(text):
        notes.append(_OF_OTHERS)
    calculators: list[Calculator] = []
    for name in named:
        calculator = _resolve(name, text, " ".join([*map(as_read, history), text]), notes, asks)
        if calculator is None or not _wanted(calculator, text, own, patient):
            continue
        calculators.append(calculator)
    if not calculators and not asks:
        return None
    only = _OTHER_QUESTIONS.search(_without_findings(text)) is None
    return Request(tuple(calculators), patient, only, tuple(notes), tuple(asks))


def _of_score_in_hand(in_hand: InHand) -> Request | None:
    """The score of an earlier message, with the value that the last one gives; None where that is no input of it."""
    if read_request(in_hand.asked, in_hand.before) is None and _IN_GENERAL.search(in_hand.asked):
        return None  # "At what eGFR is metformin stopped?"
    own = read_patient([in_hand.messages[-1]])
    if not SEX_ALONE.match(in_hand.messages[-1]):
        own.values.pop("sex", None)  # by "he"
    patient = read_patient(in_hand.messages)
    notes: list[str] = []
    asks: list[str] = []
    everything = " ".join(map(as_read, in_hand.messages))
    resolved = [_resolve(name, as_read(in_hand.asked), everything, notes, asks) for name in in_hand.names]
    calculators = [
        calculator
        for calculator in filter(None, resolved)
        if any(own.knows(item.name) for item in calculator.inputs) and _enough(calculator, patient)
    ]
    if not calculators:
        return None
    if read_patient(in_hand.messages[:-1]).is_one_of_several and not any(map(own.described, calculators)):
        return Request((), own, only_scores=False, asks=(_SEVERAL_TOLD,))
    only = in_hand.is_next and not any(
        _OTHER_QUESTIONS.search(_without_findings(as_read(text))) for text in (in_hand.asked, in_hand.messages[-1])
    )
    return Request(tuple(calculators), patient, only, tuple(notes))


def _named_last(history: list[str]) -> list[str]:
    """The scores of the last message that names one, be it to ask about the score itself."""
    for message in reversed(history):
        earlier = as_read(message)
        found = [(match.start(), name) for name, pattern in NAME_OF.items() if (match := pattern.search(earlier))]
        if found:
            return [name for _, name in sorted(found)]
    return []


def _resolve(name: str, text: str, everything: str, notes: list[str], asks: list[str]) -> Calculator | None:
    """The one calculator that a name means here."""
    match name:
        case "meld":
            notes.append("“MELD” was read as MELD-Na.")
            return CALCULATORS["meld_na"]
        case "improve":
            return CALCULATORS["improve_bleeding" if re.search(r"bleed", text, re.I) else "improve_vte"]
        case "wells":
            pe, dvt = (pattern.search(everything) is not None for pattern in (_WELLS_PE, _WELLS_DVT))
            suspected = _WELLS_FOR.search(text) or _SUSPECTED.search(everything)
            if suspected:
                first = next(filter(None, suspected.groups())).lower()
                pe, dvt = first.startswith("p"), first.startswith("d")
            if pe == dvt:
                asks.append("Wells score: say whether it is for deep vein thrombosis or for pulmonary embolism.")
                return None
            return CALCULATORS["wells_pe" if pe else "wells_dvt"]
    return CALCULATORS[name]


def _wanted(calculator: Calculator, text: str, own: Patient, patient: Patient) -> bool:
    if _enough(calculator, own) or (_OF_SOMEBODY.search(text) and _enough(calculator, own, findings=1)):
        return True
    asks_on = len(text.split()) <= _SHORT and not _EXPLAIN.match(text)
    return asks_on and _enough(calculator, patient)


def _enough(calculator: Calculator, patient: Patient, findings: int = _ENOUGH_FINDINGS) -> bool:
    """Whether there is a patient to compute for: one measured value, or some ``findings``."""
    measured = [item for item in calculator.inputs if isinstance(item, Measure) and patient.knows(item.name)]
    if calculator.name in ("egfr_ckd_epi_2021", "bmi"):  # an age alone, or a weight for a dose, asks for neither
        return any(item.name in ("creatinine", "weight", "height") for item in measured)
    return bool(measured) or len(patient.described(calculator)) >= findings


def _all_given(calculator: Calculator, patient: Patient) -> bool:
    values: Mapping[str, object] = patient.values
    if calculator.missing(patient.values):
        return False
    return sum(isinstance(values.get(item.name), Amount) for item in calculator.inputs) >= 3


def _without_findings(text: str) -> str:
    """The text without what describes the patient's treatment so far: "on anticoagulation", "previously treated"."""
    return re.sub(
        r"\b(?:on|taking|receiving|under|previously|was|has been)\s+(?:long-term\s+)?\w+", " ", text, flags=re.I
    )
