"""Choosing and comparing: "the second one", "the former", "option 2", "which of the two is safer?"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from corpus.glossary import Glossary, Mention
from service.analysis.question import Question, analyse
from service.analysis.wording import capital
from service.conversation.before import Before
from service.conversation.topic import with_topic
from service.conversation.wording import joined

_ORDINALS = {
    "first": 0,
    "1st": 0,
    "second": 1,
    "2nd": 1,
    "third": 2,
    "3rd": 2,
    "fourth": 3,
    "4th": 3,
    "fifth": 4,
    "5th": 4,
}
_CHOICE = re.compile(
    r"\bthe (?:(?P<pair>former|latter|other)(?: (?:one|drug|option|treatment|condition))?|(?P<ordinal>first|second|third|fourth|fifth|1st|2nd|3rd|4th|5th|last)[ -](?:(?P<noun>one|option|drug|medicine|agent|choice|treatment|condition|disease|procedure|test)|"
    r"(?P<said>point|statement|recommendation|item|sentence|step|bullet)))\b(?! line)|"
    r"\bthe (?P<alone>first|second|third)(?:(?=\W*$)|(?=\s*[,:–—]\s)| of (?:these|those|them)\b(?! (?:two|three)))|\b(?:(?:option|choice|drug) (?:number |no\.? )?|(?:number|no\.?) )(?P<number>[1-9])\b|\b(?P<listed>point|statement|recommendation|item|step|bullet) (?:number |no\.? )?(?P<at>[1-9])\b",
    re.I,
)
_COMPARES = re.compile(
    r"\b(?P<of>which|what|who)(?: (?:one|drug|option))?(?: of (?:the(?:se|m)?|those)(?: (?:two|three|both|drugs|options))?| of (?:the )?two)?(?: (?P<verb>is|are|would be|works|has|have|causes?|carries|do you|should))\b(?P<rest>.*)$",
    re.I,
)
_OF_THE_TWO = re.compile(
    r"\b(?:which|what) (?:one\b|(?:drug |option )?(?:of|out of) (?:the(?:se|m)?|those)\b|of (?:the )?two\b)|^\W*(?:and )?(?:which|what)(?: one)? (?:is|are|works|would be) (?:the )?(?:better|safer|best|safest|cheaper|stronger|"
    r"more \w+|less \w+|preferred|preferable|worse|faster|superior)\W*$",
    re.I,
)
_SIDE_BY_SIDE = re.compile(r"(?P<a>[\w-]{4,})(?P<or> or )(?P<b>[\w-]{4,})", re.I)
_NO_NAMES = frozenset(
    "another anything both drug drugs either else every many more most neither none nothing only other others some something that these this those what when with without".split()
)
_WHICH_ONE = re.compile(r"^\W*(?:and |but |so )?which(?: ones?)?(?: then| exactly)?\W*$", re.I)
_MORE = re.compile(
    r"\b(?:better|safer|best|safest|cheaper|stronger|preferred|preferable|worse|faster|superior|more|less|two)\b", re.I
)
_BETWEEN = re.compile(
    r"^\W*(?:(?:and|so|but) )?(?:(?:how do|can you|please|could you) )?(?:(?:they|these|those|the two|both) (?:compare|differ)|compare (?:them|the two|both|these|those)|what(?:'s| is| are) the differences?(?: between (?:them|the two|these|those|both))?|"
    r"is (?:one|either)(?: of them)? (?:better|safer|preferred|superior|more \w+)(?: than the other)?|any difference(?: between (?:them|the two))?)\W*$",
    re.I,
)


_DRUG_WANTED = re.compile(r"\b(?:drugs?|medicines?|agents?|antibiotics?|treat\w*|rx|therapy|first[- ]line)\b", re.I)
_LAST = 3
_SAYING_IT = 3  # statements of an answer in which it says what is given
_ADDS = re.compile(r"\badd(?:s|ed|ing|ition of)?\s+(?:an? |the )?$", re.I)
_IS_ADDED = re.compile(r"\s+(?:is|are|was|may be|can be|should be) added to (?:an? |the )?", re.I)
_ASKED_OF_IT = re.compile(
    r"^\s*[,:–—-]+\s*(?P<front>(?:and )?\w[^?.;]*?)\b(?:it|them)\b(?P<behind>[^?.;]*\??)\s*$", re.I
)
_EXAMPLE = re.compile(r"\W*(?:(?:such as|like|for example|for instance|e\.?g\.?|including|or|and)\W+)*", re.I)
_VALUE = re.compile(r"\W*(?:(?:is|of|now|was|at|score)\W+)?[-−<>≤≥]?\d", re.I)
_BETWEEN_THE_TWO = re.compile(r"\bbetween (?:the two|both|them)\b(?: of them)?", re.I)


def chosen(message: str, before: Question, said: Before, glossary: Glossary) -> str | None:
    """The message with the thing chosen in the place of "the second one" …; None where it chooses nothing that is known."""
    found = _CHOICE.search(message)
    if found is None:
        return None
    if found["said"] or found["listed"]:
        position = _position(found["ordinal"]) if found["said"] else int(found["at"]) - 1
        return _about_statement(said.said, position)
    noun = (found["noun"] or "").lower()
    kinds = {
        "condition": ("condition",),
        "disease": ("condition",),
        "procedure": ("procedure",),
        "test": ("test", "score"),
    }
    of_these = kinds.get(noun, ("drug", "procedure"))
    names = _pair_asked(before, said, glossary, of_these) if found["pair"] else []
    names = names or _candidates(before, said, glossary, of_these)
    if found["pair"] and len(names) < 2:
        names = _candidates(before, said, glossary, ("condition",))
    if found["pair"]:
        position = 0 if found["pair"].lower() == "former" else 1
        if len(names) < 2:
            return None
        names = names[:2]
    else:
        position = int(found["number"]) - 1 if found["number"] else _position(found["ordinal"] or found["alone"])
    if not names or not -len(names) <= position < len(names):
        return None
    name = names[position]
    other = next((m for m in before.mentions if m.entry.term in names and m.entry.term != name), None)
    if not message[: found.start()].strip(" ,") and (asked := _ASKED_OF_IT.match(message[found.end() :])) is not None:
        text = capital(f"{asked['front']}{name}{asked['behind']}")  # "the second one, how is it started?"
        return with_topic(text, [], [] if analyse(text, glossary).conditions else _conditions(before))
    text = message[: found.start()] + name + message[found.end() :]
    rest = (message[: found.start()] + message[found.end() :]).strip(" ?.!,")
    if re.fullmatch(r"(?i)\W*(?:and|what about|how about|and what about|only|just|no|i mean|yes)?\W*", rest):
        if found["pair"] and other is not None and not _has_both(before, names):  # the same of the other one
            return before.text[: other.start] + name + before.text[other.end :]
        return _instead(name, before, glossary) or capital(with_topic(f"{name}?", [], _conditions(before)))
    own = analyse(text, glossary)
    opening = re.match(r"^\W*(?:and|so|but)\s+(?=(?:is|are|can|does|do|should|what|which|how|when|why)\b)", text, re.I)
    text = text[opening.end() :] if opening else text
    return capital(with_topic(text, [], [] if own.conditions else _conditions(before)))


def compared(message: str, before: Question, earlier: Before, glossary: Glossary) -> str | None:
    """ "Which of the two is safer?" with the two named; None where there are not two, or nothing is compared."""
    if _WHICH_ONE.match(message) and (classes := [e.term for e in before.interventions if e.members]):
        return with_topic(f"Which {classes[-1]}?", [], _conditions(before))
    if _WHICH_ONE.match(message) and before.conditions and not before.interventions and _asked_for_a_drug(earlier):
        return with_topic("Which drug is given?", [], _conditions(before))
    pointed = _BETWEEN_THE_TWO.search(message)
    if pointed is not None and _BETWEEN.match(message) is None:  # "the gap between the two?"
        names = _two(earlier, glossary, asked_only=True)
        if len(names) == 2:
            return message[: pointed.start()] + f"between {names[0]} and {names[1]}" + message[pointed.end() :]
    between = _BETWEEN.match(message)
    if between is None and _OF_THE_TWO.search(message) is None:
        return None
    names = _two(earlier, glossary, asked_only=between is None and _MORE.search(message) is None)
    if len(names) < 2:
        return None
    pair = f"{names[0]} or {names[1]}"
    if between is not None:
        how = re.search(r"\b(better|safer|preferred|superior|more \w+)\b", message, re.I)
        text = f"Is {names[0]} {how.group().lower()} than {names[1]}?" if how and how.group() != "preferred" else ""
        text = text or f"How do {names[0]} and {names[1]} compare?"
        return capital(with_topic(text, [], _conditions(before)))
    found = _COMPARES.search(message)
    if found is None:
        return joined(message, pair)
    rest = found["rest"].strip(" ?.!")
    text = f"Which {found['verb']} {rest}: {pair}?" if rest else f"Which {found['verb']} preferred: {pair}?"
    own = analyse(text, glossary)
    return with_topic(text, [], [] if own.conditions else _conditions(before))


def _two(earlier: Before, glossary: Glossary, asked_only: bool) -> list[str]:
    """The two of one kind that were spoken of last: in the last question, else in the ones before, else (not with
    ``asked_only``) in the answer.
    """
    for kinds in (("drug",), ("procedure",), ("drug", "procedure"), ("condition",), ("test", "score")):
        names: dict[str, None] = {}
        for text in reversed(earlier.questions[-6:]):
            own = [m.entry.term for m in glossary.find(text) if m.entry.kind in kinds and not _is_a_value(m, text)]
            names.update(dict.fromkeys(name for name in own if name not in names))
            if len(names) >= 2:
                break
        if names and len(names) < 2 and not asked_only and kinds == ("drug",):
            names.update(dict.fromkeys(_named(earlier.said, glossary, kinds)))
        if len(names) >= 2:
            return list(names)[:2]
    return [] if asked_only else _named(earlier.said, glossary, ("drug",))[:2]


def _asked_for_a_drug(earlier: Before) -> bool:
    """Whether one of the last questions asked for a drug ("osteoporosis 68F: first drug")."""
    return any(_DRUG_WANTED.search(text) for text in earlier.typed[-_LAST:])


def _is_a_value(mention: Mention, text: str) -> bool:
    """Whether a test is named with the patient's value ("eGFR 28"): nothing to choose from."""
    return mention.entry.kind in ("test", "score") and _VALUE.match(text[mention.end :]) is not None


