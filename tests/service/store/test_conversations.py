"""Conversations: nobody's but their owner's, and no turn is lost."""

from __future__ import annotations

import asyncio
import json

import pytest
from sqlalchemy.exc import IntegrityError

from corpus.errors import NotFoundError
from corpus.settings import Settings
from corpus.shelf import Shelf
from service.store import AuditLine, ConversationHead, NewTurn, Role, Store, new_conversation_id
from tests.service.store.conftest import Clock

pytestmark = pytest.mark.anyio


async def _key(store: Store) -> str:
    key, _ = await store.keys.create(Role.CLINICIAN)
    return key.id


async def _held(store: Store, turn: NewTurn, owner: str | None = None) -> str:
    conversation = new_conversation_id()
    await store.conversations.start(conversation, owner, turn)
    return conversation


@pytest.mark.parametrize("name", ["", "c1", "x" * 5000, "c\0", "c" + "0" * 32])
async def test_a_conversation_that_never_was_is_not_found(store: Store, turn: NewTurn, name: str) -> None:
    for attempt in (
        store.conversations.turns(name, None),
        store.conversations.head(name, None),
        store.conversations.go_on(name, None, turn),
        store.conversations.delete(name, None),
    ):
        with pytest.raises(NotFoundError):
            await attempt


async def test_a_turn_and_its_line_in_the_audit_are_kept_both_or_neither(store: Store, turn: NewTurn) -> None:
    with pytest.raises(NotFoundError):
        await store.conversations.go_on(new_conversation_id(), None, turn, AuditLine("chat"))
    unheard_of = AuditLine("chat", status=None)  # type: ignore[arg-type]  # which the table refuses
    conversation = new_conversation_id()
    with pytest.raises(IntegrityError):
        await store.conversations.start(conversation, None, turn, unheard_of)
    assert await store.audit.latest() == []
    assert await store.conversations.page(None, 10) == ([], 0)
    await store.conversations.start(conversation, None, turn, AuditLine("chat", None, conversation, "answered", "e1"))
    [line] = await store.audit.latest()
    assert (line.action, line.object, line.status, line.edition) == ("chat", conversation, "answered", "e1")
    assert len(await store.conversations.turns(conversation, None)) == 1


async def test_a_conversation_does_not_exist_for_another_key_or_for_none(store: Store, turn: NewTurn) -> None:
    mine, other = await _key(store), await _key(store)
    conversation = await _held(store, turn, mine)
    for stranger in (other, None):
        with pytest.raises(NotFoundError):
            await store.conversations.turns(conversation, stranger)
        with pytest.raises(NotFoundError):
            await store.conversations.head(conversation, stranger)
        with pytest.raises(NotFoundError):
            await store.conversations.go_on(conversation, stranger, turn)
        with pytest.raises(NotFoundError):
            await store.conversations.delete(conversation, stranger)
        assert await store.conversations.page(stranger, 10) == ([], 0)
    assert len(await store.conversations.turns(conversation, mine)) == 1


async def test_a_conversation_of_the_keyless_time_does_not_exist_for_a_key(store: Store, turn: NewTurn) -> None:
    conversation = await _held(store, turn, None)
    with pytest.raises(NotFoundError):
        await store.conversations.turns(conversation, await _key(store))


async def test_going_on_after_deletion_is_refused_and_leaves_nothing(
    store: Store, settings: Settings, turn: NewTurn
) -> None:
    conversation = await _held(store, turn)
    await store.conversations.delete(conversation, None)
    with pytest.raises(NotFoundError):
        await store.conversations.go_on(conversation, None, turn)
    assert await store.conversations.page(None, 10) == ([], 0)
    assert Shelf(settings.shelf_directory).cited() == set()


async def test_a_turn_comes_back_as_it_was_kept(store: Store, turn: NewTurn, clock: Clock) -> None:
    conversation = await _held(store, turn)
    (kept,) = await store.conversations.turns(conversation, None)
    assert (kept.position, kept.question, kept.standalone_question, kept.edition, kept.created) == (
        0, turn.question, turn.standalone_question, "e1", clock.now
    )  # fmt: skip
    assert kept.answer == json.loads(turn.answer_json)


