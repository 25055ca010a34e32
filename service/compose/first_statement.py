"""Which statement stands first: the one that says what was asked for, of those that an answer holds."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from corpus.glossary import Entry, Glossary
from service.analysis.question import Question, QuestionKind
from service.answer import Audience
from service.sentences.applicable import forbids, holds_for
from service.sentences.asked_of_drugs import test_of_what_is_asked
from service.sentences.candidates import Candidate
from service.sentences.coverage import FEATURES as COVERAGE
from service.sentences.expected import expects
from service.sentences.held import calls_to_hold
from service.sentences.material import WANTED, names
from service.sentences.readers import is_for, is_study
from service.sentences.roles import Role, is_urgent, recommends

_HELD = 2.0  # log-odds of coming first of what says that a drug is held at the patient's values
_AT_ONCE = 5.0  # of what is done in the state that the values are, with the signs that are told
_URGENT = 2.0  # log-odds of coming first that what cannot wait gains where values are told and nothing is asked
_ON_BOTH = 1.2  # that it gains by naming what is done and the patient's illness itself, where the question names both,
_ITSELF = 0.8  # and by having all words of the question itself,
_ALL = 0.99  # by rarity
_ANOTHER_CASE = -0.6  # a special one that is not asked about, or not the special one that is
_SAYS_WHO_NOT, _BOUNDED = -1.3, 0.5  # where it is asked for whom something is
_COVERED_ITSELF = COVERAGE.index("covered_itself")
# An illness that is what something is done for, and not the patient's: "for nausea in Parkinson's".
_PURPOSE = re.compile(
    r"\b(?:for|against|to (?:treat|prevent|control|relieve)|prevent(?:ing|ion of)?|treat(?:ing|ment of)?)\s+"
    r"(?:(?!in\b|with\b|of\b|after\b|during\b|on\b)[\w-]+\s+){0,2}$",
    re.I,
)
# What makes a case a special one.
_SPECIAL = re.compile(
    r"\b(?:severe(?:ly)?|refractory|resistant|intractable|recurrent|relapsed|massive|advanced|life-threatening|"
    r"critically ill|urgent(?:ly)?|unresponsive)\b",
    re.I,
)
_FOR_WHOM = re.compile(
    r"\b(?:who|which patients|whom)\b[^?]{0,20}"
    r"\b(?:qualif\w+|eligible|should|needs?|gets?|benefits?|candidates?|given|offered)\b|"
    r"\bindications?\b|\beligib\w+|\bcriteria for\b|"
    r"\bwhen\b[^?]*\b(?:give|given|start|started|offer|offered|use|used|add|added|indicated|needed|required)\b",
    re.I,
)
_DENIES = re.compile(
    r"\bnot (?:\w+ )?(?:recommend\w*|prescrib\w*|giv(?:en|e|ing)|offer\w*|indicated|need\w*|used?|advised?|start\w*)|"
    r"\b(?:suggests?|advises?|recommends?) (?:against|no|not)\b|\bagainst\b|\bcontra-?indicat",
    re.I,
)
_BOUND = re.compile(
    r"[<>≥≤]\s?\d|\b(?:at least|above|below|more than|less than) \d|\d\S* (?:\S+ )?or (?:more|less)\b", re.I
)
_RULED_OUT = -6.0  # that one loses which names only a drug that cannot be given
# Right behind a drug: it cannot be given.
_CANNOT_BE_GIVEN = re.compile(
    r"^,?\s*(?:is |are |was )?(?:not (?:available|an option|tolerated|possible)|unavailable|"
    r"out of stock|on shortage|contra-?indicated|(?:allergy|allergic|intolerance|intolerant)\b)",
    re.I,
)
_AGAINST = re.compile(r"\bnot\b|n't\b|\b(?:contra-?indicat\w+|avoid\w*|stop\w*|never|no|without)\b", re.I)


def _by_values(question: Question, text: str, is_limit: bool) -> float:
    """What a sentence gains as the first one by the values that a question gives: -1 where it holds for none of them
    (and is no limit of the drug or procedure asked about); where they are only told, or asked for their
    meaning, as far as it holds, and by saying what cannot wait, or that meaning.
    """
    held = holds_for(text, question.values)
    if held < 0:
        return 0.0 if is_limit else -1.0
    if not (question.only_tells or question.meaning_asked):
        return 0.0
    meaning = bool(question.meaning_asked) and question.meaning_asked in text.casefold()
    return held + meaning + _URGENT * (question.only_tells and is_urgent(text))


def _to_the_point(candidate: Candidate, question: Question, glossary: Glossary) -> float:
    """What a sentence gains by naming what is done and the illness asked about, and loses by being on a special
    case (severe, refractory …) that is not asked about, or telling who does not get what is asked for whom it is.
    """
    text = candidate.text
    gained = 0.0
    done = [entry for entry in question.focus if entry.kind in ("drug", "procedure", "test")]
    ill = patients_illnesses(question)
    if done and ill and names_one(done, candidate, glossary):
        gained += _ON_BOTH * sum(names_one([entry], candidate, glossary) for entry in ill) / len(ill)
    if candidate.covering and candidate.covering[_COVERED_ITSELF] > _ALL and holds_for(text, question.values) >= 0:
        gained += _ITSELF
    wanted, told = _special_cases(question.text.casefold()), _special_cases(text.casefold())
    for_whom = _FOR_WHOM.search(question.text) is not None
    if not question.values and (not wanted & told if wanted else told and not for_whom):
        gained += _ANOTHER_CASE
    if for_whom and not _AGAINST.search(question.text):
        gained += _SAYS_WHO_NOT * (_DENIES.search(text) is not None) + _BOUNDED * (_BOUND.search(text) is not None)
    return gained


def _is_on_state_and_signs(candidate: Candidate, question: Question, glossary: Glossary) -> bool:
    """Whether a sentence says what is done in the state that the patient's values are, with all signs that are told
    beside it ("hyperkalaemia with ECG changes").
    """
    signs = [entry for entry in question.focus if entry.kind == "other" and entry.term not in question.states]
    states = [entry for name in question.states if (entry := glossary.get(name)) is not None]
    done = candidate.role in (Role.RECOMMENDATION, Role.STEPS, Role.DOSING)
    named = any(names(entry, candidate) for entry in states)
    return done and bool(signs) and named and all(names(entry, candidate) for entry in signs)


def _special_cases(text: str) -> frozenset[str]:
    """What makes a case a special one, as ``text`` (in lower case) has it: "severe", "refractory" …"""
    return frozenset(word[:6] for word in _SPECIAL.findall(text))


def patients_illnesses(question: Question) -> list[Entry]:
    """The illnesses that a question is on, without what something is done for where it names another."""
    illnesses = [entry for entry in question.focus if entry.kind == "condition"]
    purposes = {m.entry.term for m in question.mentions if _PURPOSE.search(question.text[: m.start])}
    return [entry for entry in illnesses if entry.term not in purposes] or illnesses


def names_one(entries: Sequence[Entry], candidate: Candidate, glossary: Glossary, context: bool = False) -> bool:
    """Whether a sentence (or, with ``context``, title and headings above it) names one of ``entries``, a class of it
    or one of its members.
    """
    return any(names(entry, candidate, context) for entry in glossary.family_of(*entries))


def _ruled_out(question: Question) -> frozenset[str]:
    """The drugs that a question says cannot be given, by their terms."""
    return frozenset(
        mention.entry.term
        for mention in question.mentions
        if mention.entry.kind == "drug" and _CANNOT_BE_GIVEN.match(question.text[mention.end :])
    )


def _names_only(candidate: Candidate, ruled_out: frozenset[str], glossary: Glossary) -> bool:
    """Whether a sentence names one of these drugs, does not speak against it, and names no other."""
    named = {mention.entry.term for mention in glossary.find(candidate.text) if mention.entry.kind == "drug"}
    own = {entry.term for term in ruled_out if (found := glossary.get(term)) for entry in glossary.with_classes(found)}
    return bool(named & ruled_out) and named <= own and _DENIES.search(candidate.text) is None


def first_statement(question: Question, chosen: list[Candidate], audience: Audience, glossary: Glossary) -> Candidate:
    """The one of ``chosen`` that answers most directly: likely, of the wanted role, on all that is asked about."""
    wanted = WANTED.get(question.kind, (Role.RECOMMENDATION,))
    expected, asked = expects(question.text), test_of_what_is_asked(question.text)
    ruled_out = _ruled_out(question)
    drugs = [entry for entry in question.entries if entry.kind == "drug" and entry.term not in ruled_out]
    interventions = [entry for entry in question.interventions if entry.term not in ruled_out]
    related = glossary.family_of(*drugs)
    treats = question.kind in (QuestionKind.TREATMENT, QuestionKind.PROCESS)

    all_held = {candidate.position for candidate in chosen if calls_to_hold(candidate, question, glossary)}

    def directness(candidate: Candidate) -> float:
        likely = min(max(candidate.useful, 1e-6), 1 - 1e-6)
        gain = math.log(likely / (1 - likely)) + 2 * candidate.relevance
        gain += 0.5 * (candidate.role in wanted[:1]) + 0.2 * recommends(candidate.text)
        on_it = not interventions or names_one(interventions, candidate, glossary)
        gain += float(expected is not None and on_it and expected(candidate.text))
        gain += float(bool(drugs) and asked is not None and asked(candidate.text))
        if drugs and any(names(entry, candidate) for entry in related) and forbids(candidate.text, question.values):
            gain += 1.5  # that it is not to be given at this value comes before how it is given
        held = candidate.position in all_held
        gain += _HELD * held
        if all_held and _is_on_state_and_signs(candidate, question, glossary):
            gain += _AT_ONCE  # "with ECG changes": what is done then comes before what is stopped
        if audience is not Audience.PATIENT and not is_for(candidate.document, audience):
            gain -= 1.5  # a text for patients says it in general
        if len(drugs) > 1 and all(names(entry, candidate) for entry in drugs):
            gain += 2.0  # of one drug beside another: what is said of both
        if drugs and not any(names(entry, candidate, context=True) for entry in related):
            gain -= 2.0  # of another drug, or of none
        if ruled_out and _names_only(candidate, ruled_out, glossary):
            gain += _RULED_OUT
        gain += _by_values(question, candidate.text, on_it and bool(interventions))
        gain += _to_the_point(candidate, question, glossary)
        if candidate.role is Role.DIFFERENCES:
            gain -= 0.5
        if treats and candidate.role in (Role.BACKGROUND, Role.DIAGNOSIS) and not held:
            gain -= 2.0  # what is done comes before what the disease is
        if candidate.spans[0].source.kind.preclinical:
            gain -= 5.0  # never before what is known from people
        if audience is Audience.RESEARCHER and is_study(candidate):
            gain += 0.5
        return gain

    steps = [candidate for candidate in chosen if candidate.role is Role.STEPS]
    if len(steps) > 2 and question.kind is QuestionKind.PROCESS:
        return min(steps, key=lambda c: c.position)  # of a process, the first step
    return max(chosen, key=lambda c: (directness(c), -c.order))
