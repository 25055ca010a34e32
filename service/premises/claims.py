"""A clause as a claim that can be held against a sentence: of what, for what, and which way it points."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.glossary import Entry, Glossary
from corpus.text import STOPWORDS, terms
from service.analysis.drug_names import looks_like_a_drug
from service.premises.cues import Axis, Cue, cues

TermSet = frozenset[str]

# Words of a clause that name nothing: who, how much, how sure.
_EMPTY = STOPWORDS | frozenset(
    """patient patients people person adult adults men women everyone every all always never only routine routinely
    usual usually standard known now new longer level levels effect effects risk dose doses drug drugs treatment
    treat treated therapy therapies mg day days daily week weeks month months hour hours clearly strongly alone
    g once twice together well enough straight directly case cases mild severe guideline guidelines guidance
    recommends ml
    min l per evening morning number good bad currently current still really just also even most least rarely
    rare need needs rate rates first second line choice approved indicated contraindicated safe given use used
    using against from concentrations concentration exposure product information stat within bring brings
    below above down up underlying""".split()
)
# A measured thing and the names of its being too high and too low.
_MEASURES = (
    ("potassium", "hyperkalaemia", "hypokalaemia"), ("sodium", "hypernatraemia", "hyponatraemia"),
    ("calcium", "hypercalcaemia", "hypocalcaemia"), ("glucose", "hyperglycaemia", "hypoglycaemia"),
    ("blood pressure", "hypertension", "hypotension"), ("platelet", "thrombocytosis", "thrombocytopenia"),
    ("heart rate", "tachycardia", "bradycardia"), ("oxygen", "hyperoxia", "hypoxia"),
)  # fmt: skip
_MEASURED = {
    name: tuple((frozenset(terms(form)), sign) for form, sign in ((high, 1), (low, -1)))
    for name, high, low in _MEASURES
}
_MEASURED_ALONE = frozenset(frozenset(terms(name)) for name in _MEASURED)
_MEASURED["survival"] = ((frozenset(terms("mortality")), -1), (frozenset(terms("deaths")), -1))
_MEASURED["mortality"] = ((frozenset(terms("survival")), -1),)


@dataclass(frozen=True, slots=True)
class Concept:
    """Something that a claim names, with all that names it: its forms, then wider and narrower names."""

    written: str
    kind: str  # of the glossary; "" for other words
    forms: tuple[TermSet, ...]
    related: tuple[TermSet, ...] = ()
    states: tuple[tuple[TermSet, int], ...] = ()  # names of its being high (1) or low (-1)

    @property
    def is_agent(self) -> bool:
        """Whether it is something that is done or given."""
        return self.kind in ("drug", "procedure", "test", "score")

    def named(self, there: frozenset[str]) -> float:
        """How surely ``there`` names it: 1 by one of its own names, 0.8 by a wider or narrower one, else 0."""
        if any(form <= there for form in self.forms):
            return 1.0
        if any(form <= there for form in self.related):
            return 0.8
        if self.kind == "" and len(self.forms[0]) > 1:  # of several plain words, half will do
            return 0.7 if 2 * len(self.forms[0] & there) >= len(self.forms[0]) else 0.0
        return 0.0


@dataclass(frozen=True, slots=True)
class Claim:
    """``agent`` is for ``targets`` (axis USE, sign 1) or not (-1); or it changes the first target up, down or not at
    all (axis CHANGE, sign 1, -1, 0).
    """

    text: str
    axis: Axis
    sign: int
    agent: Concept
    targets: tuple[Concept, ...]
    exclusive: bool = False  # first line, preferred
    universal: bool = False  # every, always, never
    implied: bool = False  # by the form of a question, not stated

    @property
    def concepts(self) -> tuple[Concept, ...]:
        """All that it names."""
        return (self.agent, *self.targets)


_BAD = re.compile(  # what is bad to have more of
    r"\b(?:symptoms?|pains?|harms?|risks?|effects?|reactions?|deaths?|mortality|bleed\w*|relapses?|toxicity|complications?|"
    r"nausea|vomiting|falls|failures?|recurrences?|rejection|admissions?)\b",
    re.I,
)
_UNIVERSAL = re.compile(r"\b(?:every|everyone|all|always|never|any|routine(?:ly)?|must|throughout|most people)\b", re.I)
_OWNING = re.compile(r"(?<=\w)['’]s(?=\s)|(?<=s)['’](?=\s)")  # "fibrates' proven reduction of …"
_IS = re.compile(r"\b(?:is|are|was|were|be|being|remains?)\s+(?:(?:an?|the|still|usually|now)\s+)*$", re.I)
_ACTIVE = re.compile(r"(?:stop|start|continue|hold|withhold|discontinue|give|receive|take|use|avoid|add)s?", re.I)
_OBJECT = re.compile(r"\s(?:(?:an?|the|their|all|any)\s)?", re.I)
_CIRCUMSTANCE = re.compile(
    r"\b(?:for an?|at any|at an?|with an?|on an?|after an?|once|when|if|while|until|as soon as)\b[^,]*$", re.I
)
_MAKES = re.compile(r"\b(?:makes?|made|making|renders?)\b", re.I)
_PASSED_OVER = re.compile(
    r"\b(?:over|rather than|instead of|in place of|ahead of|preferred to)(?: (?:an?|the|any|other))*\s*$", re.I
)
_ON = re.compile(r"\s(?:up)?on\s", re.I)
_NEEDING = re.compile(
    r"^(?:needs?|requires?|recommends?|suggests?|advis\w+|prefers?|considers?|offers?|treated|should)$", re.I
)


def claim_of(text: str, glossary: Glossary, implied: bool = False) -> Claim | None:
    """What a clause says, or None when it is no claim that could be checked (no cue, or nothing named)."""
    text = _OWNING.sub(lambda match: " " * len(match.group()), text)
    found = concepts_of(text, glossary)
    # "X is preferred to Y" speaks for X.
    found = [(at, concept) for at, concept in found if not _PASSED_OVER.search(text[:at])] or found
    pointed = [cue for cue in cues(text) if not (cue.axis is Axis.USE and _is_frame(cue, text))] or list(cues(text))
    if not pointed or not found:
        return None
    cue = _main(pointed, text)
    before = [concept for at, concept in found if at < cue.start]
    after = [concept for at, concept in found if at >= cue.start]
    passive = re.match(r"\s*(?:\w+\s){0,2}?(?:by|with|from|on|after)\b", text[cue.end :]) is not None
    passive = passive and not (cue.sign == 0 and _ON.match(text[cue.end :]))  # "has no effect on Y"
    if cue.axis is Axis.CHANGE:
        made = _MAKES.search(text[: cue.start])
        if made is not None and not after:  # "X makes Y more obvious"
            before = [concept for at, concept in found if at < made.start()]
            after = [concept for at, concept in found if at > made.start()]
        if not before or not after:
            return None
        agent, target = _agent(before[::-1]), after[0]
        if passive and text[cue.end :].lstrip().startswith(("by", "with", "on", "after")):
            agent, target = _agent(after), _object(before, after)
        sign = direction(cue, target)
        if sign is None:
            return None
        others = tuple(c for _, c in found if c is not agent and c is not target)
        return Claim(text, Axis.CHANGE, sign, agent, (target, *others), False, _is_universal(text), implied)
    linked = bool(before) and _IS.search(text[: cue.start]) is not None  # "X is the antibiotic of choice": X
    done_with = next((c for at, c in found if c.is_agent and _OBJECT.fullmatch(text[cue.end : max(at, cue.end)])), None)
    if done_with is not None and _ACTIVE.fullmatch(text[cue.start : cue.end]) and not _IS.search(text[: cue.start]):
        agent = done_with  # "those on A stop B": B
    elif linked and cue.exclusive:
        agent = _agent(before[-1:])
    else:
        agent = _use_agent(before, after, text[cue.start : cue.end])
    targets = tuple(concept for _, concept in found if concept is not agent)
    return Claim(text, Axis.USE, cue.sign, agent, targets, cue.exclusive, _is_universal(text), implied)


def _main(pointed: list[Cue], text: str) -> Cue:
    """The cue that a clause hangs on: a change before what is merely done, else the first strong one."""
    change = next((cue for cue in pointed if cue.axis is Axis.CHANGE), None)
    strong = next((cue for cue in pointed if cue.axis is Axis.USE and (cue.strength >= 0.9 or cue.exclusive)), None)
    done = next((cue for cue in pointed if cue.axis is Axis.USE), None)
    purpose = change is not None and done is not None and re.search(r"\bto $", text[done.end : change.start])
    if purpose and done is not None:  # "given to lower it": whether it is given
        return done
    if change is not None and done is not None and _CIRCUMSTANCE.search(text[done.end : change.start]):
        return done  # "stopped once it falls below 30": whether it is stopped
    if change is not None and (strong is None or change.start < strong.start):
        return change
    return strong or pointed[0]


def _is_frame(cue: Cue, text: str) -> bool:
    """ "Should be avoided": what is said is "avoided", unless nothing else is said."""
    return (
        cue.sign > 0
        and re.fullmatch(r"should|must|needs?|routine(?:ly)?|not", text[cue.start : cue.end], re.I) is not None
    )


def _is_universal(text: str) -> bool:
    return _UNIVERSAL.search(text) is not None


def _use_agent(before: list[Concept], after: list[Concept], cue: str) -> Concept:
    """What is recommended: the drug or procedure beside the cue; of "X needs Y" and "AASLD recommends Y", Y."""
    if after and _NEEDING.match(cue) and not (before and before[-1].kind in ("drug", "procedure")):
        return _agent(after)
    if not before:
        return _agent(after)
    if any(concept.is_agent for concept in before):
        return _agent(before)
    return next((c for c in after if c.kind in ("drug", "procedure")), before[0])


def _agent(listed: list[Concept]) -> Concept:
    for kinds in (("drug", "procedure"), ("test", "score"), ("",)):
        for concept in listed:
            if concept.kind in kinds:
                return concept
    return listed[0]


def _object(before: list[Concept], after: list[Concept]) -> Concept:
    return next((c for c in before), after[0])


def direction(cue: Cue, target: Concept) -> int | None:
    """Which way a cue moves its target: 1, -1 or 0. "Improves" lowers a condition and raises anything else; None
    where the cue only says that something changes.
    """
    if abs(cue.sign) == 2:
        good = 1 if cue.sign > 0 else -1
        return -good if target.kind == "condition" or _BAD.search(target.written) else good
    return None if cue.sign == 3 else cue.sign


def concepts_of(text: str, glossary: Glossary) -> list[tuple[int, Concept]]:
    """The concepts of a clause with where they stand: those of the glossary, and runs of other words that name
    something. Organisations are left out.
    """
    found: list[tuple[int, Concept]] = []
    taken: list[tuple[int, int]] = [(cue.start, cue.end) for cue in cues(text)]
    for mention in glossary.find(text):
        if mention.entry.kind == "organisation":
            taken.append((mention.start, mention.end))
            continue
        if not mention.entry.wordings:
            continue
        taken.append((mention.start, mention.end))
        found.append((mention.start, _of_entry(mention.entry, text[mention.start : mention.end], glossary)))
    run: list[re.Match[str]] = []
    for word in re.finditer(r"[^\W_][\w'’-]*", text):
        inside = any(start <= word.start() < end for start, end in taken)
        own = terms(word.group())
        if not inside and own and word.group().casefold() not in _EMPTY and not word.group()[0].isdigit():
            if run and not text[run[-1].end() : word.start()].isspace():
                found.append(_of_words(run))
                run = []
            run.append(word)
        elif run:
            found.append(_of_words(run))
            run = []
    if run:
        found.append(_of_words(run))
    found.sort(key=lambda item: item[0])
    return found


def _of_words(run: list[re.Match[str]]) -> tuple[int, Concept]:
    written = " ".join(word.group() for word in run)
    own = frozenset(terms(written))
    states = tuple(state for name, both in _MEASURED.items() if set(terms(name)) <= own for state in both)
    kind = "drug" if any(looks_like_a_drug(word.group()) for word in run) else ""
    return run[0].start(), Concept(written, kind, (own,), (), states)


def _of_entry(entry: Entry, written: str, glossary: Glossary) -> Concept:
    related = [*glossary.classes_of(entry)]
    related += glossary.members_of(entry)
    # Of several names in a sentence ("causes agranulocytosis, … stopped with neutropenia") the written one is meant.
    forms = (frozenset(terms(written)), *map(frozenset, entry.wordings))
    if entry.kind == "condition":  # "few platelets" is no name of platelets
        forms = tuple(form for form in forms if form not in _MEASURED_ALONE)
    wider = tuple(frozenset(wording) for other in related for wording in other.wordings)
    states = tuple(
        state for name, both in _MEASURED.items() if set(terms(name)) <= set(terms(written)) for state in both
    )
    return Concept(written, entry.kind, tuple(form for form in forms if form), wider, states)