def _candidates(before: Question, earlier: Before, glossary: Glossary, kinds: tuple[str, ...]) -> list[str]:
    """What can be chosen from: two or more of the question, else those that the last answer names, in its order."""
    asked = list(dict.fromkeys(m.entry.term for m in before.mentions if m.entry.kind in kinds))
    pair = _pair(before, kinds)
    if pair:
        return pair
    typed = earlier.typed[-1] if earlier.typed else ""
    if len(asked) >= 2 and set(asked) <= set(_named([typed], glossary, kinds)):
        return asked  # a set that the asker named
    for text in earlier.said[:_SAYING_IT]:
        if len(first := _told_apart(text, glossary, kinds)) >= 2:
            return first
    if len(asked) >= 2:
        return asked
    named = [name for name in _named(earlier.said, glossary, kinds) if name not in asked]
    return named if len(named) >= 2 else [*asked, *named]


def _pair_asked(before: Question, earlier: Before, glossary: Glossary, kinds: tuple[str, ...]) -> list[str]:
    """The two that an earlier question put side by side, where the last one is on one of them ("the former", then "and
    the latter?"); empty where none did.
    """
    last = {entry.term for entry in before.entries if entry.kind in kinds}
    for text in reversed(earlier.questions[:-1]):
        pair = _pair(analyse(text, glossary), kinds)
        if pair and len(last & set(pair)) == 1 and len(last) == 1:
            return pair
    return []


