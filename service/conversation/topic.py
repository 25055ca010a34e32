"""What a question is about, and how another says so: its drugs, settings, people, and words without a name of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.text import words
from service.analysis.question import Question
from service.analysis.wording import listed
from service.conversation.before import Before, is_there
from service.measured import measured_in, states_of

_PEOPLE = re.compile(
    r"\b(?:in|for|among) (?:an? |the )?(?:\w+ )?(?:adults?|child(?:ren)?(?![- ]?(?:turcotte|pugh))|infants?|neonates?|newborns?|toddlers?|adolescents?|athletes?|elderly|"
    r"older (?:people|adults|patients)|wom[ae]n|m[ae]n|pregnancy|breastfeeding)\b",
    re.I,
)
_WHICH = re.compile(r"\b(?:which|what)(?: (?:kind|type|sort) of)? $", re.I)
_FIRST = 3  # statements of an answer in which it says what it recommends
_BEFORE_A_HARM = re.compile(
    r"\b(?:causes?|risk of|leads? to|induces?|triggers?|how (?:common|often|frequent|likely) (?:is|are))(?: an?| any)? $",
    re.I,
)
_BEHIND_A_HARM = re.compile(
    r" (?:common|frequent|likely|rare|seen|possible|expected|a (?:risk|problem|side effect))\b", re.I
)
_TOGETHER = re.compile(r"\bbe given together with\b", re.I)
_PAIR = 2
_AROUND = re.compile(r"\b(?P<when>after|before|during|following)\s+(?:an?\s+|the\s+)?$", re.I)


_HOLDS_A_FIGURE = re.compile(r", .*\d")


def with_topic(text: str, drugs: list[str], conditions: list[str], before: Question | None = None) -> str:
    """The text, and behind it the drugs or procedures and the conditions that it is about, those of ``before``."""
    text = text.strip()
    end = "?" if text.endswith("?") else ""
    body = text.rstrip("?.! ").strip()
    body += f"{',' if _HOLDS_A_FIGURE.search(body) else ''} with {listed(drugs)}" if drugs else ""
    if conditions:
        body += ", " + (in_setting(conditions, before) if before is not None else f"in {listed(conditions)}")
    people = people_of(before) if before is not None else ""
    return body + (f", {people}" if people and people not in body.lower() else "") + end


def topic_of(before: Question, earlier: Before) -> tuple[list[str], list[str]]:
    """What a question is about: its drugs and procedures, and its conditions.

    Where it names no drug or procedure, or no condition, the conditions of the text that answered it (``about``) belong to
    it; without a drug or procedure a score by which it asked, too; where it names nothing of these, what else it names. A procedure that a drug is given for or
    around is, with its preposition, a setting like a condition. What was named in passing only (``earlier.weights``) is
    left out. What a question that goes on leaves out itself is taken from those before it (``earlier.thread``).
    """
    drugs, conditions = _topic_of(before, earlier)
    conditions = without_wider([name for name in conditions if "allergy" not in name], before)  # the patient's
    if len(conditions) > _MOST:  # those that were spoken of most
        most = sorted(conditions, key=lambda name: -earlier.weights.get(name, 0.0))[:_MOST]
        conditions = [name for name in conditions if name in most]
    return drugs, conditions


def without_wider(names: Sequence[str], before: Question) -> list[str]:
    """The names but for those that another among them holds ("heart failure" beside "heart failure with reduced ejection
    fraction") or is a kind of.
    """
    members = {entry.term: entry.members for entry in before.entries}
    return [
        name
        for name in dict.fromkeys(names)
        if not any(
            other != name and (set(words(name)) < set(words(other)) or other in members.get(name, ()))
            for other in names
        )
    ]


def _topic_of(before: Question, earlier: Before) -> tuple[list[str], list[str]]:
    about = earlier.about
    allergens = _allergens(before)
    drugs = [entry.term for entry in before.interventions if entry.kind == "drug" and entry.term not in allergens]
    drugs = those_answered(earlier.outstanding(drugs, _LASTING_DRUG), before, earlier)
    if len(drugs) > 1 and not can_be_repeated(before):  # the one that the text in hand is on
        drugs = [name for name in drugs if name.lower() in earlier.title.lower()] or drugs
    drugs = _asked_last(drugs, before, earlier)
    procedures = [entry.term for entry in before.interventions if entry.kind != "drug"]
    conditions = _conditions(before)
    harms = _harms(before) if before.interventions else set()
    about = [name for name in about if name not in harms]
    conditions = [name for name in conditions if "allergy" not in name and name not in harms]
    conditions = earlier.outstanding(conditions, _LASTING)
    conditions = _after_news(conditions, earlier)
    if not can_be_repeated(before):  # said in haste: what its answer is about tells better than its words
        conditions = [*(name for name in about if name not in conditions), *conditions][:2]
    if not conditions or (len(conditions) == 1 and not can_be_repeated(before)):  # "another patient, K 2.3"
        conditions = list(dict.fromkeys([*conditions, *states_of(measured_in(before.text))]))
    if not drugs and not procedures:
        conditions += [name for name in about if name not in conditions]
        scores = [entry.term for entry in before.entries if entry.kind == "score"]
        conditions = conditions or earlier.spoken_of("condition")
        if not conditions:
            scores = there_in(before)
        if not (conditions or scores):
            return earlier.spoken_of("drug"), []
        return [], conditions + scores
    if not conditions:
        conditions = [name for name in list(about) or earlier.spoken_of("condition") if name not in harms]
    if drugs and procedures:
        return drugs, [*procedures, *conditions]
    return drugs or procedures, conditions


def _asked_last(drugs: list[str], before: Question, earlier: Before) -> list[str]:
    """Of several drugs the one that the last message names itself ("when add rifaximin?" after lactulose); of two that
    were to be given together the one that was in hand, where the message only told of the other.
    """
    if len(drugs) < _PAIR or not earlier.typed:
        return drugs
    if _TOGETHER.search(before.text):
        return drugs[:1] if len(drugs) == _PAIR else drugs
    forms = {m.entry.term: m.entry.forms() for m in before.mentions}
    typed = f" {' '.join(words(earlier.typed[-1]))} "
    patterns = {
        name: [rf"(?<!with)(?<!plus) {re.escape(' '.join(words(f)))} " for f in forms.get(name, ())] for name in drugs
    }
    named = [name for name in drugs if any(re.search(pattern, typed) for pattern in patterns[name])]
    return named if len(named) == 1 else drugs


def _allergens(before: Question) -> set[str]:
    """The drugs to which a question tells an allergy: the patient's, no topic."""
    return {
        mention.entry.term
        for mention in before.mentions
        if re.search(
            r"\b(?:allerg(?:y|ic)|anaphylaxis|hypersensitiv\w+) to (?:an? |the )?$", before.text[: mention.start], re.I
        )
        or re.match(r"[ -]?allerg", before.text[mention.end :], re.I)
    }


def _harms(before: Question) -> set[str]:
    """The conditions that a question on something that is given asks about as its harm ("Is anaphylaxis common with
    intravenous iron?"): no topic.
    """
    return {
        mention.entry.term
        for mention in before.mentions
        if mention.entry.kind == "condition"
        and (_BEFORE_A_HARM.search(before.text[: mention.start]) or _BEHIND_A_HARM.match(before.text[mention.end :]))
    }


def _after_news(conditions: list[str], earlier: Before) -> list[str]:
    """The conditions, and where the last message only told of the patient ("had a heart attack last year") the one that
    the conversation was on before them.
    """
    typed = earlier.typed[-1] if earlier.typed else ""
    if not conditions or earlier.just_set or typed.rstrip().endswith("?") or _ASKS.match(typed):
        return conditions
    before = [name for name in earlier.thread.get("condition", ()) if name not in conditions]
    return [*before[:1], *conditions][:2]


def asked_which(before: Question, earlier: Before) -> bool:
    """Whether it was asked which drug of a class, and the answer names one."""
    drugs = [entry.term for entry in before.interventions]
    return those_answered(drugs, before, earlier) != drugs


def those_answered(drugs: list[str], before: Question, earlier: Before) -> list[str]:
    """The drugs, and in the place of a class of which it was asked which of them, those that the answer names first."""
    asked = [m for m in before.mentions if m.entry.members and m.entry.term in drugs]
    for mention in asked:
        if not _WHICH.search(before.text[: mention.start]):
            continue
        for text in earlier.said[:_FIRST]:
            lower = text.lower()
            members = [name for name in mention.entry.members if re.search(rf"\b{re.escape(name.lower())}\b", lower)]
            if members:
                members.sort(key=lambda name: lower.find(name.lower()))
                return [*(name for name in drugs if name != mention.entry.term), *members[:2]]
    return drugs


def _conditions(before: Question) -> list[str]:
    """The conditions of a question, those left out that it says are not there."""
    named = {entry.term for entry in before.conditions}
    return [term for term in there_in(before) if term in named]


def there_in(before: Question) -> list[str]:
    """The concepts of a question besides organisations, without those that it says are not there ("no fever")."""
    there = (m for m in before.mentions if m.entry.kind != "organisation" and is_there(m, before.text))
    return list(dict.fromkeys(mention.entry.term for mention in there))


_ASKS = re.compile(
    r"^\W*(?:(?:at|in|for|with|by|to|from|of|on|after|before|below|above) )?(?:what|which|who|whom|how|when|where|why|is|are|do|does|did|can|could|should|would|will|may|must|has|have)\b",
    re.I,
)
_OF_AN_ILLNESS = re.compile(
    r"\b(?:mortality|survival|survive|prognosis|outlook|life expectancy|incidence|prevalence|contagious|inherited|hereditary)\b",
    re.I,
)
_SHORT = 9
_MOST = 2  # conditions and settings of a topic
_LASTING = 0.5  # share of the weight of the first concept that another has to have to be part of the topic,
_LASTING_DRUG = 0.75  # and a drug beside another
_ASKS_WHAT = re.compile(r"^(?:(?:at|in|for|with|by|to|from) )?(?:what|which|who|whom|how|when|where|why)\b", re.I)
_LONGEST = 16  # words of a question that is said again whole


def can_be_repeated(before: Question) -> bool:
    """Whether the question before can be said again with something added: a plain question in one piece. What was typed
    in haste, or put together from several turns already, would drown what is new; its topic goes along instead.
    """
    text = before.text.strip()
    short = text.endswith("?") and len(text.split()) < _SHORT and bool(before.entries)
    return (
        (short or _ASKS.match(text) is not None)
        and len(text.split()) <= _LONGEST
        and "," not in text
        and re.search(r"[.?!;]\s", text) is None
    )


def asked_in(before: Question) -> str:
    """The part of a question that asks and names nothing ("how long do I anticoagulate"); "" where there is none."""
    named = [before.text[mention.start : mention.end] for mention in before.mentions]
    for found in reversed(list(re.finditer(r"[^,.;?!]+", before.text))):
        piece = found.group().strip()
        if _ASKS_WHAT.match(piece) and 2 < len(piece.split()) < 11 and not any(name in piece for name in named):
            return piece
    return ""


def is_of_the_illness(text: str) -> bool:
    """Whether what is asked is asked of an illness, whatever is given for it ("6 week mortality?")."""
    return _OF_AN_ILLNESS.search(text) is not None


def people_of(before: Question) -> str:
    """The people that a question is limited to, with their preposition ("in children"); "" where to none."""
    found = _PEOPLE.search(before.text)
    return found.group().lower() if found else ""


def in_setting(names: Sequence[str], before: Question) -> str:
    """Conditions and procedures behind a preposition: "after" and "before" as in the question they come from."""
    around: dict[str, list[str]] = {}
    for name in names:
        mention = next((m for m in before.mentions if m.entry.term == name), None)
        found = _AROUND.search(before.text[: mention.start]) if mention and mention.entry.kind == "procedure" else None
        around.setdefault(found["when"].lower() if found else "in", []).append(name)
    return ", ".join(f"{when} {listed(group)}" for when, group in around.items())


def where_of(names: Sequence[str], before: Question) -> str:
    """The same with a space before it, to stand behind what is asked; "" where there are no names."""
    return f" {in_setting(names, before)}" if names else ""
