"""``footnote ask``."""

from __future__ import annotations

import json
import sys
import uuid
from pathlib import Path
from typing import Any, TextIO

import click
from rich.console import Console
from rich.markup import escape
from rich.progress import track

from corpus.command_line import data_option, json_option, print_json
from corpus.document import SourceStatus
from corpus.errors import BadInputError
from corpus.settings import settings_of_library
from service.answer import Answer, AnswerSection, Audience, Calculation, Mode, Statement
from service.commands.files import read_objects, written_whole
from service.consultation import Consultation, Turn
from service.library import Library

_AUDIENCES = click.Choice([str(audience) for audience in Audience])


@click.command()
@click.argument("question", required=False)
@click.option(
    "--audience", type=_AUDIENCES, default=str(Audience.CLINICIAN), show_default=True, help="Who reads the answer."
)
@click.option(
    "--mode",
    type=click.Choice([str(mode) for mode in Mode]),
    default=None,
    help="Composer (default: generative where FOOTNOTE_LLM is set).",
)
@click.option("--edition", default=None, metavar="ID", help="Answer from this edition instead of the current one.")
@click.option(
    "--batch",
    type=click.Path(path_type=Path, dir_okay=False),
    default=None,
    help="JSONL file of questions: {id, message, audience?, conversation?}.",
)
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    default=None,
    help="Where the answers of --batch go (JSONL of {id, answer}).",
)
@data_option
@json_option
def ask(
    question: str | None, audience: str, mode: str | None, edition: str | None, batch: Path | None, output: Path | None,
    data: Path | None, as_json: bool,
) -> None:  # fmt: skip
    """Answer QUESTION from the library, each statement with its numbered citation.

    --batch answers many: one JSON object a line; lines with the same "conversation" are turns of one conversation, in
    order.
    """
    if (question is None) == (batch is None):
        raise BadInputError("Give one question, or --batch FILE with --output FILE.")
    if (batch is None) != (output is None):
        raise BadInputError("--batch and --output belong together: give both.")
    if batch is not None and output is not None and output.exists() and batch.exists() and output.samefile(batch):
        raise BadInputError(f"--output {output} is the file of the questions: the answers need one of their own.")
    library = Library(settings_of_library(data=data))
    try:
        chosen = Mode(mode) if mode else None
        if batch is not None and output is not None:
            _answer_batch(library, batch, output, Audience(audience), chosen, edition)
            return
        asked = Consultation(question or "", _conversation_id(), (), Audience(audience), chosen, edition)
        answer = library.consult(asked)
    finally:
        library.close()
    if as_json:
        print_json(answer.model_dump(mode="json"))
    else:
        print_answer(answer, Console(highlight=False))


def _conversation_id() -> str:
    return f"con_{uuid.uuid4().hex}"


def _answer_batch(
    library: Library, batch: Path, output: Path, audience: Audience, mode: Mode | None, edition: str | None
) -> None:
    """Answer all lines; the output is renamed into place when it is whole, so that half of it never passes for all."""
    entries = [(place, _checked(entry, place)) for place, entry in read_objects(batch)]
    turns: dict[str, list[Turn]] = {}
    with written_whole(output) as file:
        for place, entry in track(entries, "answering", console=Console(stderr=True), disable=not sys.stderr.isatty()):
            key = str(entry["conversation"]) if entry.get("conversation") is not None else None
            history = turns.setdefault(key, []) if key is not None else []
            asked = Consultation(
                entry["message"],
                key or _conversation_id(),
                tuple(history),
                Audience(entry.get("audience") or audience),
                mode,
                edition,
            )
            try:
                answer = library.consult(asked)
            except BadInputError as error:
                raise BadInputError(f"{place}: {error.message}") from None
            history.append(Turn(entry["message"], answer.standalone_question, answer))
            _write(file, entry["id"], answer)


def _checked(entry: dict[str, Any], place: str) -> dict[str, Any]:
    message = entry.get("message")
    if not isinstance(message, str) or not message.strip() or "id" not in entry:
        raise BadInputError(f"{place} needs 'id' and a 'message' that is not empty.")
    if entry.get("audience") not in (None, *map(str, Audience)):
        raise BadInputError(f"{place}: audience must be one of {', '.join(Audience)}.")
    return entry


