"""Words put together for a reader."""

from __future__ import annotations


def listed(names: list[str]) -> str:
    """ "a", "a and b", "a, b and c". At least one name."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def capital(text: str) -> str:
    """The first letter capital."""
    return text[:1].upper() + text[1:]
