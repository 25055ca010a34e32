"""Follow-ups: what a message means after what was asked before, without a language model.

A message that is a question of its own stands as it is. What it may leave out is taken from the question before: the
whole of it where a message only names another drug, setting or detail ("and rivaroxaban?", "in pregnancy?", "why?"),
its topic where it asks for another aspect ("any contraindications?"), its subject where a pronoun points there.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from corpus.glossary import Entry, Glossary, Mention
from corpus.text import words
from service.drug_names import looks_like_a_drug
from service.question import ASPECT_WORDS, Question, analyse

# How a message begins before it comes to the point; after these it is read as if they were not there.
_PLEASANTRY = re.compile(
    r"^\W*(?:(?:ok(?:ay)?|thanks?(?: a lot| you)?|thank you(?: very much)?|great|i see|right|well|hm+|alright|good|perfect|sorry|"
    r"that(?:'s| is| was) (?:very |really )?(?:helpful|clear|great|good|interesting|useful))\b[\s,.!:;-]*)+",
    re.I,
)
_NEW_TOPIC = re.compile(
    r"^\W*(?:now |and )?(?:(?:i have )?(?:a |an )?(?:different|another|new|next|other) (?:question|topic|case)|(?:new|different) topic|on another (?:note|topic)|"
    r"something (?:else|different)|changing the subject)\b[\s,.!:;-]*",
    re.I,
)
_OPENING = re.compile(
    r"^\W*(?:(?:so|well|but|then|now|also)[\s,]+)*(?P<follow>and(?: what| how)? about|and|what about|how about|what|or|also|but|then|"
    r"(?:the )?same (?:question )?(?:for|with|in)|in that case)\b[\s,:]*",
    re.I,
)
_DOUBT = re.compile(
    r"^\W*(?:are you (?:really |quite |absolutely )?(?:sure|certain)(?: (?:about|of) (?:that|this|it))?|really|seriously|is that (?:really )?(?:right|correct|true|so)|"
    r"(?:no,? )?i (?:don'?t|do not) (?:think|believe)[^?]{0,40}|(?:no,? )?(?:you(?:'re| are)|that(?:'s| is)|this is) (?:wrong|not (?:right|true|correct))|no|i disagree|"
    r"(?:please )?(?:check|verify)(?: (?:that|this|it))?(?: again)?)\W*$",
    re.I,
)  # fmt: skip
_AGAIN = re.compile(
    r"^\W*(?:please |can you |could you )*(?:tell me more|(?:some )?more(?: details?)?(?: please)?|go on|continue|elaborate|say that again|repeat|in other words|"
    r"(?:explain|summari[sz]e|describe)(?: (?:that|this|it))?(?: (?:again|in (?:more|greater|plain|simple|other)\b.*|briefly|further|please))*)\W*$",
    re.I,
)
_CORRECTION = re.compile(
    r"^\W*(?:(?:no|sorry|actually|pardon|oh)[,.\s]+)*(?:i (?:meant|mean)(?: to (?:ask|say))?|correction:?)\s+(?P<meant>.+)$"
    r"|^(?P<behind>.+?)[,\s]+i (?:meant|mean)\W*$|^\W*(?:no[,\s]+)?not (?P<old>[\w -]+?)(?:,| but) (?:but )?(?P<new>.+)$",
    re.I,
)
_SETTING = re.compile(
    r"^\W*(?:only |just |even |especially )*(?:before|after|during|in|with|for|without|if|when|until|at|on|by|as|over|under|above|below|between|within|prior to|according to)\b",
    re.I,
)
_PEOPLE = re.compile(
    r"^\W*(?:children|women|men|adults|infants|newborns|(?:the )?elderly|older (?:people|adults)|pregnan\w+(?: women)?|adolescents|athletes)\W*$",
    re.I,
)
_ASKS = re.compile(
    r"\b(?:what|which|who|how|when|where|why|is|are|was|were|do|does|did|can|could|should|would|will|must|may|has|have|need|needs)\b",
    re.I,
)
_WH_FRAGMENT = re.compile(
    r"^\W*(?:(?:with|for|by|at|in|on|from|since|to|of|until) )?(?:what|which|who|how|when|where|why)\b", re.I
)
_VERB = re.compile(r"\b(?:is|are|was|were|do|does|did|can|could|should|would|will|must|may|has|have)\b", re.I)
_AUXILIARY = re.compile(r"^\W*(?:is|are|do|does|did|can|could|should|would|will|must|may|has|have)\s+", re.I)
_PRONOUN = re.compile(
    r"\b(?:(?P<kind>(?:the|this|that|these|those) (?P<noun>drug|medicine|medication|procedure|disease|condition|disorder|treatment|therapy)s?\b)|"
    r"(?P<pair>both|either)\b(?! of)|(?P<word>it|its|they|them|their|this|that|these|those|he|she|him|her|the (?:same|former|latter|other one|second one|first one))\b)",
    re.I,
)  # fmt: skip
# "It" and "that" that point at nothing: "is it safe to give …", "does it take", "evidence that …".
_EMPTY = re.compile(
    r"\bit(?: (?:is|was|be))? (?:\w+ )?(?:true|known|said|safe|possible|necessary|okay|ok|recommended|advisable|reasonable|useful|important|likely|better|best|"
    r"worth|time|correct|allowed|normal|sensible|appropriate|mandatory|harmful|dangerous) (?:to|that|for|if|when|whether)\b|\b(?:does|do|will|would|can) it (?:take|matter|make sense)\b|"
    r"\b(?:evidence|true|known|said|sure|so|such|now|given|provided|patients?|people|those|drugs?|everything|anything|all|shown|fact|means?|mean|risk|likely|possible|recommended) that\b|"
    r"\bthat (?:the|a|an|patients?|people|there|[a-z]+s? (?:is|are|has|have|was|were|does|can|may|should|help|helps|reduces?|improves?|prevents?|causes?|lowers?))\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Standalone:
    """A question that can be understood alone, and the concepts in it that were carried over from before."""

    text: str
    carried: frozenset[str] = frozenset()


def understand(
    message: str, history: Sequence[str], glossary: Glossary, unsupported: Collection[str] = ()
) -> Standalone:
    """The message as :func:`standalone` makes it, with the terms of the concepts that it did not name itself."""
    text = standalone(message, history, glossary, unsupported)
    own = {mention.entry.term for mention in glossary.find(message)}
    if text == message or not own:  # what names nothing of its own is about what was carried over
        return Standalone(text)
    return Standalone(text, frozenset(mention.entry.term for mention in glossary.find(text)) - own)


def standalone(message: str, history: Sequence[str], glossary: Glossary, unsupported: Collection[str] = ()) -> str:
    """The message as a question that can be understood alone.

    ``history``: the standalone questions asked before, oldest first; ``unsupported``: clinical terms of drugs of the
    last one that no source recommends for what was asked: who then asks about a procedure asks about the condition.
    """
    if not history:
        return message
    if _NEW_TOPIC.match(message):
        return _capital(_NEW_TOPIC.sub("", message)) or message
    previous = history[-1]
    plain = _PLEASANTRY.sub("", message)
    if not plain.strip():
        return message
    if any(pattern.match(text) for pattern in (_DOUBT, _AGAIN) for text in (message, plain)):
        return previous
    before = analyse(previous, glossary)
    correction = _CORRECTION.match(message)
    if correction:
        return _corrected(correction, before, glossary)
    question = analyse(plain, glossary)
    opening = _OPENING.match(plain)
    rest = plain[opening.end() :] if opening else plain
    dangling = _SETTING.match(rest) is not None and not _is_whole(rest, question)
    if not dangling and _pronoun(plain, question, before) is not None:
        return _resolve(plain, question, before)
    if _is_whole(rest, question):
        return plain
    if opening is None and not _is_fragment(plain, question):
        return plain
    if opening is not None and opening["follow"].lower() == "what" and not _SETTING.match(rest):
        rest = plain  # "what" opens "what if …" and "what in …" only
    return _completed(rest.strip(), analyse(rest, glossary), before, unsupported)


def _is_whole(text: str, question: Question) -> bool:
    """A question with a verb and a topic of its own, also behind a setting ("In migraine, which triptans are safe?")."""
    if _SETTING.match(text):
        _, comma, tail = text.partition(",")
        return bool(comma) and bool(question.entries) and _ASKS.search(tail) is not None and len(tail.split()) > 3
    if not _ASKS.search(text) or _is_bare(text, question):
        return False
    return not _lacks_topic(question) and not _is_wh_fragment(text)


def _is_fragment(text: str, question: Question) -> bool:
    """No question of its own: a setting, a bare "how long?", an aspect, one or two words, or a name behind an auxiliary."""
    count = len(text.split())
    aspect = any(word in ASPECT_WORDS for word in words(text))
    if _ASKS.search(text) is None and (
        (count <= 2 and not question.entries) or (count <= 3 and aspect and not question.conditions)
    ):
        return True
    return (
        _SETTING.match(text) is not None or _is_wh_fragment(text) or _lacks_topic(question) or _is_bare(text, question)
    )


def _is_wh_fragment(text: str) -> bool:
    """ "How long?", "With which test?", "How long before the procedure?": no verb."""
    return _WH_FRAGMENT.match(text) is not None and len(text.split()) <= 5 and _VERB.search(text) is None


def _is_bare(text: str, question: Question) -> bool:
    """ "Does everolimus?": an auxiliary and a name."""
    found = _AUXILIARY.match(text)
    names = {word for mention in question.mentions for word in words(question.text[mention.start : mention.end])}
    return found is not None and bool(names) and set(words(text[found.end() :])) <= names


def _lacks_topic(question: Question) -> bool:
    """A question about an aspect alone ("What is the dose?", "Any contraindications?")."""
    topical = [mention for mention in question.mentions if mention.entry.kind != "organisation"]
    named = {word for mention in question.mentions for word in words(question.text[mention.start : mention.end])}
    return not topical and all(word in ASPECT_WORDS or word in named for word in question.key_words)


# Filling in what was left out


def _completed(rest: str, question: Question, before: Question, unsupported: Collection[str]) -> str:
    if _is_bare(rest, question):
        rest = _AUXILIARY.sub("", rest)
        question = Question(rest, question.kind, False, tuple(_moved(question, rest)), question.key_words)
    if _SETTING.match(rest):
        spent = {entry.term for entry in before.interventions} & set(unsupported)
        if spent and any(entry.kind == "procedure" for entry in question.entries):
            own = {entry.term for entry in question.entries}
            return _capital(_append(rest, [e.term for e in before.entries if e.term not in {*own, *spent}]))
        return _joined(before.text, rest)
    if _WH_FRAGMENT.match(rest) and not _lacks_topic(question):
        return _joined(before.text, f"and {_small(rest)}")
    if _PEOPLE.match(rest):
        return _joined(before.text, f"in {rest}")
    replaced = _replaced(rest, question, before)
    if replaced is not None:
        return replaced
    if _lacks_topic(question):
        return _aspect(rest, question, before)
    return _joined(before.text, rest)


def _moved(question: Question, rest: str) -> list[Mention]:
    shift = len(question.text) - len(rest)
    return [Mention(m.entry, m.start - shift, m.end - shift) for m in question.mentions]


def _replaced(rest: str, question: Question, before: Question) -> str | None:
    """The question before with another drug, condition … in the place of its own; None where there is nothing alike."""
    name = rest.strip(" ?.!")
    if len(question.mentions) == 1 and _covers(question.mentions[0], rest):
        target = _alike(question.mentions[0].entry, before)
    elif not question.mentions and looks_like_a_drug(name):
        target = _last(before, "drug")
    else:
        return None
    if target is None:
        return None
    return before.text[: target.start] + name + before.text[target.end :]


def _covers(mention: Mention, rest: str) -> bool:
    outside = f"{rest[: mention.start]} {rest[mention.end :]}"
    return all(word in ("a", "an", "the", "for", "with", "in", "only", "instead") for word in words(outside))


def _alike(entry: Entry, before: Question) -> Mention | None:
    """The mention that another concept stands for: of drugs the one of the same class or the last, of others the first."""
    if any(mention.entry.term == entry.term for mention in before.mentions):
        return None
    same = [mention for mention in before.mentions if mention.entry.kind == entry.kind and entry.kind != "other"]
    if entry.kind != "drug":
        return same[0] if same else None
    classes = [m.entry for m in before.mentions if entry.term in m.entry.members]
    related = [
        m for m in same
        if m.entry in classes or m.entry.term in entry.members or _stem(m.entry.term) == _stem(entry.term)
    ]  # fmt: skip
    return (related or same)[-1] if same else None


def _stem(name: str) -> str:
    """The ending of a drug's name, which tells its class: "-xaban", "-olol"."""
    return name[-5:].lower()