def _has_both(before: Question, names: Sequence[str]) -> bool:
    return len({m.entry.term for m in before.mentions} & set(names)) > 1


def _pair(before: Question, kinds: tuple[str, ...]) -> list[str]:
    """The two that a question puts side by side ("clarithromycin or azithro"): where one is known to be of ``kinds``, the
    word beside "or" is the other. Empty where it puts none.
    """
    for found in _SIDE_BY_SIDE.finditer(before.text):
        if found["a"].lower() in _NO_NAMES or found["b"].lower() in _NO_NAMES:
            continue  # "triptans or other drugs"
        ends = (found.start("or"), found.end("or"))
        left = next((m for m in before.mentions if m.end == ends[0] and m.entry.kind in kinds), None)
        right = next((m for m in before.mentions if m.start == ends[1] and m.entry.kind in kinds), None)
        if left is not None or right is not None:
            return [left.entry.term if left else found["a"], right.entry.term if right else found["b"]]
    return []


def _named(texts: Sequence[str], glossary: Glossary, kinds: tuple[str, ...]) -> list[str]:
    return list(dict.fromkeys(m.entry.term for text in texts for m in glossary.find(text) if m.entry.kind in kinds))


def _told_apart(statement: str, glossary: Glossary, kinds: tuple[str, ...]) -> list[str]:
    """What one statement names of these kinds in its order, no classes unless it names several; what is added to another
    comes after that.
    """
    mentions = [m for m in glossary.find(statement) if m.entry.kind in kinds]
    items = _without_examples(mentions, statement)
    if (
        sum(bool(mention.entry.members) for mention in items) > 1
    ):  # "an ACE inhibitor, a beta-blocker such as bisoprolol"
        return list(dict.fromkeys(mention.entry.term for mention in items))
    mentions = [mention for mention in mentions if not mention.entry.members]
    names = list(dict.fromkeys(mention.entry.term for mention in mentions))
    for one, other in itertools.pairwise(mentions):
        if one.entry.term == other.entry.term:
            continue
        before, between = statement[: one.start], statement[one.end : other.start]
        if (_ADDS.search(before) and between.strip().lower() == "to") or _IS_ADDED.fullmatch(between):
            names.remove(one.entry.term)
            names.insert(names.index(other.entry.term) + 1, one.entry.term)
            break
    return names