def _write(file: TextIO, identifier: Any, answer: Answer) -> None:
    file.write(json.dumps({"id": identifier, "answer": answer.model_dump(mode="json")}, ensure_ascii=False) + "\n")


def print_answer(answer: Answer, console: Console) -> None:
    """Print an answer for a person."""
    console.print(f"[bold]{escape(answer.title)}[/bold]")
    if answer.standalone_question != " ".join(answer.question.split()):
        console.print(f"[dim]Understood as: {escape(answer.standalone_question)}[/dim]")
    for text in answer.assumptions:
        console.print(f"[dim]{escape(text)}[/dim]")
    if answer.degraded_reason:
        console.print(f"[dim]{escape(answer.degraded_reason)}[/dim]")
    for notice in answer.notices:
        console.print(f"\n[bold]{escape(notice.text)}[/bold]")
    for premise in answer.premise:
        console.print(f"\nThe question assumes: {escape(premise.assumed)}")
        _print_statement(premise.correction, console, "")
    if answer.bottom_line is not None:
        console.print()
        _print_statement(answer.bottom_line, console, "")
    for calculation in answer.calculations:
        _print_calculation(calculation, console)
    for text in answer.needs:
        console.print(f"Please add: {escape(text)}")
    for section in answer.sections:
        _print_section(section, console)
    for conflict in answer.conflicts:
        console.print(f"\n[bold]Where sources differ: {escape(conflict.about)}[/bold]")
        for statement in conflict.statements:
            _print_statement(statement, console, "- ")
    if answer.not_found:
        console.print(f"\nNot found in the library: {escape(', '.join(answer.not_found))}")
    for passage in answer.nearest:
        place = " › ".join(part for part in (passage.title, passage.section) if part)
        console.print(f"\n[dim]Nearest: {escape(place)}[/dim]\n  {escape(passage.text)}")
    if answer.references:
        console.print("\n[bold]References[/bold]")
    for reference in answer.references:
        who = reference.organisation or reference.authors or ""
        via = f" Through Footnote's summary “{reference.via.title}”." if reference.via else ""
        where = (
            f"doi:{reference.doi}"
            if reference.doi
            else f"PMID {reference.pmid}"
            if reference.pmid
            else reference.url or ""
        )
        status = "" if reference.status == SourceStatus.CURRENT else reference.status.upper()
        parts = [part for part in (who, reference.title, str(reference.year or ""), where, status) if part]
        console.print(escape(f"{reference.number}. {'. '.join(part.rstrip('.') for part in parts)}.{via}"))
    if answer.follow_ups:
        console.print("\n[bold]You could ask next[/bold]")
        for text in answer.follow_ups:
            console.print(f"- {escape(text)}")
    console.print(f"\n[dim]{escape(answer.disclaimer)}[/dim]")


def _print_calculation(calculation: Calculation, console: Console) -> None:
    score = "not computed yet" if calculation.score is None else f"{calculation.score:g}"
    console.print(f"\n[bold]{escape(calculation.name)}: {score}[/bold]")
    for name, value in calculation.inputs.items():
        console.print(f"  {escape(name)}: {escape(value)}")
    if calculation.missing:
        console.print(f"  Missing: {escape(', '.join(calculation.missing))}")
    if calculation.interpretation is not None:
        _print_statement(calculation.interpretation, console, "")


def _print_section(section: AnswerSection, console: Console) -> None:
    console.print(f"\n[bold]{escape(section.heading)}[/bold]")
    for number, statement in enumerate(section.statements, start=1):
        _print_statement(statement, console, f"{number}. " if section.ordered else "- ")
    for inner in section.sections:
        _print_section(inner, console)


def _print_statement(statement: Statement, console: Console, mark: str) -> None:
    labels = "".join(f" ({label.replace('_', ' ')})" for label in statement.labels)
    numbers = "".join(f"[{number}]" for number in statement.citations)
    console.print(escape(f"{mark}{statement.text} {numbers}{labels}"))
