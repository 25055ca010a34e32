"""A running Footnote by its URL: measured as in process, and never planted into."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from corpus.settings import Settings
from evals.metrics import Outcome
from evals.runner import Plan, run
from evals.targets import (
    FootnoteApi,
    InProcess,
    TargetError,
    UnsupportedError,
)
from evals.targets.http import JsonClient
from service.answer import Audience, Status
from service.app import create_app
from service.library import Library
from tests.evals.fakes import NAMES, WordJudge, suite
from tests.evals.targets.endpoint import Reply, as_json, serving
from tests.serving import served


@contextmanager
def footnote_service(library: Library, tmp_path: Path) -> Iterator[str]:
    """A real Footnote service over the small library, on loopback."""
    with served(create_app(Settings(data=tmp_path / "service"), library)) as url:
        yield url


def test_footnote_by_url_is_measured_as_footnote_in_process(tmp_path: Path, library: Library) -> None:
    plan = Plan(suite(), limit=4)
    inside = run(plan, InProcess(library), WordJudge(), tmp_path / "inside")
    with footnote_service(library, tmp_path) as url:
        outside = run(plan, FootnoteApi(JsonClient(url, 30)), WordJudge(), tmp_path / "outside")
    for a, b in zip(inside.records, outside.records, strict=True):
        assert b.outcome is Outcome.OK, b.error
        assert a.response is not None
        assert b.response is not None
        assert a.response.model_copy(update={"confidence": None}) == b.response
        assert a.examination == b.examination
        assert a.response.status is not Status.DECLINED


def test_documents_are_not_planted_into_a_running_service(tmp_path: Path, library: Library) -> None:
    with footnote_service(library, tmp_path) as url:
        target = FootnoteApi(JsonClient(url, 30))
        with pytest.raises(UnsupportedError, match="in process"):
            target.planted({})
        assert target.texts().by_title("ALMIRA: use and dosing") is not None
        assert target.texts().document("nothing") is None
        assert target.texts().ids() == sorted(NAMES)


def test_a_reply_that_is_no_answer_of_footnotes_is_an_error() -> None:
    def handle(method: str, path: str, body: Any) -> Reply:
        return as_json({"edition": "e", "documents": [], "next": None} if method == "GET" else {"text": "hi"})

    with serving(handle) as url, pytest.raises(TargetError, match="no answer of Footnote's"):
        FootnoteApi(JsonClient(url, 5)).begin().ask("Q?", Audience.CLINICIAN)
