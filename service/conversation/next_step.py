"""What is done when something given has not worked: "and if that fails?", "not working", "if LDL stays above target?"."""

from __future__ import annotations

import re

from corpus.glossary import Glossary
from service.analysis.failed import says_only_that_it_failed, says_that_it_failed
from service.analysis.question import Question, analyse
from service.analysis.wording import listed
from service.conversation.before import Before
from service.conversation.fragments import OPENING
from service.conversation.pronouns import drug_in_hand
from service.conversation.topic import in_setting, people_of, topic_of
from service.conversation.wording import small

_SUPPOSES = re.compile(r"^\W*(?:even )?(?:if|when|where)\b", re.I)
_COMES_BACK = re.compile(r"\b(?:relaps\w+|recurs?|recurr\w+|comes? back|returns?)\b", re.I)
_POINTS = re.compile(r"\b(?:it|that|this|they|these|those)\b", re.I)
_MOST_DRUGS = 2
_ASKS = re.compile(r"\b(?:what|which|who|how|why)\b", re.I)


def next_step(plain: str, before: Before, previous: Question, glossary: Glossary) -> str | None:
    """The question for the next treatment; None where ``plain`` does not say that one has failed, or nothing that is
    treated was spoken of.
    """
    alone = says_only_that_it_failed(plain)
    opening = OPENING.match(plain)
    rest = (plain[opening.end() :] if opening else plain).strip().rstrip("?.! ")
    if not alone and not (_SUPPOSES.match(rest) and says_that_it_failed(rest) and _ASKS.search(rest) is None):
        return None
    drugs, conditions = topic_of(previous, before)
    own = analyse(rest, glossary)
    conditions = [name for name in conditions if name not in {entry.term for entry in own.entries}]
    if not conditions:
        return None
    drugs = (drugs or drug_in_hand(previous, before, glossary))[:_MOST_DRUGS]
    where = f" {in_setting(conditions, previous)}"
    people = people_of(previous)
    where += f" {people}" if people else ""
    if alone:
        failed = f"{listed(drugs)} fail{'' if len(drugs) > 1 else 's'}" if drugs else "the first treatment fails"
        return f"What is given{where} when {failed}?"
    if _COMES_BACK.search(rest):
        return f"How is {listed(conditions)} treated {small(rest)}?"
    if own.interventions or not drugs:
        return f"What is added{where} {small(rest)}?"
    if _POINTS.search(rest):
        return f"What is added{where} {small(_POINTS.sub(listed(drugs), rest, count=1))}?"
    return f"What is added{where} {small(rest)} with {listed(drugs)}?"
