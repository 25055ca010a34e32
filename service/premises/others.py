"""Whether a sentence speaks of others than an assumption does: by kind, by source or by drug.

What holds in decompensated disease says nothing against compensated disease, what a United States label says nothing
against a British one. The pairs are facts of language.
"""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.glossary import Glossary
from corpus.text import STOPWORDS, term_set
from service.sentences.candidates import Candidate
from service.sentences.figures import Figure, comparable, figures

# Of one line each: kinds of which a person, illness or thing is one. The text that names the one is not on the other.
_KINDS = tuple(
    tuple(re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.I) for words in line)
    for line in (
        (r"compensated", r"decompensated"),
        (r"severe(?:ly)?|serious", r"non-?severe|mild(?:er)?|mild to moderate"),
        (r"high[- ](?:\w+ )?risk", r"low[- ](?:\w+ )?risk"),
        (r"(?:\w+-)?(?:sero)?positive", r"(?:\w+-)?(?:sero)?negative"),
        (r"acute(?:ly)?", r"chronic(?:ally)?"),
        (r"complicated", r"uncomplicated"),
        (r"symptomatic", r"asymptomatic"),
        (r"valvular", r"non-?valvular"),
        (r"pregnant", r"non-?pregnant"),
        (r"naive|untreated", r"experienced|refractory|resistant"),
        (r"primary", r"secondary"),
        (r"preterm|premature", r"term"),
        (r"reduced ejection fraction|HFrEF", r"preserved ejection fraction|HFpEF"),
        (r"inpatients?|in hospital", r"outpatients?|in the community"),
        (r"live(?: attenuated)?", r"inactivated"),
        (r"non-?disabling", r"disabling"),
        (r"stable", r"unstable"),
        (r"adults?", r"child(?:ren)?|infants?|neonates?|paediatric|(?:at|aged) \d{1,2} (?:to|-|–) 1[0-8] years"),
        (r"confirmed hypertension", r"elevated blood pressure"),
    )
)
_SIDES = (
    (
        "above",
        re.compile(
            r"\b(?:above|over|exceed\w*|more than|(?:down to|as low as) (?:an? )?(?:[\w-]+ of )?(?=\d))\b|[>≥]", re.I
        ),
    ),
    ("below", re.compile(r"\b(?:below|under|less than)\b|[<≤]", re.I)),
)
_UNLESS = re.compile(r"\b(?:without|unless|until|except (?:with|in|under|after))\b(?P<what>[^,;:()]+)", re.I)
_RULED_OUT = re.compile(r"\b(?:not|never|no|contra-?indicated|avoided|against)\b", re.I)
# "Unless your doctor tells you to"
PROFESSIONAL = re.compile(r"\b(?:doctor|GP|team|nurse|pharmacist|clinic|consultant|specialist)\b", re.I)
_SHARED = 2  # words of what it is excepted for, said by the clause, too
_SWITCHED = re.compile(r"\b(?:switch|chang|convert|mov)(?:ed|es|ing)?\b", re.I)
_PLACES = tuple(
    (name, re.compile(rf"(?<![\w-])(?:{words})(?![\w-])"))
    for name, words in (
        ("uk", r"UK|United Kingdom|British|Britain|England|NICE|NHS|MHRA|SIGN|BTS|Scottish|Scotland|Welsh"),
        ("us", r"US|U\.S\.|USA|United States|American|FDA|CDC|USPSTF"),
        ("eu", r"EU|European|Europe|EMA"),
        ("australia", r"Australian?|New Zealand"),
        ("canada", r"Canadian|Canada|SOGC"),
        ("asia", r"Philippines?|Hong Kong|Indonesian?|Indian?|Singapore|Malaysian?|Thailand|Asian"),
        ("world", r"WHO|World Health Organi[sz]ation"),
        ("ireland", r"Irish|Ireland"),
    )
)


def of_others(clause: str, candidate: Candidate, glossary: Glossary) -> bool:
    """Whether ``candidate`` speaks of others than ``clause``."""
    return (
        of_the_opposite(clause, candidate.text)
        or by_others(clause, candidate, glossary)
        or _of_another_drug(clause, candidate, glossary)
        or _the_other_way(clause, candidate.text, glossary)
    )


