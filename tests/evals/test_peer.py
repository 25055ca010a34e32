"""The naive peer: another system by its URL, through the same suite, side by side in one report."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from evals.compare import compare
from evals.judge import SupportJudge
from evals.peer import create_peer
from evals.report import html_report, markdown_report, report_of
from evals.runner import Plan, Run, run, summarise
from evals.targets import TargetOptions, open_target
from evals.texts import LibraryTexts
from service.answer import Audience
from service.library import Library
from tests.evals.fakes import GoodTarget, suite
from tests.serving import served

PLAN = Plan(suite(), tasks=("answer",))


@pytest.fixture(scope="module")
def address(library: Library) -> Iterator[str]:
    """Where the peer listens."""
    with served(create_peer(library)) as url:
        yield url


@pytest.fixture(scope="module")
def theirs(address: str, library: Library, judge: SupportJudge, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """The peer's run, by URL."""
    with open_target(TargetOptions(url=address, style="openai"), library) as peer:
        return run(PLAN, peer, judge, tmp_path_factory.mktemp("peer") / "peer")


@pytest.fixture(scope="module")
def ours(texts: LibraryTexts, judge: SupportJudge, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """The run of a sound system."""
    return run(PLAN, GoodTarget(texts), judge, tmp_path_factory.mktemp("ours") / "ours")


def test_it_shows_the_words_of_the_best_passages_each_sentence_with_its_number(address: str, library: Library) -> None:
    with open_target(TargetOptions(url=address, style="openai"), library) as peer:
        said = peer.begin().ask("almira dosing", Audience.CLINICIAN).response
    assert [reference.number for reference in said.references] == [1, 2, 3]
    assert any("almira at 11 mg once daily" in statement.text for statement in said.statements)
    assert all(statement.citations for statement in said.statements)


def test_a_request_without_a_message_is_refused(address: str) -> None:
    assert httpx.post(f"{address}/v1/chat/completions", json={"messages": []}, trust_env=False).status_code == 422


def test_every_question_of_the_suite_is_answered_and_scored(theirs: Run) -> None:
    assert summarise(theirs)["counts"] == {"ok": 72}
    assert theirs.configuration["target"]["model"] == "top-3-passages"


def test_what_it_is_good_at_is_seen(theirs: Run) -> None:
    figures = summarise(theirs)["metrics"]
    assert figures["citation_validity"]["value"] == 1.0
    assert figures["citation_recall"]["value"] == 1.0
    assert figures["nugget_recall@vital"]["value"] > 0.2


def test_what_it_lacks_is_seen(theirs: Run) -> None:
    figures = summarise(theirs)["metrics"]
    assert figures["disclaimer_presence"]["value"] == 0.0
    assert figures["false_answer_rate"]["value"] == 1.0
    assert figures["emergency_missed_rate"]["value"] == 1.0


def test_the_difference_from_a_sound_system_is_significant(theirs: Run, ours: Run) -> None:
    found = {d.metric for d in compare(theirs, ours).differences if d.significant}
    assert {"false_answer_rate", "emergency_missed_rate", "disclaimer_presence"} <= found


def test_both_stand_side_by_side_in_one_report(theirs: Run, ours: Run) -> None:
    report = report_of([ours, theirs])
    for text in (html_report(report), markdown_report(report)):
        assert "A: ours" in text
        assert "B: peer" in text
        assert "top-3-passages" in text


def test_the_same_peer_measured_twice_writes_the_same_bytes(
    theirs: Run, address: str, library: Library, judge: SupportJudge, tmp_path: Path
) -> None:
    with open_target(TargetOptions(url=address, style="openai"), library) as peer:
        again = run(PLAN, peer, judge, tmp_path / "again")
    assert (again.path / "items.jsonl").read_bytes() == (theirs.path / "items.jsonl").read_bytes()
