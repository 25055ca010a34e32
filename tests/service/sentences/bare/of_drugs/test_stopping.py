"""How a drug is stopped is told by the steps or the time it takes, or that it is not stopped at once."""

from __future__ import annotations

import pytest

from tests.service.sentences.bare.saying import answers, asked, name_of, sentence


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("how to stop atorvastatin", "Atorvastatin is stopped if CK is markedly raised."),
        ("how to stop metformin", "Metformin is stopped at once when lactic acidosis is suspected."),
        ("how to stop terlipressin", "Terlipressin is stopped if breathing symptoms are severe or suddenly worsen."),
        (
            "how to stop pramipexole",
            "A dopamine agonist is tapered or stopped if it causes an impulse control disorder.",
        ),
        (
            "how to stop apixaban",
            "If you take a blood thinner, get help if you cannot stop a bleed or suddenly feel weak.",
        ),
        ("tapering carbimazole", "Carbimazole is given until euthyroid, then reduced gradually to 5 mg daily."),
        ("how to stop co-trimoxazole", "Co-trimoxazole may stop at CD4 >100/µL with undetectable virus over 3 months."),
        ("how to stop voxelotor", "The manufacturer announced the withdrawal of voxelotor from all markets."),
    ],
)
def test_when_and_for_what_it_is_stopped_does_not_tell_how(question: str, said: str) -> None:
    assert not answers(question, said)


def test_signs_of_withdrawal_do_not_tell_how_it_is_stopped() -> None:
    said = "Withdrawal symptoms after abrupt stopping of an antidepressant include dizziness and poor sleep."
    assert not answers("how to stop sertraline", said)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (
            "how to stop paroxetine",
            "Paroxetine causes withdrawal symptoms, whereas fluoxetine can be stopped through alternate-day dosing.",
        ),
        (
            "how to stop methotrexate",
            "Glucocorticoids are given when a conventional DMARD such as methotrexate is started, tapered as fast as feasible.",
        ),
        (
            "how to stop ciclosporin",
            "HIV protease inhibitors tripled ciclosporin exposure and led to an 85% dose reduction over 2 years.",
        ),
    ],
)
def test_how_another_drug_is_stopped_says_nothing_of_this_one(question: str, said: str) -> None:
    assert not answers(question, said)


def test_how_one_drug_is_stopped_is_not_said_of_its_whole_class() -> None:
    said = "Propranolol is not stopped abruptly, and its dose is lowered over a few weeks."
    assert not answers("how to stop antihypertensives", said)
    assert answers("how to stop propranolol", said)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("how to stop sertraline", "To stop an antidepressant, the dose is reduced stepwise to zero."),
        (
            "how to stop propranolol",
            "Abrupt withdrawal of propranolol has led to infarction, so the dose is lowered over a few weeks.",
        ),
        (
            "coming off fluoxetine",
            "Fluoxetine 20 mg daily can sometimes be stopped through a period of alternate-day dosing.",
        ),
        ("tapering prednisolone", "Prednisolone 40 mg daily is given for 28 days and then tapered over 2 weeks."),
        (
            "prednisolone taper",
            "Prednisolone 40 mg a day lowered by 10 mg every week over 4 weeks brought fewer infections.",
        ),
        ("how to stop amantadine", "Levodopa, dopamine agonists and amantadine should not be stopped abruptly."),
        ("how do I stop denosumab", "Do not stop denosumab (Prolia) without a plan for your bones."),
        (
            "how to stop apixaban",
            "Stopping apixaban too early raises the risk, so another anticoagulant is considered.",
        ),
        ("can amoxicillin be stopped suddenly", "Amoxicillin can be stopped without tapering."),
        (
            "how to stop gabapentin",
            "If gabapentin has to be discontinued, the dose is reduced over a minimum of 1 week.",
        ),
        ("how to stop diazepam", "The diazepam dose is cut by 5 to 10% every 1 to 2 weeks."),
        ("weaning off prednisolone", "When prednisolone is withdrawn, the dose is lowered gradually."),
    ],
)
def test_steps_times_and_warnings_of_a_sudden_stop_tell_how(question: str, said: str) -> None:
    assert answers(question, said)


def test_to_ask_a_doctor_first_answers_who_takes_it_and_nobody_else() -> None:
    said = "Do not skip, stop or cut down your blood thinner without asking your doctor first."
    assert answers("how do I stop my blood thinner?", said)
    assert answers("can I stop apixaban suddenly?", said)
    assert not answers("how to stop apixaban", said)


def test_what_tells_the_steps_stands_before_what_tells_that_there_are_some() -> None:
    bare = asked("how to stop sertraline")
    assert bare is not None
    vague = sentence("Do not stop an antidepressant suddenly.", "one")
    steps = sentence("To stop an antidepressant, the dose is reduced stepwise, each step by 25%.", "two")
    assert bare.first(vague, [vague], [steps]) is steps


@pytest.mark.parametrize(
    "question",
    [
        "when to stop sertraline",
        "should sertraline be stopped before surgery?",
        "should sertraline be stopped?",
        "what happens if I stop sertraline?",
        "sertraline withdrawal",
    ],
)
def test_whether_and_when_it_is_stopped_are_other_questions(question: str) -> None:
    assert name_of(question) != "stopping"


@pytest.mark.parametrize(
    "question",
    [
        "how to stop sertraline",
        "how should sertraline be stopped?",
        "tapering sertraline",
        "sertraline taper schedule",
        "wean off sertraline",
        "How do I come off sertraline?",
        "can I stop sertraline suddenly?",
        "does sertraline need to be tapered?",
        "what is the best way to stop sertraline",
        "how fast can I taper sertraline",
        "how to discontinue sertraline",
        "how to stop long-acting muscarinic antagonists",
    ],
)
def test_how_it_is_stopped_is_asked_in_many_ways(question: str) -> None:
    assert name_of(question) in ("stopping", "stopping one's own")
