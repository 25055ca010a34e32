"""What stands first where it is asked plainly of a drug ("dose of X in Y"): the default case before one that nobody
asked for, where both say it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from corpus.glossary import Glossary
from service.analysis.question import Question, QuestionKind
from service.compose.plain import asks_simply
from service.sentences.asked_of_drugs import asked_of, says
from service.sentences.astray import begins_in_another_illness
from service.sentences.candidates import Candidate, names
from service.sentences.default_case import DefaultCase, gives_time
from service.sentences.doses import gives_dose
from service.sentences.expected import expects

# How long something works or is waited for is another time than how long it is given.
_OF_EFFECT = re.compile(
    r"\bhow (?:long|many \w+)\b[^?]*\b(?:works?|acts?|lasts?|effects?|stays?|half-life|takes? to|off|before|"
    r"after|until)\b",
    re.I,
)
_NEAR_BEST = 2.0  # log-odds of coming first by which it may stand behind


def default_first(
    question: Question, best: Candidate, others: Sequence[Candidate], worth: Callable[[Candidate], float],
    glossary: Glossary,
) -> Candidate:  # fmt: skip
    """``best``, or where it holds under a condition that the question on a drug does not ask for, or lacks one that it
    does, the one of ``others`` that says as much with fewer of these. ``worth``: the log-odds of coming first of each.
    """
    if not _is_plain(question):
        return best
    case = DefaultCase(question)
    says_it = gives_time(best.text) if case.of_time else question.kind is QuestionKind.DOSE and gives_dose(best.text)
    if not says_it:
        return best

    def missed(candidate: Candidate) -> int:
        in_another = begins_in_another_illness(candidate.text, question, glossary)
        return case.misses(candidate.text) + in_another

    most = missed(best)
    if not most:
        return best
    floor = worth(best) - _NEAR_BEST
    covers = _covers(question, best, case, glossary)
    misses = {c.position: missed(c) for c in others}
    plainer = [c for c in others if misses[c.position] < most and worth(c) >= floor and covers(c)]
    return min(plainer, key=lambda c: (misses[c.position], -worth(c), c.order), default=best)


def _is_plain(question: Question) -> bool:
    """Whether a question asks simply of a drug, and not how long that works."""
    drugs = any(entry.kind == "drug" for entry in question.focus)
    return drugs and asks_simply(question) and not _OF_EFFECT.search(question.text)


def _covers(
    question: Question, best: Candidate, case: DefaultCase, glossary: Glossary
) -> Callable[[Candidate], bool]:  # fmt: skip
    """A test of whether a sentence names what ``best`` names of the question, and says what it says of it: a dose, a
    time, what is asked of a drug, what the question must be answered with.
    """
    asked = [entry for entry in question.focus if entry.kind in ("drug", "condition", "procedure")]
    itself = [entry for entry in asked if entry.kind == "drug" and names(entry, best)]
    named = [entry for entry in asked if any(names(e, best) for e in glossary.family_of(entry))]
    matters = [matter for matter in asked_of(question.text) if says(matter, best.text)]
    expected = expects(question.text)
    wanted = expected if expected is not None and expected(best.text) else None

    def covers(candidate: Candidate) -> bool:
        if not (gives_time(candidate.text) if case.of_time else gives_dose(candidate.text)):
            return False
        if not case.met_by(best.text) <= case.met_by(candidate.text):
            return False
        if wanted is not None and not wanted(candidate.text):
            return False
        if not all(names(entry, candidate) for entry in itself):
            return False
        if not all(says(matter, candidate.text) for matter in matters):
            return False
        return all(any(names(e, candidate) for e in glossary.family_of(entry)) for entry in named)

    return covers
