"""Driving, grapefruit or contraception on a drug: what a sentence says of the drug and of that."""

from __future__ import annotations

import re

from service.sentences.bare.ask import DRUGS, Ask
from service.sentences.bare.reading.clauses import alone_before, clauses_of, itself_first
from service.sentences.bare.reading.said import Said

_FRAME = frozenset(
    """safe safely ok okay fine allowed use used using need needs needed take taking takes taken given drink drinking eat eating
    while whilst during when juice avoid avoided stop affect affects effect effects risk risks legal fit car women
    men woman man both period machines tablet tablets me my i'm on""".split()
)


def _ask(name: str, asked: str, told: str, missing: str) -> Ask:
    """An ask about one thing beside a drug: ``asked`` its words in a question, ``told`` those in a sentence."""
    there = re.compile(told, re.I)

    def says(said: Said) -> bool:
        clauses = clauses_of(said)
        for at, clause in enumerate(clauses):
            if there.search(clause.text) is None:
                continue
            named = (*clause.named, *clause.aside)
            if any(entry.own for entry in named or alone_before(said, clauses, at)):
                return True
        return False

    return Ask(name, DRUGS, re.compile(asked, re.I), says, missing, itself_first, _FRAME)


DRIVING = _ask(
    "driving",
    r"\bdriv(?:e|es|ing|er|ers)\b|\boperat(?:e|ing) machin\w+|\bbehind the wheel\b",
    r"\bdriv(?:e|es|ing)\b|\bmachines\b",
    "driving on {}",
)
GRAPEFRUIT = _ask("grapefruit", r"\bgrape-?\s?fruits?\b", r"\bgrapefruits?\b", "{} and grapefruit")
CONTRACEPTION = _ask(
    "contraception",
    r"\b(?:contracepti(?:on|ves?)|birth control|family planning)\b(?! pills?)",
    r"\bcontracepti(?:on|ves?)\b|\bbirth control\b|\bpregnancy prevention programme\b",
    "contraception on {}",
)
