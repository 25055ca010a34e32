"""Any system behind an OpenAI-compatible chat endpoint; its citations are read from ``[1]`` marks and a reference
list.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from contextlib import AbstractContextManager
from typing import Any

from evals.targets.http import JsonClient
from evals.targets.parsing import parse_answer
from evals.targets.protocol import Asked, Target, TargetError, UnsupportedError
from evals.texts import NoTexts, Texts
from service.answer import Audience

SYSTEM_PROMPT = (
    "You answer medical questions for a health professional from the documents that you have access to. Mark every "
    "statement with the number of the source that supports it, as [1], and end with a list headed 'References' "
    "that has "
    "one line for each number: the number in brackets, the title of the document, and the words that support the "
    "statement in quotation marks. Say so when the documents do not answer the question."
)
_READERS = {
    Audience.CLINICIAN: "",
    Audience.PATIENT: " The reader is a patient: use plain words.",
    Audience.STUDENT: " The reader is a medical student.",
    Audience.RESEARCHER: " The reader is a researcher.",
}


class OpenAIChat:
    """A chat endpoint. What it says is all that is known of it; its texts are those of the library that is given."""

    def __init__(
        self,
        client: JsonClient,
        model: str | None = None,
        system_prompt: str = SYSTEM_PROMPT,
        texts: Texts | None = None,
        seed: int = 0,
    ) -> None:
        """model: None takes the first that the endpoint lists. texts: where cited documents are looked up by id or
        title. Raises TargetError when no model is given and none is listed.
        """
        self._client = client
        self._prefix = "" if client.url.endswith("/v1") else "/v1"
        self._model = model or self._first_model()
        self._prompt = system_prompt
        self._texts = texts or NoTexts()
        self._seed = seed

    def _first_model(self) -> str:
        listed = self._client.get(f"{self._prefix}/models").get("data") or []
        if not listed:
            raise TargetError("the endpoint lists no model: name one with --model")
        return str(listed[0]["id"])

    def describe(self) -> dict[str, Any]:
        """See :class:`Target`."""
        return {
            "style": "openai",
            "url": self._client.url,
            "model": self._model,
            "system_prompt": self._prompt,
            "temperature": 0,
            "seed": self._seed,
        }

    def begin(self) -> _Conversation:
        """See :class:`Target`."""
        return _Conversation(self)

    def rank(self, query: str) -> list[str] | None:
        """None: a chat endpoint does not search."""
        return None

    def texts(self) -> Texts:
        """See :class:`Target`."""
        return self._texts

    def planted(self, documents: Mapping[str, tuple[str, str]]) -> AbstractContextManager[Target]:
        """Raises UnsupportedError."""
        raise UnsupportedError("documents are not planted into another system's library")

    def complete(self, messages: list[dict[str, str]], audience: Audience) -> tuple[str, Asked]:
        """The next message and what it says."""
        system = {"role": "system", "content": self._prompt + _READERS[audience]}
        body = {
            "model": self._model,
            "messages": [system, *messages] if system["content"] else messages,
            "temperature": 0,
            "seed": self._seed,
            "stream": False,
        }
        begin = time.perf_counter()
        reply = self._client.post(f"{self._prefix}/chat/completions", body)
        wall = round((time.perf_counter() - begin) * 1000, 2)
        try:
            content = _text_of(reply["choices"][0]["message"]["content"])
        except (KeyError, IndexError, TypeError):
            raise TargetError("the reply is no chat completion") from None
        if not content.strip():
            raise TargetError("the reply is empty")
        response = parse_answer(content, _listed_references(reply))
        return content, Asked(response, {"wall": wall}, {"answer": str(reply.get("id", ""))})


def _text_of(content: Any) -> str:
    """Content is a text, or a list of parts of which those of text count."""
    if isinstance(content, str):
        return content
    return "".join(part["text"] for part in content if part.get("type") == "text")


def _listed_references(reply: Mapping[str, Any]) -> list[dict[str, str]]:
    """References that some endpoints give beside the text, as addresses or as objects."""
    listed = reply.get("search_results") or reply.get("citations") or []
    found = []
    for entry in listed if isinstance(listed, list) else []:
        if isinstance(entry, str):
            found.append({"url": entry})
        elif isinstance(entry, dict):
            found.append({"title": str(entry.get("title") or ""), "url": str(entry.get("url") or "")})
    return found


class _Conversation:
    def __init__(self, target: OpenAIChat) -> None:
        self._target = target
        self._messages: list[dict[str, str]] = []

    def ask(self, message: str, audience: Audience) -> Asked:
        """See :class:`Dialogue`."""
        asked = [*self._messages, {"role": "user", "content": message}]
        content, answer = self._target.complete(asked, audience)
        self._messages = [*asked, {"role": "assistant", "content": content}]
        return answer
