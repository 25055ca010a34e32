"""The omission check: what an answer must not leave out, by the kind of question."""

from __future__ import annotations

import pytest

from corpus.glossary import Glossary
from service.analysis.question import QuestionKind, analyse
from service.answer import Answer, Status, statements_of
from service.compose import omissions as o
from tests.fakes import digest
from tests.service.conftest import Ask

DOSING = "## Dosing\n\nTerlipressin is given at 2 mg every 4 hours in variceal bleeding [@g].\n"
SAFETY = """
## Contraindications

Terlipressin is contraindicated with unstable angina and after a recent myocardial infarction [@g].

## Harms and monitoring

Oxygen saturation is monitored by pulse oximetry during terlipressin [@g].
"""
DOSE = "What is the dose of terlipressin?"


def texts(body: str) -> dict[str, str]:
    return {"drug.md": digest("terlipressin", body, g={"doi": "10.1000/g"})}


def said(answer: Answer) -> str:
    return " ".join(statement.text for statement in statements_of(answer))


def notices(answer: Answer, kind: str) -> list[str]:
    return [notice.text for notice in answer.notices if notice.kind == kind]


@pytest.mark.parametrize(
    ("question", "kind", "aspects"),
    [
        (DOSE, QuestionKind.DOSE, (o.CONTRAINDICATIONS, o.RENAL, o.MONITORING)),
        ("How is ascites treated?", QuestionKind.PROCESS, (o.CAUTIONS, o.ALTERNATIVES)),
        ("Which treatment is recommended for ascites?", QuestionKind.TREATMENT, (o.CAUTIONS, o.ALTERNATIVES)),
        ("Which drugs interact with warfarin?", QuestionKind.INTERACTION, (o.ACTION,)),
        ("What are the side effects of carvedilol?", QuestionKind.HARMS, (o.ACTION,)),
        ("How is ascites diagnosed?", QuestionKind.DIAGNOSIS, (o.RED_FLAGS,)),
        ("What is the protocol of a liver biopsy?", QuestionKind.PROCESS, (o.COMPLICATIONS, o.ALTERNATIVES)),
        ("What is cirrhosis?", QuestionKind.DEFINITION, ()),
    ],
)
def test_each_kind_of_question_has_what_must_not_be_missing(
    question: str, kind: QuestionKind, aspects: tuple[o.Aspect, ...], glossary: Glossary
) -> None:
    asked = analyse(question, glossary)
    assert asked.kind is kind
    assert o.required(asked) == aspects


def test_a_dose_comes_with_contraindications_and_monitoring(ask: Ask) -> None:
    answer = ask(DOSE, texts(DOSING + SAFETY))
    assert "contraindicated with unstable angina" in said(answer)
    assert "monitored by pulse oximetry" in said(answer)


def test_what_another_drug_must_not_be_used_with_is_not_added(ask: Ask) -> None:
    other = SAFETY.replace("Terlipressin", "Octreotide").replace("during terlipressin", "during octreotide")
    both = {**texts(DOSING), "other.md": digest("octreotide", other, g={"doi": "10.1000/h"})}
    assert "unstable angina" not in said(ask(DOSE, both))


def test_what_nobody_asked_for_and_no_text_has_is_told_and_the_question_stays_answered(ask: Ask) -> None:
    answer = ask(DOSE, texts(DOSING))
    assert answer.status is Status.ANSWERED
    assert not answer.not_found
    [told] = notices(answer, "not_covered")
    assert "contraindications of terlipressin" in told


def test_what_was_asked_for_and_no_text_has_is_not_found(ask: Ask) -> None:
    answer = ask("What is the dose of terlipressin, and what are its contraindications?", texts(DOSING))
    assert answer.status is Status.PARTIAL
    assert "contraindications of terlipressin" in answer.not_found


def test_what_the_library_has_is_not_called_missing(ask: Ask) -> None:
    answer = ask(DOSE, texts(DOSING + SAFETY))
    assert not any("contraindications" in text for text in notices(answer, "not_covered"))


