"""API keys: random secrets of which only a hash is kept."""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Callable
from datetime import datetime
from hashlib import sha256

from sqlalchemy import exists, insert, select, update
from sqlalchemy.exc import IntegrityError

from corpus.errors import BadInputError, NotFoundError
from service.store.database import Database
from service.store.records import Key, Role
from service.store.schema import KeyRow

PREFIX = "fn_"
SHORTEST_SECRET = 32
LONGEST_SECRET = 512
_LONGEST_NAME = 200
_ANY = select(exists(select(KeyRow.id)))
_COLUMNS = (KeyRow.id, KeyRow.name, KeyRow.role, KeyRow.created, KeyRow.revoked)


def _hash(secret: str) -> str:
    # One round is enough: a secret is random (256 bits), so there is nothing to guess that a slow hash would slow down.
    return sha256(b"footnote-key:" + secret.encode()).hexdigest()


class Keys:
    """Reads and writes keys."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock
        self._any_ever = False

    async def create(self, role: Role, name: str = "") -> tuple[Key, str]:
        """A new key and its secret, which is shown this once and not kept. Raises BadInputError for too long a name."""
        while True:  # once: a new random secret is known already in no lifetime
            secret = PREFIX + secrets.token_urlsafe(32)
            key = await self.adopt(secret, role, name)
            if key is not None:
                return key, secret

    async def adopt(self, secret: str, role: Role, name: str = "") -> Key | None:
        """Make a key of a secret that was made elsewhere; None when it is known already, be it revoked.

        Raises BadInputError for a secret that is too short to be one or could not travel in a header.
        """
        usable = secret.isascii() and secret.isprintable() and " " not in secret
        if not usable or not SHORTEST_SECRET <= len(secret) <= LONGEST_SECRET:
            raise BadInputError(
                f"An API key has {SHORTEST_SECRET} to {LONGEST_SECRET} printable ASCII characters and no spaces."
            )
        if len(name) > _LONGEST_NAME:
            raise BadInputError(f"The name of a key has at most {_LONGEST_NAME} characters.")
        if not name.isprintable():  # it would steer the terminal that lists it
            raise BadInputError("The name of a key has a character that cannot be printed: leave it out.")
        key = Key(f"k{secrets.token_hex(6)}", name, role, self._clock(), None)
        try:
            async with self._database.writing() as connection:
                await connection.execute(
                    insert(KeyRow).values(
                        id=key.id, name=name, role=role.value, hash=_hash(secret), created=key.created
                    )
                )
        except IntegrityError:
            return None
        return key

    async def find(self, secret: str) -> Key | None:
        """The unrevoked key with this secret, if there is one."""
        presented = _hash(secret)
        query = select(*_COLUMNS, KeyRow.hash).where(KeyRow.hash == presented, KeyRow.revoked.is_(None))
        row = await self._database.read(lambda connection: connection.execute(query).first())
        if row is None or not hmac.compare_digest(row.hash, presented):
            return None
        return Key(row.id, row.name, Role(row.role), row.created, row.revoked)

    async def any_ever(self) -> bool:
        """Whether a key was ever made. Revoked ones count: revoking the last key must not open the service."""
        if not self._any_ever:  # rows are never deleted: once there was a key, there was one
            self._any_ever = bool(await self._database.read(lambda connection: connection.scalar(_ANY)))
        return self._any_ever

    async def all(self) -> list[Key]:
        """All keys, oldest first."""
        async with self._database.reading() as connection:
            rows = (await connection.execute(select(*_COLUMNS).order_by(KeyRow.created, KeyRow.id))).all()
        return [Key(i, name, Role(role), created, revoked) for i, name, role, created, revoked in rows]

    async def revoke(self, key_id: str) -> None:
        """Let a key open nothing any more. Raises NotFoundError; revoking twice keeps the first moment."""
        async with self._database.writing() as connection:
            known = await connection.scalar(select(KeyRow.id).where(KeyRow.id == key_id))
            if known is None:
                raise NotFoundError(f"There is no key {key_id!r}; 'footnote key list' shows those there are.")
            await connection.execute(
                update(KeyRow).where(KeyRow.id == key_id, KeyRow.revoked.is_(None)).values(revoked=self._clock())
            )
