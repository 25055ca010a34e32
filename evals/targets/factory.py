"""From the options of the command to a target."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from corpus.errors import FootnoteError
from corpus.settings import load_settings
from evals.targets.footnote_api import FootnoteApi
from evals.targets.http import JsonClient
from evals.targets.in_process import InProcess
from evals.targets.openai_chat import SYSTEM_PROMPT, OpenAIChat
from evals.targets.protocol import Target, TargetError
from evals.texts import LibraryTexts, NoTexts
from service.answer import Mode
from service.library import Library


class TargetUnreachableError(FootnoteError):
    """The system that should be measured does not answer at all."""

    code = "target_unreachable"
    exit_code = 2


@dataclass(frozen=True, slots=True)
class TargetOptions:
    """Which system is measured, and how it is reached. Without ``url``: Footnote in this process."""

    url: str | None = None
    style: Literal["footnote", "openai"] = "footnote"
    model: str | None = None
    system_prompt: str | None = None
    key_variable: str | None = None
    timeout: float = 60.0
    data: Path | None = None
    edition: str | None = None
    mode: Mode | None = None
    seed: int = 0


@contextmanager
def open_target(options: TargetOptions, library: Library | None = None) -> Iterator[Target]:
    """The target. ``library``: an open one to use for what is on this machine, instead of that of ``options.data``.

    Raises BadInputError, NotFoundError, NoEditionError or TargetUnreachableError.
    """
    own = library is None
    shelf = library or Library(load_settings(data=options.data))
    try:
        yield _target(options, shelf)
    except TargetError as error:
        raise TargetUnreachableError(f"The target cannot be measured: {error}.") from error
    finally:
        if own:
            shelf.close()


def _target(options: TargetOptions, library: Library) -> Target:
    if options.url is None:
        return InProcess(library, options.edition, options.mode, options.timeout)
    client = JsonClient(options.url, options.timeout, options.key_variable)
    if options.style == "footnote":
        return FootnoteApi(client, options.edition, options.mode)
    prompt = SYSTEM_PROMPT if options.system_prompt is None else options.system_prompt
    try:
        library.require(options.edition)
        with library.reading(options.edition) as edition:
            texts: LibraryTexts | NoTexts = LibraryTexts(library, edition.id)
    except FootnoteError:
        if options.edition is not None:
            raise
        texts = NoTexts()  # nothing has been ingested here: citations are followed as far as the reply shows them
    return OpenAIChat(client, options.model, prompt, texts, options.seed)
