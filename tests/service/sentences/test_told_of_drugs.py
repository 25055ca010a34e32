"""What is asked of a drug is told by a sentence that says it, of that drug, after such an event; a dose says none of it."""

from __future__ import annotations

import pytest

from corpus.glossary import shipped_glossary
from service.analysis.question import analyse
from service.sentences.told_of_drugs import Acts, acts_asked, is_on_a_sibling
from tests.service.sentences.single import candidate

RESTART = "apixaban, CrCl 24, GI bleed last month, when to restart?"


def _asked(question: str) -> Acts:
    found = acts_asked(analyse(question, shipped_glossary()), shipped_glossary())
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (RESTART, "Apixaban is given at 5 mg twice daily in atrial fibrillation."),
        (RESTART, "The next apixaban dose is given no earlier than 5 hours after an epidural catheter is removed."),
        (RESTART, "After reversal of dabigatran for a bleed, an anticoagulant is restarted as soon as possible."),
        ("missed dose of colchicine, what now?", "Colchicine poisoning begins up to 12 hours late."),
        ("terlipressin overdose, what to do?", "Reversal of hepatorenal syndrome occurred in 32% with terlipressin."),
        ("can ramipril be crushed?", "Ramipril is started at 2.5 mg daily."),
        ("antidote for salbutamol?", "Salbutamol tests whether obstruction is reversible."),
        ("he forgot his edoxaban, when is the next dose?", "A missed dose of apixaban is taken on the same day."),
    ],
)
def test_what_says_something_else_or_of_another_drug_tells_nothing(question: str, text: str) -> None:
    assert not _asked(question).touched_by(candidate(text))


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (RESTART, "After a gastrointestinal bleed, apixaban is restarted after 7 to 14 days."),
        (RESTART, "After major bleeding, direct oral anticoagulants are resumed once it is controlled."),
        ("when is metformin restarted?", "Metformin is restarted 48 hours later."),
        ("missed dose of apixaban?", "A missed dose of apixaban is taken on the same day."),
        ("apixaban overdose?", "Overdose of apixaban raises the risk of bleeding."),
        ("can ramipril go down the NG tube?", "Ramipril capsules can be opened and given by nasogastric tube."),
        ("reverse edoxaban how?", "Prothrombin complex concentrate reverses direct oral anticoagulants."),
        ("wean off citalopram?", "SSRIs other than fluoxetine are tapered over weeks."),
    ],
)
def test_what_says_it_of_the_drug_or_its_class_tells_it(question: str, text: str) -> None:
    assert _asked(question).told_by(candidate(text))


@pytest.mark.parametrize(
    "question",
    ["What is the dose of apixaban?", "sertraline while breast feeding?", "when is ascites tapped again?",
     "headache, jaw hurts when she chews: steroid dose?"],
)  # fmt: skip
def test_where_nothing_of_the_kind_is_asked_of_a_drug_nothing_is_missing(question: str) -> None:
    assert acts_asked(analyse(question, shipped_glossary()), shipped_glossary()) is None


def test_what_is_missing_is_named_with_the_drug_and_the_event() -> None:
    assert _asked(RESTART).missing() == ["when apixaban is given again after gastrointestinal bleeding"]


@pytest.mark.parametrize(
    ("drug", "text", "on_sibling"),
    [
        ("spironolactone", "Loop and thiazide diuretics are a cause of hypokalaemia.", True),
        ("spironolactone", "Diuretics are stopped in acute kidney injury.", False),
        ("spironolactone", "Spironolactone and thiazide diuretics lower blood pressure.", False),
        (
            "propranolol",
            "Beta-blockers such as carvedilol may mask a fast heartbeat.",
            False,
        ),  # an example of the class
        ("propranolol", "A beta-blocker, especially carvedilol, may help on dialysis.", True),
        ("carvedilol", "A beta-blocker, especially carvedilol, may help on dialysis.", False),
        ("propranolol", "Beta-blockers are stopped, especially in sepsis.", False),
    ],
)
def test_a_class_that_is_named_for_other_drugs_of_it_is_not_the_drug(drug: str, text: str, on_sibling: bool) -> None:
    glossary = shipped_glossary()
    entry = glossary.get(drug)
    assert entry is not None
    assert is_on_a_sibling(candidate(text), [entry], glossary) is on_sibling
