"""What a message means after what was said before, without a language model.

A message that is a question of its own stands as it is. What it may leave out is taken from the question before: the
whole of it where a message only names another drug, setting or detail ("and rivaroxaban?", "in pregnancy?", "why?"),
its topic where it asks for another aspect ("any contraindications?"), its subject where a pronoun points there. What was
told of the patient goes along, at a lower weight.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from corpus.glossary import Glossary
from service.analysis.question import analyse
from service.analysis.wording import capital
from service.conversation.acts import Act, act_of, to_the_point
from service.conversation.before import Before
from service.conversation.beginnings import BEGINS_ANEW, NEW_TOPIC
from service.conversation.case_in_hand import in_the_case
from service.conversation.corrections import without_false_start
from service.conversation.filled_in import TOPICAL, what_is_asked, without_announcement
from service.conversation.fragments import OPENING
from service.conversation.meaning import Standalone
from service.conversation.returning import BACK, returned_to
from service.conversation.said_of_it import as_it_was
from service.conversation.topic import topic_of, with_topic
from service.conversation.unnamed_values import Unclear, name_value, with_values_named
from service.conversation.values import value_instead, with_new_values
from service.measured import mentions_in
from service.patient_details import details_of, is_of_a_relative

_LEAVES = re.compile(f"(?:{BEGINS_ANEW.pattern})|(?:{BACK.pattern})", re.I)  # what was in hand
_NAMED = 2  # words that only name what a message goes back to


def understand(message: str, before: Before, glossary: Glossary) -> Standalone:
    """What ``message`` means after ``before``."""
    if not before.questions:
        return Standalone(message)
    message = without_false_start(message, glossary)
    before = replace(before, messages=with_values_named(before.typed, before.questions, glossary))
    value = name_value(message, before.typed, before.questions, glossary)
    if isinstance(value, Unclear):
        return Standalone(before.questions[-1], goes_on=True, typed=message, ask=value.ask)
    if value is not None:
        return replace(_understood(value.message, before, glossary), told=value.told)
    return _understood(message, before, glossary)


def _understood(message: str, before: Before, glossary: Glossary) -> Standalone:
    """The same for a message whose values all have a name."""
    before = with_new_values(before, message, glossary).weighed(glossary, BEGINS_ANEW)
    act = _act_meant(message, before, glossary)
    if act is Act.CHAT:
        return Standalone(message, act=act)
    if act in (Act.DOUBT, Act.CLAIM):
        return Standalone(before.questions[-1], act=act, goes_on=True)
    if NEW_TOPIC.match(message):
        core = what_is_asked(message, before, glossary)
        return Standalone(core, goes_on=core != without_announcement(message))
    back = returned_to(message, before.questions, before.typed, glossary)
    if back is not None:
        message, before = _gone_back(back, before, glossary)
    core = message if back is not None and not back[1] else what_is_asked(message, before, glossary)
    if back is not None and core == message and not _names_a_topic(core, glossary):
        drugs, conditions = topic_of(analyse(before.questions[-1], glossary), before)
        core = with_topic(core, [] if conditions else drugs, conditions)
    plain = to_the_point(message)
    goes_on = (back is not None or core != message) and core not in (plain, capital(plain))
    if goes_on and core != before.questions[-1]:
        core = as_it_was(core, message, before, glossary)
    if is_of_a_relative(message, before.typed) and any(
        entry.kind in TOPICAL for entry in analyse(message, glossary).entries
    ):
        return Standalone(capital(plain), goes_on=False, typed=plain)
    found = in_the_case(core, message, before, goes_on, glossary)
    return replace(found, others=tuple(as_it_was(text, message, before, glossary) for text in found.others))


def _act_meant(message: str, before: Before, glossary: Glossary) -> Act:
    """What a message does; one that tells something of the patient asks what follows from it, and claims nothing."""
    act = act_of(message, before.questions[-1], glossary)
    if act is not Act.CLAIM:
        return act
    if value_instead(to_the_point(message), before, glossary) is not None and mentions_in(message):
        return Act.QUESTION  # "the potassium is 6.4"
    if details_of([message], glossary) and not re.search(r"\b(?:mg|wrong|disagree|mistaken)\b", message, re.I):
        return Act.QUESTION  # "I think she is 80"
    return act


def _names_a_topic(text: str, glossary: Glossary) -> bool:
    return any(entry.kind in TOPICAL for entry in analyse(text, glossary).entries)


def _gone_back(back: tuple[int, str], before: Before, glossary: Glossary) -> tuple[str, Before]:
    """A message that returns to an earlier question (``back``: which one, and what is said besides) as it would follow
    that question, and what was said up to there.
    """
    place, rest = back
    asked_again = before.questions[place]
    named_only = bool(rest) and len(rest.split()) <= _NAMED and OPENING.match(rest) is None
    message = f"and {rest}" if named_only else rest or asked_again
    return message, before.until(place, _LEAVES, glossary).weighed(glossary, BEGINS_ANEW)


def standalone(message: str, history: Sequence[str], glossary: Glossary, unsupported: Collection[str] = ()) -> str:
    """The message as a question that can be understood alone, after the standalone questions of ``history``."""
    return understand(message, Before(history, unsupported=unsupported), glossary).text
