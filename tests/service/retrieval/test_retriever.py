"""Which passages are found, and in which order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from corpus.document import EvidenceKind
from corpus.embedding import Embedder
from corpus.errors import EmbedderError
from service.library import Library
from service.retrieval import Hit, OpenedEdition, Retriever, Weights
from tests.fakes import HashingEmbedder, digest
from tests.service.conftest import LibraryOf, ingested

Search = Callable[..., list[Hit]]
SAME = "## Treatment\n\nCarvedilol is recommended for the prevention of variceal bleeding in cirrhosis [@g]."
TEXTS = {
    "superseded.md": digest("superseded", SAME, g={"status": "superseded", "doi": "10.1000/old"}),
    "retracted.md": digest("retracted", SAME, g={"status": "retracted", "doi": "10.1000/fraud"}),
    "half.md": digest(
        "half",
        "## Treatment\n\nNadolol was given for variceal bleeding [@old]. Nadolol is given for variceal bleeding still [@new].",
        old={"status": "withdrawn", "doi": "10.1000/withdrawn"},
        new={"doi": "10.1000/new"},
    ),
    "rats.md": digest("rats", SAME, g={"kind": "animal", "doi": "10.1000/rats"}),
    "cohort.md": digest("cohort", SAME, g={"kind": "cohort", "doi": "10.1000/cohort"}),
    "guideline.md": digest("guideline", SAME, g={"doi": "10.1000/guideline"}),
    "older.md": digest("older", SAME, g={"doi": "10.1000/older", "year": 2005}),
    "sbp.md": digest("sbp", "## Treatment\n\nSpontaneous bacterial peritonitis is treated with cefotaxime [@g].", g={"doi": "10.1000/sbp"}),
    "ascites.md": digest("ascites", "## Treatment\n\nA diuretic is given for ascites, spironolactone first [@g].", g={"doi": "10.1000/asc"}),
    "il6.md": digest("il6", "## Tests\n\nIL-6 and HbA1c were measured in ≥20% of patients [@g].", g={"doi": "10.1000/il6"}),
    "gout.md": digest("gout", "## Treatment\n\nGout flares are treated with colchicine [@g].", g={"doi": "10.1000/gout"}),
}  # fmt: skip
QUESTION = "Is carvedilol recommended for prevention of variceal bleeding?"


@pytest.fixture
def library(library_of: LibraryOf) -> Library:
    return library_of(TEXTS)


@pytest.fixture
def search(library: Library) -> Iterator[Search]:
    with library.using(None) as reading:
        yield reading.retriever.search


def ids(hits: list[Hit]) -> list[str]:
    return [hit.document_id for hit in hits]


def test_another_embedder_than_the_editions_is_refused(library: Library) -> None:
    with library.reading() as edition, pytest.raises(EmbedderError, match="FOOTNOTE_EMBEDDER"):
        Retriever(OpenedEdition(edition), HashingEmbedder(), library.glossary)


@pytest.mark.parametrize("question", ["", "???", "of the and", "zorbaxolimab"])
def test_a_question_without_known_words_is_no_error(search: Search, question: str) -> None:
    assert len(search(question, 5)) <= 5


def test_what_rests_on_no_standing_source_is_never_found(search: Search) -> None:
    assert not {"superseded", "retracted"} & set(ids(search(QUESTION, 100)))


def test_a_passage_with_one_standing_sentence_is_found_and_gives_only_that(library: Library) -> None:
    with library.using(None) as reading:
        [hit] = [hit for hit in reading.retriever.search("nadolol", 100) if hit.document_id == "half"]
        assert [entry.text for entry in reading.opened.sentences(hit.passage)] == [
            "Nadolol is given for variceal bleeding still."
        ]


def test_equally_relevant_passages_stand_in_order_of_their_evidence(search: Search) -> None:
    found = [
        document for document in ids(search(QUESTION, 100)) if document in ("rats", "cohort", "guideline", "older")
    ]
    assert found == ["guideline", "older", "cohort", "rats"]


def test_a_relevant_animal_study_comes_before_an_irrelevant_guideline(search: Search) -> None:
    found = ids(search(QUESTION, 100))
    assert found.index("rats") < found.index("gout")


@pytest.mark.parametrize(
    ("question", "document"),
    [
        ("SBP", "sbp"), ("water tablet", "ascites"), ("Aldactone", "ascites"), ("fluid in the belly", "ascites"), ("IL-6", "il6"),
        ("il6", "il6"), ("hba1c", "il6"), ("20%", "il6"), ("gouty", "gout"), ("treatment of gout", "gout"),
    ],
)  # fmt: skip
def test_abbreviations_lay_words_brands_and_figures_are_found(search: Search, question: str, document: str) -> None:
    assert ids(search(question, 1)) == [document]


def test_scores_fall_and_stay_between_nought_and_one(search: Search) -> None:
    scores = [hit.score for hit in search(QUESTION, 100)]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)


@pytest.mark.parametrize("k", [1, 2, 5, 100])
def test_no_more_than_asked_for_and_the_same_ones_first(search: Search, k: int) -> None:
    assert ids(search(QUESTION, k)) == ids(search(QUESTION, 100))[:k]


def test_the_same_question_finds_the_same_in_the_same_texts(
    library: Library, embedder: Embedder, tmp_path: Path
) -> None:
    other = ingested(TEXTS, tmp_path, embedder)
    for question in (QUESTION, "SBP", "gout"):
        first, again, elsewhere = (
            library.search(question, 10)[1],
            library.search(question, 10)[1],
            other.search(question, 10)[1],
        )
        assert first == again
        assert [(hit.passage_id, hit.score) for hit in first] == [(hit.passage_id, hit.score) for hit in elsewhere]
    other.close()


def test_a_hit_holds_its_text_and_headings(library: Library, search: Search) -> None:
    [hit] = search("SBP", 1)
    with library.reading() as edition:
        document = edition.catalogue.document("sbp")
    assert hit.text == document.text[hit.passage.start : hit.passage.end]
    assert (hit.section, hit.title) == ("Treatment", "About sbp")


def test_rarity_is_nought_for_what_is_everywhere_and_high_for_what_is_rare(library: Library) -> None:
    with library.using(None) as reading:
        assert reading.retriever.rarity("treatment") < reading.retriever.rarity("colchicin")
        assert reading.retriever.occurs("colchicin")
        assert not reading.retriever.occurs("zorbaxolimab")


@pytest.mark.parametrize(
    "weights", [Weights(dense=0.0), Weights(dense=1.0), Weights(feedback=0.0), Weights(depth=1, document_depth=1)]
)
def test_any_weights_find_something(library: Library, weights: Weights) -> None:
    with library.using(None) as reading:
        retriever = Retriever(reading.opened, library.embedder, library.glossary, weights)
        assert ids(retriever.search("gout", 1)) == ["gout"]


def test_the_better_evidence_has_the_higher_prior() -> None:
    from corpus.document import Source
    from service.evidence import evidence_prior, rank

    sources = [Source(title="x", kind=kind, year=2020) for kind in EvidenceKind]
    assert [rank(source) for source in sources] == list(range(len(sources)))
    assert evidence_prior(sources[0]) > evidence_prior(sources[-1])
    assert all(abs(evidence_prior(source)) <= 0.05 for source in sources)
