"""What cannot wait although nobody is named, and although words are misspelt; what goes on with a clinician's question."""

from __future__ import annotations

import pytest

from service.answer import Status
from service.safety import check_message
from service.safety.distress import mended
from service.safety.resemblance import Resemblance
from tests.service.safety.gate import NONE_NAMED, check


@pytest.mark.parametrize(
    "message",
    [
        "Caustic soda swallowed, drooling, 6 h. Scope when?",
        "tracheostomy tube blocked: emergency algorithm",
        "my grandad lost a finger in a door in 1962, came clean off. Phantom pain tablets?",
        "tracheostomy tube change frequency at home",
        "which dishwasher tablets are the most corrosive if swallowed?",
        "what if laundry capsules burst in a child's mouth",
        "chest pain after caesarean, D-dimer or CT?",
        "how is the glass test done",
        "rigors on chemo with a line, which antibiotic first?",
        "I stubbed my toe, can I walk on it next week?",
        "we want to paint our kitchen",
    ],
)
def test_a_question_of_practice_or_of_the_past_is_answered(message: str, resemblance: Resemblance) -> None:
    assert check(message, resemblance) is None


@pytest.mark.parametrize(
    "message",
    [
        "trachy tube fell out, cant get it back in, panicking",
        "washing machine pod burst in his mouth, 2 yrs",
        "awful stomach ache, hard as a board, on naproxen",
        "thumb severed by the mower, it is on ice",
        "section wound split, can see the bowel",
        "client slumped to the right and not speaking since tea",
        "had my tablets and my wife's tablets as well, all heart ones",
        "six days after my hip operation and chest pain",
        "the glass test, dots don't fade",
        "on chemo with a chest infection, teeth chattering",
        "can i give her more salbutamol, shes still sucking in",
        "crushng chst pain hlep",
        "cant braethe, chset tigt",
        "vommiting blodd since noon",
    ],
)
def test_what_cannot_wait_is_heard_whoever_it_is_told_of(message: str, resemblance: Resemblance) -> None:
    finding = check(message, resemblance)
    assert finding is not None
    assert finding.status is Status.EMERGENCY


@pytest.mark.parametrize("word", ["paint", "stubbed", "heat", "attach", "smelling", "PIAN"])
def test_another_word_is_no_slip_of_a_word_of_danger(word: str) -> None:
    assert mended(f"the {word}") == f"the {word}"


@pytest.mark.parametrize(
    ("before", "message"),
    [
        ("Upper GI bleed on warfarin, what first?", "and if he's still bleeding after endoscopy"),
        ("how is status epilepticus treated", "what if she's pregnant"),
        ("Sepsis antibiotic in pneumonia", "he's anaphylactic to pen"),
    ],
)
def test_what_is_supposed_of_a_clinicians_patient_gets_no_words_of_alarm(
    before: str, message: str, resemblance: Resemblance
) -> None:
    assert check_message(message, NONE_NAMED, resemblance, [before]) is None


def test_whoever_asks_what_to_do_supposes_nothing(resemblance: Resemblance) -> None:
    assert (
        check_message("and if she is not breathing what do i do", NONE_NAMED, resemblance, ["dose of apixaban"])
        is not None
    )
