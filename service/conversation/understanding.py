"""What a message means after what was said before, without a language model.

A message that is a question of its own stands as it is. What it may leave out is taken from the question before: the
whole of it where a message only names another drug, setting or detail ("and rivaroxaban?", "in pregnancy?", "why?"),
its topic where it asks for another aspect ("any contraindications?"), its subject where a pronoun points there. What was
told of the patient goes along, at a lower weight.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

from corpus.glossary import Glossary
from service.analysis.question import Question, analyse
from service.analysis.wording import capital
from service.conversation.acts import Act, act_of, to_the_point
from service.conversation.before import Before
from service.conversation.beginnings import BEGINS_ANEW, NEW_TOPIC
from service.conversation.choices import chosen, compared
from service.conversation.completion import completed
from service.conversation.corrections import aspect_meant, corrected
from service.conversation.fragments import (
    OPENING,
    SETTING,
    THE_CHILD,
    is_fragment,
    is_plain_question,
    is_whole,
)
from service.conversation.given_together import given_together, is_of_drugs_alone
from service.conversation.going_on import hasty, leaning
from service.conversation.next_step import next_step
from service.conversation.outright import asked_outright
from service.conversation.patient import setting, still_holding
from service.conversation.pronouns import ASKS_WHICH, asks_of_a_drug, drug_in_hand, pronoun, resolve
from service.conversation.readings import other_readings
from service.conversation.returning import BACK, returned_to
from service.conversation.siblings import of_its_sibling
from service.conversation.switching import switched, turned_round
from service.conversation.telling import (
    WHAT_THEN,
    as_setting,
    aspect_and_told,
    beside_its_values,
    illness_told,
    tells_a_value,
    tells_of_a_drug,
    told_and_asked,
    without_denied,
)
from service.conversation.topic import asked_in, can_be_repeated, topic_of, with_topic
from service.conversation.unnamed_values import Unclear, name_value, with_values_named
from service.conversation.values import value_instead, with_new_values
from service.conversation.wording import as_question, joined, sentences, with_behind
from service.measured import measured_in, mentions_in, states_of
from service.patient_details import (
    NEW_PATIENT,
    PatientDetails,
    details_of,
    is_of_a_relative,
    speaks_of_the_patient,
)

_AGAIN = re.compile(
    r"^\W*(?:please |can you |could you )*(?:tell me more|(?:some )?more(?: details?)?(?: please)?|go on|continue|elaborate|say that again|repeat|in other words|"
    r"(?:explain|summari[sz]e|describe)(?: (?:that|this|it))?(?: (?:again|in (?:more|greater|plain|simple|other)\b.*|briefly|further|please))*)\W*$",
    re.I,
)

_TOPICAL = ("condition", "drug", "procedure", "test", "score")
_LEAVES = re.compile(f"(?:{BEGINS_ANEW.pattern})|(?:{BACK.pattern})", re.I)  # what was in hand
_OF_PREGNANCY = re.compile(r"^gestational |,? in pregnancy$")  # another patient's illness that has another name then
# "Confirmed. Thrombolyse?": what was suspected is so, and it is asked on.
_CONFIRMS = re.compile(
    r"^\W*(?:(?:the )?(?:scan|diagnosis|ct|it)(?:'s| is| was)? )?(?:confirmed|proven)(?: it| now)?[.;:,!]\s+(?=.*\?)",
    re.I,
)
_CLIPPED = 6  # words
_PIECES = 3  # questions of one message that are each understood by themselves
_NAMED = 2


@dataclass(frozen=True, slots=True)
class Standalone:
    """A question that can be understood alone.

    ``carried``: terms of the concepts, and words, in it that come from earlier turns; ``details``: what was told of the
    patient earlier and still holds; ``goes_on``: whether it was understood through what was said before; ``others``: what
    it may mean instead, where the library does not answer it so; ``typed``: the message in its own words;
    ``text_in_hand``: id of the text that the conversation rests on, unless the message leaves it; ``told``: how a number
    without a name was read; ``ask``: what must be known first (then ``text`` is the question before).
    """

    text: str
    carried: frozenset[str] = frozenset()
    act: Act = Act.QUESTION
    details: PatientDetails = field(default_factory=PatientDetails)
    goes_on: bool = False
    others: tuple[str, ...] = ()
    typed: str = ""
    text_in_hand: str = ""
    told: str = ""
    ask: str = ""


def understand(message: str, before: Before, glossary: Glossary) -> Standalone:
    """What ``message`` means after ``before``."""
    if not before.questions:
        return Standalone(message)
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
        core = _core(message, before, glossary)
        return Standalone(core, goes_on=core != _without_announcement(message))
    back = returned_to(message, before.questions, before.typed, glossary)
    if back is not None:
        message, before = _gone_back(back, before, glossary)
    core = message if back is not None and not back[1] else _core(message, before, glossary)
    plain = to_the_point(message)
    goes_on = (back is not None or core != message) and core not in (plain, capital(plain))
    if is_of_a_relative(message, before.typed) and any(
        entry.kind in _TOPICAL for entry in analyse(message, glossary).entries
    ):
        return Standalone(capital(plain), goes_on=False, typed=plain)
    return _of_the_patient(core, message, before, goes_on, glossary)


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


def _gone_back(back: tuple[int, str], before: Before, glossary: Glossary) -> tuple[str, Before]:
    """A message that returns to an earlier question (``back``: which one, and what is said besides) as it would follow
    that question, and what was said up to there.
    """
    place, rest = back
    asked_again = before.questions[place]
    named_only = bool(rest) and len(rest.split()) <= _NAMED and OPENING.match(rest) is None
    message = f"and {rest}" if named_only else rest or asked_again
    return message, before.until(place, _LEAVES).weighed(glossary, BEGINS_ANEW)


def _of_the_patient(core: str, message: str, before: Before, goes_on: bool, glossary: Glossary) -> Standalone:
    """What is asked (``core``) with what was told of the patient and still holds, and what it may mean instead."""
    plain = to_the_point(message)
    opening = OPENING.match(plain)
    rest = plain[opening.end() :] if opening else plain
    named = {mention.entry.term for mention in glossary.find(message)}
    details = still_holding(message, before, goes_on, glossary)
    if THE_CHILD.match(rest):
        details = replace(details, pregnancy="")
    carried: frozenset[str] = frozenset()
    own = analyse(message, glossary)
    names_a_setting = own.conditions or any(entry.kind == "procedure" for entry in own.entries)
    if goes_on and names_a_setting and SETTING.match(rest):
        # "And before a liver biopsy?" is about the biopsy first
        carried = frozenset(mention.entry.term for mention in glossary.find(core)) - named
    others = other_readings(
        plain, analyse(plain, glossary), analyse(before.questions[-1], glossary), before, core, glossary
    )
    behind, words = setting(details.without(core), analyse(core, glossary), goes_on or speaks_of_the_patient(message))
    if behind and not is_of_drugs_alone(core):
        core = with_behind(core, behind)
        # Less likely readings are held against less: what must not be left out of sight.
        least, _ = setting(
            PatientDetails(pregnancy=details.pregnancy, allergies=details.allergies), own, personal=False
        )
        others = [with_behind(text, least) for text in others]
        carried |= (words | frozenset(m.entry.term for m in glossary.find(behind))) - named
    in_hand = "" if BEGINS_ANEW.search(message) else before.text
    core = as_question(core) if goes_on or core != message else core
    return Standalone(core, carried, Act.QUESTION, details, goes_on, tuple(others), plain, in_hand)


def standalone(message: str, history: Sequence[str], glossary: Glossary, unsupported: Collection[str] = ()) -> str:
    """The message as a question that can be understood alone, after the standalone questions of ``history``."""
    return understand(message, Before(history, unsupported=unsupported), glossary).text


def _core(message: str, before: Before, glossary: Glossary) -> str:
    """The message with what it leaves out filled in; the patient apart."""
    if NEW_TOPIC.match(message):
        return _of_another(message, before, glossary)
    plain = _CONFIRMS.sub("", to_the_point(message))
    if not plain.strip():
        return message
    if _AGAIN.match(message) or _AGAIN.match(plain):
        return before.questions[-1]
    previous = analyse(before.questions[-1], glossary)
    read = _by_its_form(message, plain, previous, before, glossary)
    if read is not None:
        return read
    pieces = sentences(plain)
    if 1 < len(pieces) <= _PIECES and all(piece.endswith("?") for piece in pieces):
        return _each(pieces, before, glossary)
    aspect, beside = aspect_and_told(plain)
    if aspect and (asked_first := asked_outright(aspect, previous, before, glossary)) is not None:
        return joined(asked_first, beside)
    told, asked = told_and_asked(plain, glossary)
    if told is None and asked != plain:
        return _core(asked, before, glossary)  # "treat!"
    if told is not None:
        if not asked or WHAT_THEN.match(asked):
            return _told_only(told, previous, before, glossary)
        spelt = _core(asked, before, glossary)
        if spelt == asked:
            return plain
        extra = as_setting(told, analyse(spelt, glossary), glossary)
        return joined(spelt, extra) if extra else spelt
    found = _resolved(plain, analyse(plain, glossary), previous, before, glossary)
    if found != plain and not previous.interventions and asks_of_a_drug(plain) and not ASKS_WHICH.search(plain):
        given = drug_in_hand(previous, before, glossary)
        if given and not analyse(found, glossary).interventions:
            return with_topic(found, given, [])
    return found


def _by_its_form(message: str, plain: str, previous: Question, before: Before, glossary: Glossary) -> str | None:
    """What a message means whose form alone tells how it goes on: another value, a switch, another aspect, a
    correction, a comparison, a choice. None for one of another form.
    """
    value = value_instead(plain, before, glossary)
    if value is not None:
        return value
    for reading in (turned_round, next_step, switched, given_together):
        found = reading(plain, before, previous, glossary)
        if found is not None:
            return found
    for text in (message, plain):
        aspect = aspect_meant(text, glossary)
        if aspect:
            return _resolved(aspect, analyse(aspect, glossary), previous, before, glossary)
        right = corrected(text, previous, glossary)
        if right is not None:
            return right
    compared_text = compared(plain, previous, before, glossary)
    return compared_text if compared_text is not None else chosen(plain, previous, before, glossary)


def _told_only(told: str, previous: Question, before: Before, glossary: Glossary) -> str:
    """The question before, asked again with what a message tells of the patient; where it cannot be repeated, what it
    asked, or what is told, on its topic.
    """
    if (rest := beside_its_values(told, previous)) is not None:
        return joined(without_denied(previous.text, rest), rest) if rest else previous.text
    if can_be_repeated(previous) or tells_a_value(told, previous):
        return joined(previous.text, as_setting(told, previous, glossary))
    drugs, conditions = topic_of(previous, before)
    has = illness_told(told, glossary)
    if has and len(drugs) == 1 and has not in conditions:
        return f"Can {drugs[0]} be used in {has}?"
    of_a_drug = tells_of_a_drug(told, previous, glossary)
    asked_before = "" if of_a_drug else asked_in(previous)
    text = f"{asked_before}, {as_setting(told, previous, glossary)}?" if asked_before else told
    return capital(with_topic(text, [] if of_a_drug and conditions else drugs, conditions, previous))


def _each(pieces: Sequence[str], before: Before, glossary: Glossary) -> str:
    """Several questions of one message, each with what it leaves out; one after the first goes on with that."""
    spelt: list[str] = []
    for piece in pieces:
        spelt.append(as_question(_core(piece, before, glossary)))
        before = replace(before, questions=[*before.questions, spelt[-1]], messages=[*before.typed, piece]).weighed(
            glossary, BEGINS_ANEW
        )
    return " ".join(spelt)


def _without_announcement(message: str) -> str:
    return capital(NEW_TOPIC.sub("", message)) or message


def _of_another(message: str, before: Before, glossary: Glossary) -> str:
    """What is asked of another patient, or on something else: of another patient on the same topic where it names none."""
    rest = _without_announcement(message)
    own = analyse(rest, glossary)
    values = states_of(measured_in(rest))
    if NEW_PATIENT.search(message) is not None and values and not own.conditions:
        return with_topic(rest, [], list(values))  # "another patient, K 2.3"
    if NEW_PATIENT.search(message) is None or any(entry.kind in _TOPICAL for entry in own.entries):
        return rest
    previous = analyse(before.questions[-1], glossary)
    drugs, conditions = topic_of(previous, before)
    if not details_of([rest], glossary).pregnancy:
        conditions = [_OF_PREGNANCY.sub("", name) for name in conditions if name not in ("pregnancy", "pre-eclampsia")]
    return with_topic(rest, [] if conditions else drugs, conditions)


def _resolved(plain: str, question: Question, previous: Question, before: Before, glossary: Glossary) -> str:
    opening = OPENING.match(plain)
    rest = plain[opening.end() :] if opening else plain
    for words in (plain, rest):
        if (asked := asked_outright(words.strip(), previous, before, glossary)) is not None:
            return capital(asked)
    if (other := of_its_sibling(rest, question, previous, glossary)) is not None:
        return other
    if opening is not None and (same := re.search(r"same (?:question )?(in|with)\W*$", opening.group(), re.I)):
        rest = f"{same[1]} {rest}"  # "same in cirrhosis?" adds to the question; "same for gout?" asks it of another
    dangling = SETTING.match(rest) is not None and not is_whole(rest, question)
    if not dangling and pronoun(plain, question, previous) is not None:
        return resolve(plain, question, previous, before, glossary)
    if is_whole(rest, question) and is_plain_question(rest):
        return leaning(plain, question, previous, before, glossary)
    if len(sentences(plain)) > 1 and question.entries and not _is_clipped(plain):
        return plain  # a case of its own
    if is_whole(rest, question) or (opening is None and not is_fragment(plain, question)):
        return hasty(
            rest if opening else plain, analyse(rest, glossary) if opening else question, previous, before, glossary
        )
    return completed(rest.strip(), analyse(rest, glossary), previous, before.unsupported, before)


def _is_clipped(text: str) -> bool:
    """ "With folic acid? when": a few words in pieces, no case of its own."""
    return len(text.split()) <= _CLIPPED and not re.search(r"\d|[.!;]\s", text)
