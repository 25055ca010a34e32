"""Misspelt words of a question are read as the words of the library, and other words are left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.analysis.spelling import correct_spelling, slips_between
from service.library import Library
from tests.fakes import digest
from tests.service.conftest import LibraryOf

TEXT = digest(
    "spelling",
    "## Treatment\n\n"
    "Spironolactone is given in ascites of cirrhosis [@g]. Hypokalaemia is a harm of furosemide [@g]. The score was 12 [@g].\n"
    "Variceal bleeding is variable. Surveillance by ultrasound finds hepatocellular carcinoma early [@g]. Trough levels are measured after one week [@g].\n"
    "Migraine with aura needs a referral to a neurologist [@g]. Two points are added for ascites [@g].",
)


@pytest.fixture
def library(library_of: LibraryOf) -> Library:
    return library_of({"spelling.md": TEXT})


def corrected(library: Library, text: str) -> tuple[str, list[tuple[str, str]]]:
    with library.using(None) as reading:
        found, spellings = correct_spelling(text, reading.retriever, library.glossary, library.embedder)
    return found, [(item.written, item.read) for item in spellings]


@pytest.mark.parametrize(
    "text",
    [
        "What is the dose of hyperkalaemin?",  # nearer to its opposite than to anything else
        "Is snoring harmful?",  # another letter makes another word
        "Does velmotristat help in ascites?",  # like nothing that is there
        "HRS-AKI and SPIRONO",  # abbreviations
        "What is the weather in Lisbon?",
        "Are a few pints allowed?",  # a word of one of the glossary's names
        "Is eltrombopag given?",  # a name of the glossary that this library lacks
        "",
    ],
)
def test_what_is_no_slip_is_left_alone(library: Library, text: str) -> None:
    assert corrected(library, text) == (text, [])


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("spironolactonne", "spironolactone"), ("cirhosis", "cirrhosis"), ("migrane", "migraine"),
        ("trogh", "trough"), ("survelliance", "surveillance"), ("hepatocelular", "hepatocellular"), ("hypokalaemai", "hypokalaemia"), ("varicael", "variceal"),
    ],
)  # fmt: skip
def test_a_slip_of_the_pen_is_read_over(library: Library, written: str, read: str) -> None:
    text, spellings = corrected(library, f"Something on {written} please")
    assert text.casefold() == f"something on {read} please".casefold()
    assert [(a, b.casefold()) for a, b in spellings] == [(written, read.casefold())]


@pytest.mark.parametrize(("written", "read"), [("hypothermic", "hypothermia"), ("hypertrophic", "hypertrophia")])
def test_the_adjective_of_an_illness_in_a_title_is_read_as_the_illness(
    library_of: LibraryOf, written: str, read: str
) -> None:
    ward = library_of({"ward.md": f"# Accidental {read}\n\nThe patient is wrapped in two blankets and is weighed.\n"})
    assert corrected(ward, f"Fluids in the {written} man")[0] == f"Fluids in the {read} man"


def test_american_spelling_is_no_slip(library: Library) -> None:
    assert corrected(library, "hypokalemia with furosemide")[1] == []


def test_the_answer_says_how_a_word_was_read(library: Library) -> None:
    from service.consultation import Consultation

    answer = library.consult(Consultation("Is spironolactonne given in ascites?", "c"))
    assert answer.assumptions == ["“spironolactonne” was read as “spironolactone”."]
    assert "spironolactone" in answer.standalone_question
    assert answer.question == "Is spironolactonne given in ascites?"


def test_a_word_that_stands_twice_is_told_of_once(library: Library) -> None:
    from service.consultation import Consultation

    answer = library.consult(Consultation("On spiro in ascites, do I raise the spiro?", "c"))
    assert answer.assumptions == ["“spiro” was read as “spironolactone”."]


words = st.text("abcdef", max_size=8)


@given(words, words)
def test_slips_are_the_same_both_ways_and_never_more_than_rewriting(a: str, b: str) -> None:
    far = max(len(a), len(b))
    assert slips_between(a, b, far) == slips_between(b, a, far) <= far
    assert (slips_between(a, b, far) == 0) == (a == b)


@given(words, st.integers(0, 6))
def test_neighbours_exchanged_are_one_slip(word: str, place: int) -> None:
    if place + 1 < len(word):
        swapped = word[:place] + word[place + 1] + word[place] + word[place + 2 :]
        assert slips_between(word, swapped, 3) == (swapped != word)


@given(words, words, st.integers(0, 3))
def test_more_than_asked_for_is_only_told_as_more(a: str, b: str, most: int) -> None:
    exact = slips_between(a, b, 20)
    assert slips_between(a, b, most) == min(exact, most + 1)


@pytest.mark.parametrize(
    ("written", "read"), [("verap", "verapamil"), ("ticagr", "ticagrelor"), ("levetira", "levetiracetam")]
)
def test_a_drug_cut_short_is_spelt_out(library: Library, written: str, read: str) -> None:
    assert corrected(library, f"Which tests on {written}?") == (f"Which tests on {read}?", [(written, read)])


@pytest.mark.parametrize(
    "text",
    [
        "What dose of levo?",
        "Is para 2 a risk?",
        "Take the metro home",
        "Mag sulph in eclampsia?",
        "Must it precede surgery?",
    ],
)
def test_what_may_be_several_drugs_or_an_everyday_word_is_left_alone(library: Library, text: str) -> None:
    assert corrected(library, text) == (text, [])


@pytest.mark.parametrize("text", ["my migrains come weekly", "Migrain and aura"])
def test_a_name_with_a_slip_that_the_library_knows_by_its_stem_is_read_as_the_name(library: Library, text: str) -> None:
    found, spellings = corrected(library, text)
    assert "migraine" in found.casefold()
    assert len(spellings) == 1


@pytest.mark.parametrize(
    "text", ["migraines with aura", "Parkinson's disease in a patient with cirrhosis", "cirrhotic patients"]
)
def test_a_name_as_it_is_written_is_left_alone(library: Library, text: str) -> None:
    assert corrected(library, text) == (text, [])
