"""Where a drug is out, what begins with it is the less likely to say what takes its place."""

from __future__ import annotations

from corpus.glossary import shipped_glossary
from service.analysis.question import analyse
from service.compose.instead import Instead
from tests.service.sentences.single import candidate


def _instead(question: str) -> Instead:
    return Instead(analyse(question, shipped_glossary()), shipped_glossary())


def test_what_gives_the_drug_that_is_out_first_comes_later() -> None:
    instead = _instead("Chlamydia in pregnancy, doxycycline is out. What instead?")
    text = (
        "When chlamydia has not been excluded, gonorrhoea treatment includes doxycycline, or azithromycin in pregnancy."
    )
    assert instead.gain(candidate(text)) < 0


def test_a_drug_named_in_the_case_that_another_is_for_takes_nothing_away() -> None:
    instead = _instead("Statin not tolerated, LDL 3.2 mmol/L. What else can I give?")
    text = "If the goal is not met on the maximum tolerated statin, ezetimibe is added."
    assert instead.gain(candidate(text)) == 0


def test_what_names_only_the_drug_that_is_out_leaves_the_question_unanswered() -> None:
    instead = _instead("Pyelonephritis, nitrofurantoin is out. What instead?")
    assert instead.unanswered_by(candidate("Nitrofurantoin is not indicated for pyelonephritis."))
    assert not instead.unanswered_by(candidate("Ceftriaxone is given for pyelonephritis."))


def test_what_is_missing_is_named_with_the_illness_and_without_the_allergy() -> None:
    instead = _instead("Ceftriaxone allergy, gonorrhoea: what instead?")
    assert instead.missing() == "what is given instead of ceftriaxone in gonorrhoea"


def test_what_gives_the_drug_itself_and_names_its_alternative_does_not_come_before_what_is_for_those_without_it() -> (
    None
):
    instead = _instead("ACE inhibitors are out because of cough, what instead?")
    itself = (
        "In HFrEF an ACE inhibitor is recommended, with sacubitril-valsartan as the alternative to the ACE inhibitor."
    )
    other = "An angiotensin receptor blocker is recommended for patients who cannot tolerate an ACE inhibitor."
    assert instead.gain(candidate(itself)) < instead.gain(candidate(other))


def test_a_member_of_the_class_that_is_out_and_the_name_of_a_source_take_no_place() -> None:
    instead = _instead("Statins out because of muscle pain, what instead?")
    text = "When statin muscle pain is bad, the statin, such as atorvastatin, is stopped (statin intolerance pathway)."
    assert instead.gain(candidate(text)) < 0
    assert instead.gain(candidate("Patients who cannot take a statin should receive another drug.")) > 0


def test_what_gives_alternatives_and_says_where_there_is_none_takes_its_place() -> None:
    instead = _instead("Gonorrhoea of the throat, ceftriaxone allergy: what instead?")
    gives = "The alternatives to ceftriaxone in gonorrhoea are cefixime or gentamicin, but no alternative is known for the throat."
    denies = "There is no alternative to ceftriaxone in gonorrhoea of the throat."
    assert instead.gain(candidate(gives)) > 0 > instead.gain(candidate(denies))
