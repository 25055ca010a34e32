"""Every word of the texts that ship: what is none of them, with a capital, may be somebody's name."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

_TEXTS = Path(__file__).parent / "library"
_READ = ("*.md", "*.questions.yaml", "*.left-open.yaml", "glossary.yaml")
_WORD = re.compile(r"(?<!\w)[^\W\d_]+(?!\w)")
# Names of authors, where something stands, and beginnings of sentences that are cut off in a word.
_NO_TEXT = re.compile(r"^\s*authors:.*$|https?://\S+|^[\s-]*begins:.*$|\[@[^\]]*\]", re.M)


@cache
def known_words() -> frozenset[str]:
    """The words of the texts that ship, of the questions that they answer and of the glossary, in small letters; no
    names of authors.
    """
    return frozenset(word.lower() for word in _written())


@cache
def common_words() -> frozenset[str]:
    """Those of them that are written in small letters anywhere: no names of places and of organisations."""
    return frozenset(word for word in _written() if word.islower())


@cache
def _written() -> frozenset[str]:
    files = sorted(path for kind in _READ for path in _TEXTS.rglob(kind))
    texts = (_NO_TEXT.sub("", path.read_text(encoding="utf-8")) for path in files)
    return frozenset(word for text in texts for word in _WORD.findall(text))