def of_the_opposite(clause: str, text: str) -> bool:
    """Whether ``text`` is only on the opposite kind of what ``clause`` speaks of."""
    return any(theirs.search(text) and not mine.search(text) for mine, theirs in _kinds_of(clause))


@lru_cache(maxsize=256)  # a clause is held against dozens of sentences
def _kinds_of(clause: str) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """The kinds that a clause speaks of, each with its opposite; not those of which it names both."""
    kinds = [(one, other) if one.search(clause) else (other, one) for one, other in _KINDS]
    return tuple((mine, theirs) for mine, theirs in kinds if mine.search(clause) and not theirs.search(clause))


def on_the_other_side(clause: str, text: str) -> bool:
    """Whether a clause is on what lies above something, and a sentence on what lies below, or the other way round."""
    mine, theirs = ({name for name, words in _SIDES if words.search(part)} for part in (clause, text))
    return len(mine) == len(theirs) == 1 and mine != theirs


def on_another_case(clause: str, text: str) -> bool:
    """Whether a sentence limits what it rules out to values or conditions that ``clause`` is not about."""
    return beyond(clause, text) or excepts(clause, text)


def beyond(clause: str, text: str) -> bool:
    """Whether all that a sentence limits ("below 50%") lies apart from the figures of that quantity in ``clause``."""
    told = figures(clause)
    pairs = [(mine, limit) for limit in figures(text) if limit.bound for mine in told if comparable(mine, limit)]
    return bool(pairs) and all(_apart(mine, limit) for mine, limit in pairs)


def _apart(mine: Figure, limit: Figure) -> bool:
    if limit.bound == "<":
        return mine.bound != "<" and (mine.low > limit.high or (mine.bound == ">" and mine.low == limit.high))
    beneath = mine.high < limit.low or (mine.bound == "<" and mine.high == limit.low)
    return limit.bound == ">" and mine.bound != ">" and beneath


def excepts(clause: str, text: str) -> bool:
    """Whether what a sentence rules out only "without" or "unless" something is said by ``clause`` to be with it."""
    if _UNLESS.search(clause):
        return False
    for match in _UNLESS.finditer(text):
        named = term_set(match["what"]) - STOPWORDS
        shared = len(named & term_set(clause))
        advised = PROFESSIONAL.search(match["what"]) is not None and PROFESSIONAL.search(clause) is not None
        if _RULED_OUT.search(text[: match.start()]) and (shared >= _SHARED or 2 * shared > len(named) or advised):
            return True
    return False


def by_others(clause: str, candidate: Candidate, glossary: Glossary) -> bool:
    """Whether the clause says who holds something, and the sentence only what others do."""
    mine, theirs = (_organisations(text, glossary) for text in (clause, candidate.text))
    if mine and theirs:
        return not mine & theirs
    mine, theirs = (
        frozenset(name for name, words in _PLACES if words.search(text)) for text in (clause, candidate.text)
    )
    return bool(mine and theirs) and not mine & theirs


def _organisations(text: str, glossary: Glossary) -> frozenset[str]:
    return frozenset(mention.entry.term for mention in glossary.find(text) if mention.entry.kind == "organisation")


def _of_another_drug(clause: str, candidate: Candidate, glossary: Glossary) -> bool:
    """Whether the clause names drugs, and the sentence other ones only."""
    mine = [mention.entry for mention in glossary.find(clause) if mention.entry.kind == "drug"]
    theirs = [mention.entry for mention in glossary.find(candidate.text) if mention.entry.kind == "drug"]
    if not mine or not theirs:
        return False
    kin = {entry.term for entry in glossary.family_of(*mine)}
    return not any(other.term in kin for other in theirs)


def _the_other_way(clause: str, text: str, glossary: Glossary) -> bool:
    """Whether the clause switches from one drug to another, and the sentence back."""
    if not (_SWITCHED.search(clause) and _SWITCHED.search(text)):
        return False
    mine, theirs = (
        [mention.entry.term for mention in glossary.find(part) if mention.entry.kind == "drug"][:2]
        for part in (clause, text)
    )
    return len(mine) == 2 and mine[0] != mine[1] and mine == theirs[::-1]
