"""What is asked, put to the patient in hand: with what was told of them, and what it may mean instead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpus.glossary import Glossary
from service.analysis.question import Question, analyse
from service.analysis.ruled_out import without_ruled_out
from service.analysis.taken import drugs_asked, taken_already
from service.conversation.acts import Act, to_the_point
from service.conversation.agreement import asks_whether_they_agree
from service.conversation.bare_of_it import is_all_that_is_asked, is_of_anybody
from service.conversation.before import Before
from service.conversation.beginnings import BEGINS_ANEW
from service.conversation.fragments import OPENING, SETTING, THE_CHILD
from service.conversation.given_together import is_of_drugs_alone
from service.conversation.going_on import is_of_oneself
from service.conversation.in_its_place import with_class_named
from service.conversation.meaning import Standalone
from service.conversation.own_subject import asks_beside_values
from service.conversation.patient import setting, still_holding
from service.conversation.readings import other_readings
from service.conversation.unnamed_values import with_age_named
from service.conversation.what_happened import is_of_what_happened
from service.conversation.wording import as_question, asks_of_time, with_behind
from service.patient_details import PatientDetails, speaks_of_the_patient


def in_the_case(core: str, message: str, before: Before, goes_on: bool, glossary: Glossary) -> Standalone:
    """What is asked (``core``) with what was told of the patient and still holds, and what it may mean instead."""
    plain = to_the_point(message)
    opening = OPENING.match(plain)
    rest = plain[opening.end() :] if opening else plain
    named = {mention.entry.term for mention in glossary.find(message)}
    told = with_age_named(with_class_named(message, before.questions[-1]), before.questions[-1], core)
    details = still_holding(told, before, goes_on, glossary)
    if asks_beside_values(plain, analyse(message, glossary)):
        details = replace(details, renal=(), hepatic=(), findings=())
    if THE_CHILD.match(rest):
        details = replace(details, pregnancy="")
    carried: frozenset[str] = frozenset()
    own = analyse(message, glossary)
    names_a_setting = own.conditions or any(entry.kind == "procedure" for entry in own.entries)
    if goes_on and names_a_setting and SETTING.match(rest):
        # "And before a liver biopsy?" is about the biopsy first
        carried = frozenset(mention.entry.term for mention in glossary.find(core)) - named
    previous = without_ruled_out(analyse(before.questions[-1], glossary))
    others = other_readings(plain, analyse(plain, glossary), previous, before, core, glossary)
    of_one_thing = is_all_that_is_asked(core, glossary) or is_of_oneself(plain, own)
    if goes_on and (of_one_thing or is_of_what_happened(plain, before) or asks_whether_they_agree(plain)):
        others = []
    asked = analyse(core, glossary)
    behind, words = setting(
        _searched_for(details.without(core), asked), asked, goes_on or speaks_of_the_patient(message)
    )
    if behind and not is_of_drugs_alone(core) and not (goes_on and is_of_anybody(core, glossary)):
        core = with_behind(core, behind)
        # Less likely readings are held against less: what must not be left out of sight.
        least, _ = setting(
            PatientDetails(pregnancy=details.pregnancy, allergies=details.allergies), own, personal=False
        )
        others = [with_behind(text, least) for text in others]
        carried |= (words | frozenset(m.entry.term for m in glossary.find(behind))) - named
    beside = _had([core, *others], own, rest, glossary) if goes_on or behind else None
    in_hand = "" if BEGINS_ANEW.search(message) else before.text
    core = as_question(core) if goes_on or core != message else core
    return Standalone(core, carried, Act.QUESTION, details, goes_on, tuple(others), plain, in_hand, beside=beside)


def _searched_for(details: PatientDetails, asked: Question) -> PatientDetails:
    """The details that a search speaks of: neither the age nor, where no drug is named, an allergy belong to how long or
    how often something is done. What is found is held against them all the same.
    """
    if not asks_of_time(asked.text):
        return details
    named = any(entry.kind == "drug" and not entry.members for entry in asked.entries)
    return replace(details, age="", allergies=details.allergies if named else ())


def _had(readings: Sequence[str], own: Question, rest: str, glossary: Glossary) -> frozenset[str]:
    """What the patient has beside what a message asks of (``own``; ``rest``: without its opening): the drugs that it
    says are taken, and where it asks of a drug and the first of its ``readings`` only adds to it, the drugs and
    conditions of earlier turns. "Is ibuprofen safe for him?" after a question on apixaban is on ibuprofen.
    """
    taken = taken_already(own)
    if not drugs_asked(own) or rest.rstrip("?.! ").casefold() not in readings[0].casefold():
        return taken
    mentions = (mention for text in readings for mention in glossary.find(text))
    there = (m.entry for m in mentions if m.entry.kind in ("drug", "condition"))
    return taken | (frozenset(entry.term for entry in there) - {entry.term for entry in own.entries})
