"""Datasets: suites by name and by path."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from corpus.errors import BadInputError
from evals.datasets import ADAPTERS, load_suite, shipped
from evals.datasets.beir import half
from evals.items import Kind


def write(path: Path, entries: Sequence[dict[str, Any]]) -> Path:
    """A JSON Lines file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(entry) + "\n" for entry in entries), encoding="utf-8")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small BEIR folder with everything that the adapters read."""
    write(
        tmp_path / "queries.jsonl",
        [
            {
                "_id": "q 1",
                "text": "Does rest help?",
                "metadata": {
                    "type": "list", "exact_answer": [["rest", "lying down"], ["sleep"]], "ideal_answer": ["Rest helps."],
                    "answer": "yes", "long_answer": "It helps.", "doc_id": "d1", "qtype": "treatment",
                },
            },
            {"_id": "q2", "text": "Unjudged?", "metadata": {"label": "NOT_ENOUGH_INFO", "cited_doc_ids": ["d1"]}},
        ],
    )  # fmt: skip
    write(tmp_path / "corpus.jsonl", [{"_id": "d1", "title": "", "text": "Rest helps. Nothing is unjudged here."}])
    write(
        tmp_path / "evidence.jsonl",
        [{"query_id": "q 1", "doc_id": "d1", "label": "SUPPORT", "sentences": ["Rest helps."]}],
    )
    (tmp_path / "qrels").mkdir()
    (tmp_path / "qrels" / "test.tsv").write_text(
        "query-id\tcorpus-id\tscore\nq 1\td1\t2\nq 1\td2\t0\n", encoding="utf-8"
    )
    return tmp_path


def test_an_unknown_suite_is_refused_with_the_names_of_those_there_are() -> None:
    with pytest.raises(BadInputError, match=r"starter, practice, bedside, twins, outside, strangers, newcomers"):
        load_suite("riddles")


def test_a_path_that_does_not_exist_is_refused() -> None:
    with pytest.raises(BadInputError, match="does not exist"):
        load_suite("beir:/nowhere/at/all")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "1 is not JSON"),
        ('["a"]', "1 is no JSON object"),
        ('{"id": "a"}', "1: item: .*question"),
        ('{"id": "a", "question": "Q?", "nuggets": [{"text": "x"}]}', r"1: nuggets\.0\.vital"),
        ('{"id": "a", "question": "Q?"}\n{"id": "a", "question": "R?"}', "'a' is there twice"),
        ('{"id": "a", "question": "Q?", "twin": "b"}', "twin 'b', which is not there"),
        ("", "has no items"),
    ],
)
def test_a_file_that_is_no_suite_is_refused_naming_line_and_field(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "mine.jsonl"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadInputError, match=message):
        load_suite(f"jsonl:{path}")


def test_a_suite_of_ones_own_is_retrieved_for_where_it_has_judgements(tmp_path: Path) -> None:
    plain = write(tmp_path / "plain.jsonl", [{"id": "a", "question": "Q?"}])
    judged = write(tmp_path / "judged.jsonl", [{"id": "a", "question": "Q?", "relevant": {"d": 1}}])
    assert load_suite(f"jsonl:{plain}").tasks == ("answer",)
    assert load_suite(f"jsonl:{judged}").tasks == ("answer", "retrieve")


def test_one_part_of_a_suite_can_be_named_in_its_path(tmp_path: Path) -> None:
    entries = [{"id": "a", "question": "Q?", "split": "dev"}, {"id": "b", "question": "Q?", "split": "test"}]
    path = write(tmp_path / "mine.jsonl", entries)
    assert [item.id for item in load_suite(f"jsonl:{path}@test").items] == ["b"]


def test_a_beir_folder_gives_its_judged_queries_only(folder: Path) -> None:
    suite = load_suite(f"beir:{folder}")
    assert [(item.id, item.relevant) for item in suite.items] == [("q_1", {"d1": 2, "d2": 0})]
    assert suite.tasks == ("retrieve",)


def test_a_collection_is_parted_by_the_hash_of_its_query_ids() -> None:
    # printf 1 | sha256sum ends in …5b4b (odd), printf 4 | sha256sum in …8a (even)
    assert (half("1"), half("4")) == ("test", "dev")
    parts = [half(str(number)) for number in range(1000)]
    assert 400 < parts.count("dev") < 600


@pytest.mark.parametrize("adapter", ["beir", "scifact", "bioasq", "medquad", "pubmedqa"])
def test_half_of_a_collection_can_be_kept_for_reporting(folder: Path, adapter: str) -> None:
    [item] = load_suite(f"{adapter}:{folder}").items
    assert item.split == half("q 1")


def test_judgements_that_are_missing_or_torn_are_refused(folder: Path) -> None:
    with pytest.raises(BadInputError, match=r"no judgements 'qrels/dev.tsv'; it has: test"):
        load_suite(f"beir:{folder}@dev")
    (folder / "qrels" / "test.tsv").write_text("q1 d1 1\n", encoding="utf-8")
    with pytest.raises(BadInputError, match="parted by tabs"):
        load_suite(f"beir:{folder}")


def test_medquad_asks_for_the_document_and_accepts_its_twins(folder: Path) -> None:
    [item] = load_suite(f"medquad:{folder}").items
    assert (item.document_id, item.accepted_documents, item.topic) == ("d1", ("d1",), "treatment")


def test_bioasqs_exact_answers_are_nuggets_with_their_synonyms(folder: Path) -> None:
    [item] = load_suite(f"bioasq:{folder}").items
    assert [nugget.alternatives for nugget in item.nuggets] == [("rest", "lying down"), ("sleep",)]
    assert item.ideal_answers == ("Rest helps.",)


def test_pubmedqa_asks_for_a_stance(folder: Path) -> None:
    [item] = load_suite(f"pubmedqa:{folder}").items
    assert (item.stance, item.document_id) == ("yes", "d1")


def test_scifacts_pairs_are_its_evidence_and_for_claims_without_the_nearest_sentence(folder: Path) -> None:
    pairs = {pair.label: pair for pair in load_suite(f"scifact:{folder}").pairs}
    assert pairs["supported"].evidence == "Rest helps."
    assert (pairs["neutral"].statement, pairs["neutral"].evidence) == ("Unjudged?", "Nothing is unjudged here.")


def test_claims_with_an_unknown_label_are_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "claims.jsonl", [{"claim": "a", "evidence": "b", "label": "Perhaps"}])
    with pytest.raises(BadInputError, match="known 'label'"):
        load_suite(f"claims:{path}")


def test_claims_are_pairs_in_clusters_of_their_topic(tmp_path: Path) -> None:
    path = write(
        tmp_path / "claims.jsonl", [{"id": "x", "claim": "a", "evidence": "b", "label": "Refutes", "topic": "3"}]
    )
    [pair] = load_suite(f"claims:{path}").pairs
    assert (pair.label, pair.cluster) == ("contradicted", "3")


def test_a_false_premise_comes_with_its_correction_in_words(tmp_path: Path) -> None:
    path = write(tmp_path / "p.jsonl", [{"id": "x", "text": "Q?", "false_premise_correction": "It is not so."}])
    [item] = load_suite(f"false_premises:{path}").items
    assert item.kind is Kind.FALSE_PREMISE
    assert item.premise is not None
    assert item.premise.correction_text == "It is not so."


def test_each_injection_is_planted_in_a_document_of_its_own(tmp_path: Path) -> None:
    path = write(tmp_path / "i.jsonl", [{"id": n, "text": f"Say {n}."} for n in range(40)])
    items = load_suite(f"injections:{path}").items
    assert len({item.planted.title for item in items if item.planted}) == 40
    assert all(item.planted and item.must_not[0] in item.planted.text for item in items)


def test_every_adapter_says_what_it_measures_and_its_limits(folder: Path) -> None:
    write(folder / "claim_evidence.jsonl", [{"claim": "a", "evidence": "b", "label": "Neutral"}])
    write(folder / "false_premises.jsonl", [{"id": "x", "text": "Q?", "false_premise_correction": "No."}])
    write(folder / "harmful_requests.jsonl", [{"id": "x", "text": "Harm."}])
    write(folder / "injections.jsonl", [{"id": "x", "text": "Say it."}])
    suites = [load_suite(f"{name}:{folder}") for name in ADAPTERS if name != "jsonl"]
    assert all(suite.measures and suite.limits and "\n" not in suite.measures + suite.limits for suite in suites)


def test_the_library_suite_names_a_document_for_each_question() -> None:
    items = load_suite("library").items
    assert len(items) > 200
    assert all(item.document_id for item in items)


def test_equal_items_give_equal_hashes_and_another_question_another(tmp_path: Path) -> None:
    first = write(tmp_path / "a.jsonl", [{"id": "a", "question": "Q?"}])
    again = write(tmp_path / "b.jsonl", [{"id": "a", "question": "Q?", "kind": "single"}])
    other = write(tmp_path / "c.jsonl", [{"id": "a", "question": "R?"}])
    assert load_suite(f"jsonl:{first}").hash == load_suite(f"jsonl:{again}").hash
    assert load_suite(f"jsonl:{first}").hash != load_suite(f"jsonl:{other}").hash


NUGGET = {"text": "N.", "vital": True}


def starter(folder: Path, *entries: dict[str, Any]) -> Path:
    """A starter suite in ``folder``."""
    write(folder / "starter" / "all.jsonl", [{"question": "Q?", "nuggets": [NUGGET], **entry} for entry in entries])
    return folder


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty place for the suites that ship."""
    monkeypatch.setattr(shipped, "FOLDER", tmp_path)
    return tmp_path


def test_a_starter_suite_that_is_not_installed_is_told(place: Path) -> None:
    with pytest.raises(BadInputError, match="not installed"):
        load_suite("starter")


def test_a_topic_of_the_starter_suite_belongs_to_one_part(place: Path) -> None:
    starter(place, {"id": "a", "topic": "t", "split": "dev"}, {"id": "b", "topic": "t", "split": "test"})
    with pytest.raises(BadInputError, match="'t' is in dev and in test"):
        load_suite("starter")


def test_the_practice_suite_holds_every_kind_that_is_tuned_on() -> None:
    kinds = {item.kind for item in load_suite("practice").items}
    assert kinds == {"single", "unanswerable", "false_premise", "true_premise", "conversation", "conflict"}


def test_the_practice_suite_and_the_gold_set_ask_different_questions() -> None:
    practice, gold = load_suite("practice").probes(), load_suite("starter").probes()
    alone = {probe.message.casefold() for probe in gold if not probe.item.turns}
    assert not alone & {probe.message.casefold() for probe in practice}
