"""What is told by the way does not keep a question from its answer, and nothing else is answered for it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from service.answer import Audience
from service.conversation import Standalone
from service.library import Library
from service.sufficiency import Verdict
from service.turns.evidence_of_readings import Evidence, evidence_for
from tests.fakes import digest
from tests.service.conftest import LibraryOf

STRICT = 0.85  # so few texts are likelier to answer than many are
TEXTS = {
    "bleeding.md": digest(
        "variceal bleeding",
        "## Treatment\n\nTerlipressin or octreotide is the vasoactive drug that is given first in variceal bleeding [@g].\n"
        "Endoscopy in variceal bleeding is done within 12 hours [@g].",
        g={"doi": "10.1000/bleed"},
    ),
    "lipids.md": digest(
        "LDL cholesterol",
        "## Goals\n\nThe LDL goal is below 1.8 mmol/L for most people who have had a heart attack [@g].\n"
        "Atorvastatin lowers LDL cholesterol [@g].",
        g={"doi": "10.1000/ldl"},
    ),
}
TOLD = "My patient on the ward has just had a variceal bleed, a bit of reflux and a squint op last year."


@pytest.fixture
def library(library_of: LibraryOf) -> Library:
    return library_of(TEXTS)


def evidence(library: Library, question: str) -> Evidence:
    with library.using(None) as reading:
        return evidence_for(Standalone(question), Audience.CLINICIAN, replace(reading, threshold=STRICT), library)


def test_what_only_its_likeness_kept_open_is_answered_without_what_is_told_by_the_way(library: Library) -> None:
    found = evidence(library, f"{TOLD} Which vasoactive drug first?")
    assert found.assessment.verdict is Verdict.SUFFICIENT
    assert found.text == "My patient has had a variceal bleed, reflux. Which vasoactive drug first?"
    assert not found.assessment.not_found


@pytest.mark.parametrize("asked", ["Which antibiotic first?", "Dose of terlipressin?", "Does vasopressin help?"])
def test_what_no_text_says_is_not_answered_without_it_either(library: Library, asked: str) -> None:
    found = evidence(library, f"{TOLD} {asked}")
    assert found.assessment.verdict is not Verdict.SUFFICIENT
