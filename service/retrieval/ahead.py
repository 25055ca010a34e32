"""The passages nearest to a question, looked for in the background once it is embedded: who asks has other work."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

_AT_ONCE = 2
_KEPT = 16  # of which nobody asked for the result, as of a question that was declined


class NearestAhead:
    """Wraps what finds the rows nearest to a text. Thread-safe."""

    def __init__(self, nearest: Callable[[str], list[int]]) -> None:
        self._nearest = nearest
        self._coming: OrderedDict[str, Future[list[int]]] = OrderedDict()
        self._lock = threading.Lock()
        self._threads = ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="nearest")

    def begin(self, text: str) -> None:
        """Begin to look for the rows nearest to ``text``, which will be asked for soon."""
        with self._lock:
            if text not in self._coming:
                self._coming[text] = self._threads.submit(self._nearest, text)
                if len(self._coming) > _KEPT:
                    self._coming.popitem(last=False)[1].cancel()

    def close(self) -> None:
        """Wait for what is being looked for, and begin nothing more."""
        self._threads.shutdown(cancel_futures=True)

    def of(self, text: str) -> list[int]:
        """The rows nearest to ``text``, begun or not."""
        with self._lock:
            coming = self._coming.pop(text, None)
        # What has not begun yet is not waited for.
        if coming is not None and not coming.cancel() and coming.exception() is None:
            return coming.result()
        return self._nearest(text)  # what failed in the background fails here again, where it is told
