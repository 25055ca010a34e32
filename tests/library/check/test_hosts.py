"""``footnote library check``: a source stands at an address at which a reader finds it."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.library_check.hosts import host_problem
from tests.fakes import digest
from tests.library.check.digests import SOURCES, body, problems, write


@pytest.mark.parametrize(
    "url",
    [
        "https://sit.mimsdev.com/hongkong/drug/info/xarelto",
        "https://uat.rightdecisions.scot.nhs.uk/guideline",
        "https://drugs.mimsdev.com/aspirin",
        "http://preview-www.nature.com/articles/1",
        "https://articles-stage.example.org/1",
        "https://qa00.example.org/1",
        "https://core-prod.example.org/1",
    ],
)
def test_a_host_on_which_a_site_is_tried_out_is_no_place_for_a_source(url: str) -> None:
    assert "for trials or for programs" in (host_problem(url) or "")


def test_a_host_that_answers_programs_is_no_place_for_a_source() -> None:
    assert host_problem("https://api.fda.gov/drug/label.json?search=set_id%3A%22x%22") is not None
    assert host_problem("https://developer.api.nhs.uk/widgets/condition/") is not None


def test_the_address_of_a_deployment_or_of_a_library_s_proxy_is_told() -> None:
    assert "deployment" in (host_problem("https://site.azurewebsites.net/page") or "")
    assert "a door of its own" in (host_problem("https://bibliotheek.example.org:2400/topics/1") or "")


def test_an_address_whose_port_is_no_number_is_told() -> None:
    assert "no port" in (host_problem("https://example.org:page/1") or "")


@pytest.mark.parametrize(
    "url",
    [
        "https://hepctest.nhs.uk/",
        "https://www.stitest.london/",
        "https://hiv.pages.dev/",
        "https://ch.oddb.org:443/fr",
        "https://pubmed.ncbi.nlm.nih.gov/35120736/",
        "https://devonformulary.nhs.uk/",
    ],
)
def test_a_public_host_passes_whatever_its_name_holds(url: str) -> None:
    assert host_problem(url) is None


def test_the_check_of_a_text_tells_a_source_at_such_a_host(tmp_path: Path) -> None:
    source = {**SOURCES["a"], "url": "https://uat.example.org/x"}
    told = problems(write(tmp_path, digest("ascites", body(), a=source, b=SOURCES["b"])))
    assert [problem.startswith("source a: the url 'https://uat.example.org/x': ") for problem in told] == [True]
