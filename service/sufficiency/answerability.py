"""The probability that what was found answers the question: a small model of signs that can be looked up.

Signs of different eyes: nearness of passage and sentence, how much of the question's words one passage, the best few
and one sentence have, whether the rarest name is there, whether words and vectors point to the same text, whether a
text is on the topic at all, names that the library lacks, and what of the question the likeliest sentence lacks. The
model adds up trees of two or three questions each (gradient boosting, Friedman 2001, doi:10.1214/aos/1013203451), for
a near miss has most signs and lacks one. It is in ``answerability-2.json``; ``python -m evals.learn.answerability``
fits it anew. The threshold is set for a stated risk by conformal risk control (Angelopoulos et al. 2022,
arXiv:2208.02814): ``footnote eval calibrate`` sets it for an edition.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from corpus.text import terms
from service.analysis.question import Question
from service.retrieval import Hit
from service.sentences.aspects import aspect_of, is_on
from service.sentences.candidates import Candidate
from service.sentences.coverage import FEATURES as COVERAGE
from service.sentences.coverage import AskedWord
from service.sentences.people import CHILDREN_AND_TODDLERS, asks_of_a_child

MODEL = Path(__file__).with_name("answerability-2.json")
MODEL_WITHOUT_QUESTIONS = Path(__file__).with_name("answerability-without-questions.json")
FEATURES = (
    "cosine",  # of the best passage
    "sentence",  # cosine of the best sentence
    "coverage",  # share of the topical words, by rarity, in the best passages together
    "one_passage",  # the largest share of the question's own words, by rarity, in one passage with its headings
    "one_sentence",  # the same in one sentence with title and headings above it
    "names",  # share of the question's rarest names in one passage with its headings
    "rarest",  # whether the rarest name of the question is in one of the best passages
    "concepts",  # share of the glossary's concepts in the question that one passage names
    "headed",  # the most telling word is in a title or heading
    "passing_mention",  # it is not, and the question is on a topic: what it is, how it is treated …
    "agreement",  # the nearest passage and the best by words are of one document
    "unknown",  # share of the topical words, by rarity, that no text of the library has
    "unknown_name",  # a name that the library lacks stands where the question names its subject
    "unknown_drug",  # a word that the library lacks ends as names of drugs do
    "children",  # asked of children, and none of the first passages speaks of them
    "useful",  # log-odds that the likeliest sentence is one the answer should hold,
    "second",  # and the next one
    "as_asked",  # how alike the question and those that one sentence is known to answer are, 0 to 1; the most,
    "likeliest_as_asked",  # and that of the likeliest sentence
    "as_asked_ahead",  # how far the most is ahead of the sentence's own cosine
    "left_open",  # how alike it and one that editors noted as answered by no text are; the most, 0 without notes
    "asked_over_left_open",  # how far as_asked is ahead of that, where they did,
    "asked_over_left_open_together",  # and the dozen nearest of one kind of the dozen of the other
    "likeliest_covers",  # share of the question's words, by rarity, that the likeliest sentence has or stands under
    "likeliest_lacks_rarest",  # rarity of the rarest word that it lacks, 0 to 1
    "likeliest_lacks_concept",  # a drug, condition or procedure of the question is not in it or above it
    "likeliest_lacks_people",  # the people asked about are not
    "likeliest_lacks_expected",  # what the question must be answered with is not
    "near_and_covering",  # the most of cosine times coverage in one sentence
    "expected_and_covering",  # the most of coverage in one sentence with what the question must be answered with
    "nothing_expected",  # no sentence has it
    "likeliest_off_aspect",  # the likeliest is not on the aspect asked about (treatment, causes …), nor its heading
    "on_aspect",  # share of the likeliest few that are,
    "on_aspect_and_covering",  # and the most of coverage in one that is
    "aspect_headed",  # a section for the aspect, of a text whose title names the most telling word, is among the first
    "missing_everywhere",  # rarity of the rarest word that no sentence has or stands under, 0 to 1
    "rarity",  # of the rarest word that the library has, 0 to 1,
    "rarest_headed",  # and whether it stands in a title or heading of what was found
    "headed_share",  # share of the question's words, by rarity, in these titles and headings
    "words_asked",  # number of words that ask for something, in tens
    "words_unknown",  # share of them that the library lacks
    "yes_no",
    "unnamed",  # the question names nothing of the glossary
    "unnamed_sentence",  # then: cosine of the best sentence,
    "unnamed_words",  # and the largest share of the words in one sentence
)
_PASSAGES = 8
_FEW = 5  # sentences, the likeliest
_FIRST = 3  # passages that should speak of the people who are asked about
_RARE = 4.0  # power of rarity: the rarest name counts nearly alone


@dataclass(frozen=True, slots=True)
class Model:
    """The trees, and the probability from which on a question is answered, from digests and from other documents.

    A digest's sentence stands alone and carries its conditions. Of a long text many sentences share the words of a
    question without answering it, so that more is asked of them.

    A tree asks whether one sign is above a cut, then, depending on that, another (and a third), and adds a value to the
    log-odds. ``signs`` and ``cuts`` have a row for each tree: the first question, those after no and yes, those after
    no no, no yes, yes no, yes yes …; ``values`` one for each way through, in the order of counting with no as 0.
    """

    constant: float
    signs: npt.NDArray[np.int64]
    cuts: npt.NDArray[np.float64]
    values: npt.NDArray[np.float64]
    threshold: float
    threshold_documents: float

    def threshold_for(self, kind: str) -> float:
        """The probability, 0 to 1, from which on a question is answered by a document of this kind."""
        return self.threshold_documents if kind == "document" else self.threshold

    def log_odds(self, signs: Sequence[float]) -> float:
        """Of an answer, for the values of :data:`FEATURES`."""
        above = (np.asarray(signs)[self.signs] > self.cuts).astype(np.int64)
        rows = np.arange(len(above))
        place = np.zeros(len(above), dtype=np.int64)  # of the question that each tree asks next
        while place[0] < above.shape[1]:
            place = 2 * place + 1 + above[rows, place]
        return self.constant + float(self.values[rows, place - above.shape[1]].sum())


@cache
def shipped_model(with_questions: bool = True) -> Model:
    """The model that ships, for editions with questions that their sentences answer, or the one fitted without."""
    held = json.loads((MODEL if with_questions else MODEL_WITHOUT_QUESTIONS).read_text(encoding="utf-8"))
    place = {name: position for position, name in enumerate(FEATURES)}
    return Model(
        float(held["constant"]),
        np.array([[place[name] for name in tree["signs"]] for tree in held["trees"]], dtype=np.int64),
        np.array([tree["cuts"] for tree in held["trees"]], dtype=np.float64),
        np.array([tree["values"] for tree in held["trees"]], dtype=np.float64),
        float(held["threshold"]),
        float(held["threshold_documents"]),
    )


def probability(values: Sequence[float], with_questions: bool = True) -> float:
    """The probability, 0 to 1, that a question with these :data:`FEATURES` is answered by what was found."""
    return 1 / (1 + math.exp(-shipped_model(with_questions).log_odds(values)))


@dataclass(frozen=True, slots=True)
class Named:
    """A topical word of a question: how much it counts, and the terms of each of its names."""

    weight: float
    names: tuple[frozenset[str], ...]

    def within(self, there: frozenset[str]) -> bool:
        """Whether one of its names is there."""
        for name in self.names:  # noqa: SIM110 - asked some thousand times for a question: any() takes twice as long
            if name <= there:
                return True
        return False


def features(
    question: Question,
    named: Sequence[Named],
    passages: Sequence[frozenset[str]],
    hits: Sequence[Hit],
    candidates: Sequence[Candidate],
    judged: dict[str, float],
    asked: Sequence[AskedWord],
) -> list[float]:
    """The values of :data:`FEATURES`.

    ``named``: the topical words; ``passages``: terms of the best passages with their titles and headings;
    ``candidates``: the likeliest first; ``judged``: the values that :mod:`service.sufficiency.judgement` works out for
    itself; ``asked``: all words that ask for something.
    """
    best = hits[:_PASSAGES]
    lexical = max((hit.lexical for hit in best), default=0.0)
    by_words = next((hit.document_id for hit in best if hit.lexical == lexical), "")
    nearest = max(best, key=lambda hit: hit.cosine, default=None)
    rarest = max(named, key=lambda name: name.weight, default=None)
    sentences = [candidate.around for candidate in candidates]
    concepts = [Named(1.0, entry.term_sets) for entry in question.entries if entry.kind != "other"]
    values = {
        "cosine": max((hit.cosine for hit in hits), default=0.0),
        "sentence": max((candidate.semantic for candidate in candidates), default=0.0),
        "one_passage": _most(named, passages),
        "one_sentence": _most(named, sentences),
        "names": _most([Named(name.weight**_RARE, name.names) for name in named], passages),
        "rarest": float(rarest is None or any(rarest.within(there) for there in passages)),
        "concepts": _most(concepts, passages) if concepts else 0.5,
        "children": float(
            asks_of_a_child(question.text) and not any(map(CHILDREN_AND_TODDLERS.named_in, passages[:_FIRST]))
        ),
        "agreement": float(nearest is not None and nearest.document_id == by_words),
        **judged,
        **_of_sentences(candidates, asked),
        **_of_headings(best, asked),
        **_of_aspect(question, candidates, best, asked),
    }
    values |= {
        "asked_over_left_open": values["as_asked"] - values["left_open"] if values["left_open"] else 0.0,
        "yes_no": float(question.yes_no),
        "unnamed": float(not question.entries),
        "unnamed_sentence": 0.0 if question.entries else values["sentence"],
        "unnamed_words": 0.0 if question.entries else values["one_sentence"],
    }
    return [values[name] for name in FEATURES]


def _of_sentences(candidates: Sequence[Candidate], asked: Sequence[AskedWord]) -> dict[str, float]:
    """What one sentence alone has of what is asked."""
    rows = [dict(zip(COVERAGE, candidate.covering, strict=True)) for candidate in candidates]
    likeliest = rows[0] if rows else dict.fromkeys(COVERAGE, 0.0)
    telling = frozenset(term for word in asked for name in word.names for term in name)
    around = {candidate.widely & telling for candidate in candidates}  # the same for many
    nowhere = [w.rarity for w in asked if not any(name <= there for name in w.names for there in around)]
    return {
        "useful": _log_odds(candidates[0].useful if candidates else 0.0),
        "second": _log_odds(candidates[1].useful if len(candidates) > 1 else 0.0),
        "as_asked": max((candidate.asked for candidate in candidates), default=0.0),
        "likeliest_as_asked": candidates[0].asked if candidates else 0.0,
        "as_asked_ahead": max((candidate.asked - candidate.semantic for candidate in candidates), default=0.0),
        "likeliest_covers": likeliest["covered"],
        "likeliest_lacks_rarest": likeliest["rarest_missing"],
        "likeliest_lacks_concept": likeliest["concept_missing"],
        "likeliest_lacks_people": likeliest["people_missing"],
        "likeliest_lacks_expected": likeliest["lacks_expected"],
        "near_and_covering": max((row["near_and_covers"] for row in rows), default=0.0),
        "expected_and_covering": max((row["has_and_covers"] for row in rows), default=0.0),
        "nothing_expected": min((row["lacks_expected"] for row in rows), default=1.0),
        "missing_everywhere": max(nowhere, default=0.0),
        "words_asked": len(asked) / 10,
        "words_unknown": sum(not word.known for word in asked) / max(1, len(asked)),
    }


def _of_aspect(
    question: Question, candidates: Sequence[Candidate], hits: Sequence[Hit], asked: Sequence[AskedWord]
) -> dict[str, float]:
    """Whether what was found is on the aspect asked about; as if it were where none is."""
    aspect = aspect_of(question.text)
    on = [aspect is None or is_on(aspect, candidate.text, candidate.heading) for candidate in candidates]
    place = COVERAGE.index("covered")
    covered = [c.covering[place] for c, is_it in zip(candidates, on, strict=True) if is_it]
    rarest = _rarest(asked)
    headed = aspect is None or any(
        aspect.heads.search(hit.section) is not None
        and (rarest is None or any(name <= frozenset(terms(hit.title)) for name in rarest.names))
        for hit in hits
    )
    return {
        "likeliest_off_aspect": float(not on[0]) if on else 1.0,
        "on_aspect": sum(on[:_FEW]) / len(on[:_FEW]) if on else 0.0,
        "on_aspect_and_covering": max(covered, default=0.0),
        "aspect_headed": float(headed),
    }


def _of_headings(hits: Sequence[Hit], asked: Sequence[AskedWord]) -> dict[str, float]:
    """Whether the library has a text on what is asked, or names it in passing only."""
    headings = [frozenset(terms(f"{hit.title} {hit.section}")) for hit in hits]
    headed = [word for word in asked if any(name <= there for name in word.names for there in headings)]
    rarest = _rarest(asked)
    return {
        "rarity": rarest.rarity if rarest else 0.0,
        "rarest_headed": float(rarest in headed),
        "headed_share": sum(word.rarity for word in headed) / (sum(word.rarity for word in asked) or 1.0),
    }


def _rarest(asked: Sequence[AskedWord]) -> AskedWord | None:
    return max((word for word in asked if word.known), key=lambda word: (word.rarity, word.word), default=None)


def _log_odds(likely: float) -> float:
    return math.log((likely + 1e-4) / (1 - likely + 1e-4))


def _most(named: Sequence[Named], places: Sequence[frozenset[str]]) -> float:
    """The largest share of the words' weights that one place has."""
    total = sum(name.weight for name in named)
    if total <= 0:
        return float(bool(places))
    return max((sum(name.weight for name in named if name.within(there)) for there in places), default=0.0) / total
