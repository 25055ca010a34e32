"""A use that a question takes for granted by asking how it is done: called wrong only by a sentence that refuses it in so
many words, for the patient asked about.
"""

from __future__ import annotations

import pytest

from tests.fakes import digest
from tests.service.conftest import Ask

GUIDE = {
    "guide.md": digest(
        "guide",
        """## Limits

Apixaban for atrial fibrillation is 5 mg twice daily; at a creatinine clearance of 15–29 mL/min it is 2.5 mg twice daily, and apixaban is not recommended below 15 mL/min [@g].
Nitrofurantoin is contraindicated in pyelonephritis [@g].

## Harms

Colchicine overdose begins with abdominal pain, vomiting and diarrhoea [@g].
Furosemide can cause urinary retention in urinary obstruction [@g].
Dalteparin needs no routine monitoring in chronic liver disease, but dosing may be unreliable there [@g].

## Pairs

An ACE inhibitor and an angiotensin receptor blocker must not be combined to treat hypertension [@g].
Paracetamol and ibuprofen are not given together for fever [@g].
Australian guidance on cirrhosis rules out apixaban in Child-Pugh C, and allows apixaban with caution in Child-Pugh B [@g].
Topiramate is avoided in epilepsy in women who could become pregnant [@g].

## Refusals

Verapamil is not recommended in heart failure with reduced ejection fraction [@g].
Antibiotics for asymptomatic bacteriuria bring no benefit in adults and raise the risk of resistance [@g].
""",
        g={"doi": "10.1000/guide"},
    )
}


@pytest.mark.parametrize(
    "question",
    [
        "What is the dose of apixaban in atrial fibrillation with eGFR 25?",
        "How long is colchicine given in vomiting?",
        "How long is furosemide given in urinary obstruction?",
        "What is the dose of dalteparin in chronic liver disease with eGFR 25?",
        "How long is an ACE inhibitor given in hypertension?",
        "How should ibuprofen be started in fever?",
        "Which dose of apixaban in cirrhosis Child-Pugh B?",
        "How long is topiramate given in epilepsy?",
    ],
)
def test_a_limit_not_reached_a_harm_or_what_is_not_combined_refuses_no_use(ask: Ask, question: str) -> None:
    assert not ask(question, GUIDE).premise


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("What is the dose of apixaban in atrial fibrillation with eGFR 10?", "below 15"),
        ("How long is verapamil given in heart failure with reduced ejection fraction?", "Verapamil is not"),
        ("How long is nitrofurantoin given in pyelonephritis?", "Nitrofurantoin is contraindicated"),
        ("How long is an antibiotic given in asymptomatic bacteriuria?", "bring no benefit"),
    ],
)
def test_a_use_that_is_refused_is_put_right(ask: Ask, question: str, told: str) -> None:
    (premise,) = ask(question, GUIDE).premise
    assert told in premise.correction.text
