"""Which statement stands first, and what stands beside the point."""

from __future__ import annotations

import pytest

from service.answer import Answer, statements_of
from service.compose.arrangement import RELATED
from tests.fakes import digest
from tests.service.conftest import Ask

NAUSEA = """## Recommendations

For nausea from gastric stasis in palliative care metoclopramide is recommended [@g].
Metoclopramide and prochlorperazine can worsen Parkinson's disease and are avoided in it [@g].
"""
PRESSURE = """## Recommendations

Severe hypertension in pregnancy is treated first with intravenous labetalol or hydralazine, which are the drugs at hand [@g].
First-line drugs for hypertension in pregnancy are labetalol, nifedipine and methyldopa [@g].
"""
OXYGEN = """## Recommendations

Long-term oxygen is not recommended in COPD with moderate hypoxaemia [@g].
Long-term oxygen is recommended in COPD with a PaO2 of 55 mmHg or less [@g].
"""
CLOTS = """## Recommendations

For pulmonary embolism in Child-Pugh A or B cirrhosis an anticoagulant such as a direct oral one is suggested [@g].
For pulmonary embolism in Child-Pugh C cirrhosis low-molecular-weight heparin is suggested as the anticoagulant [@g].
"""


def asked(ask: Ask, question: str, body: str) -> Answer:
    return ask(question, {"text.md": digest("text", body)})


PROPHYLAXIS = """## Treatment

Norfloxacin 400 mg daily prevents recurrence of spontaneous bacterial peritonitis [@g].
Co-trimoxazole 960 mg daily prevents recurrence of spontaneous bacterial peritonitis [@g].
"""


@pytest.mark.parametrize(
    ("question", "body", "words"),
    [
        ("metoclopramide for nausea in Parkinson's disease", NAUSEA, "worsen"),  # the patient's illness, not the purpose
        ("which drugs for hypertension in pregnancy?", PRESSURE, "methyldopa"),  # no special case that is not asked about
        ("prevent recurrence of SBP, norfloxacin not available, what instead?", PROPHYLAXIS, "Co-trimoxazole"),
        ("prevent recurrence of SBP with norfloxacin?", PROPHYLAXIS, "Norfloxacin"),
        ("who should get long-term oxygen in COPD?", OXYGEN, "55 mmHg"),  # and not who should not
        ("pulmonary embolism in Child C cirrhosis, which anticoagulant?", CLOTS, "heparin"),
        ("pulmonary embolism in Child-Pugh B cirrhosis, which anticoagulant?", CLOTS, "direct oral"),
    ],
)  # fmt: skip
def test_the_first_statement_is_on_what_is_asked(ask: Ask, question: str, body: str, words: str) -> None:
    assert words in statements_of(asked(ask, question, body))[0].text


def test_what_is_on_another_class_is_no_part_of_the_answer(ask: Ask) -> None:
    answer = asked(ask, "pulmonary embolism in Child C cirrhosis, which anticoagulant?", CLOTS)
    told = [s.text for section in answer.sections if section.heading != RELATED for s in section.statements]
    assert not any("Child-Pugh A or B" in text for text in told)


def test_what_a_value_calls_for_comes_before_how_the_drug_is_started(ask: Ask) -> None:
    body = (
        "## Dosing\n\nIn heart failure with potassium of 5.0 mmol/L or less, spironolactone starts at 25 mg daily [@g].\n\n"
        "## Potassium\n\nSpironolactone is considered for stopping in hyperkalaemia [@g].\n"
    )
    answer = ask(
        "K 5.9 on spironolactone, what do I do?",
        {"drug.md": digest("spironolactone", body, g={"doi": "10.1000/g"})},
    )
    assert answer.bottom_line is not None
    assert "stopping" in answer.bottom_line.text


def test_what_is_done_in_the_state_with_the_signs_told_comes_before_what_is_stopped(ask: Ask) -> None:
    body = (
        "## Treatment\n\nHyperkalaemia with ECG changes is treated first with calcium gluconate intravenously [@g].\n\n"
        "## Potassium\n\nSpironolactone is considered for stopping in hyperkalaemia [@g].\n"
    )
    answer = ask(
        "K 6.7 on spironolactone with ECG changes, what do I do?",
        {"drug.md": digest("hyperkalaemia and spironolactone", body, g={"doi": "10.1000/g"})},
    )
    assert answer.bottom_line is not None
    assert "calcium" in answer.bottom_line.text
