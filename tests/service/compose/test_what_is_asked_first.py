"""The first statement is about what is asked; where nothing found is, that is told and no neighbour leads."""

from __future__ import annotations

from service.answer import Answer, Status, statements_of
from tests.fakes import digest
from tests.service.conftest import Ask

INHIBITORS = """## Dosing

Clopidogrel in acute coronary syndrome is for patients in whom prasugrel and ticagrelor are unavailable or not tolerated [@g].
Prasugrel in acute coronary syndrome is given as 60 mg and then 10 mg once daily [@g].
Ticagrelor in acute coronary syndrome is given as 180 mg and then 90 mg twice daily [@g].
"""
COMPARED = """
In acute coronary syndrome treated by PCI, prasugrel is preferred to ticagrelor [@g].
"""
URINE = """## Treatment

In lower urinary tract infection nitrofurantoin 100 mg is given twice daily for 5 days [@g].
Nitrofurantoin is contraindicated for pyelonephritis, because it does not reach the kidney [@g].
"""
BRINGS = """
For pyelonephritis when nitrofurantoin cannot be used, cefalexin 500 mg is given three times daily [@g].
"""
LYSIS = """## Contraindications

Alteplase is contraindicated in ischaemic stroke with a direct oral anticoagulant within 48 hours or an INR above 1.7 [@g].
Apixaban carries a boxed warning: stopping it too early raises the risk of stroke [@g].
"""
GOUT = """## Treatment

A gout flare is treated with an NSAID, colchicine or a short course of prednisolone [@g].
Prednisolone for a COPD exacerbation is 40 mg by mouth daily for 5 days [@g].
"""
MIGRAINE = """## Prevention

Topiramate 50 to 100 mg daily is given for prevention of migraine and raised slowly [@g].
Gabapentin should not be offered for migraine prevention [@g].
"""
TWO = """## Interactions

Sertraline for panic disorder starts at 25 mg once daily and is raised to 50 mg after a week [@g].
Linezolid is a weak inhibitor of monoamine oxidase and is given for at most 28 days [@g].
"""
MISSED_DOSE = """## Dosing

A missed dose of apixaban is taken on the same day and never doubled [@g].
Warfarin is started at 5 mg or less in older people, and the dose follows the INR [@g].
"""
ALLERGY = """## Dosing

In penicillin allergy, options for cellulitis are clarithromycin or doxycycline 200 mg once and then 100 mg daily [@g].
In penicillin allergy, doxycycline 100 mg twice daily treats syphilis over 14 days [@g].
"""
COLCHICINE = """## Dosing

Colchicine for a gout flare is given as 1.2 mg and 0.6 mg one hour later [@g].
In severe renal impairment (clearance below 30 mL/min), colchicine for a gout flare is given at most once in 2 weeks [@g].
"""


def asked(ask: Ask, question: str, body: str) -> Answer:
    return ask(question, {"text.md": digest("text", body)})


def test_two_that_nothing_compares_stand_side_by_side_and_the_comparison_is_named_as_missing(ask: Ask) -> None:
    answer = asked(ask, "Prasugrel versus ticagrelor in acute coronary syndrome, which is better?", INHIBITORS)

    assert answer.status is Status.PARTIAL
    assert answer.bottom_line is None
    assert answer.not_found == ["a comparison of prasugrel with ticagrelor"]
    assert [section.heading for section in answer.sections][:2] == ["Prasugrel", "Ticagrelor"]


def test_what_compares_two_comes_first(ask: Ask) -> None:
    answer = asked(
        ask, "Prasugrel versus ticagrelor in acute coronary syndrome, which is better?", INHIBITORS + COMPARED
    )

    assert answer.bottom_line is not None
    assert "prasugrel is preferred to ticagrelor" in answer.bottom_line.text


def test_where_nothing_takes_the_place_of_what_is_out_that_is_told(ask: Ask) -> None:
    answer = asked(ask, "Pyelonephritis, nitrofurantoin is out. What instead?", URINE)

    assert answer.bottom_line is None
    assert answer.status is not Status.ANSWERED
    assert answer.not_found


def test_what_takes_the_place_of_what_is_out_answers(ask: Ask) -> None:
    answer = asked(ask, "Pyelonephritis, nitrofurantoin is out. What instead?", URINE + BRINGS)

    assert answer.bottom_line is not None
    assert "cefalexin" in answer.bottom_line.text


def test_whether_one_drug_bars_another_begins_with_what_is_said_of_both(ask: Ask) -> None:
    answer = asked(ask, "Is apixaban 20 hours ago a contraindication to alteplase in ischaemic stroke?", LYSIS)

    assert statements_of(answer)[0].text.removeprefix("Yes: ").startswith("Alteplase is contraindicated")


def test_a_dose_in_another_illness_never_leads(ask: Ask) -> None:
    answer = asked(ask, "How many mg of prednisolone daily in a gout flare?", GOUT)

    assert answer.bottom_line is None or "COPD" not in answer.bottom_line.text


def test_what_refuses_the_very_drug_comes_before_how_another_is_given(ask: Ask) -> None:
    answer = asked(ask, "Gabapentin for migraine prevention: how quickly is the dose raised?", MIGRAINE)

    assert answer.bottom_line is None or "Gabapentin should not be offered" in answer.bottom_line.text


def test_what_is_said_of_one_of_two_drugs_is_no_answer_on_both(ask: Ask) -> None:
    answer = asked(ask, "Sertraline and linezolid together?", TWO)

    assert answer.bottom_line is None
    assert answer.status is not Status.ANSWERED


def test_a_missed_dose_of_another_anticoagulant_never_leads(ask: Ask) -> None:
    answer = asked(ask, "What if a warfarin dose is missed?", MISSED_DOSE)

    assert answer.bottom_line is None
    assert answer.status is not Status.ANSWERED


def test_an_allergy_that_both_share_does_not_bring_in_another_illness(ask: Ask) -> None:
    answer = asked(ask, "Doxycycline for syphilis with penicillin allergy?", ALLERGY)

    assert answer.bottom_line is not None
    assert "syphilis" in answer.bottom_line.text


def test_how_often_a_drug_may_be_given_at_the_value_comes_before_its_usual_dose(ask: Ask) -> None:
    answer = asked(ask, "gout flare eGFR 20 colchicine ok? dose", COLCHICINE)

    assert statements_of(answer)[0].text.startswith("In severe renal impairment")


def test_the_dose_asked_for_in_an_allergy_is_that_of_what_is_given_instead(ask: Ask) -> None:
    text = "Flucloxacillin 500 mg four times daily is the first choice in cellulitis [@g].\n"
    answer = asked(ask, "flucloxacillin allergic, leg cellulitis, alternative + dose", ALLERGY + text)

    assert statements_of(answer)[0].text.startswith("In penicillin allergy, options for cellulitis")
