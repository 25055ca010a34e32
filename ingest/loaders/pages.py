"""Pages of a text that was taken out of a PDF: their numbers, without what is printed at the edge of each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

_EDGE = 3  # lines at the top and at the bottom of a page that may be its header or footer
_NUMBER = re.compile(r"-?\s*\d{1,3}\s*-?")
_FURNITURE = re.compile(
    r"(?:page\s+)?\d{1,3}\s*(?:of|/)\s*\d{1,3}\.?|page\s+\d{1,3}(?:\s+of\s+\d{1,3})?\b.{0,60}|(?:file|https?)://\S+"
    r"|\d{1,2}[/.]\d{1,2}[/.]\d{2,4},?\s+\d{1,2}:\d{2}(?:\s*[AP]M)?",
    re.IGNORECASE,
)


def pages_of(text: str) -> Iterator[tuple[int | None, list[str]]]:
    """(number, lines) of each page of ``text``, which parts them by form feeds; None and all lines where it has none.

    Left out are numbers of pages, addresses and times of printing that stand alone in a line, and lines at the edge of
    a page that come again, but for their figures, at the edge of half of the others.
    """
    pages = [page.split("\n") for page in text.split("\f")]
    while len(pages) > 1 and not any(line.strip() for line in pages[-1]):
        pages.pop()
    if len(pages) == 1:
        yield None, [line for line in pages[0] if not _FURNITURE.fullmatch(line.strip())]
        return
    edges = [_edges(page) for page in pages]
    often = Counter(key for page, numbers in zip(pages, edges, strict=True) for key in {_key(page[n]) for n in numbers})
    repeated = {key for key, count in often.items() if count > 1 and count >= len(pages) / 2}
    for number, (page, numbers) in enumerate(zip(pages, edges, strict=True), start=1):
        gone = {n for n in numbers if _key(page[n]) in repeated or _NUMBER.fullmatch(page[n].strip())}
        yield number, [line for n, line in enumerate(page) if n not in gone and not _FURNITURE.fullmatch(line.strip())]


def _edges(page: list[str]) -> set[int]:
    filled = [n for n, line in enumerate(page) if line.strip() and not _FURNITURE.fullmatch(line.strip())]
    return {*filled[:_EDGE], *filled[-_EDGE:]}


def _key(line: str) -> str:
    return re.sub(r"\d+", "0", " ".join(line.split())).casefold()


def unwrapped(lines: Iterable[str], known: frozenset[str]) -> str:
    """Lines of one paragraph as one; a word that is parted at the end of a line is whole again.

    ``known``: the words of the text in small letters: "antico-" and "agulation" are "anticoagulation" where that is one
    of them, and otherwise keep their hyphen.
    """
    text = ""
    for line in lines:
        if not text:
            text = line
            continue
        parted = re.search(r"([^\W\d_]{2,})-$", text)
        begins = re.match(r"[^\W\d_]{2,}", line)
        if parted is None or begins is None or not begins.group()[0].islower():
            text = f"{text} {line}"
            continue
        whole = f"{parted[1]}{begins.group()}".casefold()
        text = f"{text[:-1]}{line}" if whole in known else f"{text}{line}"
    return text
