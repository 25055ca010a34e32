"""Other readings of a follow-up, for when the likeliest one finds no answer.

What a message leaves out cannot always be told from its words alone. The library helps: of the readings that are left, the
first that it answers is taken (:mod:`service.turns.evidence_of_readings`).
"""

from __future__ import annotations

import re

from corpus.glossary import Glossary
from service.analysis.question import Question
from service.analysis.wording import capital
from service.conversation.before import Before
from service.conversation.fragments import OPENING
from service.conversation.topic import topic_of, where_of, with_topic
from service.conversation.wording import joined, small
from service.measured import mentions_in
from service.patient_details import details_of, speaks_of_the_patient

_MOST = 3
_IT = re.compile(r"\b(?:it|this|that)\b(?! (?:is |was )?(?:safe|true|worth|ok))", re.I)
_SWITCHES = re.compile(r"\bbe (?:switched to|given instead of)\b", re.I)


def other_readings(
    plain: str, question: Question, previous: Question, before: Before, tried: str, glossary: Glossary
) -> list[str]:
    """Up to three: whether a drug that the patient is told to take can be given; the message on the drugs and conditions
    that were spoken of, on what the text is on that answered last, behind the question before; by itself where it names
    something. A value alone changes neither the drug nor the illness. ``question``: the message analysed; ``tried``: the
    reading that was tried.
    """
    drugs, conditions = topic_of(previous, before)
    conditions = conditions or before.heard()
    own = {entry.term for entry in question.entries}
    drugs, conditions = ([name for name in names if name not in own] for names in (drugs, conditions))
    opening = OPENING.match(plain)
    rest = plain[opening.end() :] if opening and opening.end() < len(plain) else plain
    found = []
    of_the_patient = speaks_of_the_patient(plain) and not question.text.rstrip().endswith("?")
    given = [entry.term for entry in question.interventions if entry.kind == "drug"]
    taken = [name for name in details_of(list(before.typed), glossary).drugs if name not in own]
    if given and taken and of_the_patient and not question.conditions:  # "he also wants ibuprofen for the pain"
        found.append(f"Can {given[0]} be given together with {taken[0]}?")
    if conditions and of_the_patient and (now := details_of([plain], glossary).pregnancy):  # "she is 28 weeks pregnant"
        while_ = "in pregnancy" if "pregnant" in now else "while breastfeeding"
        found += [] if now.startswith("not") else [f"How is {conditions[0]} treated {while_}?"]
    if given and of_the_patient:  # "she's on ramipril"
        found.append(with_topic(f"Can {given[0]} be given?", [], conditions))
    again = joined(before.questions[-1], small(rest))
    if drugs and conditions and not question.interventions and mentions_in(plain):  # "and if her eGFR is 22?"
        return [text for text in (capital(with_topic(rest, drugs[:1], conditions)), again) if text != tried]
    if drugs:
        found.append(capital(with_topic(rest, drugs[:1], [])))
    if conditions:
        found.append(capital(with_topic(rest, [], conditions)))
    if before.title:
        found.append(capital(with_topic(rest, [], [small(before.title)])))
    # "In pregnancy?" by itself is on any illness.
    alone = [plain] if any(entry.kind not in ("other", "organisation") for entry in question.entries) else []
    found += [*alone, again] if question.yes_no and question.interventions else [again, *alone]
    if given and _SWITCHES.search(tried):  # texts rarely speak of the very switch
        found.insert(0, f"Can {given[0]} be used{where_of(conditions, previous)}?")
    if not question.interventions and (pointed := _IT.search(rest)) is not None:
        others = [name for name in _asked_about(before, glossary) if name not in drugs][:1]
        found[2:] = [capital(rest[: pointed.start()] + name + rest[pointed.end() :]) for name in others] + found[2:]
    return [text for text in dict.fromkeys(found) if text != tried][:_MOST]


def _asked_about(before: Before, glossary: Glossary) -> list[str]:
    """The drugs that the asker asked about, the last first: after an aside on one, "it" may be the one before."""
    asked = (text for text in reversed(before.typed) if text.rstrip().endswith("?") or not details_of([text], glossary))
    return list(dict.fromkeys(m.entry.term for text in asked for m in glossary.find(text) if m.entry.kind == "drug"))
