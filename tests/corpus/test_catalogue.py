"""The catalogue gives back what was put in, and knows a fallen source wherever it is cited."""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.catalogue import Catalogue
from corpus.document import Document, EvidenceKind, Passage, Section, Sentence, Source, SourceStatus
from corpus.errors import DamagedEditionError, NotFoundError
from ingest.catalogue_writer import CatalogueWriter

_TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12)
_NAME = st.none() | _TEXT
_SOURCES = st.builds(
    Source, title=_TEXT, kind=st.sampled_from(EvidenceKind), organisation=_NAME, authors=_NAME,
    year=st.none() | st.integers(1800, 2100), status=st.sampled_from(SourceStatus), superseded_by=_NAME,
    url=_NAME, doi=_NAME, pmid=_NAME, licence=_NAME, document_id=_NAME,
)  # fmt: skip
_SENTENCES = st.builds(
    Sentence, start=st.integers(0, 9), end=st.integers(10, 20), source_ids=st.lists(_TEXT, min_size=1).map(tuple),
    strength=_NAME, certainty=_NAME,
)  # fmt: skip
_SECTIONS = st.builds(
    Section, headings=st.lists(_TEXT, max_size=3).map(tuple), start=st.integers(0, 9), end=st.integers(10, 20),
    sentences=st.lists(_SENTENCES, max_size=3).map(tuple), ordered=st.booleans(), page=st.none() | st.integers(1, 9),
)  # fmt: skip
_DOCUMENTS = st.builds(
    Document, id=_TEXT.filter(bool), title=_TEXT, text=st.text(st.characters(exclude_categories=["Cs"])),
    sections=st.lists(_SECTIONS, max_size=3).map(tuple), sources=st.lists(_SOURCES, max_size=3).map(tuple),
    kind=_TEXT, topics=st.lists(_TEXT, max_size=3).map(tuple), audience=_TEXT, jurisdiction=_NAME, licence=_NAME,
    reviewed_by=_NAME, written=st.none() | st.dates(), review_by=st.none() | st.dates(), origin=_TEXT, path=_TEXT,
    metadata=st.dictionaries(_TEXT, _TEXT | st.integers(), max_size=2),
)  # fmt: skip


def doc(identifier: str, *sources: Source, text: str = "One. Two.") -> Document:
    return Document(id=identifier, title=f"About {identifier}", text=text, sections=(), sources=sources)


def passage(document: str, number: int) -> Passage:
    return Passage(f"p-{document}-{number}", document, 0, number, number + 1, (), f"words {number}", ())


def write(path: Path, documents: Iterable[Document], passages: int = 0) -> Catalogue:
    writer = CatalogueWriter(path, create=True)
    row = 0
    for document in documents:
        own = [passage(document.id, number) for number in range(passages)]
        writer.add(document, zip(range(row, row + passages), own, [0] * passages, strict=True))
        row += passages
    writer.close()
    return Catalogue(path)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(_DOCUMENTS)
def test_a_document_comes_back_as_it_was(tmp_path_factory: pytest.TempPathFactory, document: Document) -> None:
    catalogue = write(tmp_path_factory.mktemp("catalogue") / "c.sqlite", [document])
    try:
        found = catalogue.document(document.id)
        assert found == document
        assert found.content_hash() == document.content_hash()
        assert [section.sentences[1:] for section in found.sections] == [s.sentences[1:] for s in document.sections]
        assert catalogue.document_hashes()[document.id] == (document.origin, document.content_hash(), document.path)
    finally:
        catalogue.close()


class TestSources:
    GUIDELINE = Source("Guideline 2010", EvidenceKind.GUIDELINE, year=2010, doi="10.1000/g")
    CURRENT = doc("a", GUIDELINE)

    @pytest.mark.parametrize("status", [SourceStatus.SUPERSEDED, SourceStatus.RETRACTED, SourceStatus.WITHDRAWN])
    @pytest.mark.parametrize("order", [1, -1])
    def test_a_source_that_fell_in_one_document_fell_in_all(
        self, tmp_path: Path, status: SourceStatus, order: int
    ) -> None:
        fallen = doc("b", replace(self.GUIDELINE, title="Known otherwise", status=status, superseded_by="g2"))
        catalogue = write(tmp_path / "c.sqlite", [self.CURRENT, fallen][::order])
        source = catalogue.source("doi:10.1000/g")
        assert (source.title, source.status, source.superseded_by) == ("Guideline 2010", status, "g2")
        assert not source.usable

    def test_a_source_that_stands_everywhere_stands(self, tmp_path: Path) -> None:
        catalogue = write(tmp_path / "c.sqlite", [self.CURRENT, doc("b", self.GUIDELINE)])
        assert catalogue.source("doi:10.1000/g") == self.GUIDELINE

    def test_a_fallen_source_does_not_touch_another(self, tmp_path: Path) -> None:
        other = replace(self.GUIDELINE, doi="10.1000/h", status=SourceStatus.RETRACTED)
        catalogue = write(tmp_path / "c.sqlite", [self.CURRENT, doc("b", other)])
        assert catalogue.source("doi:10.1000/g").usable

    def test_sources_are_counted_once(self, tmp_path: Path) -> None:
        catalogue = write(tmp_path / "c.sqlite", [self.CURRENT, doc("b", self.GUIDELINE)], passages=2)
        assert catalogue.counts() == {"documents": 2, "sources": 1, "passages": 4}


