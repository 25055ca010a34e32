"""The questions of a lay person's story, each with the illnesses and medicines that are told."""

from __future__ import annotations

from corpus.glossary import Glossary
from service.analysis.question import analyse
from service.analysis.story import questions_in
from service.answer import Audience, Status
from service.consultation import Consultation
from tests.fakes import digest
from tests.service.conftest import LibraryOf


def _readings(text: str, glossary: Glossary) -> list[str]:
    return [asked.readings[0] for asked in questions_in(analyse(text, glossary), glossary)]


def test_a_short_message_is_no_story(glossary: Glossary) -> None:
    assert _readings("I have gout. Can I eat liver?", glossary) == []


def test_what_only_tells_asks_nothing(glossary: Glossary) -> None:
    told = "I have had gout for years and my brother-in-law who keeps bees has it as well and we both like a pint of bitter."
    assert _readings(told, glossary) == []


def test_each_question_is_read_with_what_is_told(glossary: Glossary) -> None:
    text = (
        "My neighbour at the allotment has gout and grows prize leeks with his cousin from the brass band. "
        "Can he eat liver? What about a pint of bitter after the show?"
    )
    assert _readings(text, glossary) == [
        "Can he eat liver (gout)?",
        "What about a pint of bitter after the show (gout)?",
    ]


def test_another_medicine_does_not_go_with_what_is_asked_of_one_alone(glossary: Glossary) -> None:
    text = (
        "My nan is on alendronic acid and furosemide and she never misses a bingo night at the legion with her sister. "
        "When does furosemide stop working?"
    )
    assert _readings(text, glossary) == ["When does furosemide stop working?"]


LEAFLET = digest(
    "gout",
    "## What helps\n\nWith gout, leave out offal such as liver [@g].\nWith gout, drink lots of water [@g].\n",
).replace("audience: clinician", "audience: patient")
STORY = (
    "My neighbour at the allotment has gout and grows prize leeks with his zumba teacher from the grimbleton brass band. "
    "{}"
)


def test_what_no_text_says_is_not_answered_by_the_illness(library_of: LibraryOf) -> None:
    library = library_of({"leaflet.md": LEAFLET})
    asked = STORY.format("Can he get his ears pierced?")
    answer = library.consult(Consultation(asked, "c", (), Audience.PATIENT))
    assert answer.status is Status.INSUFFICIENT_EVIDENCE


def test_whether_it_can_wait_is_asked_of_all_that_is_told(glossary: Glossary) -> None:
    text = (
        "My uncle has gout and was at the ferret show in a marquee. Since sunday his knee is hot and he feels sick with it. "
        "Do I wait?"
    )
    (asked,) = questions_in(analyse(text, glossary), glossary)
    assert len(asked.readings) == 1
    assert asked.readings[0].startswith("My uncle has gout")
    assert "hot and he feels sick with it. When should a doctor be called (gout)?" in asked.readings[0]
