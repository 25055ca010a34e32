"""Passages: runs of whole sentences inside one section, as long as the embedding model reads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpus.document import Document, Passage, Section, Sentence, stable_hash
from corpus.embedding import Embedder
from corpus.glossary import shipped_glossary
from corpus.text import ANALYSIS_VERSION

CHUNKING_VERSION = 4  # 3: vectors of sentences; 4: of sentences with their abbreviations spelt out
_SPECIAL_TOKENS = 2
_LONGEST_PREFIX = 0.35  # share of the budget that title and heading may take


def chunking_settings(passage_tokens: int) -> dict[str, int | str]:
    """What decides how texts become passages, for the manifest: equal settings give equal passages."""
    return {
        "version": CHUNKING_VERSION,
        "passage_tokens": passage_tokens,
        "analysis": ANALYSIS_VERSION,
        "abbreviations": shipped_glossary().abbreviations_fingerprint,
    }


def cut_passages(document: Document, embedder: Embedder, passage_tokens: int) -> Iterator[Passage]:
    """The passages of ``document`` in order.

    ``passage_tokens``: the largest passage in the model's own tokens, special tokens, title and heading included; the
    model's own limit holds, too. A single sentence that is longer is a passage of its own (its vector stands for its
    beginning).
    """
    budget = min(passage_tokens, embedder.max_tokens) - _SPECIAL_TOKENS
    glossary = shipped_glossary()
    seen: dict[str, int] = {}
    for index, section in enumerate(document.sections):
        if not section.sentences:
            continue
        prefix = _prefix(document, section, embedder, int(budget * _LONGEST_PREFIX))
        prefix_tokens, *lengths = embedder.count_tokens([prefix, *_pieces(document, section)])
        for run in _runs(section.sentences, lengths, budget - prefix_tokens):
            start, end = run[0].start, run[-1].end
            text = document.text[start:end]
            key = stable_hash(document.id, "\n".join(section.headings), text)
            count = seen[key] = seen.get(key, 0) + 1  # the same words twice in one section are two passages
            yield Passage(
                id=f"p{stable_hash(key, str(count))[:20]}",
                document_id=document.id,
                section=index,
                start=start,
                end=end,
                sentences=run,
                embedded_text=f"{prefix}{text}",
                sentence_texts=tuple(glossary.spelt_out(document.text[s.start : s.end]) for s in run),
            )


def _prefix(document: Document, section: Section, embedder: Embedder, budget: int) -> str:
    """Title and headings in one line; the title alone, or nothing, where they would take too much room."""
    names = [document.title, *(name for name in section.headings if name != document.title)]
    for parts in (names, names[:1], []):
        prefix = " ".join(part if part.endswith(("?", "!")) else f"{part.rstrip('.')}." for part in parts if part)
        if not prefix:
            continue
        prefix += "\n"
        if embedder.count_tokens([prefix])[0] <= budget:
            return prefix
    return ""


def _pieces(document: Document, section: Section) -> list[str]:
    """Each sentence with what stands between it and the next ("- ", "2. "), which is in the passage, too."""
    ends = [sentence.start for sentence in section.sentences[1:]] + [section.sentences[-1].end]
    return [document.text[s.start : end] for s, end in zip(section.sentences, ends, strict=True)]


def _runs(sentences: Sequence[Sentence], lengths: Sequence[int], budget: int) -> Iterator[tuple[Sentence, ...]]:
    """Fill passages greedily, then even out: the last one is not left with a scrap where halves would be fuller."""
    total = sum(lengths)
    count = max(1, -(-total // max(budget, 1)))
    target = min(budget, -(-total // count) + max(lengths, default=0) // 2)
    run: list[Sentence] = []
    used = 0
    for sentence, length in zip(sentences, lengths, strict=True):
        if run and (used + length > budget or used >= target):
            yield tuple(run)
            run, used = [], 0
        run.append(sentence)
        used += length
    if run:
        yield tuple(run)
