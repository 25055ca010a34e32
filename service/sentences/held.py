"""What a patient's values call for with a drug that is named: that it is stopped, held, reduced or not to be given.

It comes before how the drug is started: a potassium of 5.9 on spironolactone asks what is to be held, not for the
first dose in another patient.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.glossary import Glossary
from service.analysis.question import Question, QuestionKind
from service.measured import AGE, Measured, bounds_in, measures_named
from service.sentences.applicable import holds_for
from service.sentences.aptness import for_others
from service.sentences.candidates import Candidate, names

_HOLDS = re.compile(
    r"(?<!unless )\bcontra-?indicat\w+|\bstopp(?:ed|ing)\b|\bstops?\b|\b(?:with)?h[eo]ld(?:ing|s)?\b|\bpaus\w+|"
    r"\binterrupt\w+|\bdiscontinu\w+|"
    r"\bhalv(?:ed|es|ing)\b|\bdos(?:e|es|age) (?:is |are |has to be |should be )?(?:reduced|lowered)\b|"
    r"\b(?:is|are|be) (?:reduced|lowered) (?:to|at|by|below|when|from)\b|"
    r"\b(?:a )?lower dose\b|\breduces? (?:the |its )?(?:daily )?dose|"
    r"\b(?:must|should|do|does|is|are) not (?:be )?(?:used|given|recommended|advised|started|continued|taken)\b|"
    r"\bavoid(?:ed|s|ing)?\b|\bomit\w*",
    re.I,
)
_GOES_ON = re.compile(r"\b(?:not|never|without|need not|no need to)\s+(?:be\s+)?(?:\w+\s+)?$", re.I)
_CLAUSE = re.compile(r";\s+|,\s+(?:and|but|whereas|while|or)\s+|\s+(?:whereas|but)\s+", re.I)
_OCCASION = re.compile(
    r"\b(?:before|during|around|for|at|when|after|on the day of)\b[^,;]{0,40}"
    r"\b(?:contrast|surgery|operations?|procedures?|scans?|imaging|an?aesthesia|biops\w+|neuraxial|epidural|spinal)\b",
    re.I,
)
# What values are called that speak against a drug, and are not what it is given for.
_STATES = (
    "hyperkalaemia", "hypokalaemia", "hyponatraemia", "hypernatraemia", "thrombocytopenia", "hypotension",
    "acute kidney injury",
)  # fmt: skip
_ASKS_OF_ANOTHER = re.compile(
    r"\b(?:instead|alternativ\w*|options?|what else|which (?:other|drug)|switch\w*|swap\w*)\b", re.I
)
_NOT_OF_USE = (
    QuestionKind.DIAGNOSIS,
    QuestionKind.DEFINITION,
    QuestionKind.MECHANISM,
    QuestionKind.PROGNOSIS,
    QuestionKind.COMPARISON,
)
_BOUND = re.compile(
    r"(?:\b(?:above|over|more than|at least|below|under|less than)\s|[<>≥≤]\s?)\s*\d[\d.,]*(?<![.,])"
    r"(?: ?[A-Za-zµ]+/[A-Za-z]+)?",
    re.I,
)
_HELD = 0.5  # how far a clause must hold for the values


def calls_to_hold(candidate: Candidate, question: Question, glossary: Glossary) -> bool:
    """Whether a sentence says that a drug of the question is stopped, held, reduced or not given at the patient's
    values, or in the state that these are.
    """
    values = [value for value in question.values if value.measure != AGE]
    drugs = [entry for entry in question.focus if entry.kind == "drug"]
    if not values or not drugs or question.kind in _NOT_OF_USE or _ASKS_OF_ANOTHER.search(question.text):
        return False
    if for_others(candidate, question) or not any(names(entry, candidate) for entry in glossary.family_of(*drugs)):
        return False
    states = {name for name in question.states if name in _STATES}
    other_occasion = _OCCASION.search(question.text) is None
    for clause in _CLAUSE.split(candidate.text):
        hold = _HOLDS.search(clause)
        if hold is None or _GOES_ON.search(clause[: hold.start()]):
            continue
        if other_occasion and _OCCASION.search(clause):
            continue
        unnamed = " and ".join(_with_names(clause, candidate.text, values))
        text = clause if bounds_in(clause) else unnamed or candidate.text
        held = holds_for(text, values)
        if held > _HELD or (held == 0 and states & {mention.entry.term for mention in glossary.find(candidate.text)}):
            return True
    return False


def _with_names(clause: str, sentence: str, values: Sequence[Measured]) -> list[str]:
    """The bounds of a clause without a measure of its own ("stopping above 6.0 mmol/L"), each with those measures of
    the patient that its sentence names.
    """
    named = {value.measure for value in values} & measures_named(sentence)
    return [f"{name} {bound.group()}" for bound in _BOUND.finditer(clause) for name in sorted(named)]
