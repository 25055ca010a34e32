"""``footnote search``."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from corpus.embedding import Embedder
from service.library import Library
from tests.service.commands.conftest import Run, write_lines
from tests.service.conftest import ingested


class TestBadInput:
    @pytest.mark.parametrize(
        ("arguments", "words"),
        [
            ((), "Give one query"),
            (("q", "--batch", "x", "--trec", "y"), "Give one query"),
            (("--batch", "x"), "belong together"),
            (("q", "--trec", "y"), "belong together"),
            (("--batch", "missing.jsonl", "--trec", "y"), "missing.jsonl cannot be read"),
            (("",), "no words"),
            (("?!",), "no words"),
            (("gout \udcff",), "half a character"),
            (("q", "-k", "0"), "-k"),
            (("q", "-k", "many"), "many"),
            (("q", "--edition", "nowhere"), "nowhere"),
            (("q", "--data", "empty"), "footnote ingest"),
        ],
    )
    def test_it_is_told_in_one_line_with_exit_code_2(self, run: Run, arguments: tuple[str, ...], words: str) -> None:
        done = run("search", *arguments)
        assert done.refused(words), done

    @pytest.mark.parametrize(
        "line",
        [
            "no json",
            "[]",
            "7",
            '{"_id": "1"}',
            '{"text": "x"}',
            '"text"',
            '{"_id": "2", "text": 7}',
            '{"_id": "2", "text": " "}',
            '{"_id": "2 a", "text": "x"}',
            '{"_id": "", "text": "x"}',
        ],
    )
    def test_a_line_that_cannot_be_used_is_named_and_nothing_is_left(self, run: Run, tmp_path: Path, line: str) -> None:
        batch = write_lines(tmp_path / "queries.jsonl", {"_id": "1", "text": "gout"}, line)
        assert run("search", "--batch", str(batch), "--trec", "run.trec").refused("Line 2")
        assert [path.name for path in tmp_path.iterdir()] == ["queries.jsonl"]

    def test_a_run_that_cannot_be_written_is_named(self, run: Run, tmp_path: Path) -> None:
        batch = write_lines(tmp_path / "queries.jsonl", {"_id": "1", "text": "gout"})
        assert run("search", "--batch", str(batch), "--trec", "no/such/run.trec").refused("cannot be written")


class TestOneQuery:
    def test_json_tells_edition_and_hits(self, run: Run, library: Library) -> None:
        found = run("search", "colchicine in gout", "-k", "2", "--json").json()
        edition_id, hits = library.search("colchicine in gout", 2)
        assert found["edition"] == edition_id
        assert [hit["passage_id"] for hit in found["hits"]] == [hit.passage_id for hit in hits]
        assert set(found["hits"][0]) == {"passage_id", "document_id", "section", "score", "text"}

    def test_people_see_title_heading_and_text(self, run: Run) -> None:
        text = run("search", "colchicine", "-k", "1").out
        assert "1. About gout › Treatment" in text
        assert "Gout flares are treated with colchicine." in text


class TestRun:
    @pytest.fixture
    def many(self, tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Library:
        """130 documents, one of them of many passages."""
        texts = {
            f"{n}.txt": f"Gout note {n}.\n\nColchicine was given to patient number {n} with gout.\n" for n in range(129)
        }
        texts["long.md"] = "# Gout\n\n" + "\n\n".join(
            f"## Part {n}\n\nColchicine is given in gout, part {n}." for n in range(150)
        )
        return ingested(texts, tmp_path_factory.mktemp("many"), embedder)

    def test_a_run_has_each_document_once_to_depth_100_in_falling_order(
        self, run: Run, many: Library, tmp_path: Path
    ) -> None:
        batch = write_lines(
            tmp_path / "queries.jsonl", {"_id": "q1", "text": "colchicine gout"}, {"_id": "q2", "text": "patient 7"}
        )
        assert run("search", "--batch", str(batch), "--trec", "run.trec", "--data", str(many.settings.data)).code == 0
        rows = [line.split(" ") for line in (tmp_path / "run.trec").read_text(encoding="utf-8").splitlines()]
        assert {len(row) for row in rows} == {6}
        assert {(row[1], row[5]) for row in rows} == {("Q0", "footnote")}
        for query in ("q1", "q2"):
            own = [row for row in rows if row[0] == query]
            assert len(own) == len({row[2] for row in own}) == 100
            assert [int(row[3]) for row in own] == list(range(1, 101))
            scores = [float(row[4]) for row in own]
            assert all(before > after for before, after in pairwise(scores))
        many.close()

    def test_a_small_library_gives_all_its_documents(self, run: Run, tmp_path: Path) -> None:
        batch = write_lines(tmp_path / "queries.jsonl", {"_id": "q1", "text": "gout"})
        assert run("search", "--batch", str(batch), "--trec", "run.trec").code == 0
        documents = [line.split()[2] for line in (tmp_path / "run.trec").read_text(encoding="utf-8").splitlines()]
        assert sorted(documents) == ["gout", "varices"]
        assert documents[0] == "gout"

    def test_the_same_queries_give_the_same_run(self, run: Run, tmp_path: Path) -> None:
        batch = write_lines(
            tmp_path / "queries.jsonl", {"_id": "q1", "text": "gout"}, {"_id": "q2", "text": "variceal bleeding"}
        )
        for name in ("one", "two"):
            run("search", "--batch", str(batch), "--trec", name)
        assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
