"""The same retrieval as a LangChain retriever."""

from __future__ import annotations

import asyncio

import pytest
from langchain_core.retrievers import BaseRetriever

from service.library import Library
from service.retrieval.langchain_retriever import FootnoteRetriever
from tests.fakes import digest
from tests.service.conftest import LibraryOf

TEXTS = {
    "gout.md": digest("gout", "## Treatment\n\nGout flares are treated with colchicine [@g].", g={"doi": "10.1000/gout"}),
    "old.md": digest("old", "## Treatment\n\nGout is treated with bloodletting [@g].", g={"status": "superseded", "doi": "10.1000/old"}),
    "sbp.md": digest("sbp", "## Treatment\n\nSpontaneous bacterial peritonitis is treated with cefotaxime [@g].", g={"doi": "10.1000/sbp"}),
}  # fmt: skip


@pytest.fixture
def library(library_of: LibraryOf) -> Library:
    return library_of(TEXTS)


def test_it_finds_what_the_library_finds(library: Library) -> None:
    with library.using(None) as reading:
        retriever = FootnoteRetriever(retriever=reading.retriever, k=2)
        assert isinstance(retriever, BaseRetriever)
        found = retriever.invoke("How is gout treated?")
        hits = reading.retriever.search("How is gout treated?", 2)
    assert [document.id for document in found] == [hit.passage_id for hit in hits]
    assert [document.page_content for document in found] == [hit.text for hit in hits]
    assert found[0].metadata["document_id"] == "gout"


def test_its_offsets_lead_to_the_stored_text(library: Library) -> None:
    with library.using(None) as reading:
        [found] = FootnoteRetriever(retriever=reading.retriever, k=1).invoke("SBP")
        text = reading.opened.document(found.metadata["document_id"]).text
    assert text[found.metadata["start"] : found.metadata["end"]] == found.page_content


def test_it_leaves_out_what_is_superseded(library: Library) -> None:
    with library.using(None) as reading:
        found = FootnoteRetriever(retriever=reading.retriever, k=10).invoke("gout bloodletting")
    assert "old" not in {document.metadata["document_id"] for document in found}


def test_it_can_be_awaited(library: Library) -> None:
    with library.using(None) as reading:
        retriever = FootnoteRetriever(retriever=reading.retriever, k=1)
        assert asyncio.run(retriever.ainvoke("gout")) == retriever.invoke("gout")
