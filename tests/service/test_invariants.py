"""The rules of every answer, over small libraries and questions made at random."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from corpus.embedding import Embedder
from corpus.settings import Settings
from ingest.pipeline import ingest
from service.consultation import Consultation, Turn
from service.library import Library
from tests.fakes import digest, write_texts
from tests.service.rules import check_all, without_what_changes

DRUGS = ("carvedilol", "sirolimus", "apixaban", "terlipressin", "velmorine")
CONDITIONS = ("cirrhosis", "portal hypertension", "thrombocytosis", "ascites", "gout")
PREDICATES = (
    "is recommended in {c} at 5 mg once daily", "is not recommended in {c}", "lowered mortality in {c} by 24%", "is contraindicated in {c}",
    "raises the platelet count in {c}", "is started at 10 mg twice daily in {c} and raised after 2 weeks", "may be considered in {c}",
    "is monitored weekly in {c}", "had no effect on survival in {c}",
)  # fmt: skip
HEADINGS = ("Recommendations", "Dosing", "Harms and monitoring", "Mechanism and evidence", "Differences", "Notes")
KINDS = ("guideline", "systematic_review", "trial", "cohort", "case_report", "animal", "laboratory")
STATUSES = ("current", "current", "current", "superseded", "retracted", "withdrawn")
QUESTIONS = (
    "What is the dose of {d} in {c}?", "Can {d} slow {c}?", "Is {d} safe in {c}?", "How is {c} treated?", "{d} {c}", "Why is {d} given?",
    "What are the harms of {d}?", "Does {d} raise platelets in {c}?", "Which drug is contraindicated in {c}?",
)  # fmt: skip

sources = st.fixed_dictionaries(
    {"kind": st.sampled_from(KINDS), "status": st.sampled_from(STATUSES), "year": st.integers(1985, 2026)}
)
sentences = st.builds(
    lambda drug, condition, predicate, keys: (
        f"{drug.capitalize()} {predicate.format(c=condition)} [{'; '.join(f'@{key}' for key in keys)}]."
    ),
    st.sampled_from(DRUGS), st.sampled_from(CONDITIONS), st.sampled_from(PREDICATES),
    st.lists(st.sampled_from("abc"), min_size=1, max_size=2, unique=True),
)  # fmt: skip
sections = st.dictionaries(
    st.sampled_from(HEADINGS), st.lists(sentences, min_size=1, max_size=5), min_size=1, max_size=4
)
documents = st.tuples(sections, st.fixed_dictionaries({"a": sources, "b": sources, "c": sources}))
questions = st.builds(
    lambda form, drug, condition: form.format(d=drug, c=condition),
    st.sampled_from(QUESTIONS), st.sampled_from(DRUGS), st.sampled_from(CONDITIONS),
)  # fmt: skip


def written(number: int, body: dict[str, list[str]], fields: dict[str, dict[str, object]]) -> str:
    text = "\n\n".join(f"## {heading}\n\n{' '.join(lines)}" for heading, lines in body.items())
    given_fields = {key: {**values, "doi": f"10.1000/{key}{number % 2}"} for key, values in fields.items()}
    return digest(f"text-{number}", text, **given_fields)


GUIDELINE = {"kind": "guideline", "status": "current", "year": 1985}
REPLACED = {**GUIDELINE, "status": "superseded"}
GIVEN = "Carvedilol is recommended in cirrhosis at 5 mg once daily [@a]."
BARRED = "Carvedilol is contraindicated in portal hypertension [@a; @b]."
RAISED = "Sirolimus raises the platelet count in portal hypertension [@a]."
BEFORE = [QUESTIONS[0].format(d="carvedilol", c=condition) for condition in CONDITIONS[:2]]


@example(  # what corrects the question stands in two texts in the same words
    [({"Notes": [GIVEN, BARRED]}, {"a": REPLACED, "b": GUIDELINE, "c": GUIDELINE})] * 2,
    [*BEFORE, "What is the dose of carvedilol in gout?"],
)
@example(  # what answers stands twice in one text, and a conversation has that text in hand
    [({"Notes": [GIVEN, RAISED, RAISED]}, dict.fromkeys("abc", GUIDELINE))], [*BEFORE, "Why is sirolimus given?"]
)
@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.lists(documents, min_size=1, max_size=4), st.lists(questions, min_size=3, max_size=6, unique=True))
def test_every_rule_holds_in_any_small_library(
    embedder: Embedder, texts: list[tuple[dict[str, list[str]], dict[str, dict[str, object]]]], asked: list[str]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        where = Path(folder)
        write_texts(where / "texts", {f"{number}.md": written(number, *text) for number, text in enumerate(texts)})
        ingest(Settings(data=where / "data"), [where / "texts"], embedder=embedder)
        library = Library(Settings(data=where / "data"), lambda: embedder)
        try:
            history: list[Turn] = []
            for question in asked:
                consultation = Consultation(question, "c", tuple(history))
                answer, again = library.consult(consultation), library.consult(consultation)
                with library.reading() as edition:
                    check_all(answer, edition)
                assert without_what_changes(answer) == without_what_changes(again)
                history.append(Turn(question, answer.standalone_question, answer))
        finally:
            library.close()
