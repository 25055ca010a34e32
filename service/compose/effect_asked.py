"""Whether a sentence tells of the very effect that a yes/no question asks about: that something cures or causes.

That a drug is given in an illness does not say that it cures it, and that something gets worse beside it does not say
that it is the cause. Where no sentence tells of the effect itself there is no yes and no.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.glossary import Entry, Glossary
from corpus.text import terms
from service.analysis.question import Question

_CURES = re.compile(
    r"^\W*(?:and |but |so )?(?:"
    r"(?:does|do|can|could|will|would|may|might)\b[^?]*?\b(?:cure|heal|eradicate|eliminate|get rid of)\b|"
    r"(?:is|are)\b[^?]*?\b(?:a cure|curable|curative|(?:cured|eradicated|healed) (?:by|with))\b|"
    r"(?:can|could|will|would)\b[^?]*?\bbe (?:cured|eradicated|healed|eliminated)\b)",
    re.I,
)
_CURED = re.compile(
    r"\b(?:cur(?:e|es|ed|ing|able|ative)|incurable|heal(?:s|ed|ing)?|eradicat\w+|eliminat\w+|clear(?:s|ed)|revers\w+|resol\w+|"
    r"remission|sustained virological|gets? rid of)\b",
    re.I,
)
_CAUSES = re.compile(
    r"\b(?:caus(?:e|es|ed|ing)|induc(?:e|es|ed|ing)|provok\w+|trigger\w*|leads? to|results? in|brings? on|"
    r"damag(?:e|es|ing))\b",
    re.I,
)
_CAUSED = re.compile(
    r"\b(?:caus\w+|induc\w+|provok\w+|trigger\w*|leads?|led|results?|resulting|due to|because of|associated|risks?|"
    r"adverse|side effects?|reactions?|complications?|damag\w+|toxic\w*|harms?|(?:more|as) (?:often|frequent|common)|"
    r"rais(?:e|es|ed|ing)|increas\w+|brings? on|can have|may have)\b",
    re.I,
)
_WORSENS = re.compile(
    r"\b(?:worsen(?:s|ed|ing)?|aggravat\w+|exacerbat(?:e|es|ed|ing)|kills?|mak\w+ \w+(?: \w+)? worse)\b", re.I
)
_WORSE = re.compile(r"\b(?:worse\w*|aggravat\w+|exacerbat\w+|mortality|deaths?|kill\w*|harm\w*|deteriorat\w+)\b", re.I)
# "Does magnesium stop seizures?": what ends is an illness, and no treatment.
_ENDS = re.compile(r"^\W*(?:does|do|did|can|could|will|would)\b[^?]*?\s(?:stops?|ends?|halts?)\s(?P<what>[^?]+)", re.I)
_ENDED = re.compile(r"\b(?:stop(?:s|ped)?|end(?:s|ed)?|halt\w*|terminat\w+|control\w*|treat\w*)\b", re.I)
_YES_OR_NO = re.compile(
    r"^\W*(?:(?:and|but|so|then|also) )?(?:can|could|does|do|did|is|are|will|would|may|might|has|have)\b", re.I
)
_DENIED = re.compile(r"\b(?:not|no|never|neither|nor|cannot|without|lower\w*|reduc\w*|fewer|less|incurable)\b", re.I)
_CLAUSE = re.compile(r"[,;:]\s|\.\s", re.I)
_THAN = re.compile(r"\b(?:than|versus|vs|compared (?:with|to))\b", re.I)
_OF_IT = re.compile(r"\b(?:by|of|with|from|on|after|to|taking|using|during|because of)\b", re.I)


@dataclass(frozen=True, slots=True)
class Effect:
    """An effect that is asked about, by how sentences tell of it."""

    told: re.Pattern[str]
    of_agent: bool  # whether what does it must stand in its place: before the word, or behind "by", "with", "after"
    agents: tuple[Entry, ...]  # what does it, and its kinds; empty where the glossary has none
    missing: str  # how it is named where nothing tells of it; empty where other words may tell of it

    def told_by(self, text: str, yes: bool = True) -> bool:
        """Whether ``text`` tells of it, and with ``yes`` false, that there is none."""
        return any(
            (not self.of_agent or self._done_by(text, found))
            and (yes or _DENIED.search(_clause_of(text, found)) is not None)
            for found in self.told.finditer(text)
        )

    def _done_by(self, text: str, effect: re.Match[str]) -> bool:
        """Whether the cause stands in its place: before the word, in its clause or the one before; or behind it, after
        a word that makes it the cause, and not as what is compared with.
        """
        if self._named(" ".join(_CLAUSE.split(text[: effect.start()])[-2:])):
            return True
        part = _THAN.split(_CLAUSE.split(text[effect.end() :])[0])[0]
        found = _OF_IT.search(part)
        return found is not None and self._named(part[found.start() :])

    def _named(self, words: str) -> bool:
        there = frozenset(terms(words))
        return not self.agents or any(entry.named_in(there) for entry in self.agents)


def _clause_of(text: str, found: re.Match[str]) -> str:
    return _CLAUSE.split(text[: found.start()])[-1] + found.group() + _CLAUSE.split(text[found.end() :])[0]


def effect_asked(question: Question, glossary: Glossary) -> Effect | None:
    """The effect that a yes/no question asks about; None where it asks about none of these."""
    text = question.text
    if _YES_OR_NO.match(text) is None:
        return None
    asked = [entry for entry in question.entries if entry.kind in ("drug", "procedure")]
    agents = glossary.with_members(*asked, *(c for entry in asked for c in glossary.classes_of(entry)))
    by = " and ".join(entry.term for entry in asked)
    if _CURES.search(text):
        return Effect(_CURED, False, agents, f"a cure by {by}" if asked else "")
    if _WORSENS.search(text):
        return Effect(_WORSE, True, agents, "")
    if _CAUSES.search(text):
        return Effect(_CAUSED, True, agents, "")
    ends = _ENDS.match(text)
    if ends is not None and not any(mention.entry.kind == "drug" for mention in glossary.find(ends["what"])):
        return Effect(_ENDED, False, agents, "")
    return None