def _without_examples(mentions: Sequence[Mention], statement: str) -> list[Mention]:
    """The mentions but for the members of a class that are named right behind it ("a beta-blocker such as bisoprolol")."""
    items: list[Mention] = []
    end = 0  # of the last mention, of an example too
    for mention in mentions:
        between = statement[end : mention.start]
        of_the_last = bool(items) and mention.entry.term in items[-1].entry.members
        if not (of_the_last and _EXAMPLE.fullmatch(between)):
            items.append(mention)
        end = mention.end
    return items


def _about_statement(said: Sequence[str], position: int) -> str | None:
    """A question on what one statement of the last answer is about: its own words find its source again."""
    if not said or not -len(said) <= position < len(said):
        return None
    words = said[position].rstrip(".").split()
    return "What more is known: " + " ".join(words[:40]) + "?"


def _position(ordinal: str) -> int:
    return _ORDINALS.get(ordinal.lower(), -1)


def _conditions(before: Question) -> list[str]:
    return [entry.term for entry in before.conditions]


def _instead(name: str, before: Question, glossary: Glossary) -> str | None:
    """The question before about this one alone, where it asked about several; None where it did not."""
    kind = next((m.entry.kind for m in glossary.find(name)), None)
    same = [m for m in before.mentions if m.entry.kind == kind]
    if len(same) < 2 or name not in [m.entry.term for m in same]:
        return None
    return before.text[: same[0].start] + name + before.text[same[-1].end :]
