"""``footnote`` run in this process: its exit code and what it printed."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

import pytest

from footnote import main


class Done(NamedTuple):
    """A command that has run."""

    code: int
    out: str
    err: str

    def json(self) -> Any:
        """What it printed."""
        return json.loads(self.out)

    def refused(self, words: str) -> bool:
        """Whether it ended with exit code 2 and one line that has ``words``."""
        return self.code == 2 and not self.out and self.err.count("\n") == 1 and words in self.err


def run_footnote(capfd: pytest.CaptureFixture[str], *arguments: str) -> Done:
    """Run it as it is typed."""
    capfd.readouterr()
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert isinstance(stopped.value.code, int)
    return Done(stopped.value.code, *capfd.readouterr())
