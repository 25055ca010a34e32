"""The front door: one command, ``footnote``, that opens the rooms' own commands lazily."""

from __future__ import annotations

import os
import sys

_INTERRUPTED = "footnote: interrupted; nothing half-done was kept."

try:
    from collections.abc import Sequence
    from importlib import import_module
    from typing import Any, NoReturn, cast

    import click

    from corpus.errors import FootnoteError
    from corpus.interruption import begin, interrupted, loading
except KeyboardInterrupt:
    sys.stderr.write(f"{_INTERRUPTED}\n")
    sys.exit(130)

# Set before any library reads them: nothing is downloaded or reported at run time.
for _name, _value in {
    "HF_HUB_OFFLINE": "1",
    "TRANSFORMERS_OFFLINE": "1",
    "ANONYMIZED_TELEMETRY": "False",
    "LANGSMITH_TRACING": "false",
}.items():
    os.environ.setdefault(_name, _value)

# command → (module:object, one line for the overview). Modules are imported when their command is called.
COMMANDS = {
    "ingest": ("ingest.commands.ingest:ingest", "Build and publish an edition of the library."),
    "editions": ("ingest.commands.editions:editions", "List, compare, verify, roll back and prune editions."),
    "library": ("ingest.commands.library:library", "Check the texts of a library."),
    "ask": ("service.commands.ask:ask", "Answer a question in the terminal."),
    "search": ("service.commands.search:search", "Retrieve passages, without an answer."),
    "serve": ("service.commands.serve:serve", "Serve the API and the page."),
    "key": ("service.commands.key:key", "Create, list and revoke API keys."),
    "eval": ("evals.commands:evaluate", "Measure the quality of answers."),
}


class FrontDoor(click.Group):
    """A group that imports a command's module only when that command is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order of the overview."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name."""
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name][0].partition(":")
        with loading():
            return cast(click.Command, getattr(import_module(module), name))

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The overview, without importing anything."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])

    def main(self, args: Sequence[str] | None = None, *more: Any, **extra: Any) -> Any:
        """Run; an error that Footnote raises on purpose becomes one line and its exit code, an interruption 130.

        So does a file that the system does not let us use; any other error is a fault and keeps its traceback.
        """
        extra["standalone_mode"] = False
        begin()
        try:
            result = super().main(args, *more, **extra)
        except (click.Abort, KeyboardInterrupt):
            _end(130, _INTERRUPTED)
        except Exception as error:
            if interrupted():  # a library has made an error of its own of it
                _end(130, _INTERRUPTED)
            _told(error)
            raise
        # click returns the exit code where a command called ctx.exit()
        sys.exit(result if isinstance(result, int) else 0)


def _told(error: Exception) -> None:
    """End with a line that tells the error; returns where it is a fault."""
    match error:
        case FootnoteError():
            _end(error.exit_code, f"footnote: {error.message}")
        case click.exceptions.NoArgsIsHelpError():  # the overview itself: it is read with its lines
            _end(2, error.format_message())
        case click.ClickException():
            place = getattr(error, "ctx", None)
            hint = f" Try '{place.command_path} --help'." if place else ""
            _end(2, f"footnote: {' '.join(error.format_message().split())}{hint}")
        case BrokenPipeError():
            # The reader of our output has gone: what is still buffered must not fail again at exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(0)
        case OSError(filename=filename, strerror=reason) if filename is not None and reason is not None:
            _end(2, f"footnote: {os.fspath(filename)} cannot be used: {reason}.")


def _end(code: int, line: str) -> NoReturn:
    click.echo(line, err=True)
    sys.exit(code)


@click.group(cls=FrontDoor, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="footnote", prog_name="footnote")
def main() -> None:
    """Footnote: medical answers in which every sentence leads to the words it rests on."""


if __name__ == "__main__":
    main()
