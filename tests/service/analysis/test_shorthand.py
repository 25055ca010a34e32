"""Shorthand is read in full where it is shorthand, and other words are left alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.glossary import shipped_glossary
from service.analysis.shorthand import in_full

GLOSSARY = shipped_glossary()
PAIRS = json.loads((Path(__file__).parent / "shorthand.json").read_text(encoding="utf-8"))


def read(text: str) -> str:
    return in_full(text, GLOSSARY)[0]


@pytest.mark.parametrize(("written", "in_words"), PAIRS["read"])
def test_shorthand_is_read_in_full(written: str, in_words: str) -> None:
    assert read(written) == in_words


@pytest.mark.parametrize("text", PAIRS["left alone"])
def test_the_same_letters_that_mean_something_else_are_left_alone(text: str) -> None:
    assert read(text) == text


@pytest.mark.parametrize(
    ("brand", "drug"),
    [
        ("Praxbind", "idarucizumab"), ("Trelegy", "muscarinic antagonist"), ("Advagraf", "tacrolimus"), ("zortress", "everolimus"),
        ("Clexane", "enoxaparin"), ("Entresto", "sacubitril-valsartan"), ("OZEMPIC", "semaglutide"), ("Vemlidy", "tenofovir alafenamide"),
        ("Viread", "tenofovir disoproxil"), ("Buscopan", "hyoscine butylbromide"), ("Marevan", "warfarin"), ("Oroxine", "levothyroxine"),
        ("Deralin", "propranolol"), ("Epilim", "valproate"), ("Coumadin", "warfarin"),
    ],
)  # fmt: skip
def test_a_brand_is_read_as_its_drug_and_that_is_told(brand: str, drug: str) -> None:
    text, readings = in_full(f"what dose of {brand}?", GLOSSARY)
    assert drug in text
    assert brand not in text
    assert [(one.written, one.read in text) for one in readings] == [(brand, True)]


@pytest.mark.parametrize(
    "clipped", ["riva", "apix", "enox", "dapa", "spiro", "pred", "tacro", "norad", "pip-taz", "vori"]
)
def test_a_name_cut_short_is_read_as_the_drug(clipped: str) -> None:
    [reading] = in_full(f"still on {clipped}, what now?", GLOSSARY)[1]
    entry = GLOSSARY.get(reading.read)
    assert entry is not None
    assert entry.kind == "drug"


@pytest.mark.parametrize("text", ["TAF or TDF?", "DOAC or LMWH?", "on MTX and AZA", "FFP, PCC or TXA?"])
def test_abbreviations_in_capitals_stay(text: str) -> None:
    assert in_full(text, GLOSSARY) == (text, [])


@pytest.mark.parametrize("text", [*(pair[0] for pair in PAIRS["read"]), *PAIRS["left alone"]])
def test_what_was_read_is_not_read_again(text: str) -> None:
    once = read(text)
    assert read(once) == once


@given(st.text(max_size=60))
def test_any_text_can_be_read(text: str) -> None:
    read(text)
