"""A citation opens its quote where it stands; what sources hold stays text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.answer import Answer
from tests.browser.conftest import Server
from tests.browser.driving import QUESTION, ask, click, every, find, hold_as_a_phone, press, wait_for_text

if TYPE_CHECKING:
    from selenium.webdriver import Chrome


def test_a_citation_opens_its_quote_in_its_context_and_closes_by_keyboard(page: Chrome) -> None:
    ask(page, QUESTION)
    citation = every(page, ".citation")[1]
    press(citation, "ENTER")
    wait_for_text(page, "#panel .context", "Terlipressin is started")  # what stands before the quote
    assert find(page, "#panel .context mark").text == "Ligation follows within 12 h – earlier in shock."
    panel = find(page, "#panel").text
    for said in ("Source 1", "Footnote's summary of", "A Society", "2022", "Guideline on varices", "Guideline"):
        assert said in panel
    assert page.switch_to.active_element.get_attribute("id") == "panel-title"
    press(page.switch_to.active_element, "ESCAPE")
    assert not every(page, "#panel")[0].is_displayed()
    assert page.switch_to.active_element == citation


def test_a_quote_after_a_sign_beyond_the_first_plane_is_marked_whole(page: Chrome) -> None:
    ask(page, QUESTION)
    every(page, ".citation")[2].click()
    wait_for_text(page, "#panel .context mark", "within a day.")
    assert (
        find(page, "#panel .context mark").text == "In rats, α-blockade lowered portal pressure by 20% 🐀 within a day."
    )


def test_on_a_small_phone_the_quote_is_in_view_as_soon_as_it_is_opened(page: Chrome) -> None:
    hold_as_a_phone(page, height=420)
    ask(page, QUESTION)
    click(page, ".turn li .citation")
    wait_for_text(page, "#panel .context", "Terlipressin is started")
    quote, panel = (
        page.execute_script("return document.querySelector(arguments[0]).getBoundingClientRect().toJSON()", css)
        for css in ("#panel .context mark", "#panel")
    )
    assert panel["top"] < quote["top"]
    assert quote["bottom"] < panel["bottom"]


def test_html_in_titles_and_names_stays_text(page: Chrome) -> None:
    ask(page, "<img src=x onerror=\"document.title='injected'\"> varices <b>?</b>")
    find(page, ".references .via")
    find(page, ".answer-section .citation").click()
    wait_for_text(page, "#panel .evidence", "Footnote's summary of")
    assert page.title == "Footnote"
    assert every(page, "main img, main b, #panel img, #panel b") == []
    assert "<img src=x" in find(page, ".question").text
    assert "<b>of Hepatology</b>" in find(page, ".references").text


def test_a_link_that_is_none_of_the_web_is_shown_as_text(page: Chrome, server: Server) -> None:
    def hostile(answer: Answer) -> Answer:
        references = [reference.model_copy(update={"url": "javascript:alert(1)"}) for reference in answer.references]
        return answer.model_copy(update={"references": references})

    server.library.change = hostile
    ask(page, QUESTION)
    assert "Guideline on varices" in find(page, ".references").text
    assert every(page, ".references a") == []
