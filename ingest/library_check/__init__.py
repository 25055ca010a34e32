"""The check that the texts of a library pass before they ship (docs/library.md gives the rules)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus.document import Document
from ingest.library_check.duplicates import near_duplicates
from ingest.library_check.evidence import SUFFIX, evidence_file, evidence_problems
from ingest.library_check.front_matter import front_matter_problems
from ingest.library_check.glossary import FILE as GLOSSARY
from ingest.library_check.glossary import glossary_problems
from ingest.library_check.questions import question_problems
from ingest.library_check.sentences import sentence_problems
from ingest.library_check.texts import LibraryText, read_text
from ingest.loaders import load_path

__all__ = ["Coverage", "LibraryReport", "Problem", "check_library"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with one file."""

    file: str
    problem: str


@dataclass(slots=True)
class Coverage:
    """What a folder of the library holds."""

    folder: str
    digests: int = 0
    patient_texts: int = 0
    sentences: int = 0
    sources: int = 0


@dataclass(frozen=True, slots=True)
class LibraryReport:
    """What the check found: problems in order of their files, and what the library covers by folder."""

    problems: tuple[Problem, ...]
    coverage: tuple[Coverage, ...]


def check_library(path: Path) -> LibraryReport:
    """Check every text, its evidence and questions, and the glossary below ``path``, or the one text that ``path`` is.

    Raises BadInputError when ``path`` does not exist or holds no files.
    """
    root = path if path.is_dir() else path.parent
    problems: list[Problem] = []
    texts: list[LibraryText] = []
    ids: dict[str, str] = {}
    for item in load_path(path, str(path)):
        file = root / item.path
        if not isinstance(item, Document):
            problems.append(Problem(str(file), item.reason))
            continue
        if item.id in ids:
            problems.append(Problem(str(file), f"the id {item.id!r} is already taken by {ids[item.id]}"))
        ids.setdefault(item.id, str(file))
        if file.suffix == ".md":
            texts.append(read_text(file, item))
    for text in texts:
        problems += [Problem(str(text.file), problem) for problem in _text_problems(text)]
    for one, other, share in near_duplicates(texts):
        problems.append(Problem(str(other.file), f"shares {share:.0%} of its runs of five words with {one.file}"))
    if path.is_dir():
        problems += _companion_problems(path)
    return LibraryReport(tuple(sorted(problems, key=lambda problem: problem.file)), _coverage(root, texts))


def _text_problems(text: LibraryText) -> Iterator[str]:
    if text.head.kind == "document":
        yield "kind is neither digest nor patient"
        return
    yield from front_matter_problems(text)
    yield from sentence_problems(text)
    yield from evidence_problems(text)
    yield from question_problems(text)


def _companion_problems(path: Path) -> Iterator[Problem]:
    for file in sorted(path.rglob(f"*{SUFFIX}")):
        text = file.with_name(file.name.removesuffix(SUFFIX) + ".md")
        if evidence_file(text) == file and not text.is_file():
            yield Problem(str(file), f"there is no {text.name} beside it")
    glossary = path / GLOSSARY
    if glossary.is_file():
        for problem in glossary_problems(glossary):
            yield Problem(str(glossary), problem)


def _coverage(root: Path, texts: list[LibraryText]) -> tuple[Coverage, ...]:
    folders: dict[str, Coverage] = {}
    sources: dict[str, set[str]] = defaultdict(set)
    for text in texts:
        name = text.file.parent.relative_to(root).as_posix()
        folder = folders.setdefault(name, Coverage(name))
        folder.digests += text.document.kind == "digest"
        folder.patient_texts += text.document.kind == "patient"
        folder.sentences += len(text.sentences)
        sources[name].update(source.source_id for source in text.document.sources)
    for name, folder in folders.items():
        folder.sources = len(sources[name])
    return tuple(folders[name] for name in sorted(folders))
