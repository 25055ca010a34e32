"""What a person does with the page: find, click, press, wait, ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selenium.webdriver import Chrome
    from selenium.webdriver.remote.webelement import WebElement


QUESTION = "How are varices treated?"


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


def hold_as_a_phone(driver: Chrome, width: int = 390, height: int = 844) -> None:
    """Show the page as on a phone of so many CSS pixels."""
    metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": True}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
