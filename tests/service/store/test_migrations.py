"""Migrations: from nothing, from the first tables with rows in them, by several processes at once."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, inspect, text

from corpus.errors import NotFoundError
from corpus.settings import Settings
from service.store import NewTurn, Role, Store, StoreError
from service.store.database import Database, database_url
from service.store.schema import Base

pytestmark = pytest.mark.anyio


async def test_a_database_of_a_newer_footnote_is_refused(settings: Settings) -> None:
    await (await Store.open(settings)).close()
    database = Database(database_url(settings))
    async with database.writing() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    await database.close()
    with pytest.raises(StoreError, match="newer version"):
        await Store.open(settings)


async def test_what_fails_in_a_transaction_leaves_no_table_behind(settings: Settings) -> None:
    database = Database(database_url(settings))
    await database.migrate()

    async def fail_halfway() -> None:
        async with database.writing() as connection:
            await connection.execute(text("CREATE TABLE half_done (id INTEGER)"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fail_halfway()
    async with database.reading() as connection:
        tables = await connection.run_sync(lambda plain: inspect(plain).get_table_names())
    await database.close()
    assert "keys" in tables
    assert "half_done" not in tables


async def test_from_nothing_the_migrations_make_the_tables_of_the_models(settings: Settings) -> None:
    database = Database(database_url(settings))
    await database.migrate()

    def differences(connection: Connection) -> list[object]:
        return list(compare_metadata(MigrationContext.configure(connection), Base.metadata))

    async with database.reading() as connection:
        assert await connection.run_sync(differences) == []
    await database.close()


async def test_the_first_tables_with_rows_in_them_are_brought_up_to_date(settings: Settings) -> None:
    database = Database(database_url(settings))
    await database.migrate("0001")
    conversation, moment = "c" + "0" * 32, datetime(2026, 1, 1, tzinfo=UTC)
    values = {"id": conversation, "moment": moment if database.dialect == "postgresql" else "2026-01-01 00:00:00"}
    async with database.writing() as connection:
        for statement in (
            "INSERT INTO keys VALUES ('k1', 'ward', 'admin', 'hash', :moment, NULL)",
            "INSERT INTO conversations VALUES (:id, 'k1', :moment, :moment)",
            "INSERT INTO turns VALUES (:id, 0, 'question', 'standalone', '{}', 'e1', :moment)",
            "INSERT INTO audit (at, action, status) VALUES (:moment, 'chat', 'answered')",
        ):
            used = {name: value for name, value in values.items() if f":{name}" in statement}
            await connection.execute(text(statement), used)
    await database.close()

    store = await Store.open(settings)
    try:
        (key,) = await store.keys.all()
        (turn,) = await store.conversations.turns(conversation, "k1")
        (entry,) = await store.audit.latest()
        await store.conversations.go_on(conversation, "k1", NewTurn("q", "q", "{}", None))
    finally:
        await store.close()
    assert (key.id, key.role, key.created) == ("k1", Role.ADMIN, moment)
    assert (turn.question, turn.edition, turn.created) == ("question", "e1", moment)
    assert (entry.action, entry.at) == ("chat", moment)


async def test_opening_again_changes_nothing(settings: Settings) -> None:
    store = await Store.open(settings)
    key, _ = await store.keys.create(Role.ADMIN)
    await store.close()
    store = await Store.open(settings)
    assert [each.id for each in await store.keys.all()] == [key.id]
    await store.close()


async def test_foreign_keys_hold(store: Store) -> None:
    with pytest.raises(Exception, match=r"(?i)foreign key"):
        await store.conversations.start("c" + "0" * 32, "no-such-key", NewTurn("q", "q", "{}", None))
    with pytest.raises(NotFoundError):
        await store.conversations.head("c" + "0" * 32, "no-such-key")


def test_several_processes_may_start_on_an_empty_database_at_once(settings: Settings) -> None:
    program = (
        "import asyncio, sys\n"
        "from corpus.settings import load_settings\n"
        "from service.store import Role, Store\n"
        "async def main():\n"
        "    store = await Store.open(load_settings())\n"
        "    await store.keys.create(Role.CLINICIAN)\n"
        "    await store.close()\n"
        "asyncio.run(main())\n"
    )
    environment = {**os.environ, "FOOTNOTE_DATA": str(settings.data), "PYTHONPATH": str(Path(__file__).parents[3])}
    if settings.database_url:
        environment["FOOTNOTE_DATABASE_URL"] = settings.database_url
    processes = [
        subprocess.Popen([sys.executable, "-c", program], env=environment, stderr=subprocess.PIPE, text=True)
        for _ in range(4)
    ]
    ends = [(process.communicate()[1], process.returncode) for process in processes]
    assert ends == [("", 0)] * 4
