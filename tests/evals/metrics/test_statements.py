"""What statements, citations, quotes and references are worth, and which document an answer cites."""

from __future__ import annotations

from typing import Any

import pytest

from evals.response import Cited
from tests.evals.metrics.cases import case, citation, probe, quote_of, score, statements


@pytest.mark.parametrize(
    ("name", "found", "expected"),
    [
        ("citation_validity", statements({"citations": (citation(), citation(leads=False))}), 0.5),
        ("citation_coverage", statements({"citations": (citation(),)}, {}), 0.5),
        ("quote_replay", statements({"replayed": (True, False, None)}), 0.5),
        ("citation_recall", statements({}, {"verdict": "neutral"}, {"verdict": "unchecked"}, {}), 0.5),
        ("citation_precision", statements({"citations": (citation(), citation(precise=False))}), 0.5),
        ("support_rate", statements({"citations": (citation(), citation(supports=None))}), 0.5),
        ("contradiction_rate", statements({"verdict": "contradicted"}, {}, {"verdict": "unchecked"}), 0.5),
        ("number_errors", statements({"failed": ("number",)}, {"failed": ("name",)}), 0.5),
        ("negation_errors", statements({"failed": ("number",)}, {}), 0.0),
        ("redundancy", statements({}, {"repeats": 0}), 0.5),
        ("k_precision", statements({"known_words": 3, "words": 4}, {"known_words": 0, "words": 2}), 0.5),
    ],
)
def test_shares_of_statements_citations_and_quotes(name: str, found: dict[str, Any], expected: float) -> None:
    assert score(name, case(found=found)) == pytest.approx(expected)


@pytest.mark.parametrize("name", ["citation_recall", "quote_replay", "number_errors", "k_precision", "redundancy"])
def test_an_answer_without_statements_is_unscored_there(name: str) -> None:
    assert score(name, case()) is None


def test_retired_sources_are_counted_among_the_references() -> None:
    references = {"references": (Cited(number=1), Cited(number=2))}
    assert score("retired_source_rate", case(response=references, found={"retired": (2,)})) == 0.5


def test_citing_an_accepted_document_is_not_citing_the_document() -> None:
    item = probe(document_id="d", accepted_documents=("e",))
    given = case(item, quote_of("e"))
    assert (score("cites_document@strict", given), score("cites_document@accepted", given)) == (0.0, 1.0)


def test_documents_cited_without_a_judgement_count_as_not_relevant() -> None:
    assert score("cited_relevance", case(probe(relevant={"d": 1}), quote_of("d"))) == 1.0
    assert score("cited_relevance", case(probe(relevant={"d": 1}), quote_of("e"))) == 0.0
