"""The contraindications to a drug: in which illnesses and states it is not given."""

from __future__ import annotations

import re
from collections.abc import Sequence

from service.sentences.bare.ask import DRUGS, Ask
from service.sentences.bare.reading.clauses import (
    Clause,
    Named,
    alone_before,
    chain,
    clauses_of,
    itself_first,
    notes_of,
)
from service.sentences.bare.reading.said import Said

_ASKED = re.compile(
    r"\b(?:absolute |relative )?(?:contra-?\s?indications?|CIs?)\b|\bcontra-?\s?indicate[ds]?\b|"
    r"\b(?:who|(?:in )?whom|when|(?:in )?(?:which|what) (?:patients|people|conditions|situations|illnesses|diseases|cases))\b"
    r"(?=[^?]*(?:\b(?:not|never|avoid(?:s|ed)?|cannot|contra-?indicated?)\b|n['’]t\b|nt\b))|\breasons? not to\b",
    re.I,
)
_FRAME = frozenset(
    """use used using usage give given giving take taken taking takes prescribe prescribed prescribing avoid avoided
    avoiding not never absolute relative main major important anyone can't cannot
    shouldn't mustn't don't do not start started be have get receive offer offered drug
    medicine medication therapy treatment""".split()
)
_PEOPLE = r"(?:people|patients|those|anyone|adults|women|men|children|infants|recipients)"
_STATE = re.compile(
    rf"\b(?:in|with|after|within|during|below|above|at|under|together with|on|if|when|where|unless|before|until|from|(?:for|to) {_PEOPLE})\b",
    re.I,
)
_FRONTED = re.compile(
    r"(?:and |but |whereas |while )?(?:in|at|during|below|above|after|with|within|under)\b(?!\s(?:[\w-]+\s){0,5}?·+[^,·]+·)",
    re.I,
)
_ANOTHER = re.compile(  # another drug, not an illness
    r"(?:\s(?!unless|place|or\b)[\w-]+){0,2}?\s·|\s(?:people|patients|those) (?:on|who|taking)\b[^.;,]{0,25}·", re.I
)
_PURPOSE = re.compile(rf"\b(?:for|to|as|just|only|alone|first|beyond|over|again)\b(?! {_PEOPLE}\b)", re.I)
_SO = r"(?:\w+ly |best |to be |also |therefore |thus |strongly )*"
_FORBIDDEN = re.compile(
    r"contra-?indicated|\b(?:must|should) (?:not|never)\b.*\b(?:combined|together|taken|given|prescribed)", re.I
)
# Said of what stands before it.
_IS_NOT = re.compile(
    rf"(?<!not )\bcontra-?indicated\b|\b(?:is|are|be|and|was|were|but) {_SO}avoided\b|"
    rf"\b(?:must|should|may|can) (?:not|never) {_SO}(?:be )?{_SO}(?:used|given|taken|combined|started|prescribed|administered)\b|"
    rf"\b(?:is|are|was|were|and|but|or|nor) (?:not|never) {_SO}(?:used|given|recommended|advised|started|suitable|suited|combined|prescribed)\b|"
    rf"\b(?:is|are) not (?=for {_PEOPLE}\b)",
    re.I,
)
_CONDITION = re.compile(
    r"\b(?:if|when|where|whether|unless|whom|until|because|rather than|alternative|instead|reduc\w+|interrupt\w+|stopp\w+|"
    r"withdraw\w*|loading)\b(?:(?!,\s(?:\w+\s){0,2}·).)*$",
    re.I,
)
# Said of what stands behind it, or of what the label in front of it is of.
_FORBIDS = re.compile(
    r"\b(?:contra-?indicates|excludes?|rul(?:es?|ing) out|advis\w+ (?:\w+ly )?against|recommends? (?:\w+ly )?against|"
    r"(?:does|do) not (?:usually |generally )?(?:recommend|use|give|advise)|avoids|warns? against)\b|"
    r"(?:^|\bto |[:;] )(?:avoid|not give|not use)\b|^do not (?:use|take|give)\b",
    re.I,
)
_LABEL_OF = re.compile(
    r"\b(?:labels?|leaflets?|information|warning|contra-?indications?|monograph|summary)\b[^.;,]{0,60}\b(?:of|for|to)\s+"
    r"(?:oral |intravenous |the )?$",
    re.I,
)
_ELSEWHERE = re.compile(r"\b(?:in|with|after|during|below|at|when|if|from|who|to|because|before)\b", re.I)
# "Contraindications to X", "are among its contraindications", "lists no contraindications".
_TO_IT = re.compile(r"(?<!not )\bcontra-?indications? (?:to|of|for|with) (?:[\w-]+ ){0,3}$", re.I)
_OF_IT = re.compile(
    r"\b(?:its|as|lists? no|has no|(?:is|are|,) an?|are) (?:\w+ )?contra-?indications?\b(?! (?:to|of|for)\b)", re.I
)
_OF_A_PATIENT = re.compile(
    r"\b(?:if|when|where|unless|without|with|had|have|has|and|not) (?:an? |any |the |other |absolute |known )*$", re.I
)
_NO_BAR = re.compile(r"\b(?:against|not|no longer)\b[^;]*\bas (?:an? )?(?:absolute |relative )?$", re.I)
_OUTRIGHT = re.compile(r"\bcontra-?indicate[ds]\b|\bexcludes\b|\bcontra-?indications?\b", re.I)
_WITH_ANOTHER = re.compile(r"\bcombined\b|\btogether\b|\b(?:taken|given|avoided|prescribed) with\b", re.I)
_NOTE = re.compile(
    rf"\b(?:avoided|avoid|contra-?indicated|not (?:in|below|after|under|during|if|when|for {_PEOPLE}))\b", re.I
)
_ROUTINE = re.compile(r"\broutine(?:ly)?\b", re.I)
_CAUTION = re.compile(
    r"\b(?:needs?|calls? for|requires?|used with|given with) (?:\w+ )?caution\b|\b(?:can|may) worsen\b|"
    r"\bis stopped (?:during|in|with)\b",
    re.I,
)
_HEADS = re.compile(r"\bcontra-?indication|\bwho should not\b|\bwhen not to\b|\bdo not (?:use|take)\b", re.I)


