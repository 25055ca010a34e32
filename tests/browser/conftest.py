"""The page, served over a library of the tests' own and open in a Chromium."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from corpus.settings import Settings
from service.app import create_app
from tests.browser.driving import find
from tests.service.fakes import FakeLibrary, build_library
from tests.serving import served

if TYPE_CHECKING:
    from selenium.webdriver import Chrome


@pytest.fixture
def driver(tmp_path: Path) -> Iterator[Chrome]:
    """A headless Chromium with a profile of its own; it reaches loopback only.

    Fails, rather than skips, when Chromium is missing: whoever sets FOOTNOTE_TEST_BROWSER wants it.
    """
    from selenium import webdriver

    browser = shutil.which("chromium") or shutil.which("google-chrome")
    service = shutil.which("chromedriver")
    if not browser or not service:
        pytest.fail("no Chromium with its driver in PATH: apt-get install chromium chromium-driver")
    options = webdriver.ChromeOptions()
    options.binary_location = browser
    for argument in (
        "--headless=new",
        "--no-sandbox",  # Chromium's sandbox does not start for root, which CI is
        "--disable-dev-shm-usage",
        "--window-size=1280,900",
        f"--user-data-dir={tmp_path / 'profile'}",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
    ):
        options.add_argument(argument)
    chromium = webdriver.Chrome(options=options, service=webdriver.ChromeService(service))
    try:
        yield chromium
    finally:
        chromium.quit()


@dataclass(frozen=True)
class Server:
    """The page's server: its address, its settings, and the library that answers in it."""

    url: str
    settings: Settings
    library: FakeLibrary


@pytest.fixture(scope="session")
def shelf_settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A data directory with one edition. Read-only: tests share it."""
    return build_library(tmp_path_factory.mktemp("library"))


@pytest.fixture
def server(tmp_path: Path, shelf_settings: Settings) -> Iterator[Server]:
    """The application on a free port of this machine."""
    settings, library = Settings(data=tmp_path / "service"), FakeLibrary(shelf_settings)
    with served(create_app(settings, library)) as url:
        yield Server(url, settings, library)
    library.close()


@pytest.fixture
def page(driver: Chrome, server: Server) -> Iterator[Chrome]:
    """The browser, with the page open. Nothing may fail or be blocked in it, but answers that are refusals."""
    driver.get(server.url)
    find(driver, "#question")
    yield driver
    log = driver.get_log("browser")  # type: ignore[no-untyped-call]
    severe = [entry["message"] for entry in log if entry["level"] == "SEVERE"]
    assert [message for message in severe if "status of 401" not in message] == []
