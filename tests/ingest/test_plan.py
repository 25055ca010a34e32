"""The plan: what an ingest has to change, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Document, Source
from ingest.gates import loss_gates
from ingest.loaders import Failure
from ingest.plan import Plan, make_plan

Current = dict[str, tuple[str, str, str]]


def doc(identifier: str, text: str = "Text.", origin: str = "here", path: str | None = None) -> Document:
    source = Source(identifier, document_id=identifier)
    return Document(
        id=identifier,
        title="",
        text=text,
        sections=(),
        sources=(source,),
        origin=origin,
        path=path or f"{identifier}.md",
    )


def current(*documents: Document) -> Current:
    return {d.id: (d.origin, d.content_hash(), d.path) for d in documents}


def plan(
    before: Current, now: Iterable[Document | Failure], origins: tuple[str, ...] = ("here",), only: bool = False
) -> Plan:
    return make_plan(before, now, origins, only)


DOCUMENTS = st.dictionaries(st.sampled_from("abcdef"), st.sampled_from(["one", "two"]))


@given(DOCUMENTS, DOCUMENTS)
def test_what_was_given_replaces_what_the_path_gave_before(before: dict[str, str], now: dict[str, str]) -> None:
    found = plan(current(*(doc(i, t) for i, t in before.items())), [doc(i, t) for i, t in now.items()])
    assert set(found.added) == now.keys() - before.keys()
    assert set(found.removed) == set(found.lost) == before.keys() - now.keys()
    assert set(found.changed) == {i for i in now.keys() & before.keys() if now[i] != before[i]}
    assert set(found.unchanged) == {i for i in now.keys() & before.keys() if now[i] == before[i]}
    assert [d.id for d in found.load] == [i for i in now if i not in found.unchanged]


@given(DOCUMENTS)
def test_nothing_is_to_be_done_where_nothing_changed(texts: dict[str, str]) -> None:
    documents = [doc(i, t) for i, t in texts.items()]
    found = plan(current(*documents), documents)
    assert found.empty
    assert not found.load


def test_another_place_in_the_folder_is_no_change() -> None:
    assert plan(current(doc("a", path="old/a.md")), [doc("a", path="new/a.md")]).empty


@pytest.mark.parametrize(("only", "removed"), [(False, []), (True, ["b"])])
def test_what_another_path_gave_stays_unless_only_is_set(only: bool, removed: list[str]) -> None:
    found = plan(current(doc("a"), doc("b", origin="there")), [doc("a")], only=only)
    assert found.removed == removed
    assert not found.lost


def test_an_id_that_another_path_has_taken_is_a_failure_that_names_both() -> None:
    found = plan(current(doc("a", origin="there")), [doc("a", path="x.md")])
    assert [(failure.path, failure.reason) for failure in found.failed] == [
        ("x.md", "the id 'a' is already taken by a document of there")
    ]
    assert found.unchanged == ["a"]


def test_an_id_may_be_taken_over_where_the_other_path_is_given_too_or_only_is_set() -> None:
    before = current(doc("a", origin="there"))
    assert plan(before, [doc("a")], origins=("here", "there")).changed == ["a"]
    assert plan(before, [doc("a")], only=True).changed == ["a"]


def test_two_documents_of_one_id_are_a_failure_of_the_second() -> None:
    found = plan({}, [doc("a", path="x.md"), doc("a", "Other.", path="y.md")])
    assert found.added == ["a"]
    assert [(failure.path, failure.reason) for failure in found.failed] == [
        ("y.md", "the id 'a' is already taken by x.md")
    ]


@pytest.mark.parametrize(
    ("path", "failed"),
    [
        ("a.md", "a.md"),
        ("set:3", "set:3"),
        ("set:3", "set"),
        ("sub/deep/a.md", "sub"),
        ("a.md", "."),
    ],
)
def test_the_document_of_a_file_that_failed_stays_as_it_was(path: str, failed: str) -> None:
    found = plan(current(doc("a", path=path)), [Failure(failed, "broken", "here")])
    assert (found.removed, found.unchanged) == ([], ["a"])


@pytest.mark.parametrize("failure", [Failure("b.md", "broken", "here"), Failure("a.md", "broken", "there")])
def test_a_failure_elsewhere_keeps_no_document(failure: Failure) -> None:
    found = plan(current(doc("a")), [failure], origins=("here", "there"))
    assert found.removed == ["a"]


class TestLossGates:
    def passed(self, found: Plan, before: int = 0, **shares: float) -> dict[str, bool]:
        limits = {"max_failed_share": 0.5, "max_lost_share": 0.3, **shares}
        return {gate.gate: gate.passed for gate in loss_gates(found, before, after=1, **limits)}

    def test_a_share_up_to_the_limit_may_be_unreadable(self) -> None:
        broken = [Failure("x", "broken", "here")]
        assert self.passed(plan({}, [doc("a"), *broken]))["unreadable"]
        assert not self.passed(plan({}, [doc("a"), *broken, *broken]))["unreadable"]
        assert not self.passed(plan({}, [doc("a"), *broken]), max_failed_share=0.4)["unreadable"]

    def test_documents_of_other_paths_do_not_thin_out_the_share_of_failures(self) -> None:
        others = [doc(str(number), origin="there") for number in range(100)]
        found = plan(current(*others), [Failure("x", "broken", "here")])
        assert not self.passed(found, before=0)["unreadable"]

    @pytest.mark.parametrize(("kept", "passed"), [(9, True), (7, True), (6, False), (0, False)])
    def test_a_share_up_to_the_limit_may_be_lost(self, kept: int, passed: bool) -> None:
        before = [doc(str(number)) for number in range(10)]
        assert self.passed(plan(current(*before), before[:kept]), before=10)["lost"] is passed

    def test_one_lost_document_is_never_too_much(self) -> None:
        assert self.passed(plan(current(doc("a"), doc("b")), [doc("a")]), before=2)["lost"]

    def test_what_only_takes_out_is_not_lost(self) -> None:
        others = [doc(str(number), origin="there") for number in range(100)]
        assert self.passed(plan(current(*others), [doc("a")], only=True), before=0)["lost"]

    def test_the_last_document_may_not_go(self) -> None:
        found = plan(current(doc("a")), [])
        gates = {gate.gate: gate.passed for gate in loss_gates(found, 1, after=0, max_failed_share=1, max_lost_share=1)}
        assert not gates["not empty"]