def _told(said: Said) -> bool:
    if not said.names:
        return said.titled and not said.others and _HEADS.match(said.heading.strip()) is not None
    if any(note.own and _NOTE.search(note.text) for note in notes_of(said)):
        return True
    clauses = clauses_of(said)
    return any(_told_in(said, clauses, at) for at, clause in enumerate(clauses) if not _ROUTINE.search(clause.text))


def _before(said: Said) -> int:
    """Of sentences on the drug itself, what is called so outright comes first, and what another drug bars last."""
    if _WITH_ANOTHER.search(said.text):
        return 3 * itself_first(said)
    return 3 * itself_first(said) + 1 + int(_OUTRIGHT.search(said.text) is not None)


def _told_in(said: Said, clauses: Sequence[Clause], at: int) -> bool:
    clause, headed = clauses[at], _HEADS.search(said.heading) is not None
    denied = (m for m in _IS_NOT.finditer(clause.text) if _in_some_state(clause.text, m, headed))
    noted = [*_OF_IT.finditer(clause.text), *(_CAUTION.finditer(clause.text) if headed else ())]
    if any(_own(_denied_of(said, clauses, at, match.start())) for match in (*denied, *noted)):
        return True
    for name in clause.named:
        found = _TO_IT.search(said.masked[clause.start : name.start])
        before = clause.text[: found.start()] if found is not None else ""
        if name.own and found is not None and not (_OF_A_PATIENT.search(before) or _NO_BAR.search(before)):
            return True
    return any(_own(_forbidden_of(said, clause, match)) for match in _FORBIDS.finditer(clause.text))


def _own(named: list[Named]) -> bool:
    return any(name.own for name in named)


def _in_some_state(text: str, match: re.Match[str], headed: bool) -> bool:
    """Whether it is denied in an illness or state, which is told behind it or in front, and not for a purpose only."""
    before, behind = text[: match.start()], text[match.end() :]
    if (_CONDITION.search(before) and not before.endswith(", ")) or re.match(r"\s*or (?:not|in)", behind):
        return False
    state = _STATE.search(behind)
    purpose = _PURPOSE.search(behind[: state.start()] if state is not None else behind)
    if re.search(r"contra-?indicated|combined", match.group(), re.I) or (
        headed and purpose and purpose.group() == "for"
    ):
        return True
    if state is None:
        if purpose is not None and not behind[: purpose.start()].strip():
            return False
        *_, own = before.split("·")
        return (_FRONTED.match(text) or _STATE.search(own)) is not None
    if _ANOTHER.match(behind[state.end() :]) and not _FORBIDDEN.search(match.group()):
        return False
    return purpose is None or re.search(r"\bpregnan|\bbreast", behind, re.I) is not None


def _denied_of(said: Said, clauses: Sequence[Clause], at: int, start: int) -> list[Named]:
    """What is denied: what is named last before it, and is not beside something else."""
    before = clauses[at].names_before(clauses[at].start + start)
    free = [name for name in before if not name.governed]
    if before:
        return chain(said.text, free) if free else []
    return alone_before(said, clauses, at)


def _forbidden_of(said: Said, clause: Clause, match: re.Match[str]) -> list[Named]:
    """What is forbidden in some state: what is named right behind it; or what the label is of."""
    if _CONDITION.search(clause.text[: match.start()]):
        return []
    place = clause.start + match.end()
    of_label = [n for n in clause.names_before(place) if _LABEL_OF.search(said.masked[: n.start])]
    right = [n for n in clause.names_behind(place) if not _ELSEWHERE.search(said.masked[place : n.start])]
    stated = [n for n in right if (found := _STATE.search(clause.text[n.end - clause.start :])) is not None
              and not _PURPOSE.search(clause.text[n.end - clause.start :][: found.start()])]  # fmt: skip
    return [*of_label, *stated]


CONTRAINDICATIONS = Ask("contraindications", DRUGS, _ASKED, _told, "contraindications to {}", _before, _FRAME)
