"""How a drug works."""

from __future__ import annotations

import re

from service.sentences.bare.ask import Ask, Said

_ASKED = re.compile(
    r"\bhow (?:do|does|is|are)\b(?=.*\b(?:works?|acts?)\b)|\b(?:works?|acts?)\b|\bmechanisms?(?: of action)?\b|"
    r"\bmode of action\b|\bMOA\b|\bpharmacodynamics\b",
    re.I,
)
_ACTS = re.compile(
    r"\b(?:inhibits?|inhibit(?:ed|ing|ion)|blocks?|block(?:ed|ing|ade)|binds?(?: to)?|activates?|stimulates?|"
    r"suppress(?:es)?|potentiates?|neutrali[sz]es?)\b|\bis an? (?:[\w-]+ ){0,4}(?:ant)?agonist\b|"
    r"\b(?:acts?|works?) (?:by|on|as|through|via)\b|\bmechanisms? of\b",
    re.I,
)


def _told(said: Said) -> bool:
    return bool(said.names) and _ACTS.search(said.masked) is not None


MECHANISM = Ask("mechanism", frozenset({"drug"}), _ASKED, _told, "how {} works")
