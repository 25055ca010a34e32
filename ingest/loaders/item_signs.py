"""Signs that begin an item of a list in plain text, and what begins a new block right below an item."""

from __future__ import annotations

import re

# Ticks and crosses say something themselves and stay in the text.
_BULLET = r"[-–*•◦▪‣·●○◆❖■□☐➢➤►→↓⟶➔»\uf0b7\uf0a7]|o(?=\t)|\[ \]"
_LETTER = r"\(?[a-h]\)|\(?(?:i{1,3}|iv|vi{0,3}|ix|x)\)|\(\d{1,2}\)"
_TICK = r"(?=[✓✔✗✘☑☒❌✅])"
_ITEM = re.compile(rf"(?P<indent>\s*)(?:(?:{_BULLET}|{_LETTER}|(?P<number>\d{{1,3}})[.)])\s+|{_TICK})(?P<text>\S.*)")
_FOREIGN = re.compile(rf"(?P<indent> *)(?:(?:(?![-*])(?:{_BULLET})|{_LETTER})[ \t]+|{_TICK})(?=\S)")
_ARROW = re.compile(r" *(?:→|\u2193|⟶|➔)\s*(?=\S)")  # of a flow chart
_OWN = re.compile(r" *(?:[-*+]|\d{1,9}[.)])\s+\S")
_TURNS = re.compile(r"\b(?:not|never|avoid|don['’]t|contra-?indicated|stop|withhold|no)\b", re.I)
_SHORT = 8  # words
_FENCE = re.compile(r"\s*(?:```|~~~)")


def item_of(line: str) -> tuple[int, int | None, str] | None:
    """(indent, number, text) of a line that begins an item; None where it begins none."""
    found = _ITEM.fullmatch(line.rstrip())
    if found is None:
        return None
    return len(found["indent"].expandtabs()), int(found["number"]) if found["number"] else None, found["text"]


def is_step(line: str) -> bool:
    """Whether a line begins with an arrow: a step of a flow chart, which comes after the one above it."""
    return _ARROW.match(line) is not None


def leads_anew(line: str) -> bool:
    """Whether a line below an item begins a new block: it is not indented and leads into a list of its own, by a colon
    or by words that turn what follows ("Not given to").
    """
    if not line[:1].strip() or item_of(line) is not None:
        return False
    text = line.strip(" *_")
    turning = text[:1].isupper() and len(text.split()) <= _SHORT and text[-1:] not in ".!?" and _TURNS.search(text)
    return text.endswith(":") or bool(turning)


def as_markdown_lists(body: str) -> str:
    """A Markdown text with the signs of other lists ("•", "a)") as its own, the arrows of a flow chart as numbers, and
    with a line that leads into the next list parted from the item above, which would swallow it.
    """
    written: list[str] = []
    in_item = fenced = False
    step = 0  # of a flow chart
    for line in body.split("\n"):
        fenced ^= _FENCE.match(line) is not None
        step = step + 1 if not fenced and is_step(line) else 0
        if step:
            line = _ARROW.sub(f"{step}. ", line, count=1)
        if not fenced:
            line = _FOREIGN.sub(r"\g<indent>- ", line, count=1) if _FOREIGN.match(line) else line
            if in_item and leads_anew(line):
                written.append("")
                in_item = False
            in_item = bool(line.strip()) and (in_item or _OWN.match(line) is not None)
        written.append(line)
    return "\n".join(written)
