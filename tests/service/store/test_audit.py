"""The audit: who did what, and how it ended."""

from __future__ import annotations

import pytest

from service.store import AuditEntry, Store
from tests.service.store.conftest import Clock

pytestmark = pytest.mark.anyio


async def test_lines_come_back_newest_first(store: Store, clock: Clock) -> None:
    first = clock.now
    await store.audit.note("chat", key="k1", about="c1", status="answered", edition="e1")
    clock.go_on(seconds=1)
    await store.audit.note("key.create")
    assert await store.audit.latest() == [
        AuditEntry(clock.now, None, "key.create", None, "ok", None),
        AuditEntry(first, "k1", "chat", "c1", "answered", "e1"),
    ]
    assert len(await store.audit.latest(limit=1)) == 1
