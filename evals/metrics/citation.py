"""Citation: do the numbers lead somewhere, do the quotes stand there, and do the cited words bear the statements
out?
"""

from __future__ import annotations

from dataclasses import dataclass

from evals.metrics.base import Case, StatementMetric, examined, share


@dataclass(frozen=True)
class CitationValidity(StatementMetric):
    """Share of the numbers behind statements that the list of references has. Cannot tell whether the reference is the
    right one.
    """

    family = "citation"
    better = "higher"
    formula = "numbers with a reference / numbers"
    name = "citation_validity"

    def measure(self, case: Case) -> float | None:
        """See :class:`Metric`."""
        marks = [citation.leads for s in examined(case)[1].statements for citation in s.citations]
        return share(sum(marks), len(marks))


@dataclass(frozen=True)
class CitationCoverage(StatementMetric):
    """Share of the statements that carry a citation at all. Cannot tell whether it helps."""

    family = "citation"
    better = "higher"
    formula = "statements with a citation / statements"
    name = "citation_coverage"

    def measure(self, case: Case) -> float | None:
        """See :class:`Metric`."""
        statements = examined(case)[1].statements
        return share(sum(bool(s.citations) for s in statements), len(statements))


@dataclass(frozen=True)
class QuoteReplay(StatementMetric):
    """Share of the quotes that stand in the stored text exactly where they are said to, and, for a statement that calls
    itself a quotation, that are its words. No judge, no tolerance: one altered character fails. Cannot tell whether the
    quote is to the point.
    """

    family = "citation"
    better = "higher"
    formula = "quotes with text[start:end] = quote / quotes that can be looked up"
    name = "quote_replay"

    def measure(self, case: Case) -> float | None:
        """See :class:`Metric`."""
        replayed = [there for s in examined(case)[1].statements for there in s.replayed if there is not None]
        return share(sum(replayed), len(replayed))


@dataclass(frozen=True)
class CitationRecall(StatementMetric):
    """ALCE's citation recall (Gao et al. 2023, arXiv:2305.14627): share of the statements that all their cited words
    together support, as the judge sees it; a statement without cited words is not supported.
    """

    family = "citation"
    better = "higher"
    judged = True
    formula = "statements supported by the union of their cited words / statements"
    name = "citation_recall"

    def measure(self, case: Case) -> float | None:
        """See :class:`Metric`."""
        statements = examined(case)[1].statements
        return share(sum(s.verdict == "supported" for s in statements), len(statements))


@dataclass(frozen=True)
class CitationPrecision(StatementMetric):
    """ALCE's citation precision (Gao et al. 2023, arXiv:2305.14627): share of the citations that are not idle. A
    citation is idle when its statement is not supported, or when it does not support it alone and the others do
    without it.
    """

    family = "citation"
    better = "higher"
    judged = True
    formula = "citations that are not idle / citations"
    name = "citation_precision"

    def measure(self, case: Case) -> float | None:
        """See :class:`Metric`."""
        precise = [citation.precise for s in examined(case)[1].statements for citation in s.citations]
        return share(sum(precise), len(precise))


@dataclass(frozen=True)
class SupportRate(StatementMetric):
    """Share of the citations whose own words support the statement alone (the attribution score of Rashkin et al. 2023,
    doi:10.1162/coli_a_00486, by the judge instead of people). A reference whose words cannot be read supports nothing.
    """

    family = "citation"
    better = "higher"
    judged = True
    formula = "citations that support alone / citations"
    name = "support_rate"

    def measure(self, case: Case) -> float | None:
        """See :class:`Metric`."""
        supports = [citation.supports is True for s in examined(case)[1].statements for citation in s.citations]
        return share(sum(supports), len(supports))


@dataclass(frozen=True)
class ContradictionRate(StatementMetric):
    """Share of the statements that their cited words contradict, as the judge sees it. The judge finds contradictions
    worse than support: read it with the calibration.
    """

    family = "citation"
    better = "lower"
    judged = True
    formula = "statements contradicted by their cited words / statements whose cited words can be read"
    name = "contradiction_rate"

    def measure(self, case: Case) -> float | None:
        """See :class:`Metric`."""
        read = [s for s in examined(case)[1].statements if s.verdict != "unchecked"]
        return share(sum(s.verdict == "contradicted" for s in read), len(read))


@dataclass(frozen=True)
class RetiredSourceRate(StatementMetric):
    """Share of the references that go to a superseded, retracted or withdrawn source: as the target says, or as the
    library knows of the source or of the quoted sentence.
    """

    family = "citation"
    better = "lower"
    formula = "references to retired sources / references"
    name = "retired_source_rate"

    def measure(self, case: Case) -> float | None:
        """See :class:`Metric`."""
        response, found = examined(case)
        return share(len(found.retired), len(response.references))
