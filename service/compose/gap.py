"""An intervention that nothing in the library recommends for what it is asked for: that, and what is known instead."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.glossary import Entry, Glossary
from corpus.text import terms
from service.analysis.question import Question, QuestionKind, analyse, title_of
from service.analysis.wording import capital
from service.grounding.draft import DraftAnswer, DraftSection
from service.premises import Checked
from service.sentences.candidates import Candidate, names
from service.sentences.framing import SAYS_ANIMAL, as_draft
from service.sentences.material import FLOOR, Material
from service.sentences.roles import Role, negative, recommends
from service.sentences.selection import QUOTA, select
from service.sentences.told_of_drugs import acts_asked, is_of

_ANSWERS = 0.5  # as likely one that the answer should hold, a sentence on both joins them;
_SURELY = 0.8  # as likely, one that names the drug or procedure alone
_SUBJECT = 0.1  # gained by a sentence on the very subject of the condition that is asked about


_BOTH_WAYS = re.compile(
    r"\bboth ways\b|\b(?:conflict\w*|contradict\w*|inconsisten\w*|mixed) (?:\w+ )?(?:findings?|results?|data)\b", re.I
)


@dataclass(frozen=True, slots=True)
class Gap:
    """What is asked about, and what for, where nothing recommends the one for the other."""

    interventions: tuple[Entry, ...]
    conditions: tuple[Entry, ...]


def unsupported_intervention(question: Question, ranked: list[Candidate], glossary: Glossary) -> Gap | None:
    """The drug or procedure and the condition, when the question asks whether the one helps with the other and no
    sentence that recommends it, its class for all drugs of it or, of a class, one of its members, or names the condition as its use, has both.
    """
    if _ASKS_OF_HARM.search(question.text):
        return None  # whether it does harm, not whether it is given
    if set(terms(question.text)) & SAYS_ANIMAL:
        return None  # asked about animals, nobody expects a recommendation
    if acts_asked(question, glossary) is not None:
        return None  # whether it is stopped or given again, not what it is for
    if _TOGETHER.search(question.text) and sum(entry.kind == "drug" for entry in question.interventions) > 1:
        return None  # whether drugs go together, not what they are for
    interventions = tuple(entry for entry in question.interventions if not _is_setting(entry, question))
    if not (question.yes_no and interventions and question.conditions):
        return None
    if question.beside and all(entry.term in question.beside for entry in question.conditions):
        return None  # what the patient was spoken of with before is not what another drug is for
    if question.kind not in (QuestionKind.YES_NO, QuestionKind.TREATMENT):
        return None
    aims = [entry for entry in question.conditions if _is_aim(entry, question)] or list(question.conditions)
    spoken_of = glossary.with_members(*interventions)
    drugs = [entry for entry in interventions if entry.kind == "drug"]
    kinds = [glossary.family_of(entry) for entry in question.conditions]
    for candidate in ranked:
        # What most likely answers tells what is asked, be it no recommendation; where it has the drug alone, it surely does.
        if candidate.useful >= _ANSWERS and any(names(entry, candidate) for entry in spoken_of):
            on_both = all(any(names(e, candidate, context=True) for e in kind) for kind in kinds)
            if on_both or candidate.useful >= _SURELY:
                return None
        named = any(names(entry, candidate) for entry in spoken_of) or is_of(candidate, drugs, glossary)
        target = all(names(entry, candidate, context=True) for entry in aims)
        forbids = _FORBIDS.search(candidate.text) is not None
        guides = recommends(candidate.text) or candidate.role in _GUIDING or forbids
        clinical = not candidate.spans[0].source.kind.preclinical
        # A negated sentence that recommends ("is not recommended") is an answer; one that merely denies a use is not.
        answers = recommends(candidate.text) or forbids or not negative(candidate.text)
        if named and target and guides and clinical and answers:
            return None
    return Gap(interventions, question.conditions)


def said_of(question: Question, ranked: list[Candidate], glossary: Glossary) -> str | None:
    """The fixed text that nothing recommends what is asked about, where both are known and nothing joins them."""
    gap = unsupported_intervention(question, ranked, glossary)
    if gap is None or not all(
        any(names(entry, candidate) for candidate in ranked) for entry in (*gap.interventions, *gap.conditions)
    ):
        return None
    return _text(gap)


def _text(gap: Gap) -> str:
    drug = " and ".join(entry.term for entry in gap.interventions)
    target = " in ".join(entry.term for entry in gap.conditions)
    return f"No source in this library recommends {drug} for {target}."


_ASKS_OF_HARM = re.compile(
    r"\b(?:danger(?:s|ous)?|risky|harms?|harmful|toxic(?:ity)?|side[- ]effects?|adverse)\b", re.I
)
_TOGETHER = re.compile(r"\bcombin\w+|\btogether\b|\badd(?:ed|ing)?\b|\bon top of\b|\bat the same time\b", re.I)
_GUIDING = (Role.RECOMMENDATION, Role.STEPS, Role.DOSING, Role.APPLIES)
_FORBIDS = re.compile(
    r"\bcontra-?indicated in\b|\bavoid(?:s|ed)?\b|\b(?:stops?|stopped|withholds?|withheld|discontinues?|discontinued)\b|"
    r"\brul(?:es|ed|ing) out\b|\b(?:advis|suggest)(?:es|ed|s) against\b",
    re.I,
)
_AGAINST = re.compile(r"\b(?:against|prevent(?:s|ing|ion of)?|prophylaxis (?:of|for))\s+(?:an?\s+|the\s+)?$", re.I)
_SETTING = re.compile(
    r"\b(?:before|after|during|prior to|following|undergoing|on|taking|receiving|despite|already)\s+(?:an?\s+|the\s+)?$",
    re.I,
)


def _is_aim(entry: Entry, question: Question) -> bool:
    """Whether a condition is what is to be prevented ("against SBP"): the others then say in whom."""
    return any(map(_AGAINST.search, question.before_each(entry)))


def _is_setting(entry: Entry, question: Question) -> bool:
    """Whether an intervention is when or on what ("before a liver biopsy", "on warfarin"), not what is asked about."""
    return any(map(_SETTING.search, question.before_each(entry)))


def about_the_gap(material: Material, ranked: list[Candidate], gap: Gap, checked: Checked) -> DraftAnswer:
    """What is known of the intervention, then of the conditions, then how these are managed."""
    question = material.question
    drug = " and ".join(entry.term for entry in gap.interventions)
    target = " in ".join(entry.term for entry in gap.conditions)
    floor = max(FLOOR, 0.5 * ranked[0].relevance)
    spoken_of = material.glossary.with_classes(*gap.interventions)
    about = [c for c in ranked if any(names(entry, c) for entry in spoken_of)]
    # What bears on the first condition counts more than what bears on the drug alone: platelets, where a high count
    # is asked of.
    subject = {term for form in gap.conditions[0].forms() for term in terms(form) if len(term) > 6}
    for candidate in about:
        candidate.relevance += _SUBJECT if subject & candidate.own_terms else 0.0
        candidate.relevance += _SUBJECT if _BOTH_WAYS.search(candidate.text) else 0.0
    about.sort(key=lambda c: (-c.relevance, c.order))
    # People first; but what was seen in the laboratory and in animals is shown, too, each within its share, and first
    # that it points both ways.
    clinical = [c for c in about if not c.spans[0].source.kind.preclinical]
    laboratory = [c for c in about if c.spans[0].source.kind == "laboratory"]
    animal = [c for c in about if c.spans[0].source.kind == "animal"]
    known: list[Candidate] = []
    held = [checked.candidate] if checked.candidate else []
    for group, limit in ((clinical, 3), (laboratory, 2), (animal, 3)):
        known += select(group, limit, floor, dict.fromkeys(Role, limit), [*held, *known])
    known = known or select(ranked, 4, floor, QUOTA)
    told_of_both = _of_both(gap, known)
    bottom = told_of_both or _uses(gap, ranked)
    if not any(names(gap.conditions[0], candidate) for candidate in known):
        known = []  # nothing joins the two: what the intervention does otherwise would only distract
    known = [c for c in known if c is not bottom]
    sections = [DraftSection(f"What is known of {drug}", [as_draft(c) for c in known])] if known else []
    sections += _conditions(
        material, gap, [*([bottom] if bottom else []), *held, *known], told=checked.candidate is not None
    )
    return DraftAnswer(
        title_of(question),
        as_draft(bottom) if bottom is not None else None,
        sections,
        not_found=[] if told_of_both is not None else [f"{drug} for {target} in people"],
        premise=checked.premise,
        unconfirmed=checked.unconfirmed,
        no_recommendation=_text(gap),
    )


def _of_both(gap: Gap, known: list[Candidate]) -> Candidate | None:
    """The best sentence from people that names the intervention and the first condition."""
    for candidate in sorted(known, key=lambda c: (-c.relevance, c.order)):
        clinical = not candidate.spans[0].source.kind.preclinical
        named = any(names(entry, candidate) for entry in gap.interventions)
        if clinical and named and names(gap.conditions[0], candidate):
            return candidate
    return None


def _uses(gap: Gap, ranked: list[Candidate]) -> Candidate | None:
    """The best sentence on what the intervention is used for."""
    for candidate in ranked:
        named = any(names(entry, candidate) for entry in gap.interventions)
        if candidate.role is Role.APPLIES and named and not negative(candidate.text):
            return candidate
    return None


def _conditions(material: Material, gap: Gap, taken: list[Candidate], told: bool) -> list[DraftSection]:
    """What is known of the conditions together, of the first one's causes, how each is managed, and the risk of
    clots.
    """
    states = [entry.term for entry in gap.conditions[:2]]
    both = " in ".join(states)
    guiding = (Role.RECOMMENDATION, Role.STEPS, Role.DOSING)
    asked = [
        (capital(both), f"What is known of {both}?", (Role.BACKGROUND, Role.EVIDENCE, Role.DIAGNOSIS), 2),
        (
            f"Causes and work-up of {states[0]}",
            f"What causes {states[0]}, and how is it investigated?",
            (Role.DIAGNOSIS, Role.BACKGROUND),
            2,
        ),
        *((f"Managing {name}", f"What is recommended as treatment of {name}?", guiding, 2) for name in states),
    ]
    if any(re.search(r"thrombosis|thrombocyt(?:osis|haemia)|thromboembol", name) for name in states):
        text = f"Prevention of venous thromboembolism and assessment of its risk in {states[-1]}"
        asked.append(("Thrombotic risk", text, (*guiding, Role.DIAGNOSIS, Role.APPLIES), 2))
    if told:  # how the conditions go together has been said by the correction of the premise
        asked = asked[1:]
    material.retriever.expect(text for _, text, _, _ in asked)
    sections = []
    for heading, text, roles, limit in asked:
        sub = analyse(text, material.glossary)
        ranked = material.ranked(sub, material.search(text, 10))
        fitting = [
            c for c in ranked
            if (not roles or c.role in roles)
            and (heading == "Thrombotic risk" or any(names(entry, c, context=True) for entry in sub.conditions))
            and not c.spans[0].source.kind.preclinical
            and not any(names(entry, c) for entry in gap.interventions)
        ]  # fmt: skip
        chosen = select(fitting, limit, FLOOR, QUOTA, taken)
        if chosen:
            taken.extend(chosen)
            sections.append(DraftSection(heading, [as_draft(c) for c in chosen]))
    return sections
