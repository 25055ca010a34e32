"""Sentences of retrieved passages that an answer may be made of, each able to stand alone, each scored."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from corpus.catalogue_rows import PassageRow
from corpus.document import Document
from corpus.embedding import Embedder, Vectors
from corpus.glossary import Entry, Glossary
from corpus.text import term_set
from corpus.vectors import Rows, VectorFile
from service.grounding.draft import Span
from service.retrieval import Hit, OpenedEdition, SourcedSentence
from service.sentences.parts import told_apart
from service.sentences.roles import Role, role_of
from service.sentences.sought import Sought
from service.sentences.standing import stands_alone

# A sentence that begins so needs the one before it; "HE can …" is no pronoun, but an illness cut short.
_NEEDS_REFERENT = re.compile(
    r"^(?!(?-i:[A-Z]{2,} [a-z]))"
    r"(?:this|these|those|that|it|its|they|their|them|he|she|his|her|such|both|the (?:former|latter|same|above|following|study|trial|"
    r"drug|patient|authors?|results?|findings?|procedure|disease|condition|disorder|syndrome|treatment)|however|therefore|thus|hence|moreover|furthermore|"
    r"in addition|additionally|consequently|nevertheless|conversely|similarly|in contrast|as a result|for example|for instance|"
    r"and|but|or|so|because of this|also|then|here|there(?:fore|after)?|another|other)\b(?! is no| are no| is not| was no| were no)"
    r"(?! (?:of|with) (?:an? |(?:the )?\d))",  # "the authors of a 2002 cohort" are told
    re.I,
)
_WHOLE_PASSAGES = 4  # of the first passages every sentence is looked at,
_NEAREST = 60  # of the others the nearest to the question
_ASKED_AT, _ASKED_SLOPE = 0.1, 0.85  # how alike the questions of a sentence are on average, by its own cosine
_EMBEDDED = 48  # sentences whose vectors are computed for a question where the edition has none

Scores = npt.NDArray[np.float64]


@dataclass(slots=True)
class Candidate:
    """A sentence (or two that belong together) with what it is judged by. Scores are 0 to 1."""

    text: str
    spans: list[Span]
    role: Role
    passage_score: float
    heading: str
    context_terms: frozenset[str]  # terms of title and headings above it
    own_terms: frozenset[str]  # terms of its own, and of the headings in ``part``
    lexical: float = 0.0
    semantic: float = 0.0
    relevance: float = 0.0
    vector: Vectors | None = field(default=None, repr=False)
    lines: tuple[int, ...] = ()  # of its sentences' vectors in the edition's file; empty where there are none
    part: tuple[str, ...] = ()  # headings that it is told after, as other parts of its text are built alike
    headed: bool = False  # its section is headed by all that is asked: service.sentences.headed
    hit: int = 0  # position of its passage among those found
    asked: float = 0.0  # how alike the question and those that it is known to answer are,
    asked_terms: frozenset[str] = frozenset()  # and the terms of these
    useful: float = 0.0  # how likely an answer should hold it, 0 to 1
    covering: Sequence[float] = ()  # how it covers the question it was ranked for: service.sentences.coverage.FEATURES
    order: int = 0  # where it stood among all candidates: breaks ties
    around: frozenset[str] = field(init=False, repr=False)  # its own terms, and those of title and headings

    def __post_init__(self) -> None:
        self.around = self.own_terms | self.context_terms

    @property
    def widely(self) -> frozenset[str]:
        """Its terms in the widest sense: its own, those above it, and those of the questions that it answers."""
        return self.around | self.asked_terms

    @property
    def document(self) -> Document:
        """The document it stands in."""
        return self.spans[0].document

    @property
    def position(self) -> tuple[str, int]:
        """Document and offset: its place in the library."""
        return self.document.id, self.spans[0].start


def names(entry: Entry, candidate: Candidate, context: bool = False) -> bool:
    """Whether a sentence (or, with ``context``, title or headings above it) names a concept."""
    return entry.named_in(candidate.around if context else candidate.own_terms) or entry.written_in(candidate.text)


def near_lines(
    hits: Sequence[Hit],
    file: VectorFile,
    question_vector: Vectors,
    asked: Callable[[Rows], Scores],
    whole: Sequence[Hit] = (),
) -> frozenset[int]:
    """Lines of the sentences of ``hits`` that are worth a closer look: all of the first few passages, and of the others
    the nearest, by themselves or by the questions that they answer.

    ``asked``: how alike those questions are, of lines; NaN where there are none.
    """
    lines = [
        line
        for hit in hits[_WHOLE_PASSAGES:]
        for line in range(hit.passage.sentence_row, hit.passage.sentence_row + hit.passage.sentence_count)
    ]
    first = {
        line
        for hit in (*hits[:_WHOLE_PASSAGES], *whole)
        for line in range(hit.passage.sentence_row, hit.passage.sentence_row + hit.passage.sentence_count)
    }
    if len(lines) <= _NEAREST:
        return frozenset((*first, *lines))
    cosine = np.fmax(file.rows(lines) @ question_vector, asked(np.array(lines, dtype=np.int64)))
    best = np.argsort(-cosine, kind="stable")[:_NEAREST]
    return frozenset((*first, *(lines[position] for position in best.tolist())))


def read_ahead(passage: PassageRow, opened: OpenedEdition, glossary: Glossary) -> None:
    """Look at a passage that will most likely be found: what is worked out of it and its sentences is kept, so that
    :func:`candidates_from` and what judges them are quick.
    """
    opened.prior(passage)
    for sentence in opened.sentences(passage):
        if stands_alone(sentence.text):
            term_set(sentence.text)
            glossary.find(sentence.text)
            opened.asked.terms_of(sentence.line)


def candidates_from(hits: Sequence[Hit], opened: OpenedEdition, lines: frozenset[int] | None = None) -> list[Candidate]:
    """The usable sentences of ``hits``, in the order of the hits and of the text; ``lines``: only those whose vectors
    stand there.
    """
    found: dict[tuple[str, int], Candidate] = {}
    for position, hit in enumerate(hits):
        document = opened.document(hit.document_id)
        section = document.sections[hit.passage.section]
        context = term_set(f"{document.title} {' '.join(section.headings)}")
        before: SourcedSentence | None = None
        for sentence in opened.sentences(hit.passage):
            looked_at = lines is None or sentence.line in lines
            candidate = _candidate(sentence, before, hit, document, context) if looked_at else None
            before = sentence
            if candidate is not None and candidate.position not in found:
                candidate.order, candidate.hit = len(found), position
                found[candidate.position] = candidate
    return list(found.values())


def _candidate(
    entry: SourcedSentence, before: SourcedSentence | None, hit: Hit, document: Document, context: frozenset[str]
) -> Candidate | None:
    section = document.sections[hit.passage.section]
    start, end, sources = entry.sentence.start, entry.sentence.end, entry.sources
    text = entry.text
    lines: tuple[int, ...] = (entry.line,)
    if _NEEDS_REFERENT.match(text):
        same_paragraph = before is not None and "\n" not in document.text[before.sentence.end : start]
        if before is None or not same_paragraph or _NEEDS_REFERENT.match(before.text) or not stands_alone(before.text):
            return None
        start = before.sentence.start
        lines = (before.line, entry.line)
        text = document.text[start:end]
        sources = tuple(source for source in sources if source in before.sources) or sources
    part = told_apart(document, hit.passage.section)
    if not stands_alone(text) and not (part and stands_alone(f"{', '.join(part)}: {text}")):
        return None
    spans = [
        Span(
            document,
            hit.passage_id,
            hit.passage.section,
            start,
            end,
            text,
            source,
            entry.sentence.strength,
            entry.sentence.certainty,
        )
        for source in sources
    ]
    role = role_of(" ".join(section.headings[-1:]), text, sources[0], section.ordered)
    lines = lines if min(lines) >= 0 else ()
    own = term_set(text) | term_set(" ".join(part)) if part else term_set(text)
    return Candidate(text, spans, role, hit.score, section.heading, context, own, lines=lines, part=part)


class SentenceVectors:
    """Vectors of sentences: those that the edition holds, others made and kept for the questions to come (the most
    recent ``size``).
    """

    def __init__(self, embedder: Embedder, size: int = 20_000) -> None:
        self._embedder = embedder
        self._size = size
        self._known: dict[str, Vectors] = {}

    def question(self, text: str) -> Vectors:
        """The vector of a question."""
        vector: Vectors = self._embedder.embed([text])[0]
        return vector

    def set(self, candidates: Sequence[Candidate], file: VectorFile | None) -> None:
        """Give the candidates their vectors, from ``file`` where it has them. Two sentences have the mean of theirs.

        Where it has none, only the first few are embedded: the others keep None.
        """
        held = [candidate for candidate in candidates if candidate.lines and file is not None]
        if file is not None and held:
            rows = file.rows([line for candidate in held for line in candidate.lines])
            at = 0
            for candidate in held:
                count = len(candidate.lines)
                mean = rows[at] if count == 1 else rows[at : at + count].mean(axis=0)
                candidate.vector = mean / max(float(np.sqrt(mean.dot(mean))), 1e-9)
                at += count
        close = [candidate for candidate in candidates[:_EMBEDDED] if candidate.vector is None]
        for candidate, vector in zip(close, self.of([c.text for c in close]), strict=True):
            candidate.vector = vector

    def of(self, texts: Sequence[str]) -> list[Vectors]:
        """A vector for each text."""
        found = {text: self._known.get(text) for text in texts}
        missing = [text for text, vector in found.items() if vector is None]
        fresh = dict(zip(missing, self._embedder.embed(missing), strict=True))
        self._known.update(fresh)
        while len(self._known) > self._size:
            self._known.pop(next(iter(self._known)), None)
        return [fresh[text] if vector is None else vector for text, vector in ((text, found[text]) for text in texts)]


def score(
    candidates: Iterable[Candidate], question_vector: Vectors, wanted: Sought, vectors: SentenceVectors,
    file: VectorFile | None = None, asked: Callable[[Rows], Scores] | None = None,
) -> list[Candidate]:  # fmt: skip
    """Set the scores; the best by words and passage are compared by meaning, too. Returns them best first.

    ``wanted``: what the question looks for by its words; ``file``: the edition's vectors of sentences; ``asked``: see
    :func:`near_lines`. A sentence that has no questions counts as those do on average that are as near.
    """
    listed = list(candidates)
    for candidate in listed:
        candidate.lexical = wanted.found_in(candidate.own_terms, candidate.context_terms)
    listed.sort(key=lambda c: (-(c.lexical + c.passage_score), c.order))
    vectors.set(listed, file)
    for candidate in listed:
        if candidate.vector is not None:
            candidate.semantic = max(0.0, float(np.dot(candidate.vector, question_vector)))
        meaning = candidate.semantic if candidate.vector is not None else 0.5 * candidate.lexical
        candidate.asked = _ASKED_AT + _ASKED_SLOPE * candidate.semantic
        candidate.relevance = 0.45 * meaning + 0.35 * candidate.lexical + 0.2 * candidate.passage_score
    placed = [candidate for candidate in listed if candidate.lines]
    if asked is not None and placed:
        alike = asked(np.array([candidate.lines[-1] for candidate in placed], dtype=np.int64))
        for candidate, value in zip(placed, alike.tolist(), strict=True):
            if value == value:  # no number where it has no questions
                candidate.asked = value
    listed.sort(key=lambda c: (-c.relevance, c.order))
    return listed
