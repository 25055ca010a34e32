"""How long each stage of an answer takes."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from service.consultation import Listener


@dataclass(slots=True)
class Clock:
    """Milliseconds of each stage; tells the listener what begins."""

    listener: Listener
    timings: dict[str, float] = field(default_factory=dict)
    _name: str = ""
    _start: float = 0.0
    _begin: float = field(default_factory=time.perf_counter)

    def stage(self, name: str) -> None:
        """The next stage begins, and the one before ends."""
        now = time.perf_counter()
        if self._name:
            self.timings[self._name] = round((now - self._start) * 1000, 2)
        self._name, self._start = name, now
        if name:
            self.listener.stage(name)

    def end(self) -> dict[str, float]:
        """All stages, and the whole as ``total``."""
        self.stage("")
        self.timings["total"] = round((time.perf_counter() - self._begin) * 1000, 2)
        return self.timings