def test_what_is_asked_of_a_drug_and_nowhere_said_is_named_and_no_dose_comes_first(ask: Ask) -> None:
    other = "\n## Catheters\n\nThe next terlipressin dose is given no earlier than 5 hours after a catheter is removed [@g].\n"
    answer = ask("terlipressin, GI bleed last month, when to restart?", texts(DOSING + other + SAFETY))
    assert answer.status is Status.PARTIAL
    assert "when terlipressin is given again after gastrointestinal bleeding" in answer.not_found
    assert answer.bottom_line is None
    assert [section.heading for section in answer.sections] == ["Related, not asked in so many words"]
    assert "2 mg" not in answer.sections[0].statements[0].text


def test_the_dose_that_is_given_is_no_answer_where_a_toxic_one_is_asked(ask: Ask) -> None:
    given = "## Dosing\n\nTheophylline is given at 200 mg twice daily, in people at risk of toxicity at 125 mg [@g].\n"
    harm = "\n## Overdose\n\nTheophylline above 15 mg/kg is toxic, and needs care in hospital [@g].\n"
    asked = "how much theophylline is toxic"
    answer = ask(asked, {"drug.md": digest("theophylline", given, g={"doi": "10.1000/t"})})
    assert answer.bottom_line is None
    assert "the toxic dose of theophylline" in answer.not_found
    answer = ask(asked, {"drug.md": digest("theophylline", given + harm, g={"doi": "10.1000/t"})})
    assert answer.bottom_line is not None
    assert "15 mg/kg" in answer.bottom_line.text


def test_what_is_asked_of_a_drug_comes_before_its_dose(ask: Ask) -> None:
    again = "\n## Again\n\nTerlipressin is restarted when variceal bleeding comes back after it was stopped [@g].\n"
    answer = ask("when is terlipressin restarted after variceal bleeding?", texts(DOSING + again + SAFETY))
    assert answer.bottom_line is not None
    assert "restarted" in answer.bottom_line.text


def test_what_is_said_of_the_class_of_a_drug_is_no_gap(ask: Ask) -> None:
    body = "## Pregnancy\n\nACE inhibitors are not recommended in pregnancy [@g].\n"
    answer = ask("ramipril in pregnancy?", {"drug.md": digest("ACE inhibitors", body, g={"doi": "10.1000/g"})})
    assert "ramipril and pregnancy" not in answer.not_found


def test_when_a_drug_is_given_again_is_no_question_on_its_dose(ask: Ask) -> None:
    body = (
        "## Dosing\n\nFor abdominal surgery enoxaparin 40 mg subcutaneously once daily starts 2 hours before [@g].\n\n"
        "## Catheters\n\nAfter removal of an epidural catheter, the next dose of enoxaparin is given no sooner than 4 hours later [@g].\n"
    )
    answer = ask(
        "next dose of enoxaparin after an epidural catheter?",
        {"drug.md": digest("enoxaparin", body, g={"doi": "10.1000/g"})},
    )
    assert answer.bottom_line is not None
    assert "4 hours later" in answer.bottom_line.text


RENAL = "\n## Special populations\n\nIn renal impairment terlipressin is lowered to 1 mg every 6 hours [@g].\n"


@pytest.mark.parametrize(
    "question",
    [
        "terlipressin dose in variceal bleeding, eGFR 24",
        "variceal bleeding, CrCl has dropped to 31, terlipressin dose?",
    ],
)
def test_a_dose_for_other_kidneys_is_no_answer_where_the_library_has_none_for_these(ask: Ask, question: str) -> None:
    answer = ask(question, texts(DOSING))
    assert answer.bottom_line is None
    assert answer.status is not Status.ANSWERED


@pytest.mark.parametrize(
    ("question", "body"),
    [
        ("terlipressin dose in variceal bleeding, eGFR 24", DOSING + RENAL),
        ("terlipressin dose in variceal bleeding, eGFR 85", DOSING),
        (DOSE, DOSING),
    ],
)
def test_a_dose_stands_where_it_is_known_or_the_kidneys_are_good(ask: Ask, question: str, body: str) -> None:
    assert ask(question, texts(body)).bottom_line is not None
