"""The admin's commands: what they print, and their exit codes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from tests.command import Done, run_footnote
from tests.fakes import write_texts

ONE = {"a.md": "Ascites is fluid in the belly.\n", "b.md": "Varices bleed into the gut.\n"}
Run = Callable[..., Done]


@pytest.fixture
def run(tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs ``footnote`` in a folder of its own, with its data there."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FOOTNOTE_DATA", raising=False)

    return partial(run_footnote, capfd)


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """A folder with two texts."""
    return write_texts(tmp_path / "texts", ONE)


class TestIngest:
    def test_it_tells_what_it_published_and_then_that_nothing_changed(self, run: Run, texts: Path) -> None:
        first = run("ingest", "texts")
        assert first.code == 0
        assert "2 documents added, 0 changed, 0 removed, 0 unchanged; 2 passages embedded." in first.out
        second = run("ingest", "texts")
        assert second.code == 0
        assert "Nothing changed" in second.out

    def test_json_holds_the_contract(self, run: Run, texts: Path) -> None:
        write_texts(texts, {"broken.md": ""})
        done = run("ingest", "texts", "--json")
        found = done.json()
        assert done.code == 3
        assert found["edition"]
        assert {**found, "edition": ""} == {
            "edition": "",
            "published": True,
            "documents": {
                "added": 2,
                "changed": 0,
                "removed": 0,
                "unchanged": 0,
                "failed": [{"path": "broken.md", "reason": "there is no text in it"}],
            },
            "passages_embedded": 2,
        }

    def test_a_file_that_cannot_be_read_is_named_on_standard_error(self, run: Run, texts: Path) -> None:
        write_texts(texts, {"broken.docx": "x"})
        done = run("ingest", "texts")
        assert done.code == 3
        assert "not read: broken.docx: no loader reads .docx" in done.err

    @pytest.mark.parametrize("arguments", [("gone",), ("--only",), ("texts", "--unknown")])
    def test_bad_input_is_one_line_and_exit_code_2(self, run: Run, texts: Path, arguments: tuple[str, ...]) -> None:
        done = run("ingest", *arguments)
        assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
        assert done.err.startswith("footnote: ")

    def test_a_gate_that_refuses_is_one_line_and_exit_code_4(self, run: Run, texts: Path) -> None:
        write_texts(texts, {f"{number}.md": "" for number in range(23)})
        done = run("ingest", "texts")
        assert (done.code, done.err.count("\n")) == (4, 1)
        assert "Nothing was published" in done.err
        assert "0.md: " in done.err  # which file, and why
        assert "and 3 more" in done.err

    def test_only_takes_the_rest_out(self, run: Run, texts: Path) -> None:
        run("ingest", "texts/a.md", "texts/b.md")
        assert run("ingest", "--only", "texts/a.md", "--json").json()["documents"]["removed"] == 1

    def test_the_data_directory_may_be_chosen(self, run: Run, texts: Path, tmp_path: Path) -> None:
        run("ingest", "texts", "--data", "elsewhere")
        assert (tmp_path / "elsewhere" / "shelf" / "CURRENT").exists()
        assert not (tmp_path / "data").exists()

    def test_a_misspelt_setting_stops_it(self, run: Run, texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("FOOTNOTE_DATTA", "x")
        done = run("ingest", "texts")
        assert (done.code, done.err) == (
            2, "footnote: Unknown setting FOOTNOTE_DATTA; the settings are listed in docs/settings.md.\n",
        )  # fmt: skip


class TestEditions:
    @pytest.fixture
    def ids(self, run: Run, texts: Path) -> list[str]:
        """Two editions, the older first."""
        first = run("ingest", "texts", "--json").json()["edition"]
        write_texts(texts, {"a.md": "Ascites is drained.\n", "c.md": "Clots form.\n"})
        (texts / "b.md").unlink()
        return [first, run("ingest", "texts", "--json").json()["edition"]]

    def test_all_are_listed_with_the_current_one_marked(self, run: Run, ids: list[str]) -> None:
        lines = run("editions", "list").out.splitlines()
        assert [line.split()[0] for line in lines[1:]] == ["→", ids[0]]
        assert ids[1] in lines[1]
        assert [(row["id"], row["current"]) for row in run("editions", "list", "--json").json()] == [
            (ids[1], True), (ids[0], False),
        ]  # fmt: skip

    def test_a_damaged_one_is_listed_as_such_and_hides_no_other(self, run: Run, ids: list[str], tmp_path: Path) -> None:
        (tmp_path / "data" / "shelf" / "editions" / ids[1] / "manifest.json").write_text("{", encoding="utf-8")
        done = run("editions", "list")
        assert (done.code, ids[0] in done.out, done.err.count("\n")) == (0, True, 1)
        rows = run("editions", "list", "--json").json()
        assert [("damaged" in row, row["id"]) for row in rows] == [(True, ids[1]), (False, ids[0])]

    def test_an_empty_shelf_says_what_to_do(self, run: Run, tmp_path: Path) -> None:
        (tmp_path / "data").mkdir()
        assert "footnote ingest" in run("editions", "list").out
        assert run("editions", "list", "--json").json() == []

    def test_one_is_shown(self, run: Run, ids: list[str]) -> None:
        assert run("editions", "show").json()["id"] == ids[1]
        assert run("editions", "show", ids[0]).json()["parent"] is None

    def test_the_difference_is_listed_by_document(self, run: Run, ids: list[str]) -> None:
        assert run("editions", "diff", ids[0]).out.splitlines() == [
            "+ c", "~ a", "- b", "1 added, 1 changed, 1 removed",
        ]  # fmt: skip
        assert run("editions", "diff", ids[1], ids[0], "--json").json() == {
            "added": ["b"], "changed": ["a"], "removed": ["c"],
        }  # fmt: skip

    def test_a_sound_edition_is_verified(self, run: Run, ids: list[str]) -> None:
        done = run("editions", "verify")
        assert done.code == 0
        assert all(line.startswith("ok ") for line in done.out.splitlines())

    def test_damage_is_told_with_exit_code_1_and_indexes_are_repaired(
        self, run: Run, ids: list[str], tmp_path: Path
    ) -> None:
        (tmp_path / "data/shelf/editions" / ids[1] / "chroma" / "chroma.sqlite3").unlink()
        done = run("editions", "verify", "--json")
        assert done.code == 1
        assert [row["gate"] for row in done.json() if not row["passed"]] == ["chroma"]
        assert run("editions", "verify", "--repair").code == 0

    def test_rolling_back_and_forth(self, run: Run, ids: list[str]) -> None:
        assert run("editions", "rollback").out == f"Edition {ids[0]} is current.\n"
        assert run("editions", "rollback").code == 2
        assert run("editions", "rollback", ids[1]).out == f"Edition {ids[1]} is current.\n"

    def test_pruning_tells_what_it_removed_and_spared(self, run: Run, ids: list[str]) -> None:
        assert run("editions", "prune").out == "Nothing to prune.\n"
        run("editions", "rollback")
        assert run("editions", "prune", "--keep", "1", "--json").json() == {
            "removed": [], "spared": {ids[0]: "current"},
        }  # fmt: skip
        run("editions", "rollback", ids[1])
        assert run("editions", "prune", "--keep", "1").out == f"removed {ids[0]}\n"

    @pytest.mark.parametrize("command", ["show", "verify", "rollback", "diff"])
    def test_an_edition_that_is_not_there_is_bad_input(self, run: Run, ids: list[str], command: str) -> None:
        done = run("editions", command, "20200101T000000Z-x")
        assert (done.code, done.err.count("\n")) == (2, 1)

    @pytest.mark.parametrize("command", ["show", "verify", "rollback"])
    def test_an_empty_shelf_is_told(self, run: Run, command: str, tmp_path: Path) -> None:
        (tmp_path / "data").mkdir()
        done = run("editions", command)
        assert (done.code, done.err.count("\n")) == (2, 1)