async def test_turns_that_arrive_together_are_all_kept_one_after_the_other(
    settings: Settings, store: Store, turn: NewTurn
) -> None:
    conversation = await _held(store, turn)
    worker = await Store.open(settings)  # a second process would have its own connections, too
    try:
        stores = [store, worker] * 10
        positions = await asyncio.gather(*(each.conversations.go_on(conversation, None, turn) for each in stores))
    finally:
        await worker.close()
    assert sorted(positions) == list(range(1, 21))
    kept = await store.conversations.turns(conversation, None)
    assert [each.position for each in kept] == list(range(21))


async def test_the_last_turns_are_given_in_their_order(store: Store, turn: NewTurn) -> None:
    conversation = await _held(store, turn)
    for number in range(1, 6):
        await store.conversations.go_on(conversation, None, turn._replace(question=f"question {number}"))
    kept = await store.conversations.turns(conversation, None, last=2)
    assert [each.question for each in kept] == ["question 4", "question 5"]


async def test_a_list_names_each_conversation_once_last_used_first_across_pages(
    store: Store, turn: NewTurn, clock: Clock
) -> None:
    conversations = []
    for number in range(5):
        if number != 2:
            clock.go_on(minutes=1)  # two of them in the same moment
        conversations.append(await _held(store, turn._replace(question=f"question {number}")))
    clock.go_on(minutes=1)
    await store.conversations.go_on(conversations[0], None, turn)
    seen: list[ConversationHead] = []
    place = None
    while True:
        heads, total = await store.conversations.page(None, 2, place)
        assert total == 5
        if not heads:
            break
        seen += heads
        place = (heads[-1].updated, heads[-1].id)
    assert [head.updated for head in seen] == sorted((head.updated for head in seen), reverse=True)
    assert seen[0].id == conversations[0]
    assert sorted(head.id for head in seen) == sorted(conversations)
    assert (seen[0].first_question, seen[0].turns) == ("question 0", 2)


async def test_deleting_all_takes_the_owners_and_leaves_the_others(store: Store, turn: NewTurn) -> None:
    mine, other = await _key(store), await _key(store)
    for owner in (mine, mine, other, None):
        await _held(store, turn, owner)
    assert await store.conversations.delete_all(mine) == 2
    assert (await store.conversations.page(mine, 10))[1] == 0
    assert (await store.conversations.page(other, 10))[1] == 1
    assert (await store.conversations.page(None, 10))[1] == 1


async def test_retention_removes_what_was_not_used_since_and_notes_it(
    store: Store, turn: NewTurn, clock: Clock
) -> None:
    old, renewed = await _held(store, turn), await _held(store, turn)
    clock.go_on(days=29)
    await store.conversations.go_on(renewed, None, turn)
    clock.go_on(days=2)
    assert await store.expire(days=30) == 1
    with pytest.raises(NotFoundError):
        await store.conversations.turns(old, None)
    assert len(await store.conversations.turns(renewed, None)) == 2
    assert [(entry.action, entry.object) for entry in await store.audit.latest()] == [("conversations.expire", "1")]


async def test_retention_with_nothing_to_remove_notes_nothing(store: Store, turn: NewTurn) -> None:
    await _held(store, turn)
    assert await store.expire(days=1) == 0
    assert await store.audit.latest() == []


async def test_an_edition_is_marked_as_cited_as_long_as_a_kept_answer_cites_it(
    store: Store, settings: Settings, turn: NewTurn
) -> None:
    shelf = Shelf(settings.shelf_directory)
    first, second = await _held(store, turn), await _held(store, turn)
    await store.conversations.go_on(second, None, turn._replace(edition="e2"))
    await store.conversations.go_on(second, None, turn._replace(edition=None))
    assert shelf.cited() == {"e1", "e2"}
    await store.conversations.delete(second, None)
    assert shelf.cited() == {"e1"}
    await store.conversations.delete(first, None)
    assert shelf.cited() == set()


async def test_marks_are_put_right_when_they_differ_from_what_is_kept(
    store: Store, settings: Settings, turn: NewTurn
) -> None:
    await _held(store, turn)
    shelf = Shelf(settings.shelf_directory)
    shelf.mark_cited(["of-a-lost-transaction"])
    (settings.shelf_directory / "cited" / "e1").unlink()
    await store.conversations.forget_marks()
    assert shelf.cited() == {"e1"}
