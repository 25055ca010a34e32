"""Who may do what: API keys, their roles, and the open door on loopback while no key has ever existed."""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import BadInputError, FootnoteError
from service.store import Key, Role, Store


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks. Without a key (on loopback, while none has ever existed) everything is allowed."""

    key_id: str | None = None
    role: Role | None = None

    def may(self, roles: Collection[Role]) -> bool:
        """Whether one of ``roles`` is the caller's."""
        return self.role is None or self.role in roles


class KeyRequiredError(FootnoteError):
    """A key is needed and none was given."""

    code = "key_required"
    status = 401


class KeyInvalidError(FootnoteError):
    """The key that was given opens nothing: unknown, mistyped or revoked."""

    code = "key_invalid"
    status = 401


async def admit(store: Store, authorization: str | None, client: str | None) -> Caller:
    """The caller of a request. Raises KeyRequiredError or KeyInvalidError.

    authorization: the header of that name. client: the caller's address, None on a socket file.
    While no key has ever existed, whoever asks from this machine may do everything, and nobody else anything.
    """
    if not await store.keys.any_ever():
        if client is None or is_loopback(client):
            return Caller()
        raise KeyRequiredError(
            "No API key exists yet, so only the machine itself is answered: 'footnote key create' there."
        )
    scheme, _, secret = (authorization or "").strip().partition(" ")
    if scheme.lower() != "bearer" or not secret.strip():
        raise KeyRequiredError("Send an API key: 'Authorization: Bearer fn_…'.")
    key = await store.keys.find(secret.strip())
    if key is None:
        raise KeyInvalidError("This API key is unknown or has been revoked; ask an administrator for another.")
    return Caller(key.id, key.role)


async def adopt_bootstrap_key(store: Store, file: Path) -> Key | None:
    """Make an administrator's key of the secret in ``file``; None when it was made before (be it revoked since).

    Raises BadInputError when the file cannot be read or does not hold a key.
    """
    try:
        secret = (await asyncio.to_thread(file.read_text, encoding="utf-8")).strip()
    except (OSError, UnicodeDecodeError) as error:
        raise BadInputError(f"FOOTNOTE_BOOTSTRAP_KEY_FILE: {file} cannot be read ({type(error).__name__}).") from None
    try:
        key = await store.keys.adopt(secret, Role.ADMIN, "bootstrap")
    except BadInputError as error:
        raise BadInputError(f"FOOTNOTE_BOOTSTRAP_KEY_FILE: {file}: {error.message}") from None
    if key is not None:
        await store.audit.note("key.bootstrap", about=key.id)
    return key


def is_loopback(address: str) -> bool:
    """Whether an IP address is this machine's own; False for what is no address."""
    try:
        parsed = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    mapped = getattr(parsed, "ipv4_mapped", None)
    return (mapped or parsed).is_loopback


def listening_addresses(host: str) -> list[tuple[socket.AddressFamily, str]]:
    """The addresses that listening on ``host`` means, IPv4 first. Raises BadInputError for an unknown name."""
    try:
        found = socket.getaddrinfo(host or None, 0, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except (OSError, UnicodeError):
        raise BadInputError(
            f"The host {host!r} cannot be resolved: give an address or a name of this machine."
        ) from None
    pairs = {
        (family, str(address[0])) for family, _, _, _, address in found if family in (socket.AF_INET, socket.AF_INET6)
    }
    return sorted(pairs, key=lambda pair: (pair[0] != socket.AF_INET, pair[1]))
