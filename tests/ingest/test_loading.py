"""Folders: every file is read or named, in a stable order."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from corpus.document import Document
from corpus.errors import BadInputError
from ingest.loaders import Failure, load_path
from ingest.loaders.beir import BeirLoader
from tests.fakes import write_texts


def paths(folder: Path) -> list[str]:
    return [item.path for item in load_path(folder, "tests")]


def test_files_are_read_in_order_of_their_names_folders_included(tmp_path: Path) -> None:
    write_texts(tmp_path, dict.fromkeys(["b.md", "a/z.txt", "c.MARKDOWN", "a/b/y.text"], "Words stand here.\n"))
    assert paths(tmp_path) == ["a/b/y.text", "a/z.txt", "b.md", "c.MARKDOWN"]


def test_every_document_and_failure_knows_what_was_given(tmp_path: Path) -> None:
    write_texts(tmp_path, {"a.md": "Words.\n", "b.md": ""})
    assert [item.origin for item in load_path(tmp_path, "here")] == ["here", "here"]


def test_an_unknown_format_is_named_with_those_that_are_known(tmp_path: Path) -> None:
    (failure,) = load_path(write_texts(tmp_path, {"a.docx": "x"}), "tests")
    assert isinstance(failure, Failure)
    assert failure.path == "a.docx"
    assert "no loader reads .docx" in failure.reason
    assert all(known in failure.reason for known in (".md", ".txt", ".jsonl", "BEIR"))


def test_hidden_files_evidence_and_glossary_are_no_documents(tmp_path: Path) -> None:
    names = [".hidden.md", ".git/a.md", "a.evidence.yaml", "glossary.yaml", "a.md"]
    assert paths(write_texts(tmp_path, dict.fromkeys(names, "Words.\n"))) == ["a.md"]


def test_a_single_file_may_be_given(tmp_path: Path) -> None:
    (found,) = load_path(write_texts(tmp_path, {"sub/a.md": "Words.\n"}) / "sub/a.md", "tests")
    assert isinstance(found, Document)
    assert (found.path, found.id) == ("a.md", "a")


def test_a_beir_folder_inside_a_folder_is_one_collection(tmp_path: Path) -> None:
    line = '{"_id": "1", "text": "Words."}\n'
    write_texts(
        tmp_path, {"a.md": "Words.\n", "set/corpus.jsonl": line, "set/qrels/test.tsv": "x", "set/readme.md": "x"}
    )
    assert paths(tmp_path) == ["a.md", "set:1"]


def test_a_link_that_leads_back_is_not_followed_for_ever(tmp_path: Path) -> None:
    write_texts(tmp_path, {"sub/a.md": "Words.\n"})
    (tmp_path / "sub" / "back").symlink_to(tmp_path)
    assert paths(tmp_path) == ["sub/a.md"]


def test_a_link_to_nothing_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.md").symlink_to(tmp_path / "gone.md")
    (failure,) = load_path(tmp_path, "tests")
    assert isinstance(failure, Failure)
    assert (failure.path, failure.reason) == ("a.md", "the link leads nowhere")


def test_a_name_that_is_not_utf_8_is_named(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/b\xe9.txt")).write_text("Words.\n", encoding="utf-8")
    (failure,) = load_path(tmp_path, "tests")
    assert isinstance(failure, Failure)
    assert (failure.path, failure.reason) == (r"b\xe9.txt", "its name is not UTF-8: rename it")


def test_a_folder_that_may_not_be_looked_into_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_texts(tmp_path, {"a.md": "Words.\n", "sub/b.md": "Words.\n"})

    def takes(self: BeirLoader, path: Path) -> bool:
        if path.name == "sub":
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return False

    monkeypatch.setattr(BeirLoader, "takes", takes)
    document, failure = load_path(tmp_path, "tests")
    assert (document.path, failure.path) == ("a.md", "sub")
    assert isinstance(failure, Failure)
    assert failure.reason == "the folder cannot be read (Permission denied)"


@pytest.mark.parametrize("given", ["pipe.md", "."])
def test_what_is_neither_file_nor_folder_is_named(tmp_path: Path, given: str) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    (failure,) = load_path(tmp_path / given, "tests")
    assert isinstance(failure, Failure)
    assert (failure.path, failure.reason) == ("pipe.md", "it is neither a file nor a folder")


@pytest.mark.parametrize("name", ["gone", "gone.md"])
def test_a_path_that_does_not_exist_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(BadInputError, match=r"gone.* does not exist"):
        list(load_path(tmp_path / name, "tests"))


def test_a_folder_without_files_is_refused(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    with pytest.raises(BadInputError, match="holds no files"):
        list(load_path(tmp_path, "tests"))


def test_the_folder_one_stands_in_may_be_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_texts(tmp_path / "set", {"corpus.jsonl": '{"_id": "1", "text": "Words."}\n'})
    monkeypatch.chdir(tmp_path / "set")
    assert paths(Path()) == ["set:1"]
