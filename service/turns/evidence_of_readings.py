"""What the library has for each reading of a message: the first reading that it answers is the one that was meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from corpus.glossary import Glossary
from service.analysis.drug_names import looks_like_a_drug
from service.analysis.facets import parts_of
from service.analysis.incidental import without_incidental
from service.analysis.long_case import in_short
from service.analysis.question import Question, analyse
from service.analysis.setting import without_setting
from service.analysis.spelling import Spelling, correct_spelling, is_unknown
from service.analysis.story import Asked, questions_in
from service.answer import Audience
from service.conversation import Standalone
from service.measured import with_names
from service.patient_details import PatientDetails, speaks_of_the_patient
from service.premises import compared_with
from service.retrieval import Hit
from service.sentences.bare import with_own_name
from service.sentences.candidates import Candidate, names
from service.sentences.material import Material
from service.sentences.neighbours import is_on
from service.sentences.readers import depth_for, hits_for
from service.sufficiency import Assessment, Verdict, assess
from service.turns.known_words import is_known
from service.turns.text_in_hand import in_hand

if TYPE_CHECKING:
    from service.library import Library, Reading

_PASSAGES = 24
_LOOKED_AT = 8  # sentences, the likeliest first
# Probability from which on a question without what is told by the way is answered; from which on in the place of an
# answer that is less likely than the last.
_VERY_LIKELY, _ALL_BUT_SURE, _NOT_SURE = 0.6, 0.95, 0.9
_FIRST_OF_A_STORY = 2  # of which one has to be on what a story is about
_REFUSES = re.compile(
    r"^(?:(?!\b(?:if|when|where|unless|who|whose|cannot)\b)[^.;])*\b(?:is|are|be) "
    r"(?:contra-?indicated|avoided|not (?:given|used|recommended))\b",
    re.I,
)


@dataclass(slots=True)
class Evidence:
    """What was found for one reading: ``text`` with its spelling put right, the passages and whether they answer it.
    ``for_others``: for a patient nothing answers it, for a professional something would.
    """

    said: Standalone
    text: str
    spellings: list[Spelling]
    question: Question
    hits: list[Hit]
    material: Material
    assessment: Assessment
    for_others: bool = False


def evidence_for(said: Standalone, audience: Audience, reading: Reading, library: Library) -> Evidence:
    """The evidence for what was understood; where that is not answered, for the first other reading that is. With it
    goes what the text in hand says to the message as it was typed.
    """
    found = _answered(said, audience, reading, library)
    if said.text_in_hand and found.assessment.verdict is Verdict.SUFFICIENT:
        found.material.beside = in_hand(said, found.question, audience, reading, library)
    return found


def _answered(said: Standalone, audience: Audience, reading: Reading, library: Library) -> Evidence:
    found = _of_what_was_said(said, audience, reading, library)
    answered = found.assessment.verdict is not Verdict.INSUFFICIENT
    lighter = _lighter(found, audience, reading, library)
    if lighter is not None:
        return lighter
    if audience is Audience.PATIENT:
        return found if answered else (_without_story(found, reading, library) or found)
    if answered and not found.assessment.not_found:
        return found
    short = _in_short(found, audience, reading, library)
    if answered or short is not None:
        return short or found
    return _without_setting(found, audience, reading, library) or found


def _lighter(found: Evidence, audience: Audience, reading: Reading, library: Library) -> Evidence | None:
    """The evidence for a question without what it tells by the way, where nothing but its likeness was wanting and that
    is very likely answered. A medicine that is left out is named as not found. Of a patient's own size alone an
    answer is freed, too, which is on that.
    """
    answered = found.assessment.verdict is Verdict.SUFFICIENT
    if found.said.goes_on or not (answered or found.assessment.only_unlikely):
        return None
    if answered and found.assessment.probability >= _NOT_SURE:
        return None
    is_strange = partial(is_unknown, retriever=reading.retriever)
    light = without_incidental(found.question, is_strange, audience is Audience.PATIENT)
    if light is None or (answered and not light.of_size):
        return None
    said = replace(found.said, text=light.text, others=())
    other = _look_up(said, audience, reading, library, goes_on=False)
    likely = other.assessment.probability >= (_ALL_BUT_SURE if answered else _VERY_LIKELY)
    if other.assessment.verdict is not Verdict.SUFFICIENT or other.assessment.not_found or not likely:
        return None
    other.assessment.not_found += [f"what {name} changes in it" for name in light.left_out]
    return other


def _in_short(found: Evidence, audience: Audience, reading: Reading, library: Library) -> Evidence | None:
    """The evidence for a long case in short, where a likely sentence is on all that it asks about by name, and nothing
    is left open.
    """
    for short in in_short(found.question.text, library.glossary):
        said = replace(found.said, text=short.text, others=(), goes_on=False)
        other = _look_up(said, audience, reading, library, goes_on=False)
        whole = other.assessment.verdict is Verdict.SUFFICIENT and not other.assessment.not_found
        if whole and any(_is_on_all(c, short.asked, library.glossary) for c in _likeliest(other)):
            return other
    return None


def _without_setting(found: Evidence, audience: Audience, reading: Reading, library: Library) -> Evidence | None:
    """The evidence for what is asked without the setting of the patient, where a likely sentence is on just that; of a
    drug, that it is not given. What is left open is named as not found.
    """
    for apart in without_setting(found.question, library.glossary):
        said = replace(found.said, text=apart.text, others=(), goes_on=False)
        other = _look_up(said, audience, reading, library, goes_on=False)
        on_it = [c for c in _likeliest(other) if _is_on_all(c, apart.on, library.glossary)]
        if apart.only_against:
            on_it = [c for c in on_it if _REFUSES.search(c.text)]
        if other.assessment.verdict is Verdict.SUFFICIENT and on_it:
            other.assessment.not_found += [name for name in apart.left_open if name not in other.assessment.not_found]
            return other
    return None


def _without_story(found: Evidence, reading: Reading, library: Library) -> Evidence | None:
    """The evidence for the first question of a patient's story that is answered without the story, by a text on what is
    told or asked about. Its other questions are named as not found, unless they are answered, too.
    """
    if found.said.goes_on or _lacks_a_name(found, library.glossary):
        return None
    asked = questions_in(found.question, library.glossary)
    strange = [name for name in found.assessment.lacking if looks_like_a_drug(name)]
    answered: Evidence | None = None
    left_open: list[str] = []
    for one in asked:
        other = (
            None if not one.about or (strange and one.refers) else _first_answered(found.said, one, reading, library)
        )
        if other is None:
            left_open.append(one.name)
        answered = answered or other
    if answered is not None:
        answered.assessment.not_found += left_open
    return answered


def _lacks_a_name(found: Evidence, glossary: Glossary) -> bool:
    """Whether what is lacking has a name from medicine: that is no mere story."""
    return any(glossary.find(name) for name in found.assessment.lacking)


def _first_answered(said: Standalone, asked: Asked, reading: Reading, library: Library) -> Evidence | None:
    for text in asked.readings:
        other = _look_up(
            replace(said, text=text, others=(), goes_on=False), Audience.PATIENT, reading, library, goes_on=False
        )
        on_it = any(
            names(near, candidate, context=True)
            for candidate in _likeliest(other)[:_FIRST_OF_A_STORY]
            for near in library.glossary.family_of(*asked.about)
        )
        if other.assessment.verdict is Verdict.SUFFICIENT and on_it:
            return other
    return None


def _likeliest(found: Evidence) -> list[Candidate]:
    return sorted(found.material.found, key=lambda c: (-c.useful, c.order))[:_LOOKED_AT]


def _is_on_all(candidate: Candidate, concepts: frozenset[str], glossary: Glossary) -> bool:
    """Whether a sentence names all these concepts, a drug also by the class next above it."""
    entries = [entry for name in sorted(concepts) if (entry := glossary.get(name)) is not None]
    return bool(entries) and all(
        is_on(candidate, e, glossary) if e.kind == "drug" else any(names(o, candidate) for o in glossary.family_of(e))
        for e in entries
    )


def _of_what_was_said(said: Standalone, audience: Audience, reading: Reading, library: Library) -> Evidence:
    first = _look_up(said, audience, reading, library, said.goes_on)
    if first.assessment.verdict is Verdict.SUFFICIENT or not said.others:
        return first
    if not (speaks_of_the_patient(first.text) or is_known(first.question, reading.retriever.occurs)):
        return first
    for other in _others(said):
        found = _look_up(other, audience, reading, library, goes_on=False)  # less likely: no less evidence will do
        if found.assessment.verdict is Verdict.SUFFICIENT:
            return found
    return first


def _others(said: Standalone) -> Iterator[Standalone]:
    told = PatientDetails(
        pregnancy=said.details.pregnancy, allergies=said.details.allergies
    )  # as they are in the texts
    for text in said.others:
        yield Standalone(text, said.carried, said.act, told, goes_on=True, told=said.told, beside=said.beside)


def _look_up(said: Standalone, audience: Audience, reading: Reading, library: Library, goes_on: bool) -> Evidence:
    text, spellings = correct_spelling(with_names(said.text), reading.retriever, library.glossary, library.embedder)
    question = analyse(text, library.glossary, said.carried).of(said.details, said.beside)
    question = with_own_name(question, library.glossary, reading.opened, reading.retriever, library.embedder)
    reading.retriever.expect([part.text for part in parts_of(question, library.glossary)], said.carried)
    wide = reading.retriever.search(text, depth_for(audience, _PASSAGES), said.carried)
    library.embed_ahead(*compared_with(question.text, library.glossary))
    hits = wide[:_PASSAGES]
    material = Material(question, reading.opened, reading.retriever, library.sentence_vectors, library.glossary, hits)
    professionals = material
    if audience is Audience.PATIENT:  # for whom it is judged by what they may be shown
        material = material.for_reader(audience, hits_for(audience, wide, reading.opened, _PASSAGES))
    assessment = assess(material, library.embedder, reading.threshold, goes_on)
    for_others = (
        audience is Audience.PATIENT
        and assessment.verdict is Verdict.INSUFFICIENT
        and assess(professionals, library.embedder, reading.threshold, goes_on).verdict is Verdict.SUFFICIENT
    )
    if audience not in (Audience.CLINICIAN, Audience.PATIENT):
        material = material.for_reader(audience, hits_for(audience, wide, reading.opened, _PASSAGES))
    return Evidence(said, text, spellings, question, hits, material, assessment, for_others)