def _last(before: Question, kind: str) -> Mention | None:
    return next((mention for mention in reversed(before.mentions) if mention.entry.kind == kind), None)


def _aspect(rest: str, question: Question, before: Question) -> str:
    """Another aspect of the same topic; where the topic has words that the glossary lacks, of the same question."""
    named = {word for mention in before.mentions for word in words(before.text[mention.start : mention.end])}
    others = [word for word in before.key_words if word not in named and word not in ASPECT_WORDS]
    if others or not before.entries or re.match(r"^\W*(?:why|how)\b", rest, re.I):
        return _joined(before.text, f"and {_small(rest)}")
    body = rest.rstrip("?.! ")
    drugs = [entry.term for entry in before.entries if entry.kind in ("drug", "procedure")]
    conditions = [entry.term for entry in before.entries if entry.kind not in ("drug", "procedure")]
    text = body + (f" of {_listed(drugs)}" if drugs else "") + (f" in {_listed(conditions)}" if conditions else "")
    return _capital(text + ("?" if rest.rstrip().endswith("?") else ""))


# Corrections


def _corrected(correction: re.Match[str], before: Question, glossary: Glossary) -> str:
    """The earlier question with the concept put right: the one of the same kind is replaced, else it is added."""
    meant = (correction["meant"] or correction["behind"] or correction["new"]).strip().rstrip("?.! ")
    entries = analyse(meant, glossary).mentions
    if correction["old"]:
        old = analyse(correction["old"], glossary).entries
        for mention in before.mentions:
            if mention.entry in old:
                return before.text[: mention.start] + meant + before.text[mention.end :]
    for found in entries:
        for mention in before.mentions:
            if mention.entry.term == found.entry.term:  # the same score in another class: "I meant Child-Pugh C"
                end = mention.end + len(_class_of(before.text[mention.end :]))
                return before.text[: mention.start] + meant + before.text[end:]
        target = _alike(found.entry, before)
        if target is not None:
            return before.text[: target.start] + meant + before.text[target.end :]
    return _joined(before.text, meant)


