"""How the chosen sentences are ordered and headed: by what they are about, by option, or by evidence."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from corpus.document import EvidenceKind
from corpus.glossary import Entry
from service.analysis.question import Question, QuestionKind
from service.answer import Audience
from service.evidence import rank
from service.grounding.draft import DraftSection
from service.measured import Measured
from service.sentences.applicable import holds_for
from service.sentences.candidates import Candidate, names
from service.sentences.comparing import pairs_in
from service.sentences.framing import as_draft
from service.sentences.material import WANTED
from service.sentences.readers import FIRST, PLAIN_HEADINGS, is_for
from service.sentences.roles import HEADINGS, Role
from service.sentences.strictly_asked import StrictlyAsked
from service.sentences.told_of_drugs import Acts

_BETWEEN = re.compile(
    r"^\W*(?:or|versus|vs\.?|against|and|compared (?:with|to)|instead of|rather than|better than|over|than)\W*$", re.I
)
_OR = re.compile(r"\b(?:or|versus|vs)\b", re.I)
_OPTIONS = ("drug", "condition", "procedure", "test", "score", "organisation")
_BOTH, _NOT_COMPARED = "Compared", "Of both, without a comparison"
AT_THESE_VALUES = "What these values call for"
RELATED = "Related, not asked in so many words"
_HOLDS = 0.5  # how far a sentence must hold for the values of a patient to come before others
RELATED_PLAIN = "Also worth knowing"
_STUDIES: tuple[tuple[str, tuple[EvidenceKind, ...]], ...] = (
    ("Systematic reviews", (EvidenceKind.SYSTEMATIC_REVIEW,)),
    ("Trials", (EvidenceKind.TRIAL,)),
    ("Observational studies", (EvidenceKind.COHORT, EvidenceKind.CASE_CONTROL)),
    ("Case series and reports", (EvidenceKind.CASE_SERIES, EvidenceKind.CASE_REPORT)),
)
_PRECLINICAL = ("Animal and laboratory studies", (EvidenceKind.ANIMAL, EvidenceKind.LABORATORY))


def arranged(
    question: Question, chosen: Sequence[Candidate], audience: Audience, held: Sequence[Candidate] = ()
) -> list[DraftSection]:
    """The sections of an answer. A comparison stands side by side; a researcher's answer begins with the studies;
    of ``held``, what a patient's values call for, those that it holds come first.
    """
    places = {candidate.position for candidate in held}
    first = [candidate for candidate in chosen if candidate.position in places]
    if first:
        others = [candidate for candidate in chosen if candidate.position not in places]
        first.sort(key=_by_guidance(audience, question.values))
        return [DraftSection(AT_THESE_VALUES, [as_draft(c) for c in first]), *arranged(question, others, audience)]
    options = compared(question)
    if len(options) > 1:
        return side_by_side(question, chosen, options, audience)
    if audience is Audience.RESEARCHER:
        return _by_evidence(question, chosen, audience)
    return _by_role(question, chosen, audience)


def set_apart(
    related: Sequence[Candidate], audience: Audience, acts: Acts | StrictlyAsked | None = None
) -> list[DraftSection]:
    """What is near the question and less likely to answer it, the likeliest first, in a section of its own at the
    end. ``acts``: what is asked of a drug and nothing says; what speaks of that comes first then, and doses last.
    """
    if not related:
        return []

    def likely(candidate: Candidate) -> tuple[bool, bool, float, int]:
        beside = acts is not None and not acts.spoken_of_by(candidate)
        return beside, acts is not None and candidate.role is Role.DOSING, -candidate.useful, candidate.order

    ordered = sorted({c.position: c for c in related}.values(), key=likely)
    heading = RELATED_PLAIN if audience is Audience.PATIENT else RELATED
    return [DraftSection(heading, [as_draft(c) for c in ordered])]


def compared(question: Question) -> tuple[Entry, ...]:
    """The options that a question sets against each other, in its order; empty where it compares nothing.

    They are of one kind (drugs, procedures, conditions …), and the question either compares in so many words or has
    nothing but "or", "versus" … between them.
    """
    for one, other, between in pairs_in(question, _OPTIONS):
        asked = question.kind is QuestionKind.COMPARISON or _OR.search(between)
        if asked and _BETWEEN.match(between):
            return one, other
    return ()


def side_by_side(
    question: Question, chosen: Sequence[Candidate], options: Sequence[Entry], audience: Audience, known: bool = True
) -> list[DraftSection]:
    """What compares the options, then each for itself, then what belongs to none of them. Where no
    comparison is ``known``, each for itself comes before what is said of both.
    """
    both = _BOTH if known else _NOT_COMPARED
    each: dict[str, list[Candidate]] = {_capital(entry.term): [] for entry in options}
    groups = {both: [], **each} if known else {**each, both: []}
    rest = []
    for candidate in chosen:
        named = [entry for entry in options if names(entry, candidate)]
        named = named or [entry for entry in options if names(entry, candidate, context=True)]
        if not named:
            rest.append(candidate)
        else:
            groups[both if len(named) > 1 else _capital(named[0].term)].append(candidate)
    sections = [
        DraftSection(heading, [as_draft(c) for c in sorted(group, key=_by_guidance(audience))])
        for heading, group in groups.items()
        if group
    ]
    return sections + _by_role(question, rest, audience)


def _by_evidence(question: Question, chosen: Sequence[Candidate], audience: Audience) -> list[DraftSection]:
    """Studies of people by their design, the newest first; then guidance by role; animals and laboratory at the end."""

    def newest(candidate: Candidate) -> tuple[object, ...]:
        return (-(candidate.spans[0].source.year or 0), -candidate.relevance, candidate.order)

    def of(kinds: tuple[EvidenceKind, ...]) -> list[Candidate]:
        return sorted((c for c in chosen if c.spans[0].source.kind in kinds), key=newest)

    studies = [(heading, of(kinds)) for heading, kinds in _STUDIES]
    preclinical = of(_PRECLINICAL[1])
    placed = {id(c) for group in (*(group for _, group in studies), preclinical) for c in group}
    sections = [DraftSection(heading, [as_draft(c) for c in group]) for heading, group in studies if group]
    sections += _by_role(question, [c for c in chosen if id(c) not in placed], audience)
    if preclinical:
        sections.append(DraftSection(_PRECLINICAL[0], [as_draft(c) for c in preclinical]))
    return sections


def _by_role(question: Question, chosen: Sequence[Candidate], audience: Audience) -> list[DraftSection]:
    """Sections in the order of roles, the reader's and the wanted ones first; within one, texts for the reader
    before others, guidance before studies, then what most likely answers.
    """
    wanted = (*FIRST.get(audience, ()), *WANTED.get(question.kind, ()))
    headings = PLAIN_HEADINGS if audience is Audience.PATIENT else HEADINGS
    sections = []
    for role in dict.fromkeys((*wanted, *Role)):
        own = [candidate for candidate in chosen if candidate.role is role]
        in_order: Callable[[Candidate], object] = (
            (lambda c: c.position) if role is Role.STEPS else _by_guidance(audience, question.values)
        )
        own.sort(key=in_order)  # type: ignore[arg-type]
        if own:
            ordered = role is Role.STEPS and len({c.document.id for c in own}) == 1
            sections.append(DraftSection(headings[role], [as_draft(c) for c in own], ordered))
    return sections


def _by_guidance(
    audience: Audience, values: Sequence[Measured] = ()
) -> Callable[[Candidate], tuple[bool, bool, int, float, int]]:
    """Texts for the reader first, then what holds for a patient's ``values``."""

    def key(candidate: Candidate) -> tuple[bool, bool, int, float, int]:
        other_reader = not is_for(candidate.document, audience)
        for_others = bool(values) and holds_for(candidate.text, values) < _HOLDS
        return other_reader, for_others, rank(candidate.spans[0].source), -candidate.useful, candidate.order

    return key


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:] if text[1:2].islower() else text
