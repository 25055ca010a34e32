"""``footnote library check``: each rule of docs/library.md has a text that breaks it, and is named for it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from corpus.errors import BadInputError
from footnote import main
from ingest.library_check import check_library
from tests.fakes import digest, write_texts

KEYS = ("a", "b")
SENTENCES = {
    f"{word} in cirrhosis is treated with drug number {number} in hospital by a ward team": KEYS[number % 2]
    for number, word in enumerate(f"Condition{letter}" for letter in "abcdefghijklmnopqrstuvwxyzABC")
}


def body(sentences: Mapping[str, str] = SENTENCES) -> str:
    return "## Treatment\n\n" + "\n".join(f"{text} [@{key}]." for text, key in sentences.items())


def rows(sentences: Mapping[str, str] = SENTENCES) -> list[dict[str, Any]]:
    return [
        {
            "mark": key, "begins": " ".join(text.split()[:3]), "url": "https://example.org/x", "opened": "2026-01-02",
            "where": "page 3", "facts": "what was read there",
        }
        for text, key in sentences.items()
    ]  # fmt: skip


SOURCES: dict[str, Mapping[str, object]] = {key: {"doi": f"10.1000/{key}", "pmid": "123"} for key in KEYS}


def write(folder: Path, text: str | None = None, evidence: Any = None, name: str = "ascites") -> Path:
    """A library with one digest, sound unless another text or evidence is given."""
    text = digest(name, body(), **SOURCES) if text is None else text
    evidence = rows() if evidence is None else evidence
    dumped = evidence if isinstance(evidence, str) else yaml.safe_dump(evidence)
    return write_texts(folder, {f"hepatology/{name}.md": text, f"hepatology/{name}.evidence.yaml": dumped})


def problems(folder: Path) -> list[str]:
    return [problem.problem for problem in check_library(folder).problems]


def test_a_sound_library_has_no_problems(tmp_path: Path) -> None:
    report = check_library(write(tmp_path))
    assert report.problems == ()
    (folder,) = report.coverage
    assert (folder.folder, folder.digests, folder.patient_texts) == ("hepatology", 1, 0)
    assert (folder.sentences, folder.sources) == (29, 2)


class TestFrontMatter:
    @pytest.mark.parametrize(
        ("line", "named"),
        [
            ("topics: [testing]", "topics"),
            ("jurisdiction: international", "jurisdiction"),
            ("licence: CC BY 4.0", "licence"),
            ("written: 2026-01-02", "written"),
            ("review_by: 2099-01-02", "review_by"),
            ("reviewed_by:", "reviewed_by"),
        ],
    )
    def test_a_missing_field_is_named(self, tmp_path: Path, line: str, named: str) -> None:
        text = digest("ascites", body(), **SOURCES).replace(f"{line}\n", "", 1)
        assert [
            problem.startswith(f"the front matter has no {named}") for problem in problems(write(tmp_path, text))
        ] == [True]

    def test_an_id_that_is_not_the_file_name_is_told(self, tmp_path: Path) -> None:
        text = digest("other", body(), **SOURCES)
        assert problems(write(tmp_path, text)) == ["the id 'other' is not the file's name"]

    def test_an_id_that_two_texts_have_is_told(self, tmp_path: Path) -> None:
        write(tmp_path)
        write_texts(tmp_path, {"other/ascites.md": digest("ascites", body(), **SOURCES)})
        assert any("already taken by" in problem for problem in problems(tmp_path))

    def test_a_text_that_cannot_be_read_is_told(self, tmp_path: Path) -> None:
        text = digest("ascites", body(), **SOURCES).replace("kind: digest", "kind: rumour", 1)
        assert [problem[:5] for problem in problems(write(tmp_path, text))] == ["kind:"]

    @pytest.mark.parametrize(
        ("old", "new", "told"),
        [
            ("kind: digest", "kind: document", "neither digest nor patient"),
            ("audience: clinician", "audience: patient", "do not belong together"),
            ("review_by: 2099-01-02", "review_by: 2026-01-02", "not after written"),
        ],
    )
    def test_fields_that_do_not_fit_are_told(self, tmp_path: Path, old: str, new: str, told: str) -> None:
        text = digest("ascites", body(), **SOURCES).replace(old, new, 1)
        assert [told in problem for problem in problems(write(tmp_path, text))] == [True]

    @pytest.mark.parametrize(
        ("change", "told"),
        [
            ({"year": None}, "source a: no year"),
            ({"status": None}, "source a: no status"),
            ({"jurisdiction": None}, "source a: no jurisdiction"),
            ({"organisation": None}, "source a: neither organisation nor authors"),
            ({"doi": None, "pmid": None, "url": None}, "source a: no doi, pmid or url"),
            ({"doi": "10.1000/a."}, "source a: the doi '10.1000/a.' ends in a sign"),
            ({"pmid": "0123"}, "source a: the pmid '0123' is not a number"),
            ({"pmid": "123456789"}, "source a: the pmid '123456789' is not a number"),
            ({"superseded_by": "b"}, "source a: superseded_by belongs to status superseded"),
            ({"doi": "10.1000/b"}, "source b is the same as a (doi:10.1000/b)"),
        ],
    )
    def test_a_poorly_described_source_is_told(self, tmp_path: Path, change: dict[str, object], told: str) -> None:
        text = digest("ascites", body(), a={**SOURCES["a"], **change}, b=SOURCES["b"])
        assert any(problem.startswith(told) for problem in problems(write(tmp_path, text)))

    def test_a_source_that_is_never_cited_is_told(self, tmp_path: Path) -> None:
        text = digest("ascites", body(), **SOURCES, c={})
        assert problems(write(tmp_path, text)) == ["source c is never cited"]

    def test_a_superseded_source_may_name_what_replaced_it(self, tmp_path: Path) -> None:
        fallen = {**SOURCES["a"], "status": "superseded", "superseded_by": "b"}
        assert problems(write(tmp_path, digest("ascites", body(), a=fallen, b=SOURCES["b"]))) == []


def broken(change: str, by: str = "Conditiona in cirrhosis", key: str = "a") -> str:
    """The digest with the first words of its first sentence changed."""
    return digest("ascites", body().replace(by, change, 1), **SOURCES)


class TestSentences:
    def test_a_sentence_without_a_mark_is_told(self, tmp_path: Path) -> None:
        text = digest("ascites", body() + "\nNobody knows why.", **SOURCES)
        assert problems(write(tmp_path, text)) == ["no source mark: Nobody knows why."]

    def test_a_mark_without_a_source_is_told(self, tmp_path: Path) -> None:
        text = digest("ascites", body({"Ascites is drained": "c"}), **SOURCES)
        assert problems(write(tmp_path, text)) == ["the source mark [@c] names no source of the front matter"]

    def test_a_question_is_told(self, tmp_path: Path) -> None:
        text = digest("ascites", body() + "\nIs it drained [@a]?", **SOURCES)
        assert "no full stop at the end: Is it drained?" in problems(write(tmp_path, text))

    @pytest.mark.parametrize(
        "word", ["This", "It", "These", "They", "Such", "However,", "Therefore", "In addition,", "Its"]
    )
    def test_a_first_word_that_points_back_is_told(self, tmp_path: Path, word: str) -> None:
        found = problems(write(tmp_path, broken(f"{word} conditiona in cirrhosis")))
        assert any("its first word points back" in problem for problem in found)

    @pytest.mark.parametrize("word", ["Itraconazole", "Thislike", "Suchlike", "Thatcher", "Hiss"])
    def test_a_word_that_only_begins_like_one_is_not(self, tmp_path: Path, word: str) -> None:
        found = problems(write(tmp_path, broken(f"{word} in cirrhosis")))
        assert not any("points back" in problem for problem in found)

    @pytest.mark.parametrize(
        "words",
        ["the above", "as mentioned", "described above", "the latter", "the former", "see below", "the same drug"],
    )
    def test_words_that_point_elsewhere_are_told(self, tmp_path: Path, words: str) -> None:
        found = problems(write(tmp_path, broken(f"Conditiona, {words}, in cirrhosis")))
        assert any(f"does not stand alone ({words!r})" in problem for problem in found)

    @pytest.mark.parametrize(
        "words", ["aged 50 and above", "falls below 50", "to the former level", "in the following year"]
    )
    def test_words_that_only_look_so_are_not(self, tmp_path: Path, words: str) -> None:
        found = problems(write(tmp_path, broken(f"Conditiona {words} in cirrhosis")))
        assert not any("stand alone" in problem for problem in found)

    @pytest.mark.parametrize("count", [20, 90])
    def test_a_digest_that_is_too_short_or_too_long_is_told(self, tmp_path: Path, count: int) -> None:
        sentences = {
            f"Condition{number} in cirrhosis is treated with one drug after another in hospital": "a"
            for number in range(count)
        }
        text = digest("ascites", body(sentences), a=SOURCES["a"])
        (told,) = problems(write(tmp_path, text, rows(sentences)))
        assert told == f"{count * 12} words; a digest has 350 to 1000"

    def test_a_text_for_patients_that_is_too_hard_is_told(self, tmp_path: Path) -> None:
        def patient(text: str) -> list[str]:
            document = digest("ascites", body({text: "a"}), a=SOURCES["a"])
            document = document.replace("digest", "patient").replace("clinician", "patient")
            return problems(write(tmp_path, document, rows({text: "a"})))

        assert patient("Call your doctor if your skin turns yellow") == []
        (told,) = patient("Spontaneous bacterial peritonitis necessitates immediate parenteral administration")
        assert told.startswith("reading grade")


class TestEvidence:
    def test_a_missing_file_is_told(self, tmp_path: Path) -> None:
        (write(tmp_path) / "hepatology/ascites.evidence.yaml").unlink()
        assert problems(tmp_path) == ["there is no ascites.evidence.yaml beside it"]

    def test_a_file_without_a_text_is_told(self, tmp_path: Path) -> None:
        write_texts(write(tmp_path), {"hepatology/gone.evidence.yaml": "[]"})
        (problem,) = check_library(tmp_path).problems
        assert (Path(problem.file).name, problem.problem) == ("gone.evidence.yaml", "there is no gone.md beside it")

    @pytest.mark.parametrize("evidence", ["- [", "mark: a", "- 2026-13-45"])
    def test_a_file_that_cannot_be_read_is_told(self, tmp_path: Path, evidence: str) -> None:
        assert any("ascites.evidence.yaml" in problem for problem in problems(write(tmp_path, None, evidence)))

    @pytest.mark.parametrize("name", ["mark", "begins", "url", "opened", "where", "facts"])
    def test_a_row_that_lacks_something_is_told(self, tmp_path: Path, name: str) -> None:
        found = rows()
        del found[4][name]
        assert f"ascites.evidence.yaml, row 5: {name}: Field required" in problems(write(tmp_path, None, found))

    @pytest.mark.parametrize(
        ("name", "value"), [("url", "example.org"), ("opened", "soon"), ("facts", " "), ("colour", "x")]
    )
    def test_a_row_with_something_wrong_is_told(self, tmp_path: Path, name: str, value: str) -> None:
        found = rows()
        found[4][name] = value
        assert any(
            p.startswith(f"ascites.evidence.yaml, row 5: {name}: ") for p in problems(write(tmp_path, None, found))
        )

    def test_a_sentence_without_a_row_is_told(self, tmp_path: Path) -> None:
        (told,) = problems(write(tmp_path, None, rows()[1:]))
        assert told.startswith("ascites.evidence.yaml: 0 rows for @a, instead of one: Conditiona in cirrhosis")

    def test_a_sentence_with_two_rows_is_told(self, tmp_path: Path) -> None:
        (told,) = problems(write(tmp_path, None, [*rows(), rows()[0]]))
        assert told.startswith("ascites.evidence.yaml: 2 rows for @a")

    def test_a_row_without_a_sentence_is_told(self, tmp_path: Path) -> None:
        (told,) = problems(write(tmp_path, None, [*rows(), {**rows()[0], "begins": "Nobody"}]))
        assert told == "ascites.evidence.yaml: 0 sentences marked @a begin 'Nobody', instead of one"

    def test_a_row_under_another_mark_is_told(self, tmp_path: Path) -> None:
        found = problems(write(tmp_path, None, [{**rows()[0], "mark": "b"}, *rows()[1:]]))
        assert len(found) == 2

    def test_a_row_that_fits_several_sentences_is_told(self, tmp_path: Path) -> None:
        found = problems(write(tmp_path, None, [{**rows()[0], "begins": "Condition"}, *rows()[1:]]))
        assert any("15 sentences marked @a begin 'Condition'" in problem for problem in found)

    def test_a_sentence_of_two_sources_needs_two_rows(self, tmp_path: Path) -> None:
        text = digest("ascites", body().replace("[@a]", "[@a; @b]", 1), **SOURCES)
        (told,) = problems(write(tmp_path, text))
        assert "0 rows for @b" in told
        assert problems(write(tmp_path, text, [*rows(), {**rows()[0], "mark": "b"}])) == []


class TestTheLibraryAsAWhole:
    def test_a_text_that_was_copied_and_edited_is_told(self, tmp_path: Path) -> None:
        write(tmp_path)
        changed = {text.replace("ward team", "good nurse"): key for text, key in SENTENCES.items()}
        write(tmp_path, digest("copy", body(changed), **SOURCES), rows(changed), name="copy")
        (told,) = problems(tmp_path)
        assert "of its runs of five words" in told

    def test_two_texts_on_neighbouring_topics_are_not(self, tmp_path: Path) -> None:
        write(tmp_path)
        other = {
            f"Clot{n} of the spleen is found with scan{n} at night after{n} a fall{n} from{n} bed": "a"
            for n in range(28)
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
    def test_a_glossary_that_is_not_sound_is_told(self, tmp_path: Path, glossary: str, told: str) -> None:
        write_texts(write(tmp_path), {"glossary.yaml": glossary})
        assert [told in problem for problem in problems(tmp_path)] == [True]

    def test_one_text_may_be_checked(self, tmp_path: Path) -> None:
        write(tmp_path)
        write(tmp_path, digest("other", "Nothing."), name="other")
        assert check_library(tmp_path / "hepatology/ascites.md").problems == ()

    def test_a_folder_that_is_not_there_is_refused(self, tmp_path: Path) -> None:
        with pytest.raises(BadInputError, match="does not exist"):
            check_library(tmp_path / "gone")


class TestTheCommand:
    def run(self, *arguments: str) -> int:
        with pytest.raises(SystemExit) as stopped:
            main(["library", "check", *arguments])
        assert isinstance(stopped.value.code, int)
        return stopped.value.code

    def test_a_clean_library_is_told_with_what_it_covers(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert self.run(str(write(tmp_path))) == 0
        lines = [line.split() for line in capsys.readouterr().out.splitlines()]
        assert lines == [
            ["folder", "digests", "patient", "texts", "sentences", "sources"],
            ["hepatology", "1", "0", "29", "2"],
            ["all", "1", "0", "29", "2"],
            ["No", "problems."],
        ]

    def test_problems_come_one_a_line_with_their_file(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        write(tmp_path, None, rows()[2:])
        assert self.run(str(tmp_path)) == 1
        lines = capsys.readouterr().out.splitlines()
        assert [line.split(": ")[0] for line in lines[:2]] == [str(tmp_path / "hepatology/ascites.md")] * 2
        assert lines[-1] == "2 problems."

    def test_json_holds_the_same(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        write(tmp_path, None, rows()[1:])
        assert self.run(str(tmp_path), "--json") == 1
        found = json.loads(capsys.readouterr().out)
        assert [Path(problem["file"]).name for problem in found["problems"]] == ["ascites.md"]
        assert found["coverage"][0]["sentences"] == 29

    def test_a_folder_without_texts_is_bad_input(self, tmp_path: Path) -> None:
        assert self.run(str(tmp_path)) == 2
