"""A figure that a question takes for granted, held against the figures of the sentences that bear on it.

Several figures may hold for one thing (loading and maintenance, adults and children, two guidelines): if any sentence
that speaks of the same has the assumed figure, it stands. A contrast is shown only where the sentences that bear on the
assumption best have a figure of the same quantity, and none of them has the assumed one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.glossary import Entry, Glossary
from corpus.text import terms
from service.premises.bearing import Bearing, surely_on_it
from service.premises.narrower import for_fewer
from service.premises.others import by_others, of_others
from service.premises.sides import other_side, turned
from service.premises.told_figures import (
    BY,
    as_change,
    has_all,
    has_number,
    is_end,
    is_figure,
    is_the_first,
    of_the_whole,
)
from service.premises.told_of import told_of
from service.sentences.candidates import Candidate
from service.sentences.figures import Figure, comparable, figures, same_value

_LOOKED_AT = 12  # sentences that bear on the assumption most
_CONTRASTING = 3  # among so many others may bear a contradiction out
_COVERED = 0.52  # share of the assumption's concepts and words that the one which contradicts must name
_CONFIRMING = 0.5  # share of the concepts from which a sentence with the assumed figure confirms it
_FAR = 3  # place from which a sentence that has the assumed figure speaks of something else
_CONFIRMS = 0.85  # share of the score of what contradicts with which a sentence still confirms
_LESS = 0.2  # by which a sentence may name less of them and still confirm
# A figure that is itself a limit is not met by keeping another one.
_LIMIT = re.compile(
    r"\bcut-?offs?\b|\bthresholds?\b|\bstart(?:s|ing)\b|\bbegin\w*|\blimits?\b|\bceiling\b|\bmaximum\b|\btargets?\b|"
    r"\bgoals?\b|\bdefin\w+|\bcounts?\b|\bmeans?\b|\bmarks?\b|\bonly\b|\balready\b|\baim\w*|\bas soon as\b",
    re.I,
)
_FOUND = ("share", "ratio")  # what is counted in people
_STUDY = re.compile(
    r"\b(?:cohort|trial|stud(?:y|ies)|series|survey|retrospective\w*|meta-analysis|non-?inferior\w*|randomi[sz]ed|"
    r"(?:linked|associated) (?:to|with)|(?:hazard|odds) ratio|areas? under|sensitivity|"
    r"[\d,]{3,} (?:patients|people|adults|children|inpatients|women|men))\b",
    re.I,
)
_AS_GOOD = 0.95  # share of the best bearing with which a sentence stands for it that has no such figure
_MISTAKEN = re.compile(r"\b(?:by mistake|in error|errors?|mistakenly|accidental\w*)\b", re.I)  # how it is not done
_BEGINS = re.compile(r"\b(?:start|begin)\w*\s(?:at|from)\s(?:the )?(?:age of |age )?$", re.I)
_APART_BY = re.compile(r"\b(?:preced|follow|separat|divid)\w*\s[^,;]*\bby\b[^,;]*$", re.I)  # a time, no change
_AND = re.compile(r"[\d.,]+\s(?:and|or)\s[\d.,]+", re.I)
_DEFINES = re.compile(
    r"\b(?:means?|meaning|defin\w+|counts?|counted|graded?|grades|classed|called|calls|mark(?:s|ed)?|diagnos\w+|"
    r"criteri\w+|constitutes?|"
    r"(?:is|are) (?:an? |the )?(?:serum|plasma|blood|clinic|office|score|value|level|count)\b)",
    re.I,
)
# "An X of 2600 means …", "starts most people at 150/95": whom it is about, no limit
_PEOPLE_AT = re.compile(
    r"\b(?:people|patients|adults|someone|those|him|her|men|women|child(?:ren)?) (?:at|with)\s$|"
    r"^\W*(?:an? )?(?:[\w-]+ )?[\w-]+ of\s$",
    re.I,
)
_DENIED = re.compile(r"\b(?:not|never|no|cannot|\w+n't|instead of|rather than)\b", re.I)
_SAME_AGAIN = re.compile(r"\d[\w/.·µ² -]{0,20}\($")  # "0.3 mg/dL (26.5 µmol/L)": in another unit


@dataclass(frozen=True, slots=True)
class Contrast:
    """``sign``: 1 the assumed figure is found, -1 another one in its place, 0 neither; and where."""

    sign: int
    candidate: Candidate | None = None
    exact: bool = False  # the very figure, not one within a bound,
    surely: bool = False  # and no sentence that bears on it more has another one
    others: tuple[Candidate, ...] = ()  # that contradict it, too
    doubt: Candidate | None = None  # has another figure, which proves nothing


def contrast(
    clause: str, borne: Sequence[Bearing], glossary: Glossary, kinds: tuple[str, ...] = ("",), asked: str = ""
) -> Contrast:
    """How the figures of ``clause`` stand to those of the sentences that bear on it (best first). ``kinds``: only
    figures whose kind begins so; ``asked``: the whole question.
    """
    names = [(mention.start, mention.end) for mention in glossary.find(clause)]
    assumed = [f for f in figures(clause) if not any(start <= f.start < end for start, end in names)]
    assumed = [f for f in assumed if f.kind.startswith(kinds) and not _SAME_AGAIN.search(clause[: f.start])]
    if not assumed or _DENIED.search(clause):
        return Contrast(0)
    if _LIMIT.search(clause):
        assumed = [
            figure if _PEOPLE_AT.search(clause[: figure.start]) else replace(figure, bound=figure.bound or "=")
            for figure in assumed
        ]
    near = [
        (b, told_of(clause, of_the_whole(b.candidate.text), b.candidate.text, glossary))
        for b in borne[:_LOOKED_AT]
        if not _MISTAKEN.search(b.candidate.text) and not by_others(clause, b.candidate, glossary)
    ]
    if not near:
        return Contrast(0)
    verdicts = [_held_against(figure, clause, near, glossary, asked or clause) for figure in assumed]
    if sum(figure.kind != "doses" for figure in assumed) > 1 and not any(verdict.sign > 0 for verdict in verdicts):
        # Of several not one is found: of something else.
        verdicts = [Contrast(0, doubt=verdict.candidate or verdict.doubt) for verdict in verdicts]
    denied = next((n for n, verdict in enumerate(verdicts) if verdict.sign < 0), None)
    if denied is not None:
        beside = [figure for n, figure in enumerate(assumed) if n != denied]
        told = verdicts[denied]
        if told.candidate is None or has_all(beside, told.candidate.text):
            return told
        return Contrast(0, doubt=told.candidate)  # of several figures it has others, too: of another case
    doubt = next((verdict.doubt for verdict in verdicts if verdict.doubt is not None), None)
    return next((verdict for verdict in verdicts if verdict.sign > 0), Contrast(0, doubt=doubt))


def _held_against(
    figure: Figure, clause: str, near: Sequence[tuple[Bearing, Sequence[Figure]]], glossary: Glossary, asked: str
) -> Contrast:
    others: list[Bearing] = []
    confirming: Bearing | None = None
    first = apart = len(near)  # where the assumed figure is first found, and where another
    drugs = [m.entry for m in glossary.find(clause) if m.entry.kind == "drug"]
    of_these = _named_of(drugs, near[0][0].candidate)
    begins = _BEGINS.search(clause[: figure.start]) is not None
    change = BY.search(clause[: figure.start]) is not None and not _APART_BY.search(clause[: figure.start])
    both = _AND.match(clause[figure.start : figure.end]) is not None
    for position, (bearing, there) in enumerate(near):
        if change:
            there = as_change(there, bearing.candidate.text)
        of_the_same = [found for found in there if comparable(figure, found)]
        meeting = [found for found in of_the_same if same_value(figure, found) or (both and is_end(figure, found))]
        if begins and meeting:
            meeting = [f for f in meeting if f.low == f.high or f.bound or same_value(figure, replace(f, high=f.low))]
        met = bool(meeting)
        if other_side(figure, clause, meeting, bearing):
            meeting = []
        opposite = [f for f in meeting if turned(clause[figure.end :], bearing.candidate.text, f.end)]
        if meeting and not opposite and _named_of(drugs, bearing.candidate) < of_these:
            continue  # the dose of another drug confirms nothing
        if meeting and not opposite:
            first = min(first, position)
            if bearing.named >= max(_CONFIRMING, confirming.named + 1e-9 if confirming else 0.0):
                confirming = bearing
        elif of_the_same:
            apart = min(apart, position)
        if not met and not change and is_the_first(figure, bearing.candidate.text):
            continue  # "after a month" of "the first month"
        if not met and not change and has_number(figure, bearing.candidate.text):
            continue  # in a list ("0 …, 1 or 2 …"), where it is not told of what
        if of_the_same and (opposite or not meeting) and position < _CONTRASTING and surely_on_it(bearing, near[0][0]):
            others.append(bearing)
    best = next((bearing for bearing, there in near if any(comparable(figure, f) for f in there)), near[0][0])
    if best.score < _AS_GOOD * near[0][0].score:
        best = near[0][0]
    if not others or others[0] is not best or not _proves(figure, clause, others[0], glossary, asked):
        doubt, others = (others[0].candidate if others else None), []
    else:
        doubt = None
    others.sort(key=lambda bearing: _of_others(clause, bearing.candidate, glossary))
    far = bool(others) and (confirming is None or first > _FAR or _less(confirming, others[0]))
    if far:
        return Contrast(-1, others[0].candidate, others=tuple(bearing.candidate for bearing in others[1:]))
    if confirming is None:
        return Contrast(0, doubt=doubt)
    exact = any(is_figure(figure, found) for found in figures(confirming.candidate.text))
    return Contrast(1, confirming.candidate, exact, first < apart)


def _named_of(drugs: Sequence[Entry], candidate: Candidate) -> int:
    """How many of ``drugs`` a sentence names by their own names, or its title or headings do."""
    forms = [[frozenset(terms(form)) for form in entry.forms()] for entry in drugs]
    return sum(any(form and form <= candidate.around for form in names) for names in forms)


def _proves(figure: Figure, clause: str, bearing: Bearing, glossary: Glossary, asked: str) -> bool:
    """Whether another figure in the sentence that bears on the assumption most proves it wrong: of most that the clause
    names, of no fewer people, and no finding of a study, of which another one may have found another.
    """
    text = bearing.candidate.text
    if of_others(clause, bearing.candidate, glossary):
        return False
    if bearing.coverage < _COVERED or _STUDY.search(clause) or _STUDY.search(text):
        return False
    if _DEFINES.search(clause) and not _DEFINES.search(text):
        return False  # from where something is done is not where it begins
    if figure.kind.startswith(_FOUND) and not _LIMIT.search(clause):
        return False
    name = figure.kind.removeprefix("of ")
    if name != figure.kind and name in _names_in(clause, glossary) and name not in text.casefold():
        return False  # of another score
    at = next((found.start for found in figures(text) if comparable(figure, found)), 0)
    return not for_fewer(bearing.candidate, at, asked, glossary)


def _names_in(clause: str, glossary: Glossary) -> str:
    """What ``clause`` names that the glossary knows, in small letters."""
    return " ".join(clause[m.start : m.end] for m in glossary.find(clause)).casefold()


def _of_others(clause: str, candidate: Candidate, glossary: Glossary) -> int:
    """How many conditions a sentence names that neither the clause nor its own title and headings do: it may speak of
    fewer people than the clause.
    """
    told = set(terms(clause)) | candidate.context_terms
    found = {m.entry.term: m.entry for m in glossary.find(candidate.text) if m.entry.kind == "condition"}
    return sum(not any(set(terms(form)) <= told for form in entry.forms()) for entry in found.values())


def _less(confirming: Bearing, other: Bearing) -> bool:
    """Whether a sentence speaks of the assumption clearly less than another one does."""
    return (
        confirming.named < other.named - _LESS
        or confirming.coverage < other.coverage - _LESS
        or confirming.score < _CONFIRMS * other.score
    )
