"""Which names stand in one list with the one that something is said of."""

from __future__ import annotations

import re

import pytest

from service.sentences.bare.reading.lists import run_from, run_to
from tests.service.sentences.bare.saying import answers


def _names(text: str) -> list[tuple[int, int]]:
    """Where a text has its names, which are in capitals here."""
    return [match.span() for match in re.finditer(r"\b[A-Z]+\b", text)]


def _read(text: str, run: list[tuple[int, int]]) -> str:
    return " ".join(text[start:end] for start, end in run)


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("X is given and Y is not", "Y"),
        ("with X, Y", "Y"),  # "with X, Y is halved": the comma ends what stands in front
        ("X with Y", "Y"),
        ("X, like in those on Y", "Y"),
    ],
)
def test_what_stands_in_front_or_is_given_beside_is_in_no_list_with_the_last(text: str, listed: str) -> None:
    assert _read(text, run_to(text, _names(text))) == listed


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("X, Y or Z", "X Y Z"),
        ("X (short), Y and the Z", "X Y Z"),
        ("X 40 mg daily or Y", "X Y"),
        ("X, such as Y or Z", "X Y Z"),
        ("X (Y", "X Y"),
        ("X, Y and something else", "X Y"),  # the list goes on with what is no name known
    ],
)
def test_names_that_are_joined_are_one_list_from_either_end(text: str, listed: str) -> None:
    assert _read(text, run_to(text, _names(text))) == listed
    assert _read(text, run_from(text, _names(text))) == listed


@pytest.mark.parametrize(
    ("drug", "said"),
    [
        ("warfarin", "In cirrhosis the guidance suggests a low molecular weight heparin (LMWH)/vitamin K antagonist."),
        (
            "ceftriaxone",
            "In cirrhosis the guidance gives a cephalosporin, such as cefotaxime or ceftriaxone, at first.",
        ),
        ("semaglutide", "Cirrhosis calls for an SGLT2 inhibitor, a GLP-1 receptor agonist or both."),
    ],
)
def test_what_is_given_is_every_drug_of_the_list_behind_the_verb(drug: str, said: str) -> None:
    assert answers(f"{drug} in cirrhosis", said)
