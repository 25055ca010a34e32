"""What a message asks, with what it leaves out filled in from the conversation; the patient apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.glossary import Glossary
from service.analysis.question import Question, analyse
from service.analysis.ruled_out import without_ruled_out
from service.analysis.wording import capital
from service.conversation.acts import to_the_point
from service.conversation.agreement import do_they_agree
from service.conversation.another import takes_the_place
from service.conversation.bare_of_it import bare_of_it
from service.conversation.before import Before
from service.conversation.beginnings import BEGINS_ANEW, NEW_TOPIC, is_of_somebody_else
from service.conversation.choices import chosen, compared
from service.conversation.completion import completed
from service.conversation.corrections import aspect_meant, corrected, value_meant
from service.conversation.forms import in_another_form
from service.conversation.fragments import OPENING, SETTING, is_fragment, is_plain_question, is_whole
from service.conversation.given_together import given_together
from service.conversation.glued import questions_of
from service.conversation.going_on import hasty, leaning
from service.conversation.happening import happening
from service.conversation.in_its_place import in_its_place
from service.conversation.in_passing import without_reason
from service.conversation.next_step import next_step
from service.conversation.outright import asked_outright
from service.conversation.pronouns import ASKS_WHICH, asks_of_a_drug, drug_in_hand, pronoun, resolve
from service.conversation.reasons import reason_asked
from service.conversation.score_in_hand import cut_off
from service.conversation.sets import of_a_set
from service.conversation.siblings import of_its_sibling
from service.conversation.switching import switched, turned_round
from service.conversation.telling import (
    WHAT_THEN,
    as_setting,
    asked_again_with,
    aspect_and_told,
    beside_its_values,
    illness_told,
    tells_of_a_drug,
    told_and_asked,
    without_denied,
)
from service.conversation.topic import asked_in, topic_of, with_topic
from service.conversation.values import value_instead
from service.conversation.what_happened import of_what_happened
from service.conversation.why_so import why_so
from service.conversation.wording import as_question, joined, sentences
from service.measured import measured_in, states_of
from service.patient_details import details_of

_AGAIN = re.compile(
    r"^\W*(?:please |can you |could you )*(?:tell me more|(?:some )?more(?: details?)?(?: please)?|go on|continue|elaborate|say that again|repeat|in other words|"
    r"(?:explain|summari[sz]e|describe)(?: (?:that|this|it))?(?: (?:again|in (?:more|greater|plain|simple|other)\b.*|briefly|further|please))*)\W*$",
    re.I,
)
TOPICAL = ("condition", "drug", "procedure", "test", "score")
_OF_PREGNANCY = re.compile(r"^gestational |,? in pregnancy$")  # another patient's illness that has another name then
# "Confirmed. Thrombolyse?": what was suspected is so, and it is asked on.
_CONFIRMS = re.compile(
    r"^\W*(?:(?:the )?(?:scan|diagnosis|ct|it)(?:'s| is| was)? )?(?:confirmed|proven)(?: it| now)?[.;:,!]\s+(?=.*\?)",
    re.I,
)
_CLIPPED = 6  # words


def what_is_asked(message: str, before: Before, glossary: Glossary) -> str:
    """The message with what it leaves out filled in; the patient apart."""
    if NEW_TOPIC.match(message):
        return _of_another(message, before, glossary)
    plain = _CONFIRMS.sub("", to_the_point(message))
    plain = without_reason(plain, glossary) if before.conditions else plain
    if not plain.strip():
        return message
    if _AGAIN.match(message) or _AGAIN.match(plain):
        return before.questions[-1]
    previous = without_ruled_out(analyse(before.questions[-1], glossary))
    read = _by_its_form(message, plain, previous, before, glossary)
    if read is not None:
        return read
    if pieces := questions_of(plain, glossary):
        return _each(pieces, before, glossary)
    aspect, beside = aspect_and_told(plain)
    if aspect and (asked_first := asked_outright(aspect, previous, before, glossary)) is not None:
        return joined(asked_first, beside)
    told, asked = told_and_asked(plain, glossary)
    if told is None and asked != plain:
        return what_is_asked(asked, before, glossary)  # "treat!"
    if told is not None:
        if not asked or WHAT_THEN.match(asked):
            return _told_only(told, previous, before, glossary)
        spelt = what_is_asked(asked, before, glossary)
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
    for value in (value_meant(message, before, glossary), value_instead(plain, before, glossary)):
        if value is not None:
            return value
    for reading in (
        turned_round,
        do_they_agree,
        of_what_happened,
        in_its_place,
        next_step,
        switched,
        given_together,
        happening,
        cut_off,
        why_so,
        reason_asked,
        in_another_form,
        bare_of_it,
    ):
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
    if (of_set := of_a_set(plain, before, previous, glossary)) is not None:
        return of_set
    compared_text = compared(plain, previous, before, glossary)
    return compared_text if compared_text is not None else chosen(plain, previous, before, glossary)


def _told_only(told: str, previous: Question, before: Before, glossary: Glossary) -> str:
    """The question before, asked again with what a message tells of the patient; where it cannot be repeated, what it
    asked, or what is told, on its topic.
    """
    if (rest := beside_its_values(told, previous)) is not None:
        return joined(without_denied(previous.text, rest), rest) if rest else previous.text
    drugs, conditions = topic_of(previous, before)
    has = illness_told(told, glossary)
    if has and len(drugs) == 1 and previous.yes_no and not previous.conditions:
        return f"Can {drugs[0]} be used in {has}?"  # and whatever else was asked of it
    if asked_again_with(told, previous):
        return joined(previous.text, as_setting(told, previous, glossary))
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
        spelt.append(as_question(what_is_asked(piece, before, glossary)))
        before = replace(before, questions=[*before.questions, spelt[-1]], messages=[*before.typed, piece]).weighed(
            glossary, BEGINS_ANEW
        )
    return " ".join(spelt)


def without_announcement(message: str) -> str:
    return capital(NEW_TOPIC.sub("", message)) or message


def _of_another(message: str, before: Before, glossary: Glossary) -> str:
    """What is asked of another patient, or on something else: of another patient on the same topic where it names none."""
    rest = without_announcement(message)
    own = analyse(rest, glossary)
    values = states_of(measured_in(rest))
    somebody_else = is_of_somebody_else(message)
    if somebody_else and values and not own.conditions:
        return with_topic(rest, [], list(values))  # "another patient, K 2.3"
    if not somebody_else or any(entry.kind in TOPICAL for entry in own.entries):
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
    if opening is None and takes_the_place(rest, question, previous, glossary):
        return completed(rest.strip(), question, previous, before.unsupported, before)
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
