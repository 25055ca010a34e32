"""A Footnote service by its address: ``/v1/chat``, ``/v1/search`` and ``/v1/documents``."""

from __future__ import annotations

import time
from collections.abc import Mapping
from contextlib import AbstractContextManager
from functools import lru_cache
from typing import Any
from urllib.parse import quote

from pydantic import ValidationError

from evals.targets.converting import response_of
from evals.targets.http import JsonClient, StatusError
from evals.targets.protocol import DEPTH, Asked, Target, TargetError, UnsupportedError
from evals.texts import StoredText, Texts
from service.answer import Answer, Audience, Mode


class FootnoteApi:
    """A running Footnote. The edition that is current at the start is asked for by its id throughout."""

    def __init__(self, client: JsonClient, edition_id: str | None = None, mode: Mode | None = None) -> None:
        """Raises TargetError when the service does not answer."""
        listed = client.get("/v1/documents", limit=1, edition=edition_id)
        self._client = client
        self._edition: str = listed["edition"]
        self._mode = mode
        self._texts = ApiTexts(client, self._edition)

    def describe(self) -> dict[str, Any]:
        """See :class:`Target`."""
        return {
            "style": "footnote",
            "url": self._client.url,
            "edition": self._edition,
            "mode": str(self._mode) if self._mode else "default",
        }

    def begin(self) -> _Conversation:
        """See :class:`Target`."""
        return _Conversation(self._client, self._edition, self._mode)

    def rank(self, query: str) -> list[str] | None:
        """See :class:`Target`. The API gives a hundred passages at most, so that fewer documents may be ranked."""
        found = self._client.post("/v1/search", {"query": query, "k": DEPTH, "edition": self._edition})
        return list(dict.fromkeys(hit["document_id"] for hit in found["hits"]))

    def texts(self) -> Texts:
        """See :class:`Target`."""
        return self._texts

    def planted(self, documents: Mapping[str, tuple[str, str]]) -> AbstractContextManager[Target]:
        """Raises UnsupportedError: nothing is put into a running service's library."""
        raise UnsupportedError("documents are not planted into a running service: run this item in process")


class _Conversation:
    def __init__(self, client: JsonClient, edition: str, mode: Mode | None) -> None:
        self._client = client
        self._edition = edition
        self._mode = mode
        self._id: str | None = None

    def ask(self, message: str, audience: Audience) -> Asked:
        """See :class:`Dialogue`."""
        body: dict[str, Any] = {"message": message, "audience": str(audience), "edition": self._edition}
        if self._mode is not None:
            body["mode"] = str(self._mode)
        if self._id is not None:
            body["conversation_id"] = self._id
        begin = time.perf_counter()
        reply = self._client.post("/v1/chat", body)
        wall = (time.perf_counter() - begin) * 1000
        try:
            answer = Answer.model_validate(reply)
        except ValidationError as error:
            raise TargetError(f"the reply is no answer of Footnote's ({error.error_count()} fields differ)") from None
        self._id = answer.conversation_id
        ids = {"answer": answer.id, "conversation": answer.conversation_id, "created_at": answer.created_at}
        return Asked(response_of(answer), {**answer.timings, "wall": round(wall, 2)}, ids)


class ApiTexts:
    """The texts of an edition, read from a running Footnote."""

    def __init__(self, client: JsonClient, edition: str) -> None:
        self._client = client
        self._edition = edition
        self._titles: dict[str, str] | None = None
        self.document = lru_cache(maxsize=4096)(self._read)

    def _read(self, document_id: str) -> StoredText | None:
        try:
            found = self._client.get(f"/v1/documents/{quote(document_id)}", edition=self._edition)
        except StatusError as error:
            if error.status == 404:
                return None
            raise
        return StoredText(
            found["id"],
            found["title"],
            found["text"],
            tuple(
                (sentence["start"], sentence["end"], tuple(sentence["source_ids"]))
                for section in found["sections"]
                for sentence in section["sentences"]
            ),
            frozenset(source["source_id"] for source in found["sources"] if source["status"] != "current"),
        )

    def by_title(self, title: str) -> StoredText | None:
        """See :class:`Texts`."""
        if self._titles is None:
            heads = self._heads()
            self._titles = {head["title"].casefold(): head["id"] for head in reversed(heads) if head["title"]}
        found = self._titles.get(title.strip().casefold())
        return self.document(found) if found is not None else None

    def ids(self) -> list[str]:
        """See :class:`Texts`."""
        return [head["id"] for head in self._heads()]

    def _heads(self) -> list[dict[str, Any]]:
        heads: list[dict[str, Any]] = []
        cursor: str | None = None
        while True:
            page = self._client.get("/v1/documents", limit=200, edition=self._edition, cursor=cursor)
            heads += page["documents"]
            cursor = page["next"]
            if cursor is None:
                return heads
