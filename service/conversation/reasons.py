"""Why it is so: "why?", "why not?" directly after an answer ask for the reason of what its first statement says."""

from __future__ import annotations

import re

from corpus.glossary import Glossary
from service.analysis.question import Question, analyse
from service.conversation.before import Before
from service.conversation.topic import topic_of, with_topic
from service.conversation.wording import small

_WHY = re.compile(
    r"^\W*(?:(?:and|but|so|ok|okay)[\s,]+)*(?:why(?: not| so| that)?(?: (?:is|was) (?:that|this|it|so)(?: so| the case)?)?|how come|how so|"
    r"(?:for|what(?:'s| is|’s)) (?:what|the) (?:reason|rationale|reasoning)(?: (?:for|behind|of) (?:that|this|it))?)(?: then| exactly| please)?\W*$",
    re.I,
)
_VERDICT = re.compile(r"^(?:Yes|No|Not [a-z ]{3,30}): ")
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)")
_AT_FIRST = re.compile(
    r"^(?P<where>(?:In|For|At|After|Before|During|With|On|Under|Above|Below) [^,;]{3,80}), (?P<rest>.+)$"
)
_FURTHER = re.compile(
    r"[;:.]\s|,?\s(?:because|since|so that|unless|although|whereas|while)\s|,\s(?:and|but|or|with|which|who|for example)\s|[.;]$"
)
_VERB = re.compile(r"\s(?P<verb>is|are|was|were|has|have|should|can|could|may|must|will)\s")
_OWN_CLAUSE = re.compile(r"\b(?:that|which|who|says?|means?|shows?|advises?|recommends?|suggests?|states?)\b", re.I)
_ARTICLE = re.compile(r"^An?\b")
_LONGEST_SUBJECT = 12  # words
_LONGEST = 28


def reason_asked(plain: str, before: Before, previous: Question, glossary: Glossary) -> str | None:
    """Why what the last answer says first is so; None where a message asks otherwise, or that says it in no such
    sentence.
    """
    if _WHY.match(plain) is None or not before.said:
        return None
    asked = _turned_into_why(before.said[0])
    if not asked:
        return None
    named = {entry.term for entry in glossary.with_classes(*analyse(asked, glossary).entries)}
    drugs, conditions = topic_of(previous, before)
    if named & {*(entry.term for entry in previous.entries), *drugs, *conditions}:
        return asked
    return with_topic(asked, drugs[:1], conditions[:1])


def _turned_into_why(statement: str) -> str:
    """ "Trimethoprim is avoided on methotrexate." as "Why is trimethoprim avoided on methotrexate?"; "" where its first
    clause has no verb that can stand first.
    """
    text = _IN_BRACKETS.sub("", _VERDICT.sub("", statement.strip()))
    lead = _AT_FIRST.match(text)
    where = f" {small(lead['where'])}" if lead is not None else ""
    clause = _FURTHER.split(lead["rest"] if lead is not None else text, maxsplit=1)[0]
    verb = _VERB.search(clause)
    if verb is None or len(clause[: verb.start()].split()) > _LONGEST_SUBJECT or len(clause.split()) > _LONGEST:
        return ""
    subject, said = clause[: verb.start()], clause[verb.end() :]
    if _OWN_CLAUSE.search(subject):
        return ""
    subject = _ARTICLE.sub(lambda found: found.group().lower(), small(subject))
    return f"Why {verb['verb']} {subject} {said.rstrip(' ,.')}{where}?"
