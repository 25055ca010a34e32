"""Filling in what a fragment leaves out, from the question before."""

from __future__ import annotations

import re
from collections.abc import Collection

from corpus.glossary import Mention
from service.analysis.question import Question, QuestionKind
from service.analysis.wording import capital, listed
from service.conversation.another import replaced
from service.conversation.before import Before
from service.conversation.fragments import (
    AUXILIARY,
    PEOPLE,
    SETTING,
    THE_CHILD,
    WH_FRAGMENT,
    content_of,
    has_words_of_its_own,
    is_bare,
    lacks_topic,
)
from service.conversation.outright import same_in
from service.conversation.pronouns import asks_of_a_drug
from service.conversation.topic import (
    asked_in,
    asked_which,
    can_be_repeated,
    in_setting,
    is_of_the_illness,
    people_of,
    topic_of,
    with_topic,
)
from service.conversation.wording import joined, small

# "Which antibiotic?", "What dose?": a noun of its own; how the topic was asked about before does not matter.
_OWN_NOUN = re.compile(
    r"^\W*(?:which|what)\s+(?!(?:else|then|if|about|next|now|is|are|was|were|do|does|should|can)\b)\w", re.I
)
_CHOOSES = re.compile(
    r"^\W*(?:which|what)(?: other)? (?:drug|agent|medicine|antibiotic|antiviral|opioid|antiemetic|inhaler|vaccine|fluid|treatment|regimen|option)s?\b",
    re.I,
)
# "Which vasoactive?" after "which antibiotic?": of one kind of drug after another.
_WHICH_KIND = re.compile(
    r"^\W*which (?!(?:dos(?:e|age)|route|strength|form|formulation|brand|preparation|level|test|one|patients?|people|of)s?\b)\w",
    re.I,
)
_ASKS_ITSELF = re.compile(r"\b(?:what|which|who|how|when|where|why)\b", re.I)
_ASKS_BEHIND = re.compile(
    r"^\W*(?:what|which|who|how|when|where|why|is|are|do|does|did|can|could|should|would|will|must|may)\b", re.I
)
_LATER = frozenset({"afterwards", "thereafter", "later", "before", "beforehand"})
_NOTHING = Before()
_HEADING = 4  # words
_NOUN = 3  # words of a mere "which dose then?"
_IF_NOT = re.compile(r"^\W*if (?:not|no)\W*$", re.I)
_OTHER_SIDE = re.compile(r"^\W*(?P<side>before|after)(?:wards)?(?: that| it| then)?\W*$", re.I)
_OTHER = {"after": r"\b(?:before|prior to)\b", "before": r"\b(?:after|following)\b"}
_PREVENTS = re.compile(r"\b(?:prophyla\w+|prevent\w*)\b", re.I)
_OF_SUCCESS = re.compile(r"\b(?:works?|working|respon\w+|helps?|effective|improv\w+|success\w*)\b", re.I)


