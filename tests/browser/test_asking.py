"""Questions, follow-ups, the audience and the key are sent as the person means them."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from service.store import Role, Store
from tests.browser.conftest import Server
from tests.browser.driving import QUESTION, ask, click, every, find, press, wait_for_text

if TYPE_CHECKING:
    from selenium.webdriver import Chrome


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
