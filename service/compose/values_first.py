"""What comes first where a question gives a patient's values: what holds for them, what is done before what it is
called, and nothing that is for others.
"""

from __future__ import annotations

import re

from corpus.glossary import Glossary
from service.analysis.question import Question
from service.measured import AGE
from service.sentences.applicable import fits, meets_criteria
from service.sentences.aptness import for_others
from service.sentences.candidates import Candidate, names
from service.sentences.done import says_what_is_done
from service.sentences.roles import Role, is_urgent
from service.sentences.rows import holds_as_row
from service.sentences.told_to_do import tells_to_do

_URGENT = 2.0  # log-odds of coming first that what cannot wait gains where values are told and nothing is asked
_ONLY_NAMES = -3.5  # that what says nothing that is done loses there; a score is told to learn what it means
_MEETS_CRITERIA = 2.0  # that what several values together call for gains over what holds unless they do
_NONE_HOLDS = -1.0  # that one loses which holds for none of the values; twice where nothing but these is told,
_OF_NO_USE = -6.0  # and so much where a drug is held at them: how it is given at others is not done
_SIZES = frozenset((AGE, "weight", "height", "bmi"))  # they tell of whom it is asked, and are no finding
_AT_ONCE = 5.0  # of what is done in the state that the values are, with the signs that are told; where nothing but
_WITH_THE_SIGNS = 1.5  # these is told and no drug is to be held
SCORES = frozenset(
    "meld child_pugh maddrey lille curb65 four_at phq9 abcd2 cha2ds2_va has_bled fib4 coma_scale".split()
)
_TAKES = re.compile(r"\b(?:on|taking|takes?|receiving|treated with)\s+(?:[\w-]+\s+)?$", re.I)
_AMONG = re.compile(
    r"\bin\s+(?:(?:patients|people|adults|acute|chronic|decompensated|compensated|with|stable)\s+){0,4}$", re.I
)


def by_values(question: Question, candidate: Candidate, is_limit: bool, something_held: bool) -> float:
    """The log-odds of coming first that a sentence gains by the values that a question gives: it loses where it holds
    for none of them (and is no limit of the drug or procedure asked about; most where ``something_held``: some
    sentence says that a drug is held at these values); where they are only told, or asked for
    their meaning, it gains as far as it holds, and by saying what cannot wait or is done, or that meaning.
    """
    text = candidate.text
    held = fits(text, question)
    if held < 0:
        if something_held:
            return _OF_NO_USE
        return _NONE_HOLDS * (2 if question.only_tells else 0 if is_limit else 1)
    if not (question.only_tells or question.meaning_asked):
        return _MEETS_CRITERIA * (is_limit and meets_criteria(text, question.values))
    measured = any(value.measure not in SCORES | _SIZES for value in question.given)
    does = says_what_is_done(text) or holds_as_row(candidate, question) or tells_to_do(text)
    if measured and not question.meaning_asked and not does:
        held += _ONLY_NAMES  # what is done comes before what it is called
    meaning = bool(question.meaning_asked) and question.meaning_asked in text.casefold()
    return held + meaning + _URGENT * (question.only_tells and is_urgent(text))


def by_signs(question: Question, candidate: Candidate, something_held: bool, glossary: Glossary) -> float:
    """What a sentence gains that says what is done in the state that the patient's values are, with all signs that are
    told beside it ("hyperkalaemia with ECG changes"): that is done before a drug is stopped (``something_held``: some
    sentence says that one is), and before anything else where only values are told.
    """
    if not something_held and not question.only_tells:
        return 0.0
    signs = [entry for entry in question.focus if entry.kind == "other" and entry.term not in question.states]
    done = candidate.role in (Role.RECOMMENDATION, Role.STEPS, Role.DOSING)
    if not (done and signs and is_on_state(question, candidate, glossary)):
        return 0.0
    if not all(names(entry, candidate) for entry in signs):
        return 0.0
    return _AT_ONCE if something_held else _WITH_THE_SIGNS


def is_on_state(question: Question, candidate: Candidate, glossary: Glossary) -> bool:
    """Whether a sentence names what the patient's values are called."""
    states = [entry for name in question.states if (entry := glossary.get(name)) is not None]
    return any(names(entry, candidate) for entry in states)


def is_for_other_patients(question: Question, candidate: Candidate, glossary: Glossary) -> bool:
    """Whether a sentence is for people without what the patient is told to have ("without bleeding"), or, where values
    are told, for those on a drug that nobody names beside the one asked about ("on amiodarone"), or, where no illness
    is, for those with one ("in cirrhosis").
    """
    if question.values and (for_others(candidate, question) or _on_another_drug(question, candidate, glossary)):
        return True
    if not question.only_tells or question.conditions:
        return False
    text = candidate.text
    told = [m for m in glossary.find(text) if m.entry.kind == "condition" and m.entry.term not in question.states]
    return any(_AMONG.search(text[: mention.start]) for mention in told)


def _on_another_drug(question: Question, candidate: Candidate, glossary: Glossary) -> bool:
    drugs = [entry for entry in question.entries if entry.kind == "drug"]
    named = {entry.term for entry in glossary.family_of(*drugs)}
    others = [m for m in glossary.find(candidate.text) if m.entry.kind == "drug" and m.entry.term not in named]
    return bool(drugs) and any(_TAKES.search(candidate.text[: mention.start]) for mention in others)
