"""What lay people ask in words that no text has ("am I stuck with it?", "it gives me the shakes, is that normal?"), and
how a sentence says it: that stands first, and is told though words alone would not have chosen it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from corpus.glossary import Glossary
from service.analysis.question import Question
from service.answer import Audience
from service.compose.help_later import calls_for_help
from service.sentences.astray import is_told_of_another_illness
from service.sentences.candidates import Candidate, names
from service.sentences.told_to_do import tells_to_do

_OF_ANOTHER_ILLNESS = -0.8  # log-odds of coming first that it costs to be for people whom nobody asks about
_NEAR_BEST, _NEAR_RELEVANT = 0.03, 0.66  # shares of the best that what was not chosen must reach to be told
_OF_MEN = r"\bmen\b|\ba man\b|\bmales?\b"
_PREVENTS = re.compile(r"\bprevent\w*|\bkeep (?:\w+ )?(?:off|away)\b", re.I)


def _has(pattern: str) -> Callable[[str], bool]:
    compiled = re.compile(pattern, re.I)
    return lambda text: compiled.search(text) is not None


def _is_done_now(text: str) -> bool:
    """Whether a sentence tells what to do, or what helps, when it is there: no prevention."""
    helps = re.search(
        r"\b(?:can|may) (?:help|ease|be tried)\b|\bworks? best\b|\bis (?:usually )?treated\b|\bways? to treat\b",
        text,
        re.I,
    )
    return (tells_to_do(text) or helps is not None) and _PREVENTS.search(text) is None


@dataclass(frozen=True, slots=True)
class LayAsk:
    """One thing that is asked: by which words, where none of ``unless`` is among them; what says it; the log-odds of
    coming first that this gains. ``of_drug``: only of a medicine. ``of_value``: what calls for help may be for others.
    """

    asked: re.Pattern[str]
    said: Callable[[str], bool]
    gained: float
    unless: re.Pattern[str] | None = None
    of_drug: bool = False
    of_value: bool = False

    def is_in(self, question: str) -> bool:
        """Whether it is asked in ``question``."""
        return self.asked.search(question) is not None and (self.unless is None or not self.unless.search(question))


def _ask(
    asked: str, said: Callable[[str], bool], gained: float, unless: str | None = None, of_drug: bool = False,
    of_value: bool = False,
) -> LayAsk:  # fmt: skip
    besides = re.compile(unless, re.I) if unless else None
    return LayAsk(re.compile(asked, re.I), said, gained, besides, of_drug, of_value)


_ASKS = (
    _ask(  # whether it passes
        r"\b(?:can|could|will|would|does|do|is|are|am|ever)\b[^?.]*\b(?:get rid of|go(?:es|ing)? away|go by itself|cured?|"
        r"curable|reversed?|reversible|stuck with|grow out of|clear up|get better|heal)\b",
        _has(
            r"\b(?:cured?|no cure|go(?:es)? away|gets? (?:well|better)|life-?long|for life|heals?|undo|revers\w+|"
            r"by itself)\b"
        ),
        3.0,
        unless=r"\bwhat (?:can|should|could)\b|\bhow (?:do|can|should|to)\b",
    ),
    _ask(  # whether it comes again
        r"\b(?:can|could|will|would|does|do|might|may)\b[^?.]*\b(?:com(?:e|es|ing) back|return|(?:happen|get it|catch it|have it) "
        r"again)\b",
        _has(r"\bagain\b|\bcom(?:e|es) back\b|\breturns?\b|\brecur\w*"),
        2.5,
        unless=r"\b(?:stop\w*|prevent\w*|keep\w*|avoid\w*)\b",
    ),
    _ask(  # whether a medicine does what is felt
        r"\b(?:gives?|giving|gave|makes?|making|made|leaves?|leaving) me\b|"
        r"\bsince (?:i )?(?:(?:have )?(?:start|tak|be|went|go)\w*|they put me)\b[^?.]*\b(?:on|tak\w+|start\w*)\b|"
        r"\bsince (?:i )?start\w*\b|"
        r"\b(?:is|are|could|can|was) (?:it|that|this|they|those) (?:be )?(?:from |because of |due to )?(?:the|my|these|her|his) "
        r"(?:tablets?|pills?|medic\w+|drugs?|inhalers?)",
        _has(r"\bside effects?\b|\b(?:can|may|might) (?:cause|make|give)\b"),
        2.0,
        of_drug=True,
    ),
    _ask(  # whether somebody is to be tested
        r"\b(?:should|do|must|need|shall|have)\b[^?.]{0,40}\b(?:tested|screened|checked|(?:get|have|need) (?:a|the|any) "
        r"(?:\w+ )?(?:test|check|scan))\b",
        _has(
            r"\b(?:have|get|ask|need|offered|advised)\b[^.;]*\b(?:test(?:ed|s)?|check(?:ed|s|-ups?)?|scans?|screen\w*)\b"
        ),
        1.0,
    ),
    _ask(  # what a value means that is told
        r"\d[^?]*\b(?:is (?:that|this|it)|are (?:they|these|those)|that'?s|too) (?:too |very |really |a bit )?"
        r"(?:high|low|normal|ok|okay|fine|bad|good)\b",
        _has(r"\b(?:means?|starts? at|goal|target|normal(?:ly)?|counts? as)\b[^.;]*\d"),
        3.5,
        of_value=True,
    ),
    _ask(  # who is turned to
        r"\bwho(?:m)? (?:do|should|can|could|shall|must) (?:i|we|he|she)\b",
        _has(
            r"^(?:see|call|ask|tell|contact|talk to|speak to|get)\b[^.;]*\b(?:doctors?|nurses?|team|pharmacists?|midwife|"
            r"dentist|advice)\b"
        ),
        1.5,
    ),
    _ask(  # what holds for a man
        r"\b(?:i am|i'?m|im)\b[^?.,]{0,20}\b(?:man|male|bloke)\b|\d\W*(?:yrs?|years?|yo|y/o)[- ]?(?:old )?(?:man|male)\b|"
        r"\b(?:the|a) man (?:who|that) (?:takes?|has|uses?)\b",
        _has(_OF_MEN),
        2.0,
    ),
    _ask(  # what brings it on
        r"\b(?:sets?|brings?|bringing|setting|starts?)\b[^?.]*\b(?:off|on)\b|\btrigger\w*",
        _has(r"\b(?:set|sets|brings?) (?:off|on)\b|\btrigger\w*|\bmore likely\b"),
        1.5,
    ),
    _ask(  # what is changed in daily life
        r"\b(?:change|do)\b[^?.]{0,25}\b(?:in my (?:life|lifestyle|diet)|myself|at home)\b|\blife-?style\b",
        _has(
            r"\b(?:los(?:e|ing) weight|weight|exercis\w+|active|walk\w*|smok\w+|alcohol|eat\w*|foods?|diet|salt|floors?|rugs?)\b"
        ),
        1.0,
    ),
    _ask(  # what is done now
        r"\bwhat (?:do|should|can|shall|must|could) (?:i|we|you|he|she|they) (?:\w+ )?do\b(?! to (?:prevent|avoid|stop))|"
        r"\bwhat to do\b|\bbest thing to do\b|\bhow (?:do|can|should) (?:i|we|you) (?:deal|cope)\b",
        _is_done_now,
        2.5,
        unless=r"\b(?:prevent\w*|avoid\w*|so that|again)\b",
    ),
)


def asked_in_lay_words(question: Question) -> tuple[LayAsk, ...]:
    """What a question asks of these things."""
    on_drug = any(entry.kind == "drug" for entry in question.entries)
    return tuple(ask for ask in _ASKS if ask.is_in(question.text) and (on_drug or not ask.of_drug))


class AskedInLayWords:
    """How far sentences say what a patient asks in lay words."""

    def __init__(self, question: Question, audience: Audience, glossary: Glossary) -> None:
        self._question, self._focus, self._glossary = question, question.focus, glossary
        self._for_patient = audience is Audience.PATIENT
        self._asks = asked_in_lay_words(question) if self._for_patient else ()

    def cost(self, candidate: Candidate) -> float:
        """The log-odds of coming first that a sentence loses, to a patient, by being for people with another illness."""
        other = self._for_patient and is_told_of_another_illness(candidate.text, self._question, self._glossary)
        return _OF_ANOTHER_ILLNESS * other

    def gain(self, candidate: Candidate) -> float:
        """The log-odds of coming first that a sentence gains: by what it says best. One that calls for help loses its
        place to none of them.
        """
        calls = calls_for_help(candidate.text)
        gains = (ask.gained for ask in self._asks if (calls and not ask.of_value) or self._says(ask, candidate))
        return max(gains, default=0.0)

    def with_one_said(self, chosen: list[Candidate], likeliest: Sequence[Candidate]) -> list[Candidate]:
        """``chosen``; for what is asked and none of them says, with the first of ``likeliest`` that does, is on the same
        thing, and is not far less likely.
        """
        added = list(chosen)
        floor = _NEAR_BEST * max((c.useful for c in chosen), default=0.0)
        relevant = _NEAR_RELEVANT * max((c.relevance for c in chosen), default=0.0)
        for ask in self._asks:
            if any(self._says(ask, candidate) for candidate in added):
                continue
            near = (c for c in likeliest if c.useful >= floor and c.relevance >= relevant and self._says(ask, c))
            added += [c for c in near if all(c.position != other.position for other in added)][:1]
        return added

    def _says(self, ask: LayAsk, candidate: Candidate) -> bool:
        family = self._glossary.family_of(*self._focus)
        on_it = not self._focus or any(names(entry, candidate, context=True) for entry in family)
        return on_it and ask.said(candidate.text)
