"""What stands behind the first statement: what answers, what is related to it, and what nothing is found on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.glossary import Entry
from service.analysis.question import Question
from service.answer import Audience
from service.compose.arrangement import arranged, set_apart, side_by_side
from service.compose.choosing import Choice, with_text_in_hand
from service.compose.effect_asked import effect_asked
from service.compose.for_this_patient import beside_of
from service.compose.instead import Instead
from service.compose.omissions import Completed, complete
from service.compose.opening import Opening
from service.compose.parting import parted
from service.compose.told_apart import told_apart, with_more_told
from service.grounding.draft import DraftSection
from service.premises import Checked
from service.sentences.applicable import holds_for
from service.sentences.bare import Bare
from service.sentences.candidates import Candidate, names
from service.sentences.comparing import Sides, sides_of
from service.sentences.framing import as_draft
from service.sentences.material import FLOOR, Material
from service.sentences.neighbours import listed_missing
from service.sentences.not_in import on_what_is_not, states_not_in
from service.sentences.pertinence import pertinent
from service.sentences.roles import Role
from service.sentences.routes import by_another_route, route_asked
from service.sentences.strictly_asked import StrictlyAsked, strictly_asked
from service.sentences.together import pair_of

_OF_A_SIDE = 2  # statements that one of two that are compared gets, where the chosen ones have none on it


@dataclass(frozen=True, slots=True)
class Body:
    """The sections of an answer, and what it names as missing."""

    sections: list[DraftSection]
    silent: bool  # nothing says what is asked: the answer has no first statement, all of it is told as related
    not_found: list[str]
    not_covered: list[str]


def body_behind(
    opening: Opening, material: Material, ranked: list[Candidate], checked: Checked, choice: Choice
) -> Body:
    """What stands behind ``opening`` in an answer made of ``choice``. ``ranked``: all that was found."""
    question, audience = material.question, material.audience
    chosen = with_text_in_hand(choice.sentences, material)
    rest = _belonging(material, _unsaid(chosen, opening, checked), opening.answering)
    asked = strictly_asked(question, material.glossary)
    if isinstance(asked, Bare):  # nothing is related to it that is on something else
        rest = [candidate for candidate in rest if asked.fits_beside(candidate)]
        rest = with_more_told(asked, rest, opening.statements, ranked, audience)
    completed = complete(material, ranked, [*opening.statements, *rest])
    if isinstance(asked, Bare) and asked.subject.kind == "drug":  # of an illness steps stay together
        answers, related = told_apart(asked, rest, opening.answering, audience)
    else:
        answers, related = parted(rest, opening.answering, question, material.glossary, audience)
    answers, related = _held_before_started(answers, related, choice.held, question)
    silent, not_found = _missing(opening, chosen, completed, choice, asked)
    not_covered = [name for name in completed.not_covered if not isinstance(asked, Bare) or name != asked.missing()]
    sides = _uncompared(opening, material, ranked)
    if sides is not None:
        everything = [*opening.statements, *answers, *related, *completed.added]
        everything += [c for side in sides.unnamed_in(everything) for c in _known_of(side, ranked)]
        apart = side_by_side(question, everything, sides.both, audience, known=False)
        return Body(apart, True, [sides.missing()], not_covered)
    if opening.is_plain and not silent and not isinstance(asked, Bare):
        missing = _on_something_else(opening.answering, material) or _effect_unsaid(
            material, [opening.answering, *chosen, *completed.added]
        )
        silent, not_found = bool(missing), [*not_found, *missing]
    if silent:
        everything = [*opening.statements, *answers, *related, *completed.added]
        return Body(set_apart(everything, audience, choice.acts or asked), True, not_found, not_covered)
    sections = [
        *([DraftSection(opening.heading, [as_draft(opening.beside)])] if opening.beside is not None else []),
        *arranged(question, [*answers, *completed.added], audience, choice.held),
        *set_apart(related, audience),
    ]
    return Body(sections, False, not_found, not_covered)


def _unsaid(chosen: Sequence[Candidate], opening: Opening, checked: Checked) -> list[Candidate]:
    """What answers most directly and the chosen sentences, each once, without what is said before them."""
    said = {c.position for c in (*opening.statements, *([checked.candidate] if checked.candidate else []))}
    return [c for c in {c.position: c for c in (opening.answering, *chosen)}.values() if c.position not in said]


def _belonging(material: Material, rest: list[Candidate], first: Candidate) -> list[Candidate]:
    """Those of the other statements that belong into an answer which begins with ``first``. Steps stay together, and
    what the answer holds of a text that a conversation has in hand stays. A patient is told all; so is everybody by
    an edition without questions: the model is fitted on answers from one that has them.
    """
    if material.audience is Audience.PATIENT or not material.with_questions:
        return rest
    kept = {c.position for c in pertinent(material, rest, first)}
    kept |= {c.position for c in material.beside}
    if any(c.position in kept and c.role is Role.STEPS for c in (first, *rest)):
        kept |= {c.position for c in rest if c.role is Role.STEPS}
    return [c for c in rest if c.position in kept]


def _held_before_started(
    answers: list[Candidate], related: list[Candidate], held: Sequence[Candidate], question: Question
) -> tuple[list[Candidate], list[Candidate]]:
    """Both with what the patient's values call for (``held``) told as the answer, and how a drug is started in people
    with other values as related; as they are where nothing is to be held.
    """
    if not held:
        return answers, related
    places = {candidate.position for candidate in held}
    other = [c for c in answers if c.role is Role.DOSING and holds_for(c.text, question.values) < 0]
    called_for = [c for c in related if c.position in places]
    kept = [c for c in answers if c not in other]
    return [*kept, *called_for], [*(c for c in related if c not in called_for), *other]


def _uncompared(opening: Opening, material: Material, ranked: Sequence[Candidate]) -> Sides | None:
    """The two that the question compares and nothing found does; mostly none."""
    sides = sides_of(material.question, material.glossary) if opening.is_plain else None
    return None if sides is None or any(map(sides.compared_by, ranked)) else sides


def _known_of(side: Entry, ranked: Sequence[Candidate]) -> list[Candidate]:
    """The likeliest that was found on one of two that are compared."""
    of_it = [c for c in ranked if names(side, c) and c.relevance >= FLOOR and not c.spans[0].source.kind.preclinical]
    return sorted(of_it, key=lambda c: (-c.useful, c.order))[:_OF_A_SIDE]


def _on_something_else(first: Candidate, material: Material) -> list[str]:
    """What is asked and the first statement says of a neighbour only, of a state that is denied, by another route, of
    one of two, or of the very drug in whose place another is asked for; mostly nothing.
    """
    question, glossary = material.question, material.glossary
    in_it = on_what_is_not(question.text)
    if in_it is not None and in_it(first):
        return [f"what is done outside of {' and '.join(states_not_in(question.text))}"]
    otherwise = by_another_route(question, glossary)
    if otherwise is not None and otherwise(first):
        return [f"{route_asked(question)} {' and '.join(e.term for e in question.focus if e.kind == 'drug')}"]
    instead = Instead(question, glossary)
    if instead.unanswered_by(first):
        return [instead.missing()]
    pair = pair_of(question, glossary)
    beside = beside_of(question, glossary) if question.beside else None
    if beside is not None and beside.bears(first):
        return []
    if beside is not None and (pair is not None or not beside.is_on_it(first)):
        return [beside.missing()]
    if pair is not None and not pair.named_by(first):
        return [pair.missing()]
    return listed_missing(material.neighbours.missing(first), question)


def _effect_unsaid(material: Material, said: Sequence[Candidate]) -> list[str]:
    """The effect that a yes/no question asks about, where nothing that is said tells of it."""
    effect = effect_asked(material.question, material.glossary)
    if effect is None or any(effect.told_by(candidate.text) for candidate in said):
        return []
    return [effect.missing] if effect.missing else []


def _missing(
    opening: Opening, chosen: Sequence[Candidate], completed: Completed, choice: Choice, asked: StrictlyAsked | None
) -> tuple[bool, list[str]]:
    """Whether nothing says what is asked, so that there is no short answer; and what is named as not found."""
    acts = choice.acts
    said = [opening.answering, *chosen, *completed.added]
    if asked is not None and opening.is_plain and not any(map(asked.told_by, said)):
        return True, [asked.missing()]
    if isinstance(asked, Bare) and opening.is_plain:  # it is said, whatever looser signs find
        return False, []
    if acts is not None and opening.is_plain and not any(map(acts.touched_by, said)):
        return not acts.with_dose, acts.missing()
    return completed.silent and opening.is_plain, completed.not_found
