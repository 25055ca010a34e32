"""Keys: only their holder knows them, and a revoked one opens nothing."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from corpus.errors import BadInputError, NotFoundError
from corpus.settings import Settings
from service.store import Role, Store
from service.store.database import Database, database_url
from tests.service.store.conftest import Clock

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize(
    "secret",
    ["", "x" * 31, "x" * 513, "with a space " * 4, "x" * 40 + "\n" + "x" * 40, "ü" * 40, "x" * 40 + "\0"],
)
async def test_a_secret_that_is_short_or_cannot_travel_in_a_header_is_refused(store: Store, secret: str) -> None:
    with pytest.raises(BadInputError):
        await store.keys.adopt(secret, Role.ADMIN)
    assert not await store.keys.any_ever()


async def test_an_unknown_secret_finds_nothing(store: Store) -> None:
    _, secret = await store.keys.create(Role.ADMIN)
    for other in ("", "fn_", secret[:-1], secret + "x", secret.upper(), "ü"):
        assert await store.keys.find(other) is None


async def test_a_revoked_key_opens_nothing_and_still_counts_as_having_existed(store: Store, clock: Clock) -> None:
    key, secret = await store.keys.create(Role.ADMIN)
    await store.keys.revoke(key.id)
    assert await store.keys.find(secret) is None
    assert await store.keys.any_ever()
    (listed,) = await store.keys.all()
    assert listed.revoked == clock.now


async def test_revoking_again_keeps_the_first_moment(store: Store, clock: Clock) -> None:
    key, _ = await store.keys.create(Role.ADMIN)
    first = clock.now
    await store.keys.revoke(key.id)
    clock.go_on(days=1)
    await store.keys.revoke(key.id)
    assert [listed.revoked for listed in await store.keys.all()] == [first]


async def test_revoking_a_key_that_never_was_is_refused(store: Store) -> None:
    with pytest.raises(NotFoundError, match="footnote key list"):
        await store.keys.revoke("k0")


async def test_a_secret_made_elsewhere_becomes_one_key_however_often_it_is_given(store: Store) -> None:
    secret = "s" * 64
    key = await store.keys.adopt(secret, Role.ADMIN, "bootstrap")
    assert key is not None
    assert await store.keys.adopt(secret, Role.ADMIN, "bootstrap") is None
    await store.keys.revoke(key.id)
    assert await store.keys.adopt(secret, Role.ADMIN, "bootstrap") is None
    assert await store.keys.find(secret) is None
    assert len(await store.keys.all()) == 1


async def test_too_long_a_name_is_refused(store: Store) -> None:
    with pytest.raises(BadInputError, match="200"):
        await store.keys.create(Role.CLINICIAN, "n" * 201)


async def test_a_name_that_would_steer_a_terminal_is_refused(store: Store) -> None:
    with pytest.raises(BadInputError, match="cannot be printed"):
        await store.keys.create(Role.CLINICIAN, "ward\x1b[2J 3")


@pytest.mark.parametrize("role", list(Role))
async def test_a_new_key_is_found_by_its_secret_with_its_role(store: Store, role: Role) -> None:
    key, secret = await store.keys.create(role, "ward 3")
    assert secret.startswith("fn_")
    assert len(secret) >= 43
    assert await store.keys.find(secret) == key
    assert (key.role, key.name) == (role, "ward 3")


async def test_no_two_keys_are_alike(store: Store) -> None:
    made = [await store.keys.create(Role.CLINICIAN) for _ in range(5)]
    assert len({secret for _, secret in made}) == len({key.id for key, _ in made}) == 5


async def test_the_secret_itself_is_not_kept(store: Store, settings: Settings) -> None:
    _, secret = await store.keys.create(Role.ADMIN)
    database = Database(database_url(settings))
    async with database.reading() as connection:
        rows = (await connection.execute(text("SELECT * FROM keys"))).all()
    await database.close()
    assert rows
    assert secret.removeprefix("fn_") not in str(rows)
