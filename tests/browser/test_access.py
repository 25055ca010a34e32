"""The page can be read on a narrow screen and by a screen reader."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from tests.browser.driving import QUESTION, ask, every, find, wait_for_text

if TYPE_CHECKING:
    from selenium.webdriver import Chrome


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_is_cut_off_at_the_side(page: Chrome, width: int) -> None:
    metrics = {"width": width, "height": 740, "deviceScaleFactor": 1, "mobile": width < 600}
    page.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    ask(page, QUESTION)
    every(page, ".citation")[0].click()
    wait_for_text(page, "#panel .context", "Ligation")
    widths = page.execute_script("return [document.documentElement.scrollWidth, innerWidth]")
    assert widths[0] <= widths[1] == width


def test_every_control_has_a_name_and_headings_descend_in_order(page: Chrome) -> None:
    ask(page, QUESTION)
    controls = every(page, "button, select, textarea, input, a")
    assert all(control.accessible_name for control in controls if control.is_displayed())
    levels = [int(heading.tag_name[1]) for heading in every(page, "main h2, main h3, main h4")]
    assert levels[0] == 2
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert find(page, "#question").accessible_name == "Ask a follow-up question"
    assert "Bleeding varices. The answer is there" in str(every(page, "#announcer")[0].get_attribute("textContent"))
