"""The page in a real browser: ask, read, look a citation up, ask on."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import uvicorn

from corpus.settings import Settings
from service.answer import Answer, NearestPassage, Notice, Status
from service.app import create_app
from service.disclaimer import DISCLAIMER
from service.store import Role, Store
from tests.service.fakes import FakeLibrary, build_library

if TYPE_CHECKING:
    from selenium.webdriver import Chrome
    from selenium.webdriver.remote.webelement import WebElement

QUESTION = "How are varices treated?"


class Server:
    """The application on a free port of this machine, in a thread of the test."""

    def __init__(self, settings: Settings, library: FakeLibrary) -> None:
        self.settings = settings
        self.library = library
        app = create_app(settings, library)
        self._server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="warning"))
        self._thread = threading.Thread(target=self._server.run)

    def __enter__(self) -> Server:
        self._thread.start()
        while not self._server.started:
            self._thread.join(timeout=0.05)
            assert self._thread.is_alive()
        port = self._server.servers[0].sockets[0].getsockname()[1]
        self.url = f"http://127.0.0.1:{port}/"
        return self

    def __exit__(self, *_: object) -> None:
        self._server.should_exit = True
        self._thread.join()


@pytest.fixture(scope="module")
def shelf_settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A data directory with one edition."""
    return build_library(tmp_path_factory.mktemp("library"))


@pytest.fixture
def server(tmp_path: Path, shelf_settings: Settings) -> Iterator[Server]:
    """The page's server."""
    library = FakeLibrary(shelf_settings)
    with Server(Settings(data=tmp_path / "service"), library) as running:
        yield running
    library.close()


def find(driver: Chrome, css: str) -> WebElement:
    """The first element, as soon as it is there to be seen."""
    from selenium.webdriver.common.by import By
    from selenium.webdriver.support.expected_conditions import visibility_of_element_located
    from selenium.webdriver.support.ui import WebDriverWait

    return WebDriverWait(driver, 20).until(visibility_of_element_located((By.CSS_SELECTOR, css)))


def every(driver: Chrome, css: str) -> list[WebElement]:
    """All elements that are there."""
    from selenium.webdriver.common.by import By

    return driver.find_elements(By.CSS_SELECTOR, css)


def click(driver: Chrome, css: str) -> None:
    """Click what a person would have scrolled to first: the question box stays over the end of the page."""
    element = find(driver, css)
    driver.execute_script("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", element)
    element.click()


def press(element: WebElement, key: str) -> None:
    """Press a key while the element has the focus."""
    from selenium.webdriver.common.keys import Keys

    element.send_keys(getattr(Keys, key))


def wait_for_text(driver: Chrome, css: str, text: str) -> None:
    """Until the element says ``text``."""
    from selenium.webdriver.common.by import By
    from selenium.webdriver.support.expected_conditions import text_to_be_present_in_element
    from selenium.webdriver.support.ui import WebDriverWait

    WebDriverWait(driver, 20).until(text_to_be_present_in_element((By.CSS_SELECTOR, css), text))


def ask(driver: Chrome, question: str) -> None:
    """Type a question and press Enter; until its answer is there whole."""
    turns = len(every(driver, ".tools"))
    box = find(driver, "#question")
    box.send_keys(question)
    press(box, "ENTER")
    find(driver, f".turn:nth-child({turns + 1}) .tools")


@pytest.fixture
def page(driver: Chrome, server: Server) -> Iterator[Chrome]:
    """The browser, with the page open. Nothing may fail or be blocked in it, but answers that are refusals."""
    driver.get(server.url)
    find(driver, "#question")
    yield driver
    log = driver.get_log("browser")  # type: ignore[no-untyped-call]
    severe = [entry["message"] for entry in log if entry["level"] == "SEVERE"]
    assert [message for message in severe if "status of 401" not in message] == []


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


def test_a_failure_is_told_with_the_disclaimer_and_can_be_tried_again(page: Chrome, server: Server) -> None:
    server.library.error = RuntimeError("boom")
    box = find(page, "#question")
    box.send_keys(QUESTION)
    press(box, "ENTER")
    assert "could not be answered" in find(page, ".turn [role=alert]").text
    assert "health professionals" in find(page, ".turn .disclaimer").text
    server.library.error = None
    click(page, ".turn-content > .quiet")
    find(page, ".bottom-line")


def test_an_answer_is_read_from_its_bottom_line_to_its_references(page: Chrome) -> None:
    ask(page, QUESTION)
    assert find(page, ".question").text == QUESTION
    assert find(page, ".answer-title").text == "Bleeding varices"
    assert find(page, ".bottom-line").text.startswith("Terlipressin is started")
    assert [heading.text for heading in every(page, ".answer-section h4")] == ["Treatment", "Experiments"]
    assert every(page, ".answer-section ol.statements")
    assert [label.text for label in every(page, ".label")] == ["Animal study"]
    assert [citation.text for citation in every(page, ".citation")] == ["1", "1", "2"]
    assert "A Society" in find(page, ".references li:first-child").text
    assert "health professionals" in find(page, ".turn .disclaimer").text