def _class_of(text: str) -> str:
    found = re.match(r"\s+(?:(?:class|score|stage|grade|of|is)\s+)?(?:[A-D]\b|\d+(?:[.,]\d+)?)", text)
    return found.group() if found else ""


# Pronouns


def _pronoun(text: str, question: Question, before: Question) -> re.Match[str] | None:
    """A pronoun whose referent is not in the message itself: it stands before every concept of it."""
    empty = [match.span() for match in _EMPTY.finditer(text)]
    first = min((mention.start for mention in question.mentions), default=len(text))
    for found in _PRONOUN.finditer(text):
        if any(a <= found.start() < b for a, b in empty) or (found["kind"] and not _subjects(found, before)):
            continue
        if found["pair"] and len(_subjects(found, before)) < 2:
            continue
        if found.start() < first or not question.entries or found["kind"] or found["pair"]:
            return found
    return None


def _subjects(found: re.Match[str], before: Question) -> list[str]:
    """What a pronoun can stand for."""
    noun = (found["noun"] or "").lower()
    if noun in ("disease", "condition", "disorder"):
        return [entry.term for entry in before.conditions]
    if noun == "procedure":
        return [entry.term for entry in before.entries if entry.kind == "procedure"]
    if noun in ("drug", "medicine", "medication"):
        return [entry.term for entry in before.entries if entry.kind == "drug"]
    if noun or found["pair"]:
        return [entry.term for entry in before.interventions]
    things = [mention.entry for mention in before.mentions if mention.entry.kind not in ("other", "organisation")]
    tested = things[:1] if things and things[0].kind in ("test", "score") else []
    return [entry.term for entry in (*tested, *before.interventions, *before.conditions)]


