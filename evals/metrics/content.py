"""Content: does the answer hold what a good one holds, and how much else?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from evals.examination import FoundNugget
from evals.items import Nugget, Probe
from evals.metrics.base import Case, Metric, StatementMetric, examined, expects_answer, share
from evals.metrics.rouge import rouge

Part = Literal["vital", "all", "weighted"]
_OKAY = 0.5  # weight of a nugget that is not vital, as in the track


def nugget_recall(nuggets: Sequence[Nugget], found: Sequence[FoundNugget], part: Part) -> float | None:
    """Recall of nuggets; None where none counts. See :class:`NuggetRecall`."""
    weights = [1.0 if nugget.vital or part == "all" else 0.0 if part == "vital" else _OKAY for nugget in nuggets]
    total = sum(weights)
    if not total:
        return None
    return sum(weight for weight, entry in zip(weights, found, strict=True) if entry.how != "missing") / total


@dataclass(frozen=True)
class NuggetRecall(Metric):
    """Share of the nuggets that the answer holds, as in the TREC 2024 RAG Track (Pradeep et al. 2024, arXiv:2411.09607;
    nuggets: Voorhees 2003): the strict scores, for a nugget is covered or it is not. ``vital``: vital nuggets alone;
    ``all``: all alike; ``weighted``: okay ones count half. An answer that is not given holds none. A nugget is covered
    when a sentence that it is tied to is quoted, or stands in the answer word for word; else the judge decides (the
    records say which). Cannot tell whether what else is said is true.
    """

    part: Part

    family = "content"
    better = "higher"
    judged = True
    formula = "weight of the nuggets covered / weight of all; vital 1, okay 0, 1 or 0.5 by variant"

    def __post_init__(self) -> None:
        if self.part not in ("vital", "all", "weighted"):
            raise ValueError(f"no such part: {self.part}")

    @property
    def name(self) -> str:
        """See :class:`Metric`."""
        return f"nugget_recall@{self.part}"

    def applies(self, probe: Probe) -> bool:
        """Items with nuggets that count."""
        return any(nugget.vital or self.part != "vital" for nugget in probe.nuggets)

    def measure(self, case: Case) -> float | None:
        """See :class:`Metric`."""
        return nugget_recall(case.probe.nuggets, examined(case)[1].nuggets, self.part)


@dataclass(frozen=True)
class AnswerPrecision(StatementMetric):
    """Share of the statements that carry a nugget. Low for an answer that says much beside the point; also for one that
    says true and useful things that nobody wrote a nugget for.
    """

    family = "content"
    better = "higher"
    judged = True
    formula = "statements that cover a nugget / statements"
    name = "answer_precision"

    def applies(self, probe: Probe) -> bool:
        """Items with nuggets."""
        return bool(probe.nuggets)

    def measure(self, case: Case) -> float | None:
        """See :class:`Metric`."""
        statements = examined(case)[1].statements
        return share(sum(bool(s.nuggets) for s in statements), len(statements))


@dataclass(frozen=True)
class Redundancy(StatementMetric):
    """Share of the statements that say what an earlier one says: the same words, or a cosine of 0.92 and more."""

    family = "content"
    better = "lower"
    formula = "statements that repeat an earlier one / statements"
    name = "redundancy"

    def measure(self, case: Case) -> float | None:
        """See :class:`Metric`."""
        statements = examined(case)[1].statements
        return share(sum(s.repeats is not None for s in statements), len(statements))


@dataclass(frozen=True)
class KPrecision(StatementMetric):
    """K-precision (Adlakha et al. 2024, doi:10.1162/tacl_a_00667): share of the answer's content words that stand in
    the words it cites. No judge; blind to the order of words and to negation.
    """

    family = "content"
    better = "higher"
    formula = "content words found in the cited words / content words"
    name = "k_precision"

    def measure(self, case: Case) -> float | None:
        """See :class:`Metric`."""
        statements = examined(case)[1].statements
        return share(sum(s.known_words for s in statements), sum(s.words for s in statements))


@dataclass(frozen=True)
class Rouge(Metric):
    """ROUGE-2 or ROUGE-SU4 (Lin 2004, aclanthology:W04-1013), recall or F1, of the statements against the ideal
    answers; the best of several counts. Only to compare with published figures: it rewards wording, and length in
    recall.
    """

    kind: Literal["2", "su4"]
    part: Literal["recall", "f1"]

    family = "content"
    better = "higher"
    formula = "shared bigrams (SU4: also skip-bigrams over up to four words, and words) / those of the ideal answer"

    @property
    def name(self) -> str:
        """See :class:`Metric`."""
        return f"rouge_{self.kind}_{self.part}"

    def applies(self, probe: Probe) -> bool:
        """Items with ideal answers."""
        return bool(probe.item.ideal_answers)

    def measure(self, case: Case) -> float | None:
        """See :class:`Metric`."""
        stated = examined(case)[0].stated
        scores = [rouge(stated, ideal, self.kind) for ideal in case.probe.item.ideal_answers]
        return max(score.recall if self.part == "recall" else score.f1 for score in scores)


@dataclass(frozen=True)
class CitesDocument(Metric):
    """Whether any statement rests on the document that the question was written from (``strict``), or on that or one
    that was accepted as equally good (``accepted``). Cannot tell whether the right sentence was taken.
    """

    part: Literal["strict", "accepted"]

    family = "content"
    better = "higher"
    rate = True
    formula = "1 where a quote comes from the document, else 0"

    @property
    def name(self) -> str:
        """See :class:`Metric`."""
        return f"cites_document@{self.part}"

    def applies(self, probe: Probe) -> bool:
        """Items that name the document."""
        return probe.item.document_id is not None

    def measure(self, case: Case) -> float | None:
        """See :class:`Metric`."""
        wanted = {case.probe.item.document_id}
        if self.part == "accepted":
            wanted |= set(case.probe.item.accepted_documents)
        return float(bool(wanted & cited_documents(case)))


@dataclass(frozen=True)
class CitedRelevance(StatementMetric):
    """Share of the cited documents that are judged relevant to the question (precision of BioASQ's document lists, over
    what is cited instead of what is retrieved). Unjudged documents count as not relevant.
    """

    family = "content"
    better = "higher"
    formula = "cited documents with a positive grade / cited documents"
    name = "cited_relevance"

    def applies(self, probe: Probe) -> bool:
        """Items with judged documents."""
        return bool(probe.item.relevant)

    def measure(self, case: Case) -> float | None:
        """See :class:`Metric`."""
        cited = cited_documents(case)
        return share(sum(case.probe.item.relevant.get(document, 0) > 0 for document in cited), len(cited))


@dataclass(frozen=True)
class Answered(Metric):
    """Whether an answerable question got an answer at all, good or bad."""

    family = "content"
    better = "higher"
    rate = True
    formula = "1 where the status is answered or partial, else 0"
    name = "answered"

    def applies(self, probe: Probe) -> bool:
        """Items that the library can answer."""
        return probe.answerable is True and expects_answer(probe)

    def measure(self, case: Case) -> float | None:
        """See :class:`Metric`."""
        return float(examined(case)[0].answered)


@dataclass(frozen=True)
class ForbiddenRate(Metric):
    """Whether the answer says something that the item says it must not: literally, or as the judge sees it."""

    family = "content"
    better = "lower"
    rate = True
    judged = True
    formula = "1 where any 'must_not' is said, else 0"
    name = "forbidden_rate"

    def applies(self, probe: Probe) -> bool:
        """Items with 'must_not'."""
        return bool(probe.must_not)

    def measure(self, case: Case) -> float | None:
        """See :class:`Metric`."""
        return float(bool(examined(case)[1].forbidden))


def cited_documents(case: Case) -> set[str]:
    """Documents that the answer cites: by its quotes, else by its references."""
    response, _ = examined(case)
    quoted = {quote.document_id for said in response.statements for quote in said.quotes if quote.document_id}
    return quoted or {reference.document_id for reference in response.references if reference.document_id}
