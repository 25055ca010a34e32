"""Footnote itself, in this process: the service's own way from question to answer, without HTTP."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as WaitedTooLong
from contextlib import contextmanager
from typing import Any, TypeVar

from corpus.errors import FootnoteError
from corpus.version import engine_version
from evals.targets.converting import response_of
from evals.targets.planting import planted_copy
from evals.targets.protocol import Asked, Target, TargetError, TargetTimeoutError
from evals.texts import LibraryTexts, Texts
from service.answer import Answer, Audience, Mode
from service.consultation import Consultation, Turn
from service.engine import settings_hash
from service.library import Library

_T = TypeVar("_T")


class InProcess:
    """Footnote over one edition of a data directory."""

    def __init__(
        self, library: Library, edition_id: str | None = None, mode: Mode | None = None, timeout: float = 60.0
    ) -> None:
        """edition_id: None takes the one that is current now, for the whole run. What the service loads before it is
        ready is loaded here: no question is to wait for it. Raises NotFoundError, NoEditionError.
        """
        library.require(edition_id)
        self._library = library
        with library.reading(edition_id) as edition:
            self._edition = edition.id
            self._content_hash = edition.manifest.content_hash
            self._embedder = edition.manifest.embedder.name
        library.warm(self._edition)
        self._mode = mode
        self._timeout = timeout
        self._texts = LibraryTexts(library, self._edition)
        self._pool = ThreadPoolExecutor(1)

    def describe(self) -> dict[str, Any]:
        """See :class:`Target`."""
        return {
            "style": "in process",
            "edition": self._edition,
            "edition_hash": self._content_hash,
            "embedder": self._embedder,
            "mode": str(self._mode) if self._mode else "default",
            "llm": self._library.settings.llm,
            "confidence": "probability that what was found answers the question",
            "engine": engine_version(),
            "settings_hash": settings_hash(self._library.settings, self._library.glossary.fingerprint),
        }

    def begin(self) -> _Conversation:
        """See :class:`Target`."""
        return _Conversation(self)

    def rank(self, query: str) -> list[str] | None:
        """See :class:`Target`."""
        from service.commands.search import best_documents

        return [document for document, _ in self.within(lambda: best_documents(self._library, query, self._edition))]

    def texts(self) -> Texts:
        """See :class:`Target`."""
        return self._texts

    @contextmanager
    def planted(self, documents: Mapping[str, tuple[str, str]]) -> Iterator[Target]:
        """See :class:`Target`."""
        with planted_copy(self._library.settings, self._edition, documents) as settings:
            library = Library(settings, embedder=lambda: self._library.embedder)
            try:
                yield InProcess(library, None, self._mode, self._timeout)
            finally:
                library.close()

    def within(self, work: Callable[[], _T]) -> _T:
        """Do it within the time allowed. A thread cannot be ended from outside: one that is late is left behind.

        Raises TargetTimeoutError, or TargetError with the message of what went wrong.
        """
        future: Future[_T] = self._pool.submit(work)
        try:
            return future.result(self._timeout)
        except WaitedTooLong:
            if future.done():
                raise TargetError("TimeoutError") from None
            self._pool.shutdown(wait=False, cancel_futures=True)
            self._pool = ThreadPoolExecutor(1)
            raise TargetTimeoutError(f"no answer within {self._timeout:g} s") from None
        except FootnoteError as error:
            raise TargetError(f"{error.code}: {error.message}") from error
        except Exception as error:
            raise TargetError(f"{type(error).__name__}: {error}") from error

    def consult(self, message: str, history: list[Turn], audience: Audience) -> Asked:
        """One question after ``history``."""
        begin = time.perf_counter()
        asked = Consultation(message, "con_evaluation", tuple(history), audience, self._mode, self._edition)
        answer = self.within(lambda: self._library.consult(asked))
        wall = (time.perf_counter() - begin) * 1000
        confidence = self.within(lambda: self._confidence(answer))
        history.append(Turn(message, answer.standalone_question, answer))
        ids = {"answer": answer.id, "created_at": answer.created_at}
        return Asked(response_of(answer, confidence), {**answer.timings, "wall": round(wall, 2)}, ids)

    def _confidence(self, answer: Answer) -> float:
        return round(self._library.assess(answer.standalone_question, self._edition, answer.audience).probability, 6)


class _Conversation:
    def __init__(self, target: InProcess) -> None:
        self._target = target
        self._history: list[Turn] = []

    def ask(self, message: str, audience: Audience) -> Asked:
        """See :class:`Dialogue`."""
        return self._target.consult(message, self._history, audience)
