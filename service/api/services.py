"""What the routes work with, and how they reach it."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Annotated, Protocol, cast

from fastapi import Depends, Request

from corpus.edition import Edition
from corpus.settings import Settings
from service.access import Caller
from service.answer import Answer, EditionStamp
from service.api.metrics import Metrics
from service.api.problems import ApiError
from service.consultation import Consultation, Listener
from service.retrieval import Hit
from service.store import Role, Store


class Library(Protocol):
    """The editions to read, search and answer from. Every method blocks: call it in a thread."""

    def consult(self, consultation: Consultation, listener: Listener | None = None) -> Answer:
        """The answer to a question; see :meth:`service.consult.Consultant.consult`."""
        ...

    def search(self, query: str, k: int, edition_id: str | None) -> tuple[str, list[Hit]]:
        """Id of the edition (None: the current one) and its best ``k`` passages for ``query``, best first."""
        ...

    def reading(self, edition_id: str | None) -> AbstractContextManager[Edition]:
        """An edition (None: the current one), open while the context lasts. Raises as :meth:`Shelf.open`."""
        ...

    def require(self, edition_id: str | None) -> None:
        """Raises NotFoundError, or NoEditionError for None, unless there is such an edition."""
        ...

    def warm(self) -> EditionStamp:
        """Load the embedder and open the current edition, so that the next question need not wait for them.

        Raises NoEditionError, DamagedEditionError or EmbedderError.
        """
        ...

    def close(self) -> None:
        """Close what was opened."""
        ...


@dataclass(frozen=True, slots=True)
class Services:
    """What the routes work with."""

    settings: Settings
    store: Store
    library: Library
    metrics: Metrics


def _services(request: Request) -> Services:
    return cast(Services, request.app.state.services)


def _caller(request: Request) -> Caller:
    return cast(Caller, request.scope["footnote.caller"])  # put there by KeyGuard


ServicesDep = Annotated[Services, Depends(_services)]
CallerDep = Annotated[Caller, Depends(_caller)]


class Allow:
    """Dependency: lets in callers with one of the named roles, and those who come in without a key at all."""

    def __init__(self, *roles: Role) -> None:
        self._roles = roles

    def __call__(self, caller: CallerDep) -> None:
        """Raises ApiError (role_forbidden)."""
        if not caller.may(self._roles):
            raise ApiError("role_forbidden", f"This needs a key with the role {' or '.join(self._roles)}.")
