"""``footnote key``: create, list and revoke API keys."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from corpus.command_line import data_option, json_option, print_json
from corpus.settings import Settings, load_settings, require_data
from service.store import Key, Role, Store

_T = TypeVar("_T")


@click.group()
def key() -> None:
    """Create, list and revoke API keys.

    While no key has ever been made, the service answers its own machine only, and without one. From the first key on,
    every request needs one.
    """


@key.command()
@click.option("--role", type=click.Choice([role.value for role in Role]), required=True, help="What the key may do.")
@click.option("--name", default="", help="Whose or what for, for your own lists.")
@data_option
@json_option
def create(role: str, name: str, data: Path | None, as_json: bool) -> None:
    """Create a key. It is shown once: only a hash of it is kept."""

    async def work(store: Store) -> tuple[Key, str]:
        made, secret = await store.keys.create(Role(role), name)
        await store.audit.note("key.create", about=made.id)
        return made, secret

    made, secret = _with_store(load_settings(data=data), work)
    if as_json:
        print_json({**_as_json(made), "key": secret})
        return
    click.echo(secret)
    click.echo(f"Key {made.id} for the role {made.role}. It is shown this once; keep it safe.", err=True)


@key.command("list")
@data_option
@json_option
def list_keys(data: Path | None, as_json: bool) -> None:
    """List the keys, oldest first."""

    async def work(store: Store) -> list[Key]:
        return await store.keys.all()

    keys = _with_store(_settings_of_keys(data), work)
    if as_json:
        print_json([_as_json(one) for one in keys])
        return
    if not keys:
        click.echo("There is no key: the service answers its own machine only.")
    for one in keys:
        state = f"revoked {one.revoked:%Y-%m-%d}" if one.revoked else "valid"
        click.echo(f"{one.id}  {one.role:<9}  {one.created:%Y-%m-%d}  {state:<18}  {one.name}".rstrip())


@key.command()
@click.argument("key_id", metavar="ID")
@data_option
@json_option
def revoke(key_id: str, data: Path | None, as_json: bool) -> None:
    """Revoke the key with this ID ('footnote key list' shows it). It opens nothing from that moment on."""

    async def work(store: Store) -> Key:
        await store.keys.revoke(key_id)
        await store.audit.note("key.revoke", about=key_id)
        return next(one for one in await store.keys.all() if one.id == key_id)

    revoked = _with_store(_settings_of_keys(data), work)
    if as_json:
        print_json(_as_json(revoked))
    else:
        click.echo(f"Key {revoked.id} is revoked.")


def _settings_of_keys(data: Path | None) -> Settings:
    """Where the keys are that have been made. Raises BadInputError where they would be in a data directory that is not
    there: opening the database would make it.
    """
    settings = load_settings(data=data)
    if settings.database_url is None:
        require_data(settings)
    return settings


def _with_store(settings: Settings, work: Callable[[Store], Awaitable[_T]]) -> _T:
    async def run() -> _T:
        store = await Store.open(settings)
        try:
            return await work(store)
        finally:
            await store.close()

    return asyncio.run(run())


def _as_json(one: Key) -> dict[str, Any]:
    return {
        "id": one.id,
        "name": one.name,
        "role": one.role.value,
        "created_at": one.created.isoformat(),
        "revoked_at": one.revoked.isoformat() if one.revoked else None,
    }
