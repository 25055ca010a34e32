"""Signs of too much of a drug that is running: what is done about them comes first, and no more of the drug."""

from __future__ import annotations

import pytest

from corpus.glossary import shipped_glossary
from service.analysis.question import analyse
from service.sentences.harmed import gives_more, signs_told, tells_what_to_do
from tests.fakes import digest
from tests.service.conftest import Ask
from tests.service.sentences.single import candidate

GLOSSARY = shipped_glossary()
ANTIDOTE = "Absent tendon reflexes or respiratory depression on magnesium sulphate infusion call for the antidote, calcium, to be given."
LOADING = "Magnesium sulphate in eclampsia is given as 4 g intravenously over 5 minutes, then 1 g an hour."


@pytest.mark.parametrize(
    "question",
    [
        "magnesium sulphate dose in eclampsia?",
        "eclampsia on magnesium sulphate, respiratory rate 16, brisk reflexes. What maintenance rate?",
        "no reflexes and respiratory rate 7 after a fall, what now?",  # nothing is running
        "on oramorph 10 mg, pain not controlled, what next?",
        "on magnesium sulphate, what is respiratory depression?",
    ],
)
def test_without_a_sign_or_a_drug_that_is_running_nothing_is_too_much(question: str) -> None:
    assert not signs_told(analyse(question, GLOSSARY), GLOSSARY)


@pytest.mark.parametrize(
    "question",
    [
        "eclampsia on magnesium sulphate 2 g/h, respiratory rate 7. What do I give?",
        "magnesium sulphate running, her ankle jerks are now lost. Next step?",
        "on magnesium for pre-eclampsia, knee jerks absent, what now",
    ],
)
def test_signs_of_too_much_call_for_what_is_done_about_them(question: str) -> None:
    asked = analyse(question, GLOSSARY)
    assert tells_what_to_do(candidate(ANTIDOTE), asked, GLOSSARY)
    assert gives_more(candidate(LOADING), asked, GLOSSARY)
    assert not gives_more(candidate(ANTIDOTE), asked, GLOSSARY)


def test_what_is_done_about_another_drug_is_none() -> None:
    asked = analyse("on morphine 5 mg/h, RR 6. What do I give?", GLOSSARY)
    assert not tells_what_to_do(candidate(ANTIDOTE), asked, GLOSSARY)


def test_no_more_of_the_drug_stands_first(ask: Ask) -> None:
    body = f"## Treatment\n\n{LOADING[:-1]} [@g].\nMagnesium sulphate is recommended in severe pre-eclampsia [@g].\n"
    body += f"\n## Harms\n\n{ANTIDOTE[:-1]} [@g].\n"
    answer = ask(
        "On magnesium sulphate infusion 1 g/h, knee jerks now absent. What do I give?", {"a.md": digest("a", body)}
    )
    assert answer.bottom_line is not None
    assert answer.bottom_line.text.startswith("Absent tendon reflexes")
