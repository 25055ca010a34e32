"""``footnote library check``: copies, the glossary, and which texts are checked."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.errors import BadInputError
from ingest.library_check import check_library
from tests.fakes import digest, write_texts
from tests.library.check.digests import SENTENCES, SOURCES, body, problems, rows, write


def test_a_sound_library_has_no_problems(tmp_path: Path) -> None:
    report = check_library(write(tmp_path))
    assert report.problems == ()
    (folder,) = report.coverage
    assert (folder.folder, folder.digests, folder.patient_texts) == ("hepatology", 1, 0)
    assert (folder.sentences, folder.sources) == (29, 2)


def test_a_text_that_was_copied_and_edited_is_told(tmp_path: Path) -> None:
    write(tmp_path)
    changed = {text.replace("ward team", "good nurse"): key for text, key in SENTENCES.items()}
    write(tmp_path, digest("copy", body(changed), **SOURCES), rows(changed), name="copy")
    (told,) = problems(tmp_path)
    assert "of its runs of five words" in told


def test_two_texts_on_neighbouring_topics_are_not(tmp_path: Path) -> None:
    write(tmp_path)
    other = {
        f"Clot{n} of the spleen is found with scan{n} at night after{n} a fall{n} from{n} bed": "a" for n in range(28)
    }
    write(tmp_path, digest("clots", body(other), a=SOURCES["a"]), rows(other), name="clots")
    assert problems(tmp_path) == []


@pytest.mark.parametrize(
    ("glossary", "told"),
    [
        ("- {term: ascites, colour: x}", "entry (0, 'colour')"),
        (
            "- {term: ascites, lay: [fluid]}\n- {term: oedema, synonyms: [Fluid]}",
            "'Fluid' is claimed by 'ascites' and by 'oedema'",
        ),
        ("- {term: ascites, lay: [Ascites]}", "'ascites' names 'ascites' twice"),
        ("- {term: drugs, members: [nadolol]}", "a member 'nadolol' that is no term"),
    ],
)
def test_a_glossary_that_is_not_sound_is_told(tmp_path: Path, glossary: str, told: str) -> None:
    write_texts(write(tmp_path), {"glossary.yaml": glossary})
    assert [told in problem for problem in problems(tmp_path)] == [True]


def test_one_text_may_be_checked(tmp_path: Path) -> None:
    write(tmp_path)
    write(tmp_path, digest("other", "Nothing."), name="other")
    assert check_library(tmp_path / "hepatology/ascites.md").problems == ()


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="does not exist"):
        check_library(tmp_path / "gone")
