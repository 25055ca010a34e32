"""What an answer begins with: its first statement, and what is read right behind it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from corpus.text import terms
from service.analysis.question import QuestionKind
from service.analysis.ruled_out import asks_for_another, ruled_out
from service.analysis.taken import drugs_asked
from service.answer import Audience
from service.compose.choosing import Choice
from service.compose.differed_about import asks_for_difference
from service.compose.first_statement import Directness, first_statement
from service.compose.for_this_patient import told_of_the_patient
from service.compose.instead import Instead
from service.compose.row_first import row_that_holds
from service.compose.verdicts import Verdict, verdict_of
from service.grounding.draft import Draft
from service.premises import Checked, read_first
from service.sentences.applicable import forbids, holds_for
from service.sentences.bare import Bare, bare_asked
from service.sentences.candidates import Candidate, names
from service.sentences.dosed import done_with_drugs, only_of_others
from service.sentences.doses import gives_dose
from service.sentences.expected import expects
from service.sentences.framing import as_draft
from service.sentences.headed import first_of_section
from service.sentences.held import calls_to_hold
from service.sentences.material import FLOOR, Material
from service.sentences.rows import holds_as_row
from service.sentences.strictly_asked import strictly_asked
from service.sentences.together import pair_of
from service.sentences.told_of_drugs import Acts

_IN_PLACE_NEAR_BEST = 0.3  # share of the likeliest's usefulness with which what was not chosen may stand first
_TELLS_NEAR_BEST = 0.05  # share of the likeliest's usefulness with which those come first that say what is asked
_HOW_MUCH = re.compile(r"\bhow much (?!(?:do|does|should|can|is|more|less|time|longer)\b)(\w+)", re.I)
_DOSE_NEAR_BEST = 0.05  # as likely as that, beside the likeliest sentence, must one with a dose be
_REFUSES = re.compile(
    r"\bcontra-?indicat\w+|\bavoid(?:ed)?\b|\bagainst\b|"
    r"\bnot (?:be )?(?:recommended|offered|given|used|advised|indicated)\b",
    re.I,
)
_LIMITS = re.compile(  # how often it may be given, how far apart, or that its dose is the usual one
    r"\b(?:given|taken|used|repeated) (?:at most|no more than|only) (?:once|twice)\b|"
    r"\bdose\b[^.;]{0,40}\bnot changed\b|\b(?:at least|every) \d+ hours\b|\bhours apart\b",
    re.I,
)
_NEAR_RELEVANT = 0.66  # share of the best relevance that a dose must reach to be the answer in short


@dataclass(frozen=True, slots=True)
class Opening:
    """The first statement of an answer, and what was decided for it."""

    first: Candidate
    answering: Candidate  # what answers most directly: the first one, unless an assumption is spoken of before it
    beside: Candidate | None  # what is read right behind the first one,
    heading: str  # and its heading
    verdict: Verdict | None
    bars: bool = False  # it says that the drug is not given in the illness, whatever else is asked

    @property
    def statements(self) -> list[Candidate]:
        """All of it, in order."""
        return [self.first] if self.beside is None else [self.first, self.beside]

    @property
    def is_plain(self) -> bool:
        """Whether the answer begins with what answers most directly, and neither yes nor no is said."""
        return self.verdict is None and self.first is self.answering and not self.bars

    def draft(self) -> Draft:
        """The first statement, after the yes or no that it gives."""
        gives_it = self.verdict is not None and self.first is self.verdict.candidate
        return self.verdict.draft() if self.verdict is not None and gives_it else as_draft(self.first)


def open_with(
    material: Material, ranked: list[Candidate], checked: Checked, choice: Choice, bar: Candidate | None
) -> Opening:
    """What the answer made of ``choice`` begins with. ``ranked``: all that was found; ``bar``: the sentence that bars
    the drug in the illness, which comes before anything that would give it.
    """
    if bar is not None:
        verdict = verdict_of(material.question, [bar], material.glossary)
        answering = bar if verdict is None else verdict.candidate
    else:
        directness = Directness(material, choice.sentences)
        verdict = _verdict(material, checked, choice, directness)
        answering = _most_direct(material, ranked, checked, choice, verdict, directness)
    settled = verdict is not None and answering is verdict.candidate
    first, beside, heading = read_first(checked, answering, settled)
    return Opening(first, answering, beside, heading, verdict, bar is not None)


def _verdict(material: Material, checked: Checked, choice: Choice, directness: Directness) -> Verdict | None:
    """The yes or no that the chosen sentences give; none where what is asked rests on something that is put right, nor
    by a sentence that another one is much likelier than.
    """
    if checked.correction is not None:
        return None
    bare = bare_asked(material.question, material.glossary)
    if bare is not None:  # by what says just what is asked
        return verdict_of(material.question, list(filter(bare.told_by, choice.sentences)), material.glossary)
    on_it = [candidate for candidate in choice.sentences if not material.neighbours.missing(candidate)]
    verdict = verdict_of(material.question, on_it, material.glossary)
    if verdict is not None and directness.much_likelier(choice.likeliest[0], verdict.candidate):
        return verdict_of(material.question, choice.likeliest[:1], material.glossary)
    return verdict


def _most_direct(
    material: Material, ranked: list[Candidate], checked: Checked, choice: Choice, verdict: Verdict | None,
    directness: Directness,
) -> Candidate:  # fmt: skip
    """The statement that answers most directly: the conflict that is asked for, the one that gives the verdict, or
    of the doses, if one is asked for, or else of the chosen sentences the one that comes nearest to what is asked.
    """
    question, acts = material.question, choice.acts
    if choice.conflicts and asks_for_difference(question):
        return choice.conflicts[0].candidates[0]
    if verdict is not None:
        return verdict.candidate
    told = [*_not_repeating(checked, choice), *_in_its_place(material, choice)]
    doses = _with_dose(material, told, ranked) if acts is None or not acts.of_next_dose else []
    unsaid = [c for c in choice.likeliest if c.position not in checked.supporting]
    pool = doses or told or choice.sentences or ranked[:1]
    direct = first_statement(material, pool, directness, unsaid, plainly=not doses)
    bearing = told_of_the_patient(material, direct)
    if bearing is not None:
        return bearing
    pair = pair_of(question, material.glossary)
    if pair is not None and not pair.named_by(direct):
        on_both = [c for c in ranked if c.relevance >= FLOOR and pair.named_by(c)]
        return max(on_both, key=lambda c: (c.useful, -c.order), default=direct)
    asked = strictly_asked(question, material.glossary)
    if isinstance(asked, Bare):  # what says the very thing is near enough
        return asked.first(direct, choice.sentences, ranked, material.audience)
    if asked is not None:
        near = [c for c in ranked if c.relevance >= FLOOR]
        return asked.first(direct, choice.sentences, near)
    direct = _not_of_a_neighbour(direct, material, [*choice.sentences, *ranked], acts)
    direct = first_of_section(direct, ranked, question)
    return row_that_holds(question, direct, ranked, material.glossary)


def _not_of_a_neighbour(
    direct: Candidate, material: Material, found: Sequence[Candidate], acts: Acts | None
) -> Candidate:
    """``direct``, or where it is on a neighbour of what is asked about, the likeliest found that is on that itself and
    no less likely: it says what is asked (a dose, how it is reversed), or that the drug is not given.
    """
    neighbours = material.neighbours
    if not neighbours.missing(direct):
        return direct
    gives = gives_dose if material.question.kind is QuestionKind.DOSE else expects(material.question.text)
    on_it = [
        c
        for c in found
        if c.useful >= direct.useful
        and neighbours.on_all(c)
        and (acts is None or acts.told_by(c))
        and (gives is None or gives(c.text) or _REFUSES.search(c.text) is not None)
    ]
    return max(on_it, key=lambda c: (c.useful, -c.order), default=direct)


def _in_its_place(material: Material, choice: Choice) -> list[Candidate]:
    """What is given in place of a drug that is out, where such a likely sentence was not chosen: it may stand first."""
    instead = Instead(material.question, material.glossary)
    if not instead.out:
        return []
    chosen = {c.position for c in choice.sentences}
    floor = _IN_PLACE_NEAR_BEST * max((c.useful for c in choice.sentences), default=0.0)
    takes = [c for c in choice.likeliest if instead.gain(c) > 0]
    if not any(c.position in chosen or c.useful >= floor for c in takes):
        return takes[:1]  # none is as likely: what is said of the drug that is out has more of its words
    return [c for c in takes if c.useful >= floor and c.position not in chosen]


def _not_repeating(checked: Checked, choice: Choice) -> list[Candidate]:
    """The chosen sentences that do not repeat what was put right; where something is asked of a drug, those of them
    that say it, if any likely one does.
    """
    told = [c for c in choice.sentences if c.position not in checked.supporting]
    return (_likely_ones(told, choice.acts) if choice.acts is not None else []) or told


def _likely_ones(candidates: Sequence[Candidate], acts: Acts) -> list[Candidate]:
    """Those that say what is asked of a drug and are not much less likely to answer than the likeliest."""
    floor = _TELLS_NEAR_BEST * max((c.useful for c in candidates), default=0.0)
    return [c for c in candidates if c.useful >= floor and acts.told_by(c)]


def _with_dose(material: Material, told: list[Candidate], ranked: list[Candidate]) -> list[Candidate]:
    """For a question on a dose: the sentences that give one of a drug that it asks about, chosen ones before others."""
    question = material.question
    if question.kind is not QuestionKind.DOSE or material.audience is Audience.PATIENT:
        return []
    given = drugs_asked(question) or [*done_with_drugs(question, material.glossary)]
    if asks_for_another(question.text):  # the dose is that of what is given instead
        given = [entry for entry in given if entry.term not in ruled_out(question)]
    drugs = material.glossary.with_members(*given)  # a class is given as these
    of_what = _HOW_MUCH.search(question.text)
    if not drugs and of_what is not None:  # "how much oxygen": a dose of something else is none
        asked = frozenset(terms(of_what[1]))
        told = [c for c in told if asked <= c.own_terms]
        ranked = [c for c in ranked if asked <= c.own_terms]
        if not ranked:
            return []
    tells_dose = _test_of_dose(material)
    floor = max(FLOOR, _NEAR_RELEVANT * ranked[0].relevance)
    likeliest = max((c.useful for c in told), default=0.0)
    for pool in (told, [c for c in ranked if c.relevance >= floor]):
        dosing = [c for c in pool if tells_dose(c) and not only_of_others(c, drugs, material.glossary)]
        for context in (False, True):
            found = [
                c for c in dosing if not drugs or any(names(e, c, context or holds_as_row(c, question)) for e in drugs)
            ]
            if found and max(c.useful for c in found) >= _DOSE_NEAR_BEST * likeliest:
                return found
    return []


def _test_of_dose(material: Material) -> Callable[[Candidate], bool]:
    """A test of whether a sentence gives a dose, limits how often it is given at the patient's values,
    or says that these leave none."""
    question, glossary = material.question, material.glossary

    def tells_dose(candidate: Candidate) -> bool:
        forbidden = forbids(candidate.text, question.values) or calls_to_hold(candidate, question, glossary)
        limited = _LIMITS.search(candidate.text) is not None and holds_for(candidate.text, question.values) > 0
        return forbidden or limited or gives_dose(candidate.text)

    return tells_dose
