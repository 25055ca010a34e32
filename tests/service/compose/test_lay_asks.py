"""What patients ask in lay words is answered first by what says it, also where words alone would choose another
sentence; what calls for help gives its place to none.
"""

from __future__ import annotations

import pytest

from corpus.glossary import shipped_glossary
from service.analysis.question import analyse
from service.answer import Answer, Audience, statements_of
from service.compose.lay_asks import asked_in_lay_words
from service.consultation import Consultation
from service.sentences.astray import is_told_of_another_illness
from tests.fakes import digest
from tests.service.conftest import LibraryOf


def leaflet(body: str, name: str) -> str:
    return digest(name, body, g={"doi": f"10.1000/{name}"}).replace("audience: clinician", "audience: patient")


AMLODIPINE = leaflet(
    """## What it is

Amlodipine is used for high blood pressure and to prevent chest pain from the heart (angina) [@g].
Take amlodipine once a day with some water [@g].

## What to watch for

The most common side effects of amlodipine are headache, flushing, feeling tired and swollen ankles [@g].
Call a doctor at once if your face or tongue swells on amlodipine [@g].
""",
    "amlodipine",
)
PRESSURE = leaflet(
    """## What it is

High blood pressure means 140/90 or more at the clinic [@g].
High blood pressure does not usually cause symptoms, so a check is the only way to find it [@g].

## When to seek help

If your blood pressure is 180/120 or higher and you feel well, wait at least 1 to 2 minutes and check it again [@g].
""",
    "pressure",
)
INFECTION = leaflet(
    """## What it is

With a UTI you may need to pee more often, and it may burn or hurt [@g].
A UTI is caused by germs that most often come from the gut [@g].

## What to watch for

See a doctor soon if you have a UTI and are a man or are pregnant [@g].
""",
    "infection",
)
LOW_SUGAR = leaflet(
    """## What to watch for

Feeling hungry, shaky, sweaty or dizzy can be early signs of low blood sugar [@g].
For low blood sugar, have a sugary drink or snack that is not diet, and test again after 10 to 15 minutes [@g].
""",
    "low-sugar",
)


def first(library_of: LibraryOf, question: str, text: str) -> str:
    answer: Answer = library_of({"a.md": text}).consult(Consultation(question, "c", (), Audience.PATIENT))
    said = statements_of(answer)
    return said[0].text if said else ""


@pytest.mark.parametrize(
    ("question", "text", "begins"),
    [
        ("I'm a 60 year old man with burning when I pee", INFECTION, "See a doctor soon"),
        ("My pressure was 152/94 at the chemist. is that too high", PRESSURE, "High blood pressure means"),
        ("blood sugar 3.2 and trembling what should i do", LOW_SUGAR, "For low blood sugar, have"),
        ("my ankles have swollen up since I started amlodipine", AMLODIPINE, "The most common side effects"),
    ],
)
def test_what_says_what_is_asked_in_lay_words_stands_first(
    library_of: LibraryOf, question: str, text: str, begins: str
) -> None:
    assert first(library_of, question, text).startswith(begins)


@pytest.mark.parametrize(
    ("question", "says", "says_not"),
    [
        ("will my hip ache ever go away", "It gets better within weeks.", "It is treated with rest."),
        ("am I stuck with thrush", "Thrush goes away in most people.", "Thrush is a yeast infection."),
        ("can shingles come back after the tablets?", "You can get shingles again.", "Shingles is a rash."),
        ("that new pill gives me a dry mouth (naproxen)", "Side effects can be a dry mouth.", "It is used for pain."),
        ("are they because of the tablets, these dreams? (naproxen)", "It can cause bad dreams.", "It is for pain."),
        ("should my sister get checked for coeliac disease?", "Ask for a test if a sister has it.", "Coeliac is long."),
        ("cholesterol 6.1, is that bad", "A normal level is below 5.", "Cholesterol is a fat in the blood."),
        ("who should I see about my knees", "See a doctor if a knee swells.", "A knee can swell after a fall."),
        ("what sets off cold sores?", "Sun and stress can set off cold sores.", "Cold sores are small blisters."),
        ("can we change anything at home for eczema", "Short walks and good foods help.", "Eczema is itchy."),
        ("he has a nosebleed, what do we do", "Pinch the nose and lean forward.", "Nosebleeds are common."),
        ("I'm a man of 50 with thrush", "Men should see a doctor with thrush.", "Women get thrush more often."),
    ],
)
def test_what_says_it_is_told_from_what_is_only_on_the_same_thing(question: str, says: str, says_not: str) -> None:
    asks = asked_in_lay_words(analyse(question, shipped_glossary()))
    assert any(ask.said(says) for ask in asks)
    assert not any(ask.said(says_not) for ask in asks)


def test_prevention_is_not_what_is_done_now() -> None:
    asks = asked_in_lay_words(analyse("I have a migraine, what should I do?", shipped_glossary()))
    assert asks
    assert not any(ask.said("To prevent a migraine, sleep well.") for ask in asks)


def test_what_calls_for_help_is_not_put_behind_what_is_asked_in_lay_words(library_of: LibraryOf) -> None:
    question = "amlodipine makes my tongue swell since I started it, is it the tablets"
    answer = library_of({"a.md": AMLODIPINE}).consult(Consultation(question, "c", (), Audience.PATIENT))
    assert not statements_of(answer) or statements_of(answer)[0].text.startswith("Call a doctor at once")


@pytest.mark.parametrize(
    "question",
    [
        "What is amlodipine used for?",
        "How is fatty liver treated?",
        "how do I stop it coming back?",  # how it is prevented, not whether it comes again
        "my neighbour gives me a lift to the clinic",  # of no medicine
    ],
)
def test_a_plain_question_asks_nothing_in_lay_words(question: str) -> None:
    assert not asked_in_lay_words(analyse(question, shipped_glossary()))


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Do not take naproxen for gout unless your doctor tells you to.", True),
        ("Ask your team about salt if you have cirrhosis and ascites.", True),
        ("With CKD, do not take naproxen.", False),
        ("CKD raises the risk of a stroke.", False),
    ],
)
def test_what_is_for_people_with_another_illness_is_known(text: str, other: bool) -> None:
    glossary = shipped_glossary()
    asked = analyse("Is naproxen safe with chronic kidney disease?", glossary)
    assert is_told_of_another_illness(text, asked, glossary) is other


def test_of_a_question_on_no_illness_nothing_is_on_another() -> None:
    glossary = shipped_glossary()
    assert not is_told_of_another_illness("It is for gout.", analyse("Is naproxen safe?", glossary), glossary)
