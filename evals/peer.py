"""A naive peer to compare with: ``python -m evals.peer``, an OpenAI-compatible chat endpoint without any judgement.

It shows the passages that retrieval finds for the last message, word for word, each sentence with the number of its
passage. It refuses nothing, knows no emergency, remembers no conversation and checks no premise: what a system is worth
is what it is better at than this.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

import click
import uvicorn
from fastapi import FastAPI
from pydantic import BaseModel, Field

from corpus.command_line import data_option
from corpus.document import stable_hash
from corpus.errors import FootnoteError
from corpus.settings import settings_of_library
from corpus.text import sentence_spans
from service.library import Library
from service.retrieval import Hit

PASSAGES = 3


class _Message(BaseModel):
    role: Literal["system", "user", "assistant"]
    content: str


class _Completion(BaseModel):
    model: str = "passages"
    messages: list[_Message] = Field(min_length=1)


def create_peer(library: Library, passages: int = PASSAGES) -> FastAPI:
    """The peer over the current edition of ``library``: ``GET /v1/models`` and ``POST /v1/chat/completions``.

    passages: how many it shows, 1 or more.
    """
    app = FastAPI(title="A naive peer", openapi_url=None)
    name = f"top-{passages}-passages"

    @app.get("/v1/models")
    def models() -> dict[str, Any]:
        return {"object": "list", "data": [{"id": name, "object": "model", "owned_by": "footnote"}]}

    @app.post("/v1/chat/completions")
    def complete(asked: _Completion) -> dict[str, Any]:
        question = next((message.content for message in reversed(asked.messages) if message.role == "user"), "")
        _, hits = library.search(question, passages)
        content = shown(hits)
        return {
            "id": f"chatcmpl-{stable_hash(question, content)[:16]}",
            "object": "chat.completion",
            "created": 0,
            "model": name,
            "choices": [
                {"index": 0, "message": {"role": "assistant", "content": content}, "finish_reason": "stop"},
            ],
        }

    return app


def shown(hits: list[Hit]) -> str:
    """The passages as an answer with marks and a list of references, which quotes the words of each."""
    if not hits:
        return "Nothing was found."
    paragraphs = [_marked(hit.text, number) for number, hit in enumerate(hits, start=1)]
    references = [f'[{number}] {hit.title}. "{_quoted(hit.text)}"' for number, hit in enumerate(hits, start=1)]
    return "\n\n".join([*paragraphs, "## References", "\n".join(references)])


def _marked(text: str, number: int) -> str:
    sentences = [line[a:b].strip() for line in text.splitlines() for a, b in sentence_spans(line)]
    return " ".join(f"{sentence} [{number}]" for sentence in sentences if sentence)


def _quoted(text: str) -> str:
    return " ".join(text.split()).translate(str.maketrans('"“”', "'''"))


@click.command()
@click.option("--passages", type=click.IntRange(1, 20), default=PASSAGES, show_default=True)
@click.option("--port", type=click.IntRange(0, 65535), default=8900, show_default=True)
@data_option
def main(passages: int, port: int, data: Path | None) -> None:
    """Serve a naive peer on 127.0.0.1: the passages that come nearest, with [n]."""
    try:
        library = Library(settings_of_library(data=data))
        library.require(None)
    except FootnoteError as error:
        raise click.UsageError(error.message) from error
    click.echo(f"footnote eval run starter --target http://127.0.0.1:{port} --api-style openai --out DIR", err=True)
    try:
        uvicorn.run(create_peer(library, passages), host="127.0.0.1", port=port, log_level="warning")
    finally:
        library.close()


if __name__ == "__main__":
    main()
