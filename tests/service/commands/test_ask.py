"""``footnote ask``."""

from __future__ import annotations

import json
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from service.answer import Answer, Conflict, statements_of
from service.disclaimer import DISCLAIMER
from service.library import Library
from tests.service.commands.conftest import Run, write_lines
from tests.service.rules import check_all

QUESTION = "Is carvedilol recommended to prevent variceal bleeding?"
INVENTED = "What is the dose of zorbaxolimab in gout?"


def answers(path: Path) -> list[tuple[Any, Answer]]:
    lines = path.read_text(encoding="utf-8").split("\n")
    entries = [json.loads(line) for line in lines if line]
    return [(entry["id"], Answer.model_validate(entry["answer"])) for entry in entries]


class TestBadInput:
    @pytest.mark.parametrize(
        ("arguments", "words"),
        [
            ((), "Give one question"),
            (("q", "--batch", "x.jsonl", "--output", "y"), "Give one question"),
            (("--batch", "x.jsonl"), "belong together"),
            (("q", "--output", "y"), "belong together"),
            (("--batch", "missing.jsonl", "--output", "y"), "missing.jsonl cannot be read"),
            ((" ",), "message is empty"),
            (("gout " * 1000,), "has 4999 characters; at most 4000 are read"),
            (("q", "--audience", "everybody"), "everybody"),
            (("q", "--mode", "magic"), "magic"),
            (("q", "--edition", "nowhere"), "nowhere"),
            (("q", "--data", "empty"), "footnote ingest"),
            (("q", "more"), "more"),
        ],
    )
    def test_it_is_told_in_one_line_with_exit_code_2(self, run: Run, arguments: tuple[str, ...], words: str) -> None:
        done = run("ask", *arguments)
        assert done.refused(words), done

    @pytest.mark.parametrize(
        ("line", "words"),
        [
            ("no json", "Line 2"),
            ("[]", "Line 2"),
            ("7", "Line 2"),
            ('{"message": "x"}', "Line 2"),
            ('{"id": 1}', "Line 2"),
            ('{"id": 1, "message": " "}', "Line 2"),
            ('{"id": 1, "message": 7}', "Line 2"),
            ('{"id": 1, "message": ["x"]}', "Line 2"),
            ('{"id": 1, "message": "x", "audience": "everybody"}', "Line 2"),
            ('{"id": 1, "message": "x", "audience": ["clinician"]}', "Line 2"),
            (r'{"id": 1, "message": "half \ud800 a character"}', "half a character"),
        ],
    )
    def test_a_line_that_cannot_be_used_is_named_and_nothing_is_left(
        self, run: Run, tmp_path: Path, line: str, words: str
    ) -> None:
        batch = write_lines(tmp_path / "batch.jsonl", {"id": 0, "message": QUESTION}, line)
        done = run("ask", "--batch", str(batch), "--output", "answers.jsonl")
        assert done.refused(words), done
        assert [path.name for path in tmp_path.iterdir()] == ["batch.jsonl"]

    def test_a_message_that_cannot_be_answered_is_named_by_its_line(self, run: Run, tmp_path: Path) -> None:
        batch = write_lines(tmp_path / "q.jsonl", {"id": 1, "message": "x"}, {"id": 2, "message": "gout " * 1000})
        assert run("ask", "--batch", str(batch), "--output", "out.jsonl").refused("Line 2 of ")
        assert not (tmp_path / "out.jsonl").exists()

    def test_an_output_that_cannot_be_written_is_named(self, run: Run, tmp_path: Path) -> None:
        batch = write_lines(tmp_path / "batch.jsonl", {"id": 0, "message": QUESTION})
        assert run("ask", "--batch", str(batch), "--output", "no/such/folder/answers.jsonl").refused(
            "cannot be written"
        )

    def test_answers_never_take_the_place_of_the_questions(self, run: Run, tmp_path: Path) -> None:
        batch = write_lines(tmp_path / "batch.jsonl", {"id": 0, "message": QUESTION})
        before = batch.read_bytes()
        assert run("ask", "--batch", str(batch), "--output", "batch.jsonl").refused("one of their own")
        assert batch.read_bytes() == before

    def test_a_pipe_is_written_and_stays_one(self, run: Run, tmp_path: Path) -> None:
        batch = write_lines(tmp_path / "batch.jsonl", {"id": 0, "message": QUESTION})
        os.mkfifo(pipe := tmp_path / "pipe")
        with ThreadPoolExecutor(1) as reader:
            read = reader.submit(pipe.read_text, "utf-8")
            assert run("ask", "--batch", str(batch), "--output", "pipe").code == 0
            assert json.loads(read.result())["id"] == 0
        assert pipe.is_fifo()

    def test_a_link_stays_and_what_it_leads_to_is_written(self, run: Run, tmp_path: Path) -> None:
        batch = write_lines(tmp_path / "batch.jsonl", {"id": 0, "message": QUESTION})
        (tmp_path / "link.jsonl").symlink_to(tmp_path / "answers.jsonl")
        assert run("ask", "--batch", str(batch), "--output", "link.jsonl").code == 0
        assert (tmp_path / "link.jsonl").is_symlink()
        assert json.loads((tmp_path / "answers.jsonl").read_text("utf-8"))["id"] == 0

    def test_an_earlier_output_stays_when_a_batch_fails(self, run: Run, tmp_path: Path) -> None:
        (tmp_path / "answers.jsonl").write_text("earlier", encoding="utf-8")
        batch = write_lines(tmp_path / "batch.jsonl", {"id": 0, "message": QUESTION})
        assert run("ask", "--batch", str(batch), "--output", "answers.jsonl", "--edition", "nowhere").code == 2
        assert (tmp_path / "answers.jsonl").read_text(encoding="utf-8") == "earlier"