class TestPassages:
    def test_passages_are_found_by_row_by_id_and_by_document(self, tmp_path: Path) -> None:
        catalogue = write(tmp_path / "c.sqlite", [doc("a"), doc("b")], passages=2)
        assert [p.id for p in catalogue.passages_of("b")] == ["p-b-0", "p-b-1"]
        assert catalogue.passage("p-a-1").row == 1
        assert {row: p.id for row, p in catalogue.passages([3, 0, 99]).items()} == {0: "p-a-0", 3: "p-b-1"}
        assert catalogue.row_documents() == [(0, "a"), (1, "a"), (2, "b"), (3, "b")]
        assert catalogue.rows_of_documents(["b", "x"]) == [2, 3]

    def test_many_rows_may_be_asked_for_at_once(self, tmp_path: Path) -> None:
        catalogue = write(tmp_path / "c.sqlite", [doc("a")], passages=1200)
        assert len(catalogue.passages(range(1200))) == 1200

    def test_equal_embedded_texts_lead_to_one_row(self, tmp_path: Path) -> None:
        catalogue = write(tmp_path / "c.sqlite", [doc("a"), doc("b")], passages=1)
        assert catalogue.vector_rows() == {passage("a", 0).embed_hash: 0}

    def test_removing_documents_and_closing_gaps_keeps_order(self, tmp_path: Path) -> None:
        write(tmp_path / "c.sqlite", [doc("a"), doc("b"), doc("c")], passages=2).close()
        writer = CatalogueWriter(tmp_path / "c.sqlite", create=False)
        writer.remove(["a", "x"])
        writer.renumber(writer.rows())
        writer.close()
        catalogue = Catalogue(tmp_path / "c.sqlite")
        assert catalogue.row_documents() == [(0, "b"), (1, "b"), (2, "c"), (3, "c")]
        assert [head["id"] for head in catalogue.list_documents()] == ["b", "c"]
        assert catalogue.passage("p-c-1").row == 3


class TestFailures:
    @pytest.mark.parametrize("ask", ["document", "source", "passage"])
    def test_what_is_not_there_is_named(self, tmp_path: Path, ask: str) -> None:
        catalogue = write(tmp_path / "c.sqlite", [doc("a")])
        with pytest.raises(NotFoundError, match=f"no {ask} 'x'"):
            getattr(catalogue, ask)("x")

    def test_a_missing_file_is_a_damaged_edition(self, tmp_path: Path) -> None:
        with pytest.raises(DamagedEditionError, match=r"c\.sqlite is missing"):
            Catalogue(tmp_path / "c.sqlite")

    def test_a_file_that_is_no_database_is_a_damaged_edition(self, tmp_path: Path) -> None:
        (tmp_path / "c.sqlite").write_bytes(b"no database" * 100)
        with pytest.raises(DamagedEditionError, match="cannot be read"):
            Catalogue(tmp_path / "c.sqlite").counts()


def test_several_threads_may_read_at_once(tmp_path: Path) -> None:
    catalogue = write(tmp_path / "c.sqlite", [doc(str(n)) for n in range(50)], passages=1)
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda n: catalogue.document(str(n)).title, list(range(50)) * 4))
    assert found == [f"About {n}" for n in range(50)] * 4
    catalogue.close()


def test_the_head_of_a_document_is_listed_without_its_text(tmp_path: Path) -> None:
    document = replace(doc("a"), topics=("liver",), review_by=date(2027, 1, 2))
    (head,) = write(tmp_path / "c.sqlite", [document]).list_documents()
    assert (head["id"], head["topics"], head["review_by"]) == ("a", ["liver"], "2027-01-02")
    assert "text" not in head
