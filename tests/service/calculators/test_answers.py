"""Computed scores inside answers: cited, gated, numbered; asked for where something is missing; none for patients."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from corpus.edition import Edition
from corpus.glossary import Glossary
from corpus.settings import Settings
from ingest.pipeline import LIBRARY, ingest
from service.answer import Answer, Audience, EngineStamp, Mode, StatementType, Status
from service.calculated import add_calculations
from service.calculators import CALCULATORS, calculate
from service.calculators.stating import find_spans, interpretation
from service.grounding import Grounding
from service.grounding.draft import Draft
from tests.fakes import HashingEmbedder
from tests.service.fakes import FakeLibrary
from tests.service.rules import check_all

AF = "68-year-old woman, AF, hypertension, prior stroke: CHA2DS2-VASc?"
LIVER = "bilirubin 2.3 mg/dL, albumin 31 g/L, INR 1.8, moderate ascites, no encephalopathy - Child-Pugh?"
CITED = (
    "scores/liver-disease-scores", "scores/stroke-and-bleeding-scores-in-atrial-fibrillation", "scores/wells-scores",
    "scores/severity-scores-in-acute-infection", "scores/egfr-and-body-mass-index", "cardiology/atrial-fibrillation",
    "nephrology/chronic-kidney-disease", "infection/community-acquired-pneumonia", "infection/sepsis-and-septic-shock",
    "haematology/venous-thromboembolism", "haematology/venous-thromboembolism-risk-scores",
)  # fmt: skip


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Edition]:
    """An edition of the texts that scores cite."""
    settings = Settings(data=tmp_path_factory.mktemp("cited"))
    ingest(settings, [LIBRARY / f"{name}.md" for name in CITED], embedder=HashingEmbedder())
    library = FakeLibrary(settings)
    with library.reading(None) as opened:
        yield opened
    library.close()


def answered(
    question: str, edition: Edition, glossary: Glossary, *history: str, audience: Audience = Audience.CLINICIAN
) -> Answer:
    """An answer that holds nothing but the scores."""
    answer = Answer(
        id="a", conversation_id="c", title="Scores", question=question, standalone_question=question, audience=audience,
        mode=Mode.EXTRACTIVE, status=Status.INSUFFICIENT_EVIDENCE, disclaimer="For health professionals.", edition=None,
        engine=EngineStamp(version="test", settings_hash="0"), created_at="2026-01-02T03:04:05Z",
    )  # fmt: skip
    found = calculate(question, history, edition, audience)
    if found is not None:
        add_calculations(answer, found, glossary)
    return answer


def test_every_sentence_that_a_calculator_cites_is_in_the_library(edition: Edition) -> None:
    for calculator in CALCULATORS.values():
        cited = [
            *calculator.stated,
            *(band.stated for band in calculator.bands),
            *(item.stated for item in calculator.consequences),
        ]
        assert cited
        for passage in cited:
            assert find_spans(edition, passage), (calculator.name, passage)


def test_every_band_passes_the_gate(edition: Edition) -> None:
    for calculator in CALCULATORS.values():
        for band in calculator.bands:
            draft = interpretation(calculator, band.low, edition)
            assert draft is not None
            assert Grounding(date.today(), None).statement(draft) is not None, (calculator.name, band.name)
            assert band.name in draft.text
        if calculator.bands and calculator.bands[0].low > 0:
            below = interpretation(calculator, 0, edition)
            assert below is not None
            assert Grounding(date.today(), None).statement(below) is not None, calculator.name


def test_the_gate_refuses_a_computed_statement_that_says_more_than_its_sentences(edition: Edition) -> None:
    draft = interpretation(CALCULATORS["child_pugh"], 8, edition)
    assert draft is not None
    for text, computed in (
        ("Child-Pugh score: 8 points (class B), mortality 45%.", draft.computed),
        ("Child-Pugh score: 8 points (class B), so give terlipressin.", draft.computed),
        ("Child-Pugh score: 8 points, not class C.", draft.computed),
        (draft.text, ""),
        (draft.text, "Child-Pugh score: 9 points"),
    ):
        assert Grounding(date.today(), None).statement(replace(draft, text=text, computed=computed)) is None, text


def test_the_gate_refuses_a_frame_with_a_number_or_a_drug_of_its_own(edition: Edition) -> None:
    [span, *_] = find_spans(edition, CALCULATORS["child_pugh"].bands[0].stated)
    gate = Grounding(date.today(), None)
    assert gate.statement(Draft(f"In short: {span.quote}", StatementType.FRAMED, [span])) is not None
    assert gate.statement(Draft(f"In 75% of patients: {span.quote}", StatementType.FRAMED, [span])) is None
    assert gate.statement(Draft(f"With rivaroxaban: {span.quote}", StatementType.FRAMED, [span])) is None


@pytest.mark.parametrize(
    ("question", "score", "says"),
    [
        (AF, 5, "high risk"),
        (LIVER, 10, "class C"),
        ("eGFR for a 70 y old man with creatinine 140 µmol/L", 47, "G3a"),
        ("CURB-65: 80-year-old, confusion, urea 9 mmol/L, RR 32, BP 85/50", 5, "a high risk"),
        ("BMI with 70 kg and 1.75 m", 22.86, "normal range"),
        ("Padua score, 74-year-old with active cancer, no previous VTE", 4, "high risk"),
        ("Wells score for PE: HR 110, haemoptysis, previous DVT, PE is the most likely diagnosis", 7, "likely"),
    ],
)
def test_a_score_that_is_all_that_was_asked_is_an_answer(
    question: str, score: float, says: str, edition: Edition, glossary: Glossary
) -> None:
    answer = answered(question, edition, glossary)
    [calculation] = answer.calculations
    assert answer.status is Status.ANSWERED
    assert calculation.score == score
    assert calculation.interpretation is not None
    assert calculation.interpretation.type is StatementType.COMPUTED
    assert says in calculation.interpretation.text
    assert calculation.missing == answer.needs == []
    check_all(answer, edition)


def test_what_depends_on_the_score_is_quoted(edition: Edition, glossary: Glossary) -> None:
    answer = answered("70-year-old man with AF and diabetes: CHA2DS2-VA?", edition, glossary)
    [section] = answer.sections
    assert "CHA2DS2-VA score of 2 or more" in section.statements[0].text
    assert section.statements[0].type is StatementType.QUOTED


def test_what_was_counted_as_absent_is_said(edition: Edition, glossary: Glossary) -> None:
    [absent] = [text for text in answered(AF, edition, glossary).assumptions if "counted as absent" in text]
    assert "diabetes" in absent
    assert "hypertension" not in absent


def test_a_value_without_a_unit_is_asked_for_and_no_score_is_given(edition: Edition, glossary: Glossary) -> None:
    answer = answered(LIVER.replace("2.3 mg/dL", "40"), edition, glossary)
    [calculation] = answer.calculations
    assert (calculation.score, calculation.missing) == (None, ["total bilirubin"])
    assert "without a unit" in answer.needs[0]
    assert answer.status is Status.PARTIAL
    check_all(answer, edition)


def test_labile_inr_is_asked_for_on_warfarin(edition: Edition, glossary: Glossary) -> None:
    question = "HAS-BLED of a 72-year-old man with AF, systolic 172, previous stroke{}?"
    assert answered(question.format(""), edition, glossary).calculations[0].score == 3
    on_warfarin = answered(question.format(", on warfarin"), edition, glossary)
    assert on_warfarin.calculations[0].score is None
    assert "labile" in on_warfarin.needs[0]


def test_values_of_earlier_messages_count(edition: Edition, glossary: Glossary) -> None:
    answer = answered("And his Child-Pugh score with bilirubin 5 mg/dL?", edition, glossary, LIVER)
    assert answer.calculations[0].score == 11


def test_patients_get_no_scores(edition: Edition, glossary: Glossary) -> None:
    answer = answered(AF, edition, glossary, audience=Audience.PATIENT)
    assert answer.calculations == []
    assert [notice.kind for notice in answer.notices] == ["no_calculators"]


def test_a_library_without_the_text_gives_the_score_and_says_so(
    tmp_path_factory: pytest.TempPathFactory, glossary: Glossary
) -> None:
    folder = tmp_path_factory.mktemp("own")
    (folder / "ward.txt").write_text("Ascites.\n\nAscites is drained when it is tense.\n", encoding="utf-8")
    settings = Settings(data=folder / "data")
    ingest(settings, [folder / "ward.txt"], embedder=HashingEmbedder())
    library = FakeLibrary(settings)
    with library.reading(None) as own:
        answer = answered(LIVER, own, glossary)
    library.close()
    [calculation] = answer.calculations
    assert (calculation.score, calculation.interpretation) == (10, None)
    assert answer.status is Status.INSUFFICIENT_EVIDENCE
    assert [notice.kind for notice in answer.notices] == ["uncited_score"]


def test_a_question_for_no_score_is_left_alone(edition: Edition) -> None:
    assert calculate("How is ascites treated?", [], edition, Audience.CLINICIAN) is None
