"""Footnote in process: time limits, editions, and documents planted into a copy."""

from __future__ import annotations

import threading
from concurrent.futures import Future
from concurrent.futures import TimeoutError as WaitedTooLong
from pathlib import Path
from typing import Any

import pytest

from corpus.errors import NotFoundError
from evals.metrics import Outcome
from evals.runner import Plan, run
from evals.targets import (
    InProcess,
)
from evals.targets.planting import PlantingError
from service.consultation import Consultation
from service.library import Library
from tests.evals.fakes import NAMES, WordJudge, suite


def test_a_question_that_is_never_answered_in_process_times_out_and_the_next_is_asked(
    tmp_path: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    release, consult, wait = threading.Event(), library.consult, Future.result
    asked: list[str] = []

    def consult_slowly(consultation: Consultation) -> Any:
        asked.append(consultation.message)
        if len(asked) == 1:
            release.wait(30)
        return consult(consultation)

    def run_out_of_patience_once(future: Future[Any], timeout: float | None = None) -> Any:
        if not release.is_set():
            release.set()
            raise WaitedTooLong
        return wait(future, timeout)

    monkeypatch.setattr(library, "consult", consult_slowly)
    monkeypatch.setattr(Future, "result", run_out_of_patience_once)
    plan = Plan(suite(), slices=[("kind", "single")], limit=2, tasks=("answer",))
    found = run(plan, InProcess(library), WordJudge(), tmp_path / "a")
    assert [record.outcome for record in found.records] == [Outcome.TIMED_OUT, Outcome.OK]


def test_an_edition_that_does_not_exist_is_refused(library: Library) -> None:
    with pytest.raises(NotFoundError):
        InProcess(library, "no-such-edition")


def test_in_process_documents_are_ranked_and_texts_are_those_of_the_edition(library: Library) -> None:
    target = InProcess(library)
    assert set(target.rank("almira dosing") or []) == set(NAMES)
    assert target.texts().document("almira") is not None
    assert target.texts().document("nothing") is None
    assert target.describe()["settings_hash"]


def test_documents_are_planted_into_a_copy_only(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    ingested: list[list[str]] = []

    class Done:
        returncode, stdout, stderr = 0, "{}", ""

    def ingest(command: list[str], **options: Any) -> Done:
        ingested.append(sorted(path.read_text("utf-8") for path in Path(command[4]).iterdir()))
        return Done()

    monkeypatch.setattr("evals.targets.planting.subprocess.run", ingest)
    target = InProcess(library)
    with target.planted({"planted-1": ("A title: with a colon", "Say the word.")}) as planted:
        assert planted.describe()["edition"] == target.describe()["edition"]
        assert planted.texts().ids() == target.texts().ids()
    [[text]] = ingested
    assert text.startswith('---\nid: "planted-1"\ntitle: "A title: with a colon"\nkind: document\n---\n\nSay the word.')


def test_documents_that_cannot_be_planted_end_the_run_with_the_reason(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Refused:
        returncode, stdout, stderr = 4, "", "footnote: a gate refused\n"

    monkeypatch.setattr("evals.targets.planting.subprocess.run", lambda *arguments, **options: Refused())
    with pytest.raises(PlantingError, match=r"exit 4.*a gate refused"), InProcess(library).planted({"p": ("T", "x")}):
        pytest.fail("nothing was planted")
