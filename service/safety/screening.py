"""What is checked before anything is searched: emergencies, self-harm, harmful requests, orders of other work.

Someone who describes an emergency of their own, or of somebody with them, gets a fixed text and no generated advice. A
clinician's professional question about the same condition is not one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.settings import Settings
from service.analysis.failed import says_only_that_it_failed
from service.answer import Notice, Status
from service.safety.asked_of_it import with_the_question_before
from service.safety.beside import danger_beside, may_tell_gravely, told_beside
from service.safety.distress import (
    Distress,
    HomeValues,
    asks,
    at_bedside,
    continues_a_case,
    distress,
    from_professional,
    happens,
    home_values_in,
    in_shorthand,
    is_done,
    is_figurative,
    is_past_or_harmless,
    may_be_own,
    mended,
    names_nobody_own,
    only_supposes,
    plain,
    tells_outright,
)
from service.safety.everyday import is_everyday, without_drugs
from service.safety.harm_heard import harm_in
from service.safety.hints import wishes_in
from service.safety.knowledge import asks_of_knowledge
from service.safety.no_danger import denies_a_wish, improves, is_for_one_day, is_no_danger, recurs, went_well
from service.safety.notices import NO_QUESTION, declined, emergency_text, self_harm_text
from service.safety.outright import SUREST
from service.safety.resemblance import Likeness, Resemblance
from service.safety.scope import is_commission
from service.safety.signals import (
    at_leisure,
    comes_often,
    dangers_in,
    goes_on,
    is_fragment,
    is_story,
    plans_or_recovers,
)
from service.safety.told import told_before_asking

# Likelihoods from which a resemblance counts. Missing somebody in danger is worse than a false alarm, which costs a
# second question; all were set on examples that the regression had not learnt from (docs/decisions/0013-safety.md).
_IN_DANGER = 0.35
_UNSAID = 0.4  # nothing that is wrong is named, or nobody
_AT_LEISURE = 0.5  # it is asked what can be known at leisure
_IN_A_STORY = 0.7  # the same at the end of a story
_PLANNED = 0.85  # it is asked of what is planned, of a recovery, of what is small and over
_OFTEN = 0.8  # it comes again and again
_NEITHER = 0.75
_FIGURE_OF_SPEECH = 0.95
_KEPT_OR_SMALL = 0.98  # it is on what is kept for safety, a habit, a small wound, and nothing else is wrong
_SHORTHAND = 0.5  # a clinician's shorthand: nobody is told of
_OF_A_PATIENT = 0.6  # a clinician's words; those at home use some of them, too
_WISH = 0.4  # a wish to die, or harm to oneself
_WISH_ASKED = 0.45  # it is asked as a matter of knowledge
_WISH_OF_A_PATIENT = 0.35
_WISH_OFTEN = 0.7  # one thing hints at it, and what is told comes again and again
_WISH_HINTED = 0.3  # two things hint at it
_UNHINTED = 0.4  # nothing hints at a wish: danger has to be likely, too
_UNLIKELY = 0.1  # below this likelihood of danger a wish has to be all the likelier
_ALSO_A_WISH = 0.25  # an emergency that may be of one's own making: the words of crisis help are said, too
_AT_BEDSIDE = 0.95  # a clinician's question beside a patient, of whom danger is told by its nature
_RULED_OUT = 0.03  # and a sign of danger below this,
_RULED_OUT_IN_SHORTHAND = 0.1  # or below this
_SURELY_HARMFUL = 0.95  # whatever words of care or of danger stand beside it
_RULED_OUT_AT_BEDSIDE = 0.8
_TOLD = (0.9, 0.6)  # what is told before a question, by itself: one thing is wrong, or more
_TOLD_OF_NOBODY = (0.9, 0.8)  # and nobody of the asker's is named
_EVEN = 0.5
_MENDS = re.compile(
    r"^\W*(?:(?:sorry|no|oh|oops|apologies|correction)\W+)*(?:(?:i|we) (?:meant|mean)|(?:s?he|it) is \w+(?: and \w+)?, not)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Finding:
    """What is answered instead of the question."""

    status: Status
    notice: Notice
    aside: bool = False  # the question goes on with earlier ones and is answered, too, with the notice beside it
    further: tuple[Notice, ...] = ()
    aside_for_all: bool = False  # so it is for a patient, too

    @property
    def notices(self) -> list[Notice]:
        """All that is said, in the order in which it is said."""
        return [self.notice, *self.further]


@dataclass(frozen=True, slots=True)
class _Heard:
    """What a message tells of danger: of which kinds, the nearest first, and whether it is said beside an answer."""

    kinds: tuple[Distress, ...] = ()
    aside: bool = False


def check_message(
    message: str,
    settings: Settings,
    resemblance: Resemblance | None = None,
    earlier: Sequence[str] = (),
    *,
    heard: bool = False,
) -> Finding | None:
    """A finding when the message must not be answered from the library; None otherwise.

    ``resemblance``: recognises what is put in unusual words, too; without it the patterns decide alone.
    ``earlier``: the messages that were answered before, oldest first: after a clinician's question "he" and "she" are the
    patient, and what merely resembles an emergency is none; beside a sign of one the question is answered, too. After any other question that was answered the notice stands
    beside the answer (``aside``), unless the message tells of the asker or of somebody of theirs.
    ``heard``: of danger the message has been heard already, and was taken back: harm and other work are looked for.
    """
    alike = resemblance.of(with_the_question_before(message, earlier)) if resemblance else None
    heard = heard or asks_of_knowledge(message)
    danger = _Heard() if heard else _heard(message, alike, earlier)
    if not (heard or danger.kinds or earlier) and resemblance and (told := _told_gravely(message)):
        danger = _heard_before_asking(told, resemblance.of(told))
    if not (heard or danger.kinds or earlier) and resemblance and (told := told_beside(message)):
        beside = danger_beside(message, told, resemblance.of(told)) if may_tell_gravely(message, told) else None
        danger = _Heard((beside,) if beside else ())
    if not (heard or danger.kinds or earlier) and (meant := mended(message)) != message:
        danger = _heard(meant, resemblance.of(meant) if resemblance else None, earlier)
    if danger.kinds:
        said = {
            Distress.SELF_HARM: Notice(kind="self_harm", text=self_harm_text(settings)),
            Distress.EMERGENCY: Notice(kind="emergency", text=emergency_text(settings)),
        }
        first, *further = (said[kind] for kind in danger.kinds)
        return Finding(Status.EMERGENCY, first, danger.aside, tuple(further))
    harm = harm_in(message, alike, earlier)
    if harm is None and is_commission(message):
        return Finding(Status.OUT_OF_SCOPE, Notice(kind="out_of_scope", text=NO_QUESTION))
    return Finding(Status.DECLINED, Notice(kind="declined", text=declined(harm))) if harm else None


def _heard(message: str, alike: Likeness | None, earlier: Sequence[str]) -> _Heard:
    """Which danger a message tells of, by the signs in it and by what it resembles."""
    sign = distress(message)
    if sign is not None and alike and _is_ruled_out(sign, alike, _ruled_out(message)):
        sign = None
    aside = sign is Distress.EMERGENCY and continues_a_case(
        message, earlier
    )  # a clinician's patient: said, and answered, too
    found = sign
    if found is None and alike and not (earlier and _of_a_case(message, earlier)):
        wishes = _wishes_to_die(message, alike)
        if wishes or _in_danger(message, alike, bool(earlier)):
            aside = bool(earlier) and names_nobody_own(message)
            found = Distress.SELF_HARM if wishes or alike.self_harm >= _EVEN else Distress.EMERGENCY
    if found is None:
        return _Heard()
    other = None
    if found is Distress.EMERGENCY and alike and max(alike.self_harm, alike.wish) >= _ALSO_A_WISH:
        other = Distress.SELF_HARM
    if found is Distress.SELF_HARM and is_done(message):
        other = Distress.EMERGENCY
    return _Heard((found, other) if other else (found,), aside)


def _told_gravely(message: str) -> str:
    """What is told before it is asked of it, where that may be of danger now; "" elsewhere."""
    told = told_before_asking(message)
    if not told or at_bedside(message) or from_professional(message) or is_commission(message):
        return ""
    mild = is_everyday(message) or is_past_or_harmless(message) or comes_often(message) or is_figurative(message)
    planned = plans_or_recovers(
        f"{without_drugs(told)}, is that normal?"
    )  # not by what is asked: "how long does it last"
    return "" if mild or planned else told


def _heard_before_asking(told: str, alike: Likeness) -> _Heard:
    """Which danger is told by what stands before a question: more of it has to be there, for the question is gone."""
    wrong = dangers_in(plain(without_drugs(told)))
    enough = _TOLD_OF_NOBODY if names_nobody_own(told) else _TOLD
    if not wrong or alike.distress < enough[min(wrong, len(enough)) - 1]:
        return _Heard()
    return _Heard((Distress.SELF_HARM if alike.self_harm >= _EVEN else Distress.EMERGENCY,))


def _wishes_to_die(message: str, alike: Likeness) -> bool:
    """Whether the likelihood of a wish to die, or of harm to oneself, suffices."""
    if goes_on(message) or alike.harm > alike.wish or at_bedside(message):
        return False
    hints = sum(wishes_in(plain(message)))
    everyday = is_everyday(message)
    if is_no_danger(message) or is_for_one_day(message):
        return alike.wish >= _SURELY_HARMFUL
    if SUREST.search(plain(message)):
        return True
    if is_story(message):  # so many words hint at anything
        return alike.wish >= _NEITHER
    if not hints and (everyday or comes_often(message) or at_leisure(message)):
        return alike.wish >= _SURELY_HARMFUL
    if everyday:
        return alike.wish >= _NEITHER
    if hints == 1 and comes_often(message):
        return alike.wish >= _WISH_OFTEN
    if alike.distress < (_UNLIKELY if hints else _UNHINTED) and alike.wish < (_NEITHER if hints else _SURELY_HARMFUL):
        return False
    if from_professional(message):
        return alike.wish >= (_NEITHER if asks(message) and names_nobody_own(message) else _WISH_OF_A_PATIENT)
    if in_shorthand(message) or is_fragment(message) or is_figurative(message):
        return alike.wish >= _NEITHER
    if is_commission(message) or (asks(message) and names_nobody_own(message) and not may_be_own(message)):
        return alike.wish >= _WISH_ASKED
    return alike.wish >= (_EVEN if not hints else _WISH if hints == 1 else _WISH_HINTED)


def _is_ruled_out(sign: Distress, alike: Likeness, below: float) -> bool:
    """Whether danger is all but ruled out; of an emergency a wish to die says less than danger itself."""
    wish = below if sign is Distress.SELF_HARM or not below else max(below, _UNLIKELY)
    return alike.distress < below and alike.wish < wish


def _ruled_out(message: str) -> float:
    """Below which likelihood a sign of danger is dropped. None that is told outright is, whatever is asked of it."""
    if tells_outright(plain(message)) or happens(message):
        return 0.0
    if at_bedside(message) or improves(message):
        return _RULED_OUT_AT_BEDSIDE
    return _RULED_OUT_IN_SHORTHAND if in_shorthand(message) else _RULED_OUT


def _of_a_case(message: str, earlier: Sequence[str]) -> bool:
    return only_supposes(message) or continues_a_case(message, earlier)


def _in_danger(message: str, alike: Likeness, goes_on_asking: bool) -> bool:
    """Whether the likelihood of danger suffices; less of it does where somebody and something wrong are named, more has
    to be there where a conversation goes on and nothing wrong is named ("I meant after a kidney transplant").
    """
    if alike.distress < _IN_DANGER or goes_on(message) or (goes_on_asking and says_only_that_it_failed(message)):
        return False
    if alike.harm >= _SURELY_HARMFUL and alike.harm > alike.distress:
        return False
    if at_bedside(message):
        return alike.distress >= _AT_BEDSIDE
    if is_no_danger(message):
        return alike.distress >= _KEPT_OR_SMALL
    if from_professional(message):
        return alike.distress >= _OF_A_PATIENT
    if in_shorthand(message):
        return alike.distress >= _SHORTHAND
    if is_commission(message):  # an order of other work
        return alike.distress >= _FIGURE_OF_SPEECH
    if asks(message) and names_nobody_own(message) and not may_be_own(message):  # a question of knowledge
        return alike.distress >= (_FIGURE_OF_SPEECH if is_everyday(message) else _NEITHER)
    wrong = dangers_in(plain(without_drugs(message))) > 0  # "bone tablets" are neither broken nor swallowed
    somebody = may_be_own(message) or is_past_or_harmless(message)  # old illness is told beside a new sign, too
    mended = (goes_on_asking and not wrong) or ((goes_on_asking or not wrong) and _MENDS.match(message) is not None)
    said_so = not wrong and is_figurative(message)
    everyday = is_everyday(message)
    if said_so:
        return alike.distress >= _FIGURE_OF_SPEECH
    if everyday:
        return alike.distress >= _PLANNED
    if is_fragment(message) or not (somebody or wrong) or mended:
        return alike.distress >= _NEITHER
    if alike.self_harm < _EVEN and (
        plans_or_recovers(without_drugs(message)) or went_well(message) or improves(message)
    ):
        return alike.distress >= _PLANNED
    if (comes_often(message) or recurs(message)) and alike.wish < _SURELY_HARMFUL:
        return alike.distress >= _OFTEN
    if is_story(message) and not _is_within(home_values_in(message)):
        return alike.distress >= _IN_A_STORY and alike.self_harm < _EVEN
    if denies_a_wish(message) and alike.distress < _AT_LEISURE:
        return False
    if at_leisure(message):  # all the more where a value is told that is as it should be
        return alike.distress >= (_PLANNED if _is_within(home_values_in(message)) else _AT_LEISURE)
    return (somebody and wrong) or alike.distress >= _UNSAID


def _is_within(values: HomeValues) -> bool:
    return values.within > 0 and not values.out and not values.off