def _resolve(text: str, question: Question, before: Question) -> str:
    """Put what was asked about in the place of the first pronoun, and the rest of the topic behind."""
    found = _pronoun(text, question, before)
    if found is None:
        return text
    subjects = _subjects(found, before)
    opening = _OPENING.match(text)
    begin = opening.end() if opening and opening.end() <= found.start() and not _WH_FRAGMENT.match(text) else 0
    if not subjects:
        return _joined(before.text, f"and {text[begin:]}")
    name = _listed(subjects[:2]) if found["pair"] else subjects[0]
    word = found.group().lower()
    behind = text[found.end() :]
    owner = word in ("its", "their", "his") or (word == "her" and re.match(r"\s+\w", behind) is not None)
    resolved = text[begin : found.start()] + (f"{name}'s" if owner else name) + behind
    # A question about a drug in another setting ("in pregnancy") is about the drug; its old indication would mislead.
    own = {entry.term for entry in question.entries}
    others = [] if own else [entry.term for entry in before.conditions if entry.term not in name]
    return _capital(_append(resolved, others))


# Putting texts together


def _joined(before: str, rest: str) -> str:
    """The question before, and behind it what was added."""
    rest = rest.strip().rstrip("?.! ")
    return f"{before.strip().rstrip('?.! ')}, {_small(rest)}?"


def _append(text: str, names: list[str]) -> str:
    text = text.strip()
    end = "?" if text.endswith("?") else ""
    body = text.rstrip("?.! ").strip()
    return f"{body}, in {_listed(names)}{end}" if names else body + end


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _small(text: str) -> str:
    """Inside a sentence: a small first letter, but for abbreviations."""
    return text[:1].lower() + text[1:] if text.split(" ", 1)[0][1:].islower() else text
