"""A source: questions of which it is known whether the texts beside them answer them."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.document import stable_hash
from corpus.errors import FootnoteError
from evals.items import Item, Kind

ROOT = Path(__file__).resolve().parents[3]
TEXTS, DATA = "texts", "data"


class SourceError(FootnoteError):
    """The texts of a source could not be ingested."""

    code = "source"
    exit_code = 1


@dataclass(frozen=True, slots=True)
class Source:
    """The suites asked of one library: ``lines`` of a BEIR folder, copies of ``files``, or, where there is neither, the
    library that ships.
    """

    folder: str
    suites: Mapping[str, Sequence[Item]]
    lines: Sequence[Mapping[str, Any]] = ()
    files: Sequence[Path] = ()

    @property
    def has_texts(self) -> bool:
        """Whether it brings texts of its own."""
        return bool(self.lines or self.files)

    def suite_file(self, out: Path, name: str) -> Path:
        """Where a suite stands below ``out``."""
        return out / self.folder / f"{name}.jsonl"

    def write(self, out: Path) -> None:
        """The suites and the texts below ``out``; what stood there of the same name is replaced."""
        texts = out / self.folder / TEXTS
        shutil.rmtree(texts, ignore_errors=True)
        (texts if self.has_texts else texts.parent).mkdir(parents=True, exist_ok=True)
        for name, items in self.suites.items():
            rows = [item.model_dump_json(exclude_defaults=True) + "\n" for item in items]
            self.suite_file(out, name).write_text("".join(rows), encoding="utf-8")
        if self.lines:
            rows = [json.dumps(line, ensure_ascii=False) + "\n" for line in self.lines]
            (texts / "corpus.jsonl").write_text("".join(rows), encoding="utf-8")
        for file in self.files:
            shutil.copyfile(file, texts / file.name)

    def ingest(self, out: Path) -> None:
        """Ingest the texts by the command, in a process of its own, as everywhere. Raises SourceError."""
        texts, data = (out.resolve() / self.folder / name for name in (TEXTS, DATA))
        command = [sys.executable, "-m", "footnote", "ingest", str(texts), "--only", "--data", str(data), "--json"]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            last = (done.stderr or done.stdout).strip().splitlines()[-1:]
            raise SourceError(f"{self.folder} could not be ingested (exit {done.returncode}): {' '.join(last)}")


def asked(name: str, question: str, topic: str, answerable: bool) -> Item:
    """A question that a library answers or does not."""
    kind = Kind.SINGLE if answerable else Kind.UNANSWERABLE
    return Item(id=name, kind=kind, question=question, topic=topic, split="dev", answerable=answerable)


def place(*parts: str) -> str:
    """What things are put in an order by that has nothing to do with them, the same on every machine."""
    return stable_hash("sources", *parts)


def is_left_out(kind: str, document_id: str) -> bool:
    """Whether a document belongs to the half that is left out, so that questions on it have no answer."""
    return int(place("left out", kind, document_id)[:8], 16) % 2 == 1
