"""The extractive composer: an answer in the sources' own sentences, ordered by what they are about.

It invents nothing: every statement is a sentence of a stored text, or a fixed frame around one. What a question about
an intervention gets when nothing in the library recommends it: that, said as such; what is known of the intervention,
from people first, then from animals and the laboratory; and how the conditions themselves are managed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.glossary import Entry, Glossary
from corpus.text import terms
from service.answer import StatementType
from service.compose.candidates import Candidate, SentenceVectors, candidates_from, score
from service.compose.draft import Draft, DraftAnswer, DraftSection
from service.compose.roles import HEADINGS, Role, negative, recommends
from service.compose.selection import QUOTA, select
from service.evidence import rank
from service.premises import contradicting, opposed
from service.question import Question, QuestionKind, analyse, title_of
from service.retrieval import Hit, OpenedEdition, Retriever, make_query

_LIMIT = 12  # statements in an answer, the bottom line included
_FLOOR = 0.36  # relevance below which a sentence is not shown
_NEAR_BEST = 0.66  # share of the best sentence's relevance that the others must reach
_PASSAGES = 24
_SUBJECT = 0.1  # gained by a sentence on the very subject of the condition that is asked about

# For a kind of question: the roles that answer it, in order; what is not named keeps its usual place after them.
_WANTED: dict[QuestionKind, tuple[Role, ...]] = {
    QuestionKind.DOSE: (Role.DOSING, Role.RECOMMENDATION),
    QuestionKind.HARMS: (Role.HARMS,),
    QuestionKind.CONTRAINDICATION: (Role.HARMS, Role.APPLIES),
    QuestionKind.INTERACTION: (Role.HARMS,),
    QuestionKind.DIAGNOSIS: (Role.DIAGNOSIS,),
    QuestionKind.MECHANISM: (Role.EVIDENCE, Role.BACKGROUND),
    QuestionKind.PROGNOSIS: (Role.BACKGROUND, Role.EVIDENCE),
    QuestionKind.DEFINITION: (Role.BACKGROUND, Role.DIAGNOSIS),
    QuestionKind.PROCESS: (Role.STEPS, Role.RECOMMENDATION),
    QuestionKind.TREATMENT: (Role.RECOMMENDATION, Role.STEPS, Role.DOSING),
    QuestionKind.YES_NO: (Role.RECOMMENDATION, Role.EVIDENCE),
}


@dataclass(slots=True)
class Material:
    """What an answer is composed from."""

    question: Question
    opened: OpenedEdition
    retriever: Retriever
    vectors: SentenceVectors
    glossary: Glossary
    hits: list[Hit]

    def ranked(self, question: Question, hits: list[Hit]) -> list[Candidate]:
        """The candidates of ``hits``, scored for ``question``, best first."""
        query = make_query(question.text, self.glossary, question.carried)
        rarity = {term: self.retriever.rarity(term) for term in query.weights}
        [vector] = self.vectors.of([query.dense_text])
        found = score(candidates_from(hits, self.opened), vector, query.weights, rarity, self.vectors)
        for candidate in found:
            candidate.relevance += _fit(candidate, question)
        return sorted(found, key=lambda c: (-c.relevance, c.order))


def compose(material: Material) -> DraftAnswer | None:
    """The draft answer, or None when no sentence is relevant enough."""
    question = material.question
    ranked = material.ranked(question, material.hits[:_PASSAGES])
    if not ranked or ranked[0].relevance < _FLOOR:
        return None
    premise = _premise(material)
    gap = _unsupported_intervention(question, ranked)
    if gap is not None:
        return _about_the_gap(material, ranked, gap, premise)
    floor = max(_FLOOR, _NEAR_BEST * ranked[0].relevance)
    chosen = select(ranked, _LIMIT, floor, _quota(question), [premise] if premise else None)
    bottom = _bottom_line(question, chosen or ranked[:1])
    rest = [candidate for candidate in chosen if candidate is not bottom]
    return DraftAnswer(
        title_of(question), _draft(bottom), _by_role(question, rest), premise=_assumed(question, premise)
    )


def _premise(material: Material) -> Candidate | None:
    """The sentence that contradicts what the question takes for granted, if it does and there is one."""
    found = opposed(material.question)
    if found is None:
        return None
    sub = analyse(f"How common is {found.opposite} in {found.setting}?", material.glossary)
    return contradicting(found, material.ranked(sub, material.retriever.search(sub.text, 10)), material.glossary)


def _assumed(question: Question, premise: Candidate | None) -> tuple[str, Draft] | None:
    found = opposed(question)
    return (
        (f"{found.assumed} in {found.setting}", _draft(premise)) if premise is not None and found is not None else None
    )


def candidates_for_model(material: Material) -> list[Candidate]:
    """The sentences that a language model may write from, best first: the relevant ones, near-repetitions left out."""
    ranked = material.ranked(material.question, material.hits[:_PASSAGES])
    return select(ranked, 30, _FLOOR * 0.8, dict.fromkeys(Role, 12))


def _fit(candidate: Candidate, question: Question) -> float:
    """What a candidate gains by being of the kind that is asked for, and of strong evidence; -0.3 to 0.15."""
    wanted = _WANTED.get(question.kind, (Role.RECOMMENDATION,))
    gain = 0.12 if candidate.role in wanted[:1] else 0.07 if candidate.role in wanted else 0.0
    gain += 0.03 * (1 - rank(candidate.spans[0].source) / 6)
    if candidate.document.audience == "patient":
        gain -= 0.15  # plain-language texts are for patients: see the audience
    named = [entry for entry in question.focus if entry.kind != "other"]
    if named and not any(_names(entry, candidate, context=True) for entry in named):
        gain -= 0.12
    return gain


def _names(entry: Entry, candidate: Candidate, context: bool = False) -> bool:
    """Whether a sentence (or, with ``context``, the title and headings above it) names a concept."""
    there = candidate.own_terms | candidate.context_terms if context else candidate.own_terms
    # a form of stop words alone ("HE") has no terms, and would be everywhere
    return any(form <= there for form in (set(terms(name)) for name in entry.forms()) if form)


def _quota(question: Question) -> dict[Role, int]:
    quota = dict(QUOTA)
    for role in _WANTED.get(question.kind, ())[:1]:
        quota[role] = max(quota[role], 6)
    return quota


def _bottom_line(question: Question, chosen: list[Candidate]) -> Candidate:
    """The statement that answers most directly: relevant, of the wanted role, a recommendation where one is asked
    for.
    """
    wanted = _WANTED.get(question.kind, (Role.RECOMMENDATION,))

    def directness(candidate: Candidate) -> float:
        gain = 0.06 if candidate.role in wanted else 0.0
        if wanted[0] is Role.RECOMMENDATION and recommends(candidate.text):
            gain += 0.03
        if candidate.role is Role.DIFFERENCES:
            gain -= 0.08
        if candidate.spans[0].source.kind.preclinical:
            gain -= 0.5  # never before what is known from people
        return candidate.relevance + gain

    steps = [candidate for candidate in chosen if candidate.role is Role.STEPS]
    if len(steps) > 2 and question.kind is QuestionKind.PROCESS:
        return min(steps, key=lambda c: c.position)  # of a process, the first step
    return max(chosen, key=lambda c: (directness(c), -c.order))


def _by_role(question: Question, chosen: list[Candidate]) -> list[DraftSection]:
    """Sections in the order of roles, the wanted ones first; within one, guidance before studies, then by place."""
    wanted = _WANTED.get(question.kind, ())
    order = [*wanted, *(role for role in Role if role not in wanted)]
    sections = []
    for role in order:
        own = [candidate for candidate in chosen if candidate.role is role]
        if role is Role.STEPS:
            own.sort(key=lambda c: c.position)
        else:
            own.sort(key=lambda c: (rank(c.spans[0].source), -c.relevance, c.order))
        if own:
            ordered = role is Role.STEPS and len({c.document.id for c in own}) == 1
            sections.append(DraftSection(HEADINGS[role], [_draft(c) for c in own], ordered))
    return sections


def _draft(candidate: Candidate) -> Draft:
    """The candidate as a statement; animal and laboratory findings that do not say so are framed."""
    source = candidate.spans[0].source
    if source.kind == "animal" and not _SAYS_ANIMAL & candidate.own_terms:
        return Draft(f"In animals: {candidate.text}", StatementType.FRAMED, candidate.spans)
    if source.kind == "laboratory" and not _SAYS_LABORATORY & candidate.own_terms:
        return Draft(f"In the laboratory: {candidate.text}", StatementType.FRAMED, candidate.spans)
    return Draft(candidate.text, StatementType.QUOTED, candidate.spans)


_SAYS_ANIMAL = frozenset(
    terms(
        "animal animals rat rats mouse mice rabbit rabbits dog dogs pig pigs cat cats sheep monkey primates murine rodent rodents zebrafish"
    )
)
_SAYS_LABORATORY = frozenset(
    terms("laboratory vitro culture cultured cells cell tissue assay experiment ex-vivo loops tubing stents")
)


# An intervention that nothing recommends for what it is asked for


@dataclass(frozen=True, slots=True)
class _Gap:
    interventions: tuple[Entry, ...]
    conditions: tuple[Entry, ...]


def _unsupported_intervention(question: Question, ranked: list[Candidate]) -> _Gap | None:
    """The drug or procedure and the condition, when the question asks whether the one helps with the other and no
    sentence that recommends it, or names the condition as its use, has both.
    """
    interventions = tuple(entry for entry in question.interventions if not _is_setting(entry, question))
    if not (question.yes_no and interventions and question.conditions):
        return None
    if question.kind not in (QuestionKind.YES_NO, QuestionKind.TREATMENT):
        return None
    for candidate in ranked:
        named = any(_names(entry, candidate) for entry in interventions)
        target = all(_names(entry, candidate, context=True) for entry in question.conditions)
        guides = recommends(candidate.text) or candidate.role in _GUIDING
        if named and target and guides and not candidate.spans[0].source.kind.preclinical:
            # A negated sentence that recommends ("is not recommended") is an answer; one that merely denies a use is
            # not.
            if recommends(candidate.text) or not negative(candidate.text):
                return None
    return _Gap(interventions, question.conditions)


_GUIDING = (Role.RECOMMENDATION, Role.STEPS, Role.DOSING, Role.APPLIES)
_SETTING = re.compile(
    r"\b(?:before|after|during|prior to|following|undergoing|on|taking|receiving|despite|already)\s+(?:an?\s+|the\s+)?$",
    re.I,
)


def _is_setting(entry: Entry, question: Question) -> bool:
    """Whether an intervention is when or on what ("before a liver biopsy", "on warfarin"), not what is asked about."""
    return any(
        mention.entry.term == entry.term and _SETTING.search(question.text[: mention.start])
        for mention in question.mentions
    )


def _about_the_gap(material: Material, ranked: list[Candidate], gap: _Gap, premise: Candidate | None) -> DraftAnswer:
    """What is known of the intervention, then of the conditions, then how these are managed."""
    question = material.question
    drug = " and ".join(entry.term for entry in gap.interventions)
    target = " in ".join(entry.term for entry in gap.conditions)
    floor = max(_FLOOR, 0.5 * ranked[0].relevance)
    classes = [parent for entry in gap.interventions for parent in material.glossary.classes_of(entry)]
    about = [c for c in ranked if any(_names(entry, c) for entry in (*gap.interventions, *classes))]
    # What bears on the first condition counts more than what bears on the drug alone: platelets, where a high count is asked of.
    subject = {term for form in gap.conditions[0].forms() for term in terms(form) if len(term) > 6}
    for candidate in about:
        candidate.relevance += _SUBJECT if subject & candidate.own_terms else 0.0
    about.sort(key=lambda c: (-c.relevance, c.order))
    # People first; but what was seen in the laboratory and in animals is shown, too, each within its share.
    clinical = [c for c in about if not c.spans[0].source.kind.preclinical]
    laboratory = [c for c in about if c.spans[0].source.kind == "laboratory"]
    animal = [c for c in about if c.spans[0].source.kind == "animal"]
    known: list[Candidate] = []
    held = [premise] if premise else []
    for group, limit in ((clinical, 3), (laboratory, 2), (animal, 3)):
        known += select(group, limit, floor, dict.fromkeys(Role, limit), [*held, *known])
    known = known or select(ranked, 4, floor, QUOTA)
    bottom = _of_both(gap, known) or _uses(gap, ranked)
    on_both = bottom is not None and _of_both(gap, known) is bottom
    if not on_both:  # nothing joins the two: what the drug does otherwise would only distract
        known = []
    known = [c for c in known if c is not bottom]
    sections = [DraftSection(f"What is known of {drug}", [_draft(c) for c in known])] if known else []
    sections += _conditions(material, gap, [*([bottom] if bottom else []), *held, *known], told=premise is not None)
    text = f"No source in this library recommends {drug} for {target}."
    return DraftAnswer(
        title_of(question),
        _draft(bottom) if bottom is not None else None,
        sections,
        not_found=[] if on_both else [f"{drug} for {target}"],
        premise=_assumed(question, premise),
        no_recommendation=text,
    )


def _of_both(gap: _Gap, known: list[Candidate]) -> Candidate | None:
    """The best sentence from people that names the intervention and the first condition."""
    for candidate in sorted(known, key=lambda c: (-c.relevance, c.order)):
        if not candidate.spans[0].source.kind.preclinical and _names(gap.conditions[0], candidate):
            if any(_names(entry, candidate) for entry in gap.interventions):
                return candidate
    return None


def _uses(gap: _Gap, ranked: list[Candidate]) -> Candidate | None:
    """The best sentence on what the intervention is used for."""
    for candidate in ranked:
        if candidate.role is Role.APPLIES and not negative(candidate.text):
            if any(_names(entry, candidate) for entry in gap.interventions):
                return candidate
    return None


def _conditions(material: Material, gap: _Gap, taken: list[Candidate], told: bool) -> list[DraftSection]:
    """What is known of the conditions together, of the first one's causes, how each is managed, and the risk of
    clots.
    """
    names = [entry.term for entry in gap.conditions[:2]]
    both = " in ".join(names)
    guiding = (Role.RECOMMENDATION, Role.STEPS, Role.DOSING)
    asked = [
        (_capital(both), f"What is known of {both}?", (Role.BACKGROUND, Role.EVIDENCE, Role.DIAGNOSIS), 2),
        (
            f"Causes and work-up of {names[0]}",
            f"What causes {names[0]}, and how is it investigated?",
            (Role.DIAGNOSIS, Role.BACKGROUND),
            2,
        ),
        *((f"Managing {name}", f"What is recommended as treatment of {name}?", guiding, 2) for name in names),
    ]
    if any("thromb" in name for name in names):
        text = f"Prevention of venous thromboembolism and assessment of its risk in {names[-1]}"
        asked.append(("Thrombotic risk", text, (*guiding, Role.DIAGNOSIS, Role.APPLIES), 2))
    if told:  # how the conditions go together has been said by the correction of the premise
        asked = asked[1:]
    sections = []
    for heading, text, roles, limit in asked:
        sub = analyse(text, material.glossary)
        ranked = material.ranked(sub, material.retriever.search(text, 10))
        fitting = [
            c for c in ranked
            if (not roles or c.role in roles)
            and (heading == "Thrombotic risk" or any(_names(entry, c, context=True) for entry in sub.conditions))
            and not c.spans[0].source.kind.preclinical
            and not any(_names(entry, c) for entry in gap.interventions)
        ]  # fmt: skip
        chosen = select(fitting, limit, _FLOOR, QUOTA, taken)
        if chosen:
            taken.extend(chosen)
            sections.append(DraftSection(heading, [_draft(c) for c in chosen]))
    return sections


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
