"""Targets broken on purpose, one fault each: a measure that does not notice its fault is no measure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from evals.response import Cited, Quote, Response, Said
from evals.targets.protocol import Asked, Dialogue, Target
from evals.texts import Span, Texts
from service.answer import Audience, Status

_Change = Callable[[Response, "_Sabotaged", str], Response]
_NUMBER = re.compile(r"(?<![\w.,-])\d+(?:\.\d+)?(?![\w-])")


class _Sabotaged:
    """A target whose answers are changed on their way."""

    def __init__(self, target: Target, name: str, change: _Change, forgets: bool, drops_best: bool) -> None:
        self.target = target
        self._name = name
        self._change = change
        self._forgets = forgets
        self._drops_best = drops_best
        self._retired: list[tuple[Span, str]] | None = None

    def describe(self) -> dict[str, Any]:
        """See :class:`Target`."""
        return {**self.target.describe(), "sabotage": self._name}

    def begin(self) -> Dialogue:
        """See :class:`Target`."""
        return _Changed(self, None if self._forgets else self.target.begin())

    def rank(self, query: str) -> list[str] | None:
        """See :class:`Target`."""
        found = self.target.rank(query)
        return found[1:] if found is not None and self._drops_best else found

    def texts(self) -> Texts:
        """See :class:`Target`."""
        return self.target.texts()

    @contextmanager
    def planted(self, documents: Mapping[str, tuple[str, str]]) -> Iterator[Target]:
        """See :class:`Target`."""
        with self.target.planted(documents) as planted:
            yield _Sabotaged(planted, self._name, self._change, self._forgets, self._drops_best)

    def changed(self, asked: Asked, message: str) -> Asked:
        """The answer with the fault in it."""
        return Asked(self._change(asked.response, self, message), asked.timings, asked.ids)

    def retired(self) -> tuple[Span, str] | None:
        """A sentence of the library whose sources have all been retired, with one of these."""
        if self._retired is None:
            texts = self.texts()
            documents = (texts.document(identifier) for identifier in texts.ids())
            self._retired = [found for document in documents if document for found in document.retired_spans()][:1]
        return self._retired[0] if self._retired else None


class _Changed:
    def __init__(self, owner: _Sabotaged, dialogue: Dialogue | None) -> None:
        self._owner = owner
        self._dialogue = dialogue

    def ask(self, message: str, audience: Audience) -> Asked:
        """See :class:`Dialogue`."""
        dialogue = self._dialogue or self._owner.target.begin()
        return self._owner.changed(dialogue.ask(message, audience), message)


def sabotaged(target: Target, name: str) -> Target:
    """``target`` with the fault of that name (see :data:`SABOTAGES`). Raises KeyError for an unknown one."""
    return _Sabotaged(target, name, SABOTAGES[name], name == "follow_ups_ignored", name == "top_passage_removed")


def _as_it_is(response: Response, owner: _Sabotaged, message: str) -> Response:
    return response


def _shuffled_citations(response: Response, owner: _Sabotaged, message: str) -> Response:
    """Each statement gets the citations of the next one."""
    said = response.statements
    moved = tuple(
        statement.model_copy(update={"citations": other.citations, "quotes": other.quotes, "verbatim": False})
        for statement, other in zip(said, said[1:] + said[:1], strict=True)
    )
    return response.model_copy(update={"statements": moved})


def _wrong_number(response: Response, owner: _Sabotaged, message: str) -> Response:
    """One number is ten times as large as in the words that it rests on."""
    for position, statement in enumerate(response.statements):
        match = _NUMBER.search(statement.text)
        if match:
            wrong = f"{float(match.group()) * 10:g}"
            text = statement.text[: match.start()] + wrong + statement.text[match.end() :]
            return _with(response, position, statement.model_copy(update={"text": text, "verbatim": False}))
    return response


def _no_disclaimer(response: Response, owner: _Sabotaged, message: str) -> Response:
    return response.model_copy(update={"disclaimer": None})


def _always_answers(response: Response, owner: _Sabotaged, message: str) -> Response:
    """Where nothing should be answered, the first sentence of whatever document comes nearest."""
    if response.answered:
        return response
    ranked = owner.target.rank(message) or []
    document = owner.texts().document(ranked[0]) if ranked else None
    if document is None or not document.sentences:
        return response.model_copy(update={"status": Status.ANSWERED})
    start, end, sources = document.sentences[0]
    span = Span(document.id, start, end, document.text[start:end])
    return response.model_copy(
        update={
            "status": Status.ANSWERED,
            "notices": (),
            "nearest": (),
            "not_found": (),
            "statements": (_quoting(span, 1),),
            "references": (Cited(number=1, title=document.title, source_id=sources[0] if sources else None),),
            "confidence": 0.5 if response.confidence is None else response.confidence,
        }
    )


def _never_answers(response: Response, owner: _Sabotaged, message: str) -> Response:
    return Response(status=Status.INSUFFICIENT_EVIDENCE, disclaimer=response.disclaimer, notices=("No answer.",))


def _first_sentences(response: Response, owner: _Sabotaged, message: str) -> Response:
    """Of each cited document its first sentence, whatever was asked."""
    found: dict[str, Said] = {}
    for statement in response.statements:
        for quote in statement.quotes:
            document = owner.texts().document(quote.document_id) if quote.document_id else None
            if document is not None and document.sentences and document.id not in found:
                start, end, _ = document.sentences[0]
                span = Span(document.id, start, end, document.text[start:end])
                found[document.id] = _quoting(span, quote.reference or 1)
    return response.model_copy(update={"statements": tuple(found.values())}) if found else response


def _retired_source(response: Response, owner: _Sabotaged, message: str) -> Response:
    """One more statement, from a source that no longer stands, shown as if it did."""
    if not response.answered:
        return response
    found = owner.retired()
    number = max((reference.number for reference in response.references), default=0) + 1
    if found is None:
        marked = [r.model_copy(update={"status": "superseded"}) for r in response.references]
        return response.model_copy(update={"references": tuple(marked)})
    span, source = found
    return response.model_copy(
        update={
            "statements": (*response.statements, _quoting(span, number)),
            "references": (*response.references, Cited(number=number, source_id=source, status="current")),
        }
    )


def _altered_quote(response: Response, owner: _Sabotaged, message: str) -> Response:
    """One character of one quote is another one."""
    for position, statement in enumerate(response.statements):
        if statement.quotes and statement.quotes[0].text[-2:-1]:
            first = statement.quotes[0]
            other = "x" if first.text[-2] != "x" else "y"
            quote = first.model_copy(update={"text": first.text[:-2] + other + first.text[-1]})
            return _with(response, position, statement.model_copy(update={"quotes": (quote, *statement.quotes[1:])}))
    return response


def _top_passage_removed(response: Response, owner: _Sabotaged, message: str) -> Response:
    """Nothing of the document that the answer leans on first."""
    first = next((q.document_id for said in response.statements for q in said.quotes if q.document_id), None)
    if first is None:
        return response
    left = tuple(s for s in response.statements if all(quote.document_id != first for quote in s.quotes))
    if not left:
        return _never_answers(response, owner, message)
    return response.model_copy(update={"statements": left})


def _with(response: Response, position: int, statement: Said) -> Response:
    said = (*response.statements[:position], statement, *response.statements[position + 1 :])
    return response.model_copy(update={"statements": said})


def _quoting(span: Span, number: int) -> Said:
    quote = Quote(reference=number, text=span.text, document_id=span.document_id, start=span.start, end=span.end)
    return Said(text=span.text, place="section", verbatim=True, citations=(number,), quotes=(quote,))


SABOTAGES: Mapping[str, _Change] = {
    "shuffled_citations": _shuffled_citations,
    "wrong_number": _wrong_number,
    "no_disclaimer": _no_disclaimer,
    "always_answers": _always_answers,
    "never_answers": _never_answers,
    "first_sentences": _first_sentences,
    "retired_source": _retired_source,
    "altered_quote": _altered_quote,
    "follow_ups_ignored": _as_it_is,
    "top_passage_removed": _top_passage_removed,
}
