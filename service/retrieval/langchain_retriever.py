"""The same retrieval for whoever builds with LangChain."""

from __future__ import annotations

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict

from service.retrieval.retriever import Retriever


class FootnoteRetriever(BaseRetriever):
    """A LangChain retriever over one edition: ``FootnoteRetriever(retriever=…, k=8).invoke("…")``."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    retriever: Retriever
    k: int = 8

    def _get_relevant_documents(self, query: str, *, run_manager: CallbackManagerForRetrieverRun) -> list[Document]:
        return [
            Document(
                id=hit.passage_id,
                page_content=hit.text,
                metadata={
                    "document_id": hit.document_id,
                    "section": hit.section,
                    "score": hit.score,
                    "start": hit.passage.start,
                    "end": hit.passage.end,
                },
            )
            for hit in self.retriever.search(query, self.k)
        ]