def completed(
    rest: str, question: Question, before: Question, unsupported: Collection[str], earlier: Before = _NOTHING
) -> str:
    """A fragment as a question of its own. ``rest``: the fragment without "and", "what about" …; ``earlier``: what was
    said before.
    """
    if (found := _OTHER_SIDE.match(rest)) and _can_be_turned(before, found["side"]):
        return _turned(before, found["side"])
    if found and (around := _around_what_is_done(found["side"].lower(), before, earlier)):
        return around
    if is_of_the_illness(rest) and not question.conditions and (illness := topic_of(before, earlier)[1]):
        return capital(with_topic(rest, [], illness, before))
    if _IF_NOT.match(rest) and _OF_SUCCESS.search(before.text):
        rest = "what is done if there is no response?"
    if is_bare(rest, question):
        rest = AUXILIARY.sub("", rest)
        question = Question(rest, question.kind, False, tuple(_moved(question, rest)), question.key_words)
    if _asks_when(rest, question) and (at := _asked_of_the_topic(rest, question, before, earlier)):
        return at
    if SETTING.match(rest):
        spent = {entry.term for entry in before.interventions} & set(unsupported)
        if spent and any(entry.kind == "procedure" for entry in question.entries):
            own = {entry.term for entry in question.entries}
            return capital(with_topic(rest, [], [e.term for e in before.entries if e.term not in {*own, *spent}]))
        return _added(rest, question, before, earlier)
    if THE_CHILD.match(rest):
        drugs, settings = topic_of(before, earlier)
        return capital(with_topic(f"what about {small(rest)}", [] if settings else drugs, settings))
    if re.match(r"^\W*pregnant\W*$", rest, re.I):
        rest = "pregnancy?"
    if PEOPLE.match(rest):
        return _added(f"in {rest}", question, before, earlier)
    if _OWN_NOUN.match(rest) and not question.conditions and (whole := _on_topic(rest, question, before, earlier)):
        return whole
    if WH_FRAGMENT.match(rest) and not lacks_topic(question):
        if _names_its_own(rest, question) and (of_it := _asked_of_the_topic(rest, question, before, earlier)):
            return of_it
        return _added(f"and {small(rest)}", question, before, earlier)
    replacing = replaced(rest, question, before, earlier)
    if replacing is not None:
        return replacing
    if lacks_topic(question):
        return _aspect(rest, before, earlier)
    return _added(rest, question, before, earlier)


def _names_its_own(rest: str, question: Question) -> bool:
    """Whether what is asked in a few words names what it asks of ("when endoscopy?"), and points at nothing ("the
    procedure").
    """
    named = (
        any(entry.kind not in ("other", "organisation") for entry in question.entries)
        or set(content_of(question)) - _LATER
    )
    return bool(named) and re.search(r"\b(?:the|that|this|these|those|it|them)\b", rest, re.I) is None


def _asks_when(rest: str, question: Question) -> bool:
    """ "When dialysis?": asks for the time of what is done or given, and puts the question before in no setting."""
    first = question.mentions[0] if question.mentions else None
    done = first is not None and (first.entry.kind in ("procedure", "test", "drug") or first.entry.term == "dialysis")
    return first is not None and done and re.fullmatch(r"(?i)\W*when\W+(?:an?\W+)?", rest[: first.start]) is not None


def _asked_of_the_topic(rest: str, question: Question, before: Question, earlier: Before) -> str | None:
    """What names its own ("when endoscopy?"), on the topic: of the illness, where there is one, else of the drug."""
    own = {entry.term for entry in question.entries}
    drugs, settings = ([name for name in names if name not in own] for names in topic_of(before, earlier))
    of_the_drug = not settings or (asks_of_a_drug(rest) and not question.interventions)
    if not (drugs or settings):
        return None
    return capital(with_topic(rest, drugs if of_the_drug else [], settings, before))


def _can_be_turned(before: Question, side: str) -> bool:
    """Whether the question before asks of the other side ("how long before cardioversion?" for "and after?")."""
    return re.search(_OTHER[side.lower()], before.text, re.I) is not None


def _around_what_is_done(side: str, before: Question, earlier: Before) -> str | None:
    """What is given, or done, ``side`` the one procedure of the topic ("and after?" of a cardioversion)."""
    drugs, settings = topic_of(before, earlier)
    done = {entry.term for entry in before.interventions if entry.kind == "procedure"}
    procedures = [name for name in (*drugs, *settings) if name in done]
    if len(procedures) != 1:
        return None
    given = [name for name in drugs if name not in done]
    where = [name for name in settings if name not in done and name.lower() not in procedures[0].lower()]
    what = f"What is done with {listed(given)}" if given else "What is done"
    return f"{what} {side} {procedures[0]}{f', in {listed(where)}' if where else ''}?"


def _turned(before: Question, side: str) -> str:
    """The question before, of the other side: "after" in the place of "before"."""
    return re.sub(_OTHER[side.lower()], side.lower(), before.text, flags=re.I)


