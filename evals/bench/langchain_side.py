"""The other side: LangChain's plain pipeline, as its documentation builds it.

``python -m evals.bench.langchain_side ingest|serve|start FOLDER DATA [QUESTIONS]``
"""

from __future__ import annotations

import sys
from pathlib import Path

from langchain_chroma import Chroma
from langchain_core.documents import Document
from langchain_huggingface import HuggingFaceEmbeddings
from langchain_text_splitters import RecursiveCharacterTextSplitter

from corpus.embedding.weights import model_directory
from evals.bench.measured import Search, read_documents, run_side

HITS = 8
_LARGEST_BATCH = 5000  # Chroma takes at most 5,461 at once, and add_documents does not split


def embeddings() -> HuggingFaceEmbeddings:
    """all-MiniLM-L6-v2 from the same files that Footnote uses."""
    return HuggingFaceEmbeddings(model_name=str(model_directory()))


def ingest(folder: Path, data: Path) -> None:
    """Split, embed and store."""
    splitter = RecursiveCharacterTextSplitter(chunk_size=1000, chunk_overlap=200)
    documents = [
        Document(page_content=f"{entry['title']}\n{entry['text']}", metadata={"id": entry["_id"]})
        for entry in read_documents(folder / "corpus.jsonl")
    ]
    chunks = splitter.split_documents(documents)
    store = Chroma.from_documents(chunks[:_LARGEST_BATCH], embeddings(), persist_directory=str(data))
    for start in range(_LARGEST_BATCH, len(chunks), _LARGEST_BATCH):
        store.add_documents(chunks[start : start + _LARGEST_BATCH])


def open_search(data: Path) -> Search:
    """Searches the store; gives the texts of the best chunks."""
    store = Chroma(persist_directory=str(data), embedding_function=embeddings())
    retriever = store.as_retriever(search_kwargs={"k": HITS})
    return lambda question: [document.page_content for document in retriever.invoke(question)]


if __name__ == "__main__":
    run_side(ingest, open_search, *sys.argv[1:])
