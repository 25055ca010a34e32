"""The words of HTML that stands inside another format, with what its signs mean kept."""

from __future__ import annotations

import re
from html import unescape

# Only what is surely a tag is one: "ALT <ULN and platelets >150" holds comparators.
_NAMES = (
    "a abbr acronym address article aside b big blockquote body br caption center cite code col colgroup dd del "
    "details dfn div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 head header hr html i iframe img "
    "input ins kbd label li link main mark meta nav ol p pre q s samp script section small source span strike "
    "strong style sub summary sup svg table tbody td tfoot th thead time title tr tt u ul var video wbr"
).split()
_ATTRIBUTE = r"""\s+[\w:-]+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+)"""
_PIECE = re.compile(
    rf"<!--.*?(?:-->|\Z)|<(?P<unshown>script|style)\b.*?(?:</(?P=unshown)\s*>|\Z)"
    rf"|<(?P<close>/?)(?P<name>{'|'.join(_NAMES)})(?:{_ATTRIBUTE})*\s*/?>|(?P<text>[^<]+|<)",
    re.DOTALL | re.IGNORECASE,
)
_INSIDE_WORDS = frozenset("a abbr b big code em font i mark s small span strong tt u wbr".split())
# A power of ten that loses its sign would be another number.
_SCRIPTS = {
    "sup": str.maketrans("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ"),
    "sub": str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎"),
}


class HtmlWords:
    """Collects words from pieces of text and of HTML, in order.

    Tags that stand inside words leave no gap, others leave a space; scripts, styles and comments are left out; digits
    in ``<sup>`` and ``<sub>`` become superscripts and subscripts: "10<sup>9</sup>/L" is "10⁹/L".
    """

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._script: str | None = None

    def text(self, text: str) -> None:
        """Add words."""
        self._pieces.append(text.translate(_SCRIPTS[self._script]) if self._script else text)

    def html(self, html: str) -> None:
        """Add the words of a piece of HTML; tags may be closed in a later piece."""
        for piece in _PIECE.finditer(html):
            if piece["text"]:
                self.text(unescape(piece["text"]))
            elif piece["name"]:
                self._tag(piece["name"].lower(), closing=bool(piece["close"]))

    def _tag(self, name: str, closing: bool) -> None:
        if name in _SCRIPTS:
            self._script = None if closing else name
        elif name not in _INSIDE_WORDS:
            self._pieces.append(" ")

    def __str__(self) -> str:
        return "".join(self._pieces)