def _added(rest: str, question: Question, before: Question, earlier: Before) -> str:
    """The question before with ``rest`` behind it; where it is not fit to be said again, ``rest`` on its topic."""
    if question.interventions and earlier.is_unanswered and not SETTING.match(rest):
        return capital(re.sub(r"^and ", "", rest))  # a question that found nothing would find nothing again
    if _is_heading(before) and not asks_of_a_drug(rest):  # "HCC screening", then "how often?"
        return joined(before.text, re.sub(r"^and ", "", rest))
    asks_behind = SETTING.match(rest) is not None and _ASKS_BEHIND.match(rest.partition(",")[2]) is not None
    if not can_be_repeated(before) or asks_behind or (asks_of_a_drug(rest) and asked_which(before, earlier)):
        own = {entry.term for entry in question.entries}
        drugs, settings = ([name for name in names if name not in own] for names in topic_of(before, earlier))
        if not drugs and asks_of_a_drug(rest):
            drugs = [name for name in earlier.spoken_of("drug") if name not in own]
        asked_outright = same_in(rest, drugs, settings, before) if SETTING.match(rest) else None
        if asked_outright is not None and not asked_in(before):
            return capital(asked_outright)
        if drugs or settings:
            adds = SETTING.match(rest) is not None and _ASKS_ITSELF.search(rest) is None
            asked = asked_in(before) if adds else ""  # "preferred treatment" asks by itself
            text = f"{asked}, {small(rest)}" if asked else re.sub(r"^and ", "", rest)
            return capital(with_topic(text, drugs, settings, before))
    return joined(before.text, rest)


def _is_heading(question: Question) -> bool:
    """Whether a question is a few words that name a topic, some of which the glossary lacks ("HCC screening")."""
    text = question.text.strip()
    short = len(text.split()) <= _HEADING and re.search(r"[\d,;:.?!]", text) is None
    return short and bool(question.entries) and has_words_of_its_own(question)


def _on_topic(rest: str, question: Question, before: Question, earlier: Before) -> str | None:
    """A fragment with a noun of its own on the topic before; None where the topic has words that the glossary lacks."""
    own = {name for entry in question.entries for name in (entry.term, *entry.members)}  # "which anticoagulant?"
    drugs, settings = topic_of(before, earlier)
    drugs = [name for name in drugs if name not in own]
    if not drugs and not settings:
        return None
    another_kind = _WHICH_KIND.match(rest) is not None and _WHICH_KIND.match(before.text) is not None
    says_more = len(rest.split()) > _NOUN and not asks_of_a_drug(rest)  # "what counts as high risk?"
    if drugs and settings and (_CHOOSES.match(rest) or another_kind or says_more):
        drugs = []  # what else is there: not of the drug that was spoken of
    if _PREVENTS.search(before.text) and not _PREVENTS.search(rest):
        settings = [*settings, "prophylaxis"]
    return capital(_of(rest, drugs, settings, before))


def _of(rest: str, drugs: list[str], settings: list[str], before: Question) -> str:
    text = rest.rstrip("?.! ")
    text += f" of {listed(drugs)}" if drugs else ""
    text += f"{' ' if drugs else ', '}{in_setting(settings, before)}" if settings else ""
    people = people_of(before)
    text += f", {people}" if people and people not in text.lower() else ""
    return text + ("?" if rest.rstrip().endswith("?") else "")


def _moved(question: Question, rest: str) -> list[Mention]:
    shift = len(question.text) - len(rest)
    return [Mention(m.entry, m.start - shift, m.end - shift) for m in question.mentions]


def _aspect(rest: str, before: Question, earlier: Before) -> str:
    """Another aspect of the same topic; where the topic has words that the glossary lacks, of the same question."""
    drugs, conditions = topic_of(before, earlier)
    if (
        not (drugs or conditions)
        or (has_words_of_its_own(before) and not drugs)
        or re.match(r"^\W*(?:why|how)\b", rest, re.I)
    ):
        return _added(f"and {small(rest)}", Question(rest, QuestionKind.GENERAL, False, (), ()), before, earlier)
    return capital(_of(rest, drugs, conditions, before))