def test_the_disclaimer_is_there_before_anything_is_asked(page: Chrome) -> None:
    assert find(page, "main > .disclaimer").text == DISCLAIMER
    assert "Not for emergencies" in find(page, "#short-disclaimer").text


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


def test_a_follow_up_stands_in_the_same_conversation(page: Chrome, server: Server) -> None:
    ask(page, QUESTION)
    ask(page, "And in rats?")
    first, second = server.library.asked
    assert second.conversation_id == first.conversation_id
    assert [turn.question for turn in second.history] == [QUESTION]
    assert [question.text for question in every(page, ".question")] == [QUESTION, "And in rats?"]
    assert f"Understood as: {QUESTION} / And in rats?" in every(page, ".tools")[1].text


def test_a_suggestion_is_asked_with_one_click_and_a_new_conversation_forgets(page: Chrome, server: Server) -> None:
    ask(page, QUESTION)
    click(page, ".suggestion")
    find(page, ".turn:nth-child(2) .tools")
    assert server.library.asked[1].message == "What about rats?"
    find(page, "#new-conversation").click()
    assert every(page, ".turn") == []
    ask(page, QUESTION)
    assert not server.library.asked[2].history


def test_the_example_question_is_put_into_the_box(page: Chrome) -> None:
    find(page, "#example-question").click()
    assert "rapamycin" in (find(page, "#question").get_attribute("value") or "")


def test_the_audience_is_sent_along(page: Chrome, server: Server) -> None:
    find(page, "#audience").send_keys("students")
    ask(page, QUESTION)
    assert server.library.asked[0].audience == "student"


def test_a_key_is_asked_for_kept_in_the_tab_and_refused_when_it_is_wrong(page: Chrome, server: Server) -> None:
    async def make() -> str:
        store = await Store.open(server.settings)
        _, secret = await store.keys.create(Role.CLINICIAN)
        await store.close()
        return secret

    secret = asyncio.run(make())
    box = find(page, "#question")
    box.send_keys(QUESTION)
    press(box, "ENTER")
    find(page, "#key-input").send_keys("fn_wrong")
    find(page, "#key-form .primary").click()
    wait_for_text(page, "#key-message", "not valid")
    find(page, "#key-input").send_keys(secret)
    find(page, "#key-form .primary").click()
    find(page, ".bottom-line")
    assert secret not in page.current_url
    page.refresh()
    ask(page, QUESTION)  # still known
    assert page.execute_script("return [localStorage.length, document.cookie]") == [0, ""]


def test_without_a_key_the_question_can_be_cancelled(page: Chrome, server: Server) -> None:
    async def make() -> None:
        store = await Store.open(server.settings)
        await store.keys.create(Role.CLINICIAN)
        await store.close()

    asyncio.run(make())
    box = find(page, "#question")
    box.send_keys(QUESTION)
    press(box, "ENTER")
    find(page, "#key-cancel").click()
    assert "API key" in find(page, ".turn [role=alert]").text
    assert find(page, "#submit").is_enabled()


def test_an_emergency_is_shown_before_everything_as_an_alert(page: Chrome, server: Server) -> None:
    def emergency(answer: Answer) -> Answer:
        update = {
            "status": Status.EMERGENCY, "notices": [Notice(kind="emergency", text="Call for help.")],
            "bottom_line": None, "sections": [], "references": [],
        }  # fmt: skip
        return answer.model_copy(update=update)

    server.library.change = emergency
    ask(page, "I am vomiting blood")
    assert find(page, ".notice.urgent[role=alert]").text == "Call for help."


def test_where_nothing_answers_what_was_looked_for_and_what_is_near_are_shown(page: Chrome, server: Server) -> None:
    edition, (hit, *_) = server.library.search("", 1, None)
    near = NearestPassage(
        passage_id=hit.passage_id, document_id=hit.document_id, title=hit.title, section="", score=0.2, text=hit.text
    )

    def nothing(answer: Answer) -> Answer:
        update = {
            "status": Status.INSUFFICIENT_EVIDENCE, "not_found": ["flumboxazine"], "nearest": [near],
            "bottom_line": None, "sections": [], "references": [],
        }  # fmt: skip
        return answer.model_copy(update=update)

    server.library.change = nothing
    ask(page, "flumboxazine?")
    assert "flumboxazine" in find(page, ".not-found").text
    click(page, ".near-passage .quiet")
    wait_for_text(page, "#panel .context mark", hit.text[:20])
    assert edition


def test_the_answer_is_copied_with_its_references(page: Chrome) -> None:
    page.execute_cdp_cmd("Browser.grantPermissions", {"permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]})
    ask(page, QUESTION)
    click(page, ".tools button")
    wait_for_text(page, ".tools button", "Copied")
    copied = page.execute_async_script("navigator.clipboard.readText().then(arguments[0])")
    assert "Terlipressin is started as soon as variceal bleeding is suspected. [1]" in copied
    assert "1. A Society <b>of Hepatology</b>, 2022. Guideline on varices. Guideline." in copied
    assert "In rats" in copied
    assert "(animal study) [2]" in copied
    assert "health professionals" in copied


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
