"""How much of what a question asks stands in a sentence, word by word, and what of it does not.

A sentence can be on the very topic and lack the one detail that is asked for: the child, the comparator, the figure.
Closeness in meaning does not show that; these values do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.glossary import Entry, Glossary
from corpus.text import STOPWORDS, terms, words
from service.analysis.question import FRAME_WORDS, Question
from service.measured import without_values
from service.retrieval import Retriever
from service.sentences.candidates import Candidate
from service.sentences.expected import expects
from service.sentences.people import ASKED_OF
from service.sentences.populations import names_of

_ABOVE = 0.85  # what a word counts that stands in the title or headings above a sentence only
# Frame words that ask for something of their own, where sentences are compared by what they say.
_TELLING = frozenset("treat treated treating treatment safe safely cause causes reduce usual".split())
_CONCEPTS = ("drug", "condition", "procedure")
_ASKS_NUMBER_OF = re.compile(
    r"\bhow (?:many|much|long|often|soon|high|low|fast|big|large|far)\b|\bdos(?:e|ing|es)\b|\bcut-?off|"
    r"\bmg\b|\bby how\b|\bstarting\b|\b(?:below|above) what\b|"
    r"\b(?:what|which) (?:\S+ ){0,4}(?:dose|rate|percent\w*|proportion|number|level|age|interval|score|range|count|"
    r"value|threshold|target|trough|ratio|time|period|duration|strength|speed)\b",
    re.I,
)
_NUMBER = re.compile(
    r"\d|\b(?:once|twice|daily|weekly|monthly|hourly|one|two|three|four|six|lifelong|indefinite)\b", re.I
)
_ASKS_SHARE = re.compile(
    r"\b(?:percent\w*|per cent|proportion|share of|how many (?:people|patients|women|men|children)|how common|"
    r"how likely|incidence|prevalence|(?:\w+ )?rate of|recurrence rate|chance)\b|%",
    re.I,
)
_SHARE = re.compile(
    r"\d\s?%|\b\d+ (?:in|of|per) \d|\bper (?:1,?000|100|million|year)\b|\bone in\b|\bhalf\b|\bthird", re.I
)
FEATURES = (
    "near",  # cosine to the question
    "below_best",  # that, less the best candidate's; 0 or below
    "covered",  # share of the question's words, by rarity, in the sentence or above it
    "covered_itself",  # in the sentence itself
    "rarest_missing",  # rarity of the rarest word that is missing, 0 to 1
    "concept_missing",  # a drug, condition or procedure of the question is neither in the sentence nor above it
    "people_missing",  # the people asked about are not
    "lacks_expected",  # what the question must be answered with (a dose, a share, a time …) is not in it
    "lacks_and_covers",  # that, times covered
    "has_and_covers",  # has what is expected, times covered; half where anything may answer
    "number_asked",  # a number where one is asked for
    "lexical",  # share of the weighted terms, glossary's included
    "near_and_covers",  # near times covered
    "near_and_itself",  # near times covered_itself
)


@dataclass(frozen=True, slots=True)
class AskedWord:
    """A word of the question: by which terms a text has it, how rare it is, what it is.

    ``itself``: the same without the classes that a condition belongs to.
    """

    word: str
    names: tuple[frozenset[str], ...]
    itself: tuple[frozenset[str], ...]
    rarity: float  # 0 where every passage has it, 1 where none has
    concept: bool  # belongs to a drug, condition or procedure
    people: bool  # says of whom it is asked
    known: bool  # occurs in the library


def asked_words(question: Question, retriever: Retriever, glossary: Glossary) -> tuple[AskedWord, ...]:
    """The words of the question that ask for something, as rare as they are in what ``retriever`` searches.

    A text has a drug or condition by any name, or by that of a class that it belongs to; a class of drugs also by
    one of its drugs.
    """
    most = retriever.greatest_rarity
    forms = [
        (
            entry.kind in _CONCEPTS,
            entry.term_sets,
            [s for other in (*glossary.classes_of(entry), *_drugs_of(entry, glossary)) for s in other.term_sets],
            entry.kind == "condition",
        )
        for entry in question.entries
    ]
    found: list[AskedWord] = []
    for word in dict.fromkeys(words(without_values(question.asking))):
        own = frozenset(terms(word))
        if not own or word in STOPWORDS or (word in FRAME_WORDS and word not in _TELLING):
            continue
        within = [form for form in forms if any(own <= name for name in form[1])]
        own_names = [name for _, names, _, _ in within for name in names]
        of_drugs = [name for _, _, wider, condition in within if not condition for name in wider]
        of_conditions = [name for _, _, wider, condition in within if condition for name in wider]
        itself = (own, *own_names, *of_drugs, *names_of(word))
        found.append(
            AskedWord(
                word,
                (*itself, *of_conditions),
                itself,
                max(map(retriever.rarity, own)) / most,
                any(concept for concept, _, _, _ in within),
                word in ASKED_OF or word[0].isdigit(),
                all(map(retriever.occurs, own)),
            )
        )
    for state in question.states:  # in the place of the value
        entry = glossary.get(state)
        if entry is not None and state not in {word.word for word in found}:
            rarity = max(map(retriever.rarity, terms(state))) / most
            found.append(
                AskedWord(
                    state, entry.term_sets, entry.term_sets, rarity, True, False, retriever.occurs(terms(state)[0])
                )
            )
    return tuple(found)


def asks_number(question: str) -> bool:
    """Whether a question wants a number: a dose, a time, a limit."""
    return _ASKS_NUMBER_OF.search(question) is not None


def tells_share(text: str) -> bool:
    """Whether a text gives a share of people or cases."""
    return _SHARE.search(text) is not None


def _drugs_of(entry: Entry, glossary: Glossary) -> tuple[Entry, ...]:
    return glossary.members_of(entry) if entry.kind == "drug" else ()


def lacking(asked: Sequence[AskedWord], candidate: Candidate) -> list[str]:
    """The words asked with that neither a sentence nor its title, headings and questions have, the rarest first; those
    that say of whom it is asked are left out.
    """
    around = candidate.widely
    missing = [word for word in asked if not word.people and not any(name <= around for name in word.names)]
    return [word.word for word in sorted(missing, key=lambda word: -word.rarity)]


def _as_it_counts(word: AskedWord, candidates: Sequence[Candidate]) -> AskedWord:
    if len(word.names) == len(word.itself):
        return word
    named = any(_has_one(word.itself, candidate.around) for candidate in candidates)
    return replace(word, names=word.itself) if named else word


def coverage(question: Question, asked: Sequence[AskedWord], candidates: Sequence[Candidate]) -> list[list[float]]:
    """The values of :data:`FEATURES` for each candidate.

    What is said of a class of conditions answers for one of them only where nothing that was found names it itself.
    """
    asked = [_as_it_counts(word, candidates) for word in asked]
    total = sum(word.rarity for word in asked) or 1.0
    best = max((candidate.semantic for candidate in candidates), default=0.0)
    expected = expects(question.text)
    wants_number = asks_number(question.text)
    asks_share = _ASKS_SHARE.search(question.text) is not None
    found = []
    telling = frozenset(term for word in asked for name in word.names for term in name)
    known: dict[tuple[frozenset[str], frozenset[str]], tuple[float, float, float, bool, bool]] = {}
    for candidate in candidates:
        has_terms = candidate.own_terms & telling, candidate.widely & telling  # the same for many sentences
        if has_terms not in known:
            known[has_terms] = _covered(asked, *has_terms)
        covered, itself, rarest, concept, people = known[has_terms]
        covered, itself = covered / total, itself / total
        number = wants_number and _NUMBER.search(candidate.text) is not None
        has = 0.5 if expected is None else float(expected(candidate.text))
        lacks = has == 0 or (wants_number and not number) or (asks_share and not tells_share(candidate.text))
        near = candidate.semantic
        found.append(
            [
                near,
                near - best,
                covered,
                itself,
                rarest,
                float(concept),
                float(people),
                float(lacks),
                lacks * covered,
                has * covered,
                float(number),
                candidate.lexical,
                near * covered,
                near * itself,
            ]
        )
    return found


def _covered(
    asked: Sequence[AskedWord], own: frozenset[str], around: frozenset[str]
) -> tuple[float, float, float, bool, bool]:
    """Rarities of the words that a sentence covers and of those that it has itself, each in sum; of the rarest that is
    missing; and whether a concept and the people are. ``around``: its terms in the widest sense.
    """
    covered = itself = rarest = 0.0
    concept = people = False
    for word in asked:
        if _has_one(word.names, own):
            covered += word.rarity
            itself += word.rarity
        elif _has_one(word.names, around):
            covered += _ABOVE * word.rarity
            rarest = max(rarest, (1 - _ABOVE) * word.rarity)
        else:
            rarest = max(rarest, word.rarity)
            concept = concept or word.concept
            people = people or word.people
    return covered, itself, rarest, concept, people


def _has_one(names: Sequence[frozenset[str]], there: frozenset[str]) -> bool:
    for name in names:  # noqa: SIM110 - asked some thousand times for a question: any() takes twice as long
        if name <= there:
            return True
    return False