class TestOneQuestion:
    def test_json_is_the_whole_answer(self, run: Run, library: Library) -> None:
        done = run("ask", QUESTION, "--json")
        answer = Answer.model_validate(done.json())
        assert done.code == 0
        assert statements_of(answer)
        with library.reading() as edition:
            check_all(answer, edition)

    def test_people_see_statements_with_numbers_references_and_the_disclaimer(self, run: Run) -> None:
        shown = run("ask", QUESTION).out
        text = " ".join(shown.split())
        assert "Carvedilol is recommended to prevent variceal bleeding in cirrhosis. [1]" in text
        assert (
            "1. A [society] of [/hepatology]. Guideline g. 2024. doi:10.1000/varices. Through Footnote's summary “About varices”."
            in text
        )
        assert " ".join(DISCLAIMER.split()) in text

    def test_what_is_not_answered_is_said_with_what_was_missing(self, run: Run) -> None:
        text = " ".join(run("ask", INVENTED).out.split())
        assert "Not found in the library: zorbaxolimab" in text
        assert "Nearest: About gout › Treatment" in text

    def test_an_emergency_is_shown_as_one(self, run: Run) -> None:
        done = run("ask", "I am vomiting blood")
        assert done.code == 0
        assert "This may be an emergency" in done.out

    def test_sources_that_differ_stand_side_by_side(self, monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
        consult = Library.consult

        def differing(library: Library, *asked: Any) -> Answer:
            answer = consult(library, *asked)
            answer.conflicts = [Conflict(about="carvedilol", statements=statements_of(answer) * 2)]
            return answer

        monkeypatch.setattr(Library, "consult", differing)
        text = " ".join(run("ask", QUESTION).out.split())
        assert "Where sources differ: carvedilol - Yes: Carvedilol is recommended" in text

    def test_an_answer_without_the_language_model_that_was_asked_for_says_so(self, run: Run) -> None:
        assert "no language model" in " ".join(run("ask", QUESTION, "--mode", "generative").out.split())

    def test_how_a_word_was_read_is_shown(self, run: Run) -> None:
        text = run("ask", "Is terlipresin recommended in acute variceal bleeding?").out
        assert "“terlipresin” was read as “terlipressin”" in text


class TestBatch:
    def test_each_line_is_answered_under_its_id_in_order(self, run: Run, tmp_path: Path) -> None:
        batch = write_lines(
            tmp_path / "batch.jsonl",
            {"id": "b", "message": QUESTION},
            "",
            {"id": 7, "message": INVENTED, "audience": "patient"},
        )
        assert run("ask", "--batch", str(batch), "--output", "answers.jsonl").code == 0
        found = answers(tmp_path / "answers.jsonl")
        assert [identifier for identifier, _ in found] == ["b", 7]
        assert [answer.audience for _, answer in found] == ["clinician", "patient"]
        assert sorted(path.name for path in tmp_path.iterdir()) == ["answers.jsonl", "batch.jsonl"]

    def test_lines_of_one_conversation_are_its_turns(self, run: Run, tmp_path: Path) -> None:
        batch = write_lines(
            tmp_path / "batch.jsonl",
            {"id": 1, "message": QUESTION, "conversation": "a"},
            {"id": 2, "message": "How are gout flares treated?", "conversation": "b"},
            {"id": 3, "message": "and terlipressin?", "conversation": "a"},
            {"id": 4, "message": "are you sure?", "conversation": "b"},
            {"id": 5, "message": "are you sure?"},
        )
        assert run("ask", "--batch", str(batch), "--output", "answers.jsonl").code == 0
        asked = {identifier: answer.standalone_question for identifier, answer in answers(tmp_path / "answers.jsonl")}
        assert asked[3] == "Is terlipressin recommended to prevent variceal bleeding?"
        assert asked[4] == "How are gout flares treated?"
        assert asked[5] == "are you sure?"

    def test_a_conversation_numbered_nought_is_one_too(self, run: Run, tmp_path: Path) -> None:
        batch = write_lines(
            tmp_path / "batch.jsonl",
            {"id": 1, "message": QUESTION, "conversation": 0},
            {"id": 2, "message": "are you sure?", "conversation": 0},
        )
        assert run("ask", "--batch", str(batch), "--output", "answers.jsonl").code == 0
        assert [answer.conversation_id for _, answer in answers(tmp_path / "answers.jsonl")] == ["0", "0"]
        assert answers(tmp_path / "answers.jsonl")[1][1].standalone_question == QUESTION

    def test_signs_that_part_lines_elsewhere_part_none_here(self, run: Run, tmp_path: Path) -> None:
        message = "Is carvedilol recommended\u2028to prevent\x85variceal bleeding?"
        batch = write_lines(tmp_path / "batch.jsonl", {"id": 1, "message": message})
        batch.write_bytes(b"\xef\xbb\xbf" + batch.read_bytes().replace(b"\n", b"\r\n"))
        assert run("ask", "--batch", str(batch), "--output", "answers.jsonl").code == 0
        [(_, answer)] = answers(tmp_path / "answers.jsonl")
        assert statements_of(answer)

    def test_an_empty_batch_gives_an_empty_output(self, run: Run, tmp_path: Path) -> None:
        batch = write_lines(tmp_path / "batch.jsonl")
        assert run("ask", "--batch", str(batch), "--output", "answers.jsonl").code == 0
        assert answers(tmp_path / "answers.jsonl") == []
