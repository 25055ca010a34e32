"""Footnote side by side with what one would build instead: the same texts, the same model, the same machine, the same
run.

The other side is LangChain's plain pipeline: RecursiveCharacterTextSplitter (1,000 characters, 200 overlap),
HuggingFaceEmbeddings on the same all-MiniLM-L6-v2 files, ``Chroma.from_documents`` and ``as_retriever``. Each side
works in child processes of its own; no two run at the same time. Both give 8 passages for a question.

What is accepted: the other side is run as its documentation shows it, not tuned; the machine's other work shows in both
sides' numbers, which is why ratios are judged, and why the sides take turns.
"""
