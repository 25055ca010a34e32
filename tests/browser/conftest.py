"""A Chromium for the tests of the page."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

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
