"""The editions that a service answers from: opened once, kept while they are used, taken up anew when one is
published.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from corpus.calibration import read_calibration
from corpus.edition import Edition
from corpus.embedding import Embedder, load_embedder
from corpus.embedding.remembering import RememberingEmbedder
from corpus.errors import FootnoteError
from corpus.glossary import Glossary, shipped_glossary
from corpus.known_words import common_words, known_words
from corpus.settings import Settings
from corpus.shelf import Shelf
from service.analysis.question import analyse
from service.answer import Answer, Audience, EditionStamp
from service.consult import Consultant, Consultation, Listener
from service.retrieval import Hit, OpenedEdition, Retriever
from service.safety.resemblance import Resemblance
from service.sentences.candidates import SentenceVectors, read_ahead
from service.sentences.material import PASSAGES, Material
from service.sentences.readers import depth_for, hits_for
from service.sufficiency import Assessment, assess

_KEPT_OPEN = 4  # editions, besides those in use
_READ_AHEAD = 12  # passages that a question's words find, while it is embedded
_READ_THROUGH = 2_000  # passages up to which an edition is read through before it is asked: a second for a thousand


@dataclass(slots=True)
class Reading:
    """An open edition with its retriever, and how many use it now."""

    edition: Edition
    opened: OpenedEdition
    retriever: Retriever
    threshold: float | None = None  # probability from which on a question is answered; None: the one that ships
    users: int = 0
    read_through: bool = False  # whether what its sentences are judged by was worked out ahead

    @property
    def stamp(self) -> EditionStamp:
        """What an answer says of its edition."""
        return EditionStamp(id=self.edition.id, published_at=self.edition.manifest.created_at)

    def close(self) -> None:
        """Close the edition."""
        self.retriever.close()
        self.edition.close()


class Library:
    """Reads, searches and answers from the editions of one data directory. Thread-safe; every method blocks.
    ``with_questions``: False answers as if no sentence had questions that it answers, which is what is fitted and
    measured for editions that have none.
    """

    def __init__(
        self,
        settings: Settings,
        embedder: Callable[[], Embedder] | None = None,
        glossary: Callable[[], Glossary] = shipped_glossary,
        with_questions: bool = True,
    ) -> None:
        self.settings = settings
        self._with_questions = with_questions
        self._shelf = Shelf(settings.shelf_directory, settings.chroma_url)
        self._make_embedder = embedder or (lambda: load_embedder(settings))
        self._make_glossary = glossary
        self._embedder: RememberingEmbedder | None = None
        self._vectors: SentenceVectors | None = None
        self._resemblance: Resemblance | None = None
        self._open: OrderedDict[str, Reading] = OrderedDict()
        self._lock = threading.Lock()
        self._loading = threading.Lock()
        self._consultant = Consultant(self)

    @property
    def embedder(self) -> Embedder:
        """The embedder, loaded at its first use. Raises EmbedderError."""
        with self._loading:
            if self._embedder is None:
                self._embedder = RememberingEmbedder(self._make_embedder())
            return self._embedder

    def embed_ahead(self, *texts: str) -> None:
        """Begin to embed what will be asked for soon, where the embedder is there already."""
        if self._embedder is not None:
            self._embedder.embed_ahead(texts)

    def look_ahead(self, text: str, edition_id: str | None, message: str) -> None:
        """Search by words for what will be asked soon, where the edition (None: the current one) is open already, and
        read what is found while ``message`` is embedded.
        """
        with suppress(Exception):  # what fails here fails again where it is needed, and is told there
            name = edition_id or self._shelf.require_current()
            with self._lock:
                is_open = name in self._open
            if is_open:
                with self.using(edition_id) as reading:
                    reading.retriever.look_ahead(text)
                    self._read_ahead(text, message, reading)

    def _read_ahead(self, text: str, message: str, reading: Reading) -> None:
        embedder = self._embedder
        if embedder is not None and embedder.is_making(message):
            for passage in reading.retriever.likely(text, _READ_AHEAD):
                read_ahead(passage, reading.opened, self.glossary)
                if not embedder.is_making(message):
                    break

    @property
    def sentence_vectors(self) -> SentenceVectors:
        """Vectors of sentences, shared by all questions."""
        embedder = self.embedder
        with self._loading:
            if self._vectors is None:
                self._vectors = SentenceVectors(embedder)
            return self._vectors

    @property
    def resemblance(self) -> Resemblance:
        """What recognises emergencies and harmful requests in unusual words."""
        embedder = self.embedder
        with self._loading:
            if self._resemblance is None:
                self._resemblance = Resemblance(embedder, self.settings.models_directory)
            return self._resemblance

    @property
    def glossary(self) -> Glossary:
        """The glossary."""
        return self._make_glossary()

    def consult(self, consultation: Consultation, listener: Listener | None = None) -> Answer:
        """Answer a question; see :meth:`service.consult.Consultant.consult`."""
        return self._consultant.consult(consultation, listener)

    def search(self, query: str, k: int, edition_id: str | None = None) -> tuple[str, list[Hit]]:
        """Id of the edition (None: the current one) and its best ``k`` passages for ``query``, best first."""
        with self.using(edition_id) as reading:
            return reading.edition.id, reading.retriever.search(query, k)

    def assess(
        self, question: str, edition_id: str | None = None, audience: Audience = Audience.CLINICIAN
    ) -> Assessment:
        """Whether an edition (None: the current one) answers a standalone question, and how likely. A patient's is
        judged by what patients may be shown.
        """
        with self.using(edition_id) as reading:
            material = self.material(question, reading, audience)
            return assess(material, self.embedder, reading.threshold)

    def material(self, question: str, reading: Reading, audience: Audience = Audience.CLINICIAN) -> Material:
        """What is found for a standalone question, as it is found for a clinician or for a patient."""
        analysed = analyse(question, self.glossary)
        wide = reading.retriever.search(question, depth_for(audience, PASSAGES))
        material = Material(
            analysed, reading.opened, reading.retriever, self.sentence_vectors, self.glossary, wide[:PASSAGES]
        )
        if audience is not Audience.PATIENT:
            return material
        return material.for_reader(audience, hits_for(audience, wide, reading.opened, PASSAGES))

    @contextmanager
    def reading(self, edition_id: str | None = None) -> Iterator[Edition]:
        """An edition (None: the current one), open while the context lasts. Raises as :meth:`Shelf.open`."""
        with self.using(edition_id) as reading:
            yield reading.edition

    def require(self, edition_id: str | None) -> None:
        """Raises NotFoundError, or NoEditionError for None, unless there is such an edition."""
        if edition_id is None:
            self._shelf.require_current()
        else:
            self._shelf.path(edition_id)

    def stamp(self, edition_id: str | None) -> EditionStamp | None:
        """What an answer says of an edition (None: the current one) without opening it; None where there is none."""
        try:
            manifest = self._shelf.manifest(edition_id or self._shelf.require_current())
        except FootnoteError:
            return None
        return EditionStamp(id=manifest.id, published_at=manifest.created_at)

    def warm(self, edition_id: str | None = None) -> EditionStamp:
        """Load the embedder, open an edition (None: the current one) and, if it is small, read it through, and read
        what names are told by, so that the next question need not wait for that.
        """
        with self.using(edition_id) as reading:
            reading.retriever.search("warm", 1)
            self.resemblance.distress("warm")
            known_words()
            common_words()
            _ = reading.opened.titles
            self._read_through(reading)
            return reading.stamp

    def _read_through(self, reading: Reading) -> None:
        rows = reading.edition.catalogue.rows() if not reading.read_through else []
        if len(rows) <= _READ_THROUGH:  # of a larger one the caches would not keep it
            for passage in reading.edition.catalogue.passages(rows).values():
                read_ahead(passage, reading.opened, self.glossary)
        reading.read_through = True

    @contextmanager
    def using(self, edition_id: str | None) -> Iterator[Reading]:
        """An open edition with its retriever; it stays open while it is used."""
        reading = self._take(edition_id)
        try:
            yield reading
        finally:
            with self._lock:
                reading.users -= 1
                self._close_superfluous()

    def _take(self, edition_id: str | None) -> Reading:
        name = edition_id or self._shelf.require_current()
        with self._lock:
            reading = self._open.get(name)
            if reading is not None:
                reading.users += 1
                self._open.move_to_end(name)
                return reading
        embedder, glossary = self.embedder, self.glossary
        edition = self._shelf.open(name if edition_id else None)
        try:
            opened = OpenedEdition(edition, self._with_questions)
            calibration = read_calibration(self.settings.shelf_directory, edition.id)
            threshold = calibration.threshold if calibration else None
            fresh = Reading(edition, opened, Retriever(opened, embedder, glossary), threshold)
        except BaseException:
            edition.close()
            raise
        with self._lock:
            reading = self._open.setdefault(edition.id, fresh)
            reading.users += 1
            self._open.move_to_end(edition.id)
        if reading is not fresh:  # another thread was faster
            edition.close()
        return reading

    def _close_superfluous(self) -> None:
        idle = [name for name, reading in self._open.items() if reading.users == 0]
        for name in idle[: max(0, len(self._open) - _KEPT_OPEN)]:
            self._open.pop(name).close()

    def close(self) -> None:
        """Close every edition."""
        with self._lock:
            while self._open:
                self._open.popitem()[1].close()
