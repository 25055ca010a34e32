"""The page shows an answer whole: bottom line, references, disclaimer, alerts, and what was not found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.answer import Answer, Calculation, NearestPassage, Notice, Status
from service.disclaimer import DISCLAIMER, PATIENT_DISCLAIMER
from tests.browser.conftest import Server
from tests.browser.driving import QUESTION, ask, click, every, find, hold_as_a_phone, press, wait_for_text

if TYPE_CHECKING:
    from selenium.webdriver import Chrome


def test_the_disclaimer_is_there_before_anything_is_asked(page: Chrome) -> None:
    assert find(page, "main > .disclaimer").text == DISCLAIMER
    assert "Not for emergencies" in find(page, "#short-disclaimer").text


def test_patients_meet_the_disclaimer_for_patients_before_they_ask(page: Chrome) -> None:
    find(page, "#audience").send_keys("patients")
    shown = [disclaimer.text for disclaimer in every(page, "main > .disclaimer") if disclaimer.is_displayed()]
    assert shown == [PATIENT_DISCLAIMER]
    short = find(page, "#short-disclaimer").text
    assert "Talk to your doctor" in short
    assert "Not for emergencies" in short
    assert "professionals" not in short


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


def test_an_emergency_is_shown_before_everything_as_an_alert(page: Chrome, server: Server) -> None:
    def emergency(answer: Answer) -> Answer:
        update = {
            "status": Status.EMERGENCY, "notices": [Notice(kind="emergency", text="Call for help.")],
            "bottom_line": None, "sections": [], "references": [], "follow_ups": ["Nobody is in danger now."],
        }  # fmt: skip
        return answer.model_copy(update=update)

    server.library.change = emergency
    ask(page, "I am vomiting blood")
    assert find(page, ".notice.urgent[role=alert]").text == "Call for help."
    assert find(page, ".follow-ups h4").text == "If this is no emergency"
    click(page, ".follow-ups .suggestion")
    assert find(page, ".turn:nth-child(2) .question").text == "Nobody is in danger now."


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


def test_the_inputs_of_a_score_stay_within_the_width_of_a_phone(page: Chrome, server: Server) -> None:
    def scored(answer: Answer) -> Answer:
        inputs = {"previous stroke, TIA or arterial thromboembolism": "68 years"}
        score = Calculation(name="CHA2DS2-VASc score", inputs=inputs, score=5, interpretation=None)
        return answer.model_copy(update={"calculations": [score]})

    server.library.change = scored
    hold_as_a_phone(page)
    ask(page, QUESTION)
    value = find(page, ".calculation dd").rect
    assert value["x"] + value["width"] <= 390
    assert page.execute_script("return document.documentElement.scrollWidth") == 390


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
