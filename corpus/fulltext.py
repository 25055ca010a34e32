"""The full text of an edition: BM25 over the terms of titles, headings and passages (tantivy).

Texts are analysed by :func:`corpus.text.terms` and given to tantivy as ready terms, so that search, coverage and
comparison see the same words. An edition has two such indexes: of its passages, and of its whole documents (numbered
by the row of their first passage), because words that stand apart in a document still say together what it is about.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol

import tantivy

from corpus.errors import DamagedEditionError

FIELDS = ("title", "heading", "body")
_HEAP = 128_000_000


class FullText(Protocol):
    """Lexical search over passages; rows are the numbers of passages."""

    def search(self, weights: Mapping[str, float], k: int, boosts: Mapping[str, float]) -> list[tuple[int, float]]:
        """Rows and BM25 scores (0 and up) of the best ``k``, best first.

        ``weights``: term → weight; ``boosts``: field → weight of a match there.
        """
        ...

    def search_all(self, wanted: Sequence[str], k: int) -> list[int]:
        """Rows of up to ``k`` passages that have all these terms, in any field, best first."""
        ...

    def document_frequency(self, term: str) -> int:
        """How many passages (documents) hold ``term`` in body, heading or title (the largest of the three)."""
        ...

    def presence(
        self, groups: Sequence[tuple[float, Sequence[Sequence[str]]]], rows: Sequence[int]
    ) -> dict[int, float]:
        """For each of ``rows`` the sum of the values of the groups that it has, in any field; rows without one are
        left out.

        A group is a value and its wordings, each a run of terms; a row has it that holds all terms of one wording.
        """
        ...

    def count(self) -> int:
        """Number of passages."""
        ...


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("row", stored=True, indexed=True, fast=True)
    for field in FIELDS:
        builder.add_text_field(field, stored=False, tokenizer_name="whitespace", index_option="freq")
    return builder.build()


class TantivyFullText:
    """A :class:`FullText` in a directory."""

    def __init__(self, directory: Path) -> None:
        """Raises DamagedEditionError when there is no index in ``directory``."""
        try:
            self._index = tantivy.Index.open(str(directory))
        except (ValueError, OSError) as error:
            raise DamagedEditionError(
                f"{directory} holds no full-text index ({error}): 'footnote editions verify --repair' rebuilds it."
            ) from error
        self._schema = self._index.schema
        self._searcher = self._index.searcher()

    def search(self, weights: Mapping[str, float], k: int, boosts: Mapping[str, float]) -> list[tuple[int, float]]:
        """See :meth:`FullText.search`. Equal scores stand in order of their rows."""
        clauses = []
        for term in sorted(weights):
            for field, boost in boosts.items():
                query = tantivy.Query.term_query(self._schema, field, term, index_option="freq")
                clauses.append((tantivy.Occur.Should, tantivy.Query.boost_query(query, weights[term] * boost)))
        if not clauses or k < 1:
            return []
        hits = self._searcher.search(tantivy.Query.boolean_query(clauses), limit=k, count=False).hits
        rows = self._searcher.fast_field_values("row", [address for _, address in hits])
        found = [(int(row), float(score)) for row, (score, _) in zip(rows, hits, strict=True) if row is not None]
        return sorted(found, key=lambda hit: (-hit[1], hit[0]))

    def search_all(self, wanted: Sequence[str], k: int) -> list[int]:
        """See :meth:`FullText.search_all`."""
        words = [(tantivy.Occur.Must, self._anywhere(term)) for term in dict.fromkeys(wanted)]
        if not words or k < 1:
            return []
        hits = self._searcher.search(tantivy.Query.boolean_query(words), limit=k, count=False).hits
        rows = self._searcher.fast_field_values("row", [address for _, address in hits])
        return [int(row) for row in rows if row is not None]

    def document_frequency(self, term: str) -> int:
        """See :meth:`FullText.document_frequency`."""
        return max(int(self._searcher.doc_freq(field, term)) for field in FIELDS)

    def presence(
        self, groups: Sequence[tuple[float, Sequence[Sequence[str]]]], rows: Sequence[int]
    ) -> dict[int, float]:
        """See :meth:`FullText.presence`."""
        clauses = [(tantivy.Occur.Should, self._has(wordings, value)) for value, wordings in groups if any(wordings)]
        if not clauses or not len(rows):
            return {}
        inside = tantivy.Query.const_score_query(
            tantivy.Query.term_set_query(self._schema, "row", [int(row) for row in rows]), 0.0
        )
        query = tantivy.Query.boolean_query([(tantivy.Occur.Must, inside), *clauses])
        hits = self._searcher.search(query, limit=len(rows), count=False).hits
        found = self._searcher.fast_field_values("row", [address for _, address in hits])
        return {int(row): float(score) for row, (score, _) in zip(found, hits, strict=True) if row is not None}

    def _has(self, wordings: Sequence[Sequence[str]], value: float) -> tantivy.Query:
        forms = []
        for wording in wordings:
            words = [self._anywhere(term) for term in dict.fromkeys(wording)]
            if words:
                forms.append(
                    words[0]
                    if len(words) == 1
                    else tantivy.Query.boolean_query([(tantivy.Occur.Must, word) for word in words])
                )
        query = (
            forms[0]
            if len(forms) == 1
            else tantivy.Query.boolean_query([(tantivy.Occur.Should, form) for form in forms])
        )
        return tantivy.Query.const_score_query(query, value)

    def _anywhere(self, term: str) -> tantivy.Query:
        return tantivy.Query.boolean_query(
            [
                (tantivy.Occur.Should, tantivy.Query.term_query(self._schema, field, term, index_option="freq"))
                for field in FIELDS
            ]
        )

    def vocabulary(self, prefix: str) -> list[tuple[str, int]]:
        """The terms of the bodies that begin with ``prefix``, with the number of passages that have each."""
        return [(str(term), int(count)) for term, count in self._searcher.terms_with_prefix("body", prefix)]

    def count(self) -> int:
        """See :meth:`FullText.count`."""
        return int(self._searcher.num_docs)


class FullTextWriter:
    """Adds and deletes passages in an index directory; nothing is kept before :meth:`commit`."""

    def __init__(self, directory: Path, create: bool) -> None:
        directory.mkdir(parents=True, exist_ok=True)
        self._index = tantivy.Index(_schema(), path=str(directory)) if create else tantivy.Index.open(str(directory))
        # One thread: the same input gives the same segments, and so the same order among equal scores.
        self._writer = self._index.writer(_HEAP, 1)

    def add(self, row: int, **fields: Sequence[str]) -> None:
        """Index one passage (or document) by the terms of its fields."""
        document = tantivy.Document()
        document.add_unsigned("row", row)
        for field, words in fields.items():
            document.add_text(field, " ".join(words))
        self._writer.add_document(document)

    def delete(self, rows: Sequence[int]) -> None:
        """Take out the named rows."""
        # by query: deleting by the term of a number finds nothing (tantivy 0.27)
        if rows:
            self._writer.delete_documents_by_query(tantivy.Query.term_set_query(_schema(), "row", list(rows)))

    def commit(self) -> None:
        """Keep what was added and deleted, and wait until the files are settled."""
        self._writer.commit()
        self._writer.wait_merging_threads()
