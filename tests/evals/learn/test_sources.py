"""What the model of answerability is fitted on: which questions have an answer in the texts beside them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from corpus.errors import BadInputError
from evals.datasets import load_suite
from evals.datasets.beir import half
from evals.items import Item, Kind, Nugget, SentenceReference
from evals.learn.answerability import _OF_QUESTIONS, Judged, _without_questions
from evals.learn.sources.__main__ import commands
from evals.learn.sources.aspects import aspects
from evals.learn.sources.medquad import medquad
from evals.learn.sources.pubmedqa import pubmedqa
from evals.learn.sources.shipped import from_titles, small, tables
from evals.learn.sources.source import Source, asked
from service.sufficiency.answerability import FEATURES

QUERIES = 40


def _text(number: int, collection: str = "NIDDK", kinds: Iterable[tuple[str, str]] = (("causes", "Bad air."),)) -> Any:
    text, sections = f"Illness {number}\n", []
    for place, (kind, words) in enumerate(kinds):
        text += f"\n## {kind}\n"
        start = len(text)
        text += words + "\n"
        own = {"section_id": f"d{number}_{place}", "qtype": kind, "start": start, "end": len(text)}
        sections.append(own)
    meta = {"source": collection, "sections": sections, "meta": {"focus": f"Illness {number}"}}
    return {"_id": f"d{number}", "title": f"Illness {number}", "text": text, "metadata": meta}


def _write(folder: Path, texts: list[Any], judgements: dict[int, dict[int, int]]) -> Path:
    """A made-up collection: question number n is on text n."""
    (folder / "qrels").mkdir(parents=True)
    (folder / "corpus.jsonl").write_text("".join(json.dumps(text) + "\n" for text in texts), encoding="utf-8")
    queries, lines = [], ["query-id\tcorpus-id\tscore"]
    for number, relevant in judgements.items():
        about = {"doc_id": f"d{number}", "focus": f"Illness {number}", "section_id": f"d{number}_0"}
        queries.append({"_id": f"q{number}", "text": f"What causes Illness {number} ?", "metadata": about})
        lines += [f"q{number}\td{document}\t{grade}" for document, grade in relevant.items()]
    (folder / "queries.jsonl").write_text("".join(json.dumps(query) + "\n" for query in queries), encoding="utf-8")
    (folder / "qrels" / "sample.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


@pytest.fixture
def collection(tmp_path: Path) -> Path:
    """Forty questions, each on a text of its own, of eighty texts."""
    return _write(tmp_path / "made-up", [_text(n) for n in range(80)], {n: {n: 2} for n in range(QUERIES)})


def _split(items: Iterable[Item]) -> tuple[set[str], set[str]]:
    listed = list(items)
    return {i.id for i in listed if i.answerable}, {i.id for i in listed if not i.answerable}


@pytest.mark.parametrize("make", [medquad, pubmedqa])
def test_no_question_is_learnt_from_on_which_figures_are_reported(make: Any, collection: Path) -> None:
    (items,) = [items for name, items in make(collection).suites.items() if not name.endswith("aspects")]
    assert {item.id for item in items} == {f"q{n}" for n in range(QUERIES) if half(f"q{n}") == "dev"}


@pytest.mark.parametrize("make", [medquad, pubmedqa])
def test_a_question_is_answerable_exactly_where_its_text_is_held(make: Any, collection: Path) -> None:
    source = make(collection)
    held = {line["_id"].replace("d", "q") for line in source.lines}
    yes, no = _split(source.suites["medquad" if make is medquad else "pubmedqa"])
    assert yes
    assert no
    assert yes <= held
    assert not no & held


@pytest.mark.parametrize("make", [medquad, pubmedqa])
def test_two_calls_write_the_same(make: Any, collection: Path, tmp_path: Path) -> None:
    written = []
    for out in (tmp_path / "first", tmp_path / "second"):
        make(collection).write(out)
        written.append({file.relative_to(out): file.read_bytes() for file in out.rglob("*") if file.is_file()})
    assert written[0] == written[1]
    assert any(path.name == "corpus.jsonl" for path in written[0])


def test_what_was_judged_to_answer_the_same_is_left_out_with_the_text(tmp_path: Path) -> None:
    judgements = {n: {n: 2, n + QUERIES: 1} for n in range(QUERIES)}
    source = medquad(_write(tmp_path / "twins", [_text(n) for n in range(80)], judgements))
    held = {line["_id"] for line in source.lines}
    _, no = _split(source.suites["medquad"])
    assert no
    assert not {f"d{int(name[1:]) + QUERIES}" for name in no} & held


def test_a_collection_is_filled_up_to_the_number_of_texts(collection: Path) -> None:
    assert len(medquad(collection, documents=30).lines) == 30


def test_a_section_that_only_names_other_pages_answers_nothing(tmp_path: Path) -> None:
    texts = [_text(n, kinds=[("treatment", "These resources address the management of it:")]) for n in range(80)]
    yes, no = _split(medquad(_write(tmp_path / "referring", texts, {n: {n: 2} for n in range(40)})).suites["medquad"])
    assert not yes
    assert no


def test_an_aspect_is_asked_in_the_same_words_of_a_text_that_tells_it_and_of_one_that_does_not() -> None:
    told = _text(1, "GARD", [("treatment", "It is treated with rest.")])
    silent = _text(2, "GARD", [("information", "The skin is blue.")])
    items = {item.id: item for item in aspects([told, silent])}
    assert items["d1-treatment"].answerable is True
    assert items["d2-treatment"].answerable is False
    assert str(items["d2-treatment"].question) == str(items["d1-treatment"].question).replace("1", "2")


def test_a_text_that_speaks_of_an_aspect_without_a_section_on_it_is_not_asked_for_it() -> None:
    told = _text(1, "GARD", [("treatment", "It is treated with rest.")])
    in_passing = _text(2, "GARD", [("information", "The skin is blue; surgery helps.")])
    assert not [item for item in aspects([told, in_passing]) if item.id.endswith("-treatment")]


def test_aspects_are_asked_of_no_text_on_which_figures_are_reported() -> None:
    told, silent = _text(1, "GARD", [("treatment", "Rest.")]), _text(2, "GARD", [("information", "The skin is blue.")])
    assert aspects([told, silent], shunned=[_text(1)]) == []


def test_a_small_library_leaves_open_what_its_texts_do_not_hold(tmp_path: Path) -> None:
    for number in range(30):
        (tmp_path / "topic").mkdir(exist_ok=True)
        (tmp_path / "topic" / f"text-{number}.md").write_text("text", encoding="utf-8")
        (tmp_path / "topic" / f"text-{number}.questions.yaml").write_text("[]", encoding="utf-8")
    items = [
        Item(
            id=f"i{number}", question="What?", topic=f"text-{number}",
            nuggets=(Nugget(text="fact", vital=True, sentences=(_sentence(number),)),),
        )
        for number in range(30)
    ]  # fmt: skip
    sources = small(tmp_path, items)
    assert [len(source.files) for source in sources] == [2 * size for size in (2, 5, 10, 16)]
    for source in sources:
        held = {file.name.partition(".")[0].replace("text-", "i") for file in source.files}
        yes, no = _split(source.suites["small"])
        assert yes == held
        assert no == {item.id for item in items} - held


def _sentence(number: int) -> SentenceReference:
    return SentenceReference(document_id=f"text-{number}", begins="The fact is")


def test_tables_that_are_not_there_are_told(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="checkout"):
        tables(tmp_path)


def test_the_tests_tables_and_the_questions_from_titles_are_asked_of_the_library_that_ships() -> None:
    assert not tables().has_texts
    assert {item.answerable for item in tables().suites["tables"]} == {True, False}
    assert all(item.answerable for item in from_titles().suites["libq"])


def test_a_suite_that_was_written_is_read_as_it_was(tmp_path: Path) -> None:
    source = Source("own", {"own": [asked("a", "Who?", "t", True), asked("b", "How?", "t", False)]})
    source.write(tmp_path)
    items = load_suite(f"jsonl:{source.suite_file(tmp_path, 'own')}").items
    assert [(item.is_answerable, item.split, item.kind) for item in items] == [
        (True, "dev", Kind.SINGLE),
        (False, "dev", Kind.UNANSWERABLE),
    ]


def test_the_command_asks_each_suite_of_its_own_library(tmp_path: Path) -> None:
    own = Source("own", {"own": [asked("a", "Who?", "t", True)]}, lines=[{"_id": "a", "text": "A."}])
    beside = Source("beside", {"beside": [asked("a", "Who?", "t", True)]})
    with_questions, without = commands([own, beside], tmp_path, Path("shipped")).splitlines()
    assert "shipped=starter shipped=practice shipped=bedside shipped=twins shipped=strangers" in with_questions
    assert f"{tmp_path}/own/data=jsonl:{tmp_path}/own/own.jsonl" in with_questions
    assert f"shipped=jsonl:{tmp_path}/beside/beside.jsonl" in with_questions
    assert without == with_questions.replace(" --write", " --without-questions --write")


def test_without_questions_their_signs_say_nothing() -> None:
    point = Judged("edition", "suite", "topic", "Who?", [1.0] * len(FEATURES), True, "digest")
    values = dict(zip(FEATURES, _without_questions(point).values, strict=True))
    assert {name for name, value in values.items() if not value} == set(_OF_QUESTIONS)
