"""The patient in hand: which earlier details still hold for a message, and how a search speaks of them."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.glossary import Glossary
from service.analysis.question import Question, analyse
from service.analysis.wording import listed
from service.conversation.before import Before
from service.conversation.beginnings import NEW_TOPIC
from service.patient_details import (
    NEW_PATIENT,
    PatientDetails,
    details_of,
    is_of_another,
    speaks_of_the_patient,
    without_supposing,
)


def still_holding(message: str, before: Before, goes_on: bool, glossary: Glossary) -> PatientDetails:
    """The details of earlier turns that hold for ``message``, those that it gives itself left out.

    ``goes_on``: whether it was understood through what was said before. What asks on, asks about the same topic or
    speaks of the patient keeps them; a question of its own on another topic, or another patient, does not.
    """
    if NEW_PATIENT.search(message) or is_of_another(message):
        return PatientDetails()
    typed = list(before.typed)
    if not any(any(character.isdigit() or character.isalpha() for character in text) for text in typed):
        return PatientDetails()
    start = _last_change(before, glossary)
    if any(map(NEW_TOPIC.match, typed[start:])) or not speaks_of_the_patient(message):
        typed = typed[start:]
    same = speaks_of_the_patient(message) or goes_on
    if not same and not _same_topic(message, [*before.questions[start:], *typed], glossary):
        return PatientDetails()
    earlier = details_of(typed, glossary)
    if not earlier:
        return earlier
    own = details_of([without_supposing(message)], glossary)  # "and if she were 70?": no longer 81
    kept = earlier.then(PatientDetails(stopped=own.stopped, no_allergies=own.no_allergies)).without(message)
    return _less(kept, own)


def _less(details: PatientDetails, own: PatientDetails) -> PatientDetails:
    """The details whose measure the message gives anew are no longer those of before."""
    return PatientDetails(
        "" if own.age else details.age,
        "" if own.sex else details.sex,
        "" if own.pregnancy else details.pregnancy,
        "" if own.weight else details.weight,
        details.renal if not own.renal else (),
        details.hepatic if not own.hepatic else (),
        details.findings,
        details.conditions,
        details.drugs,
        () if own.no_allergies else details.allergies,
    )


def _last_change(before: Before, glossary: Glossary) -> int:
    """The place of the turn at which the topic changed last: one that says so, or a question of its own that shares
    nothing with those before.
    """
    for place in range(len(before.questions) - 1, 0, -1):
        question, typed = before.questions[place], before.typed[place]
        if NEW_TOPIC.match(typed):
            return place
        unchanged = question.strip() == " ".join(typed.split())
        earlier = [*before.questions[:place], *before.typed[:place]]
        if unchanged and not speaks_of_the_patient(typed) and not _same_topic(question, earlier, glossary):
            return place
    return 0


def _same_topic(message: str, texts: Sequence[str], glossary: Glossary) -> bool:
    """Whether a message names a drug, procedure or condition that was named before, or a class or member of it."""
    kinds = ("drug", "procedure", "condition")
    own = [entry for entry in analyse(message, glossary).entries if entry.kind in kinds]
    there = {m.entry.term: m.entry for text in texts[-12:] for m in glossary.find(text) if m.entry.kind in kinds}
    return any(
        entry.term in there
        or any(entry.term in other.members or other.term in entry.members for other in there.values())
        for entry in own
    )


def setting(
    details: PatientDetails, question: Question, personal: bool, told: bool = False
) -> tuple[str, frozenset[str]]:
    """How a search speaks of the patient (", with eGFR 25, aged 74"), and the words of it that count less.

    Only what guidance is conditioned on: organ function, pregnancy, allergies, age where it is a child's or an old
    person's; what the patient takes and has where ``personal`` (the question is of this patient's case); all of it where
    it is what was just ``told``.
    """
    named = {entry.term for entry in question.entries}
    parts: list[str] = []
    terms: list[str] = []
    if details.pregnancy and not details.pregnancy.startswith("not"):
        parts.append("in pregnancy" if "pregnant" in details.pregnancy else "while breastfeeding")
        terms += ["pregnancy", "breastfeeding"]
    organs = [*details.renal, *details.hepatic]
    if organs:
        parts.append(f"with {listed(organs)}")
        terms += organs
    if details.allergies:
        parts.append(f"with allergy to {listed(list(details.allergies))}")
        terms += [*details.allergies, "allergy"]
    if details.age and not details.age.isdigit():
        parts.append(f"at an age of {details.age}")
    elif details.age and (told or int(details.age) < 18 or int(details.age) >= 65):
        parts.append(f"aged {details.age}")
        terms.append(details.age)
    if told:
        parts += [f"weight {details.weight}"] if details.weight else []
        parts += [f"with {listed(list(details.findings))}"] if details.findings else []
    if personal or told:
        drugs = [name for name in details.drugs if name not in named]
        if drugs and (told or question.interventions):
            parts.append(f"taking {listed(drugs[:3])}")
            terms += drugs
        conditions = [name for name in details.conditions if name not in named]
        if conditions and (told or not question.conditions):
            parts.append(f"with {listed(conditions[:2])}")
            terms += conditions[:2]
    return (", " + ", ".join(parts) if parts else ""), frozenset(terms)
