"""What is done when something given has not worked: "and if that fails?", "not working", "if LDL stays above target?"."""

from __future__ import annotations

import re

from corpus.glossary import Glossary
from service.analysis.failed import (
    says_only_that_it_failed,
    says_only_that_it_is_lacking,
    says_only_that_it_is_unsuitable,
    says_that_it_failed,
)
from service.analysis.question import Question, analyse
from service.analysis.wording import listed
from service.conversation.before import Before
from service.conversation.fragments import OPENING
from service.conversation.pronouns import advised, drug_in_hand
from service.conversation.topic import people_of, topic_of, where_of
from service.conversation.wording import POINTING, small

_SUPPOSES = re.compile(
    r"^\W*(?:even )?(?:if|(?:when|where)(?! (?:is|are|was|do|does|did|can|could|should|would|will|must|may)\b))\b", re.I
)
_COMES_BACK = re.compile(r"\b(?:relaps\w+|recurs?|recurr\w+|comes? back|returns?)\b", re.I)
_POINTS = re.compile(rf"\b(?:it|that|this|they|these|those)\b{POINTING}", re.I)
_MOST_DRUGS = 2
_SEVERAL = re.compile(r"\b(?:those|these|them|any|either|both)\b", re.I)
_STILL = re.compile(
    r"^\W*(?:(?:s?he|it|they)(?:'s|’s| is| are)\W+)?still\b(?!\W+(?:on|taking|need|ok|safe|good|worth|recommend|give|have|the|a|an|just|possible)\b)[^?.!;]*\W*$",
    re.I,
)
_THEN_WHAT = r"(?:[\s,.;:?!–-]+(?:and |so )?(?:what|now what)(?: then| now| next| do i do| should i do| to do)*)?"
# "It does not stop. What then?": the illness goes on.
_GOES_ON = re.compile(
    rf"^\W*(?:(?:and|but|so|if|what if)\s+)*(?:it|that|this|the (?:bleed(?:ing)?|seizures?|pain|fit|attack|fever|vomiting))\s+(?:just )?(?P<how>(?:does not|doesn't|doesnt|won't|wont|will not|did not|didn't|has not|hasn't) (?:stop(?:ped)?|settle[d]?|go(?:ne)? away)){_THEN_WHAT}\W*$",
    re.I,
)
_WHAT_ELSE = re.compile(
    r"^\W*(?:(?:and|but|so|ok|okay)\W+)*(?:which(?: ones?| drugs?)(?: (?:then|instead))*|what (?:else )?(?:can|could|should|may|do|would) (?:i|we|you|s?he|they) "
    r"(?:give|use|take|try|offer|prescribe|have|start)(?: (?:him|her|them|it|the patient))?"
    r"(?: (?:instead|then|for (?:it|that|this)))*)\W*$",
    re.I,
)
_SAYS_NO = re.compile(
    r"^(?:No|Not [a-z ]{3,30}): |\b(?:is|are|be) (?:contra-?indicated|avoided|not (?:given|used|recommended|combined))\b|"
    r"\b(?:must|should|may) not be\b",
    re.I,
)
_FIRST = 2  # statements of an answer that say whether
_ASKS = re.compile(r"\b(?:what|which|who|how|why)\b", re.I)


def next_step(plain: str, before: Before, previous: Question, glossary: Glossary) -> str | None:
    """The question for the next treatment; None where ``plain`` does not say that one has failed, or nothing that is
    treated was spoken of.
    """
    if (found := _GOES_ON.match(plain)) is not None and (illness := before.heard()):
        return f"What is done when {illness[0]} {found['how'].lower()}?"
    if (what_else := _instead_of_it(plain, before, previous, glossary)) is not None:
        return what_else
    alone = says_only_that_it_failed(plain)
    own_drug = _named_drug(plain, glossary)
    pointing = plain.replace(own_drug, "it") if own_drug else plain
    lacking = not alone and says_only_that_it_is_lacking(pointing)
    unsuitable = lacking or (not alone and says_only_that_it_is_unsuitable(pointing))
    opening = OPENING.match(plain)
    rest = (plain[opening.end() :] if opening else plain).strip().rstrip("?.! ")
    supposed = _SUPPOSES.match(rest) is not None or _STILL.match(rest) is not None
    if not (alone or unsuitable or (supposed and says_that_it_failed(rest) and _ASKS.search(rest) is None)):
        return None
    drugs, conditions = topic_of(previous, before)
    own = analyse(rest, glossary)
    conditions = [name for name in conditions if name not in {entry.term for entry in own.entries}]
    if not conditions:
        return None
    if unsuitable and own_drug:
        drugs = [own_drug]
    elif unsuitable and not drugs and _SEVERAL.search(plain):
        drugs = advised(before, glossary)
    drugs = (drugs or drug_in_hand(previous, before, glossary))[: _MOST_DRUGS + unsuitable]
    where = where_of(conditions, previous)
    people = people_of(previous)
    where += f" {people}" if people else ""
    if alone:
        failed = f"{listed(drugs)} fail{'' if len(drugs) > 1 else 's'}" if drugs else "the first treatment fails"
        return f"What is given{where} when {failed}?"
    if unsuitable:
        name = listed(drugs) if drugs else "the first treatment"
        without = f"{'are' if len(drugs) > 1 else 'is'} not available" if lacking else "cannot be used"
        return f"What is given{where} when {name} {without}?"
    if _STILL.match(rest):
        return f"What is added{where} if {small(rest)}?"
    if _COMES_BACK.search(rest):
        return f"How is {listed(conditions)} treated {small(rest)}?"
    if own.interventions or not drugs:
        return f"What is added{where} {small(rest)}?"
    if _POINTS.search(rest):
        return f"What is added{where} {small(_POINTS.sub(listed(drugs), rest, count=1))}?"
    return f"What is added{where} {small(rest)} with {listed(drugs)}?"


def _instead_of_it(plain: str, before: Before, previous: Question, glossary: Glossary) -> str | None:
    """What is given in the place of the drug, or the two, of which the answer before says that it is not given ("what can
    I give him?"); None for another message, or after another answer.
    """
    if _WHAT_ELSE.match(plain) is None or not previous.yes_no or not before.said:
        return None
    drugs, conditions = topic_of(previous, before)
    given = [name for name in drugs if (entry := glossary.get(name)) is not None and entry.kind == "drug"]
    if not 0 < len(given) <= _MOST_DRUGS or not any(map(_SAYS_NO.search, before.said[:_FIRST])):
        return None
    people = people_of(previous)
    where = where_of(conditions, previous) + (f" {people}" if people else "")
    return f"What is given{where} when {listed(given)} cannot be used?"


def _named_drug(plain: str, glossary: Glossary) -> str:
    """The one drug that a message names, as it is written; "" where it names none or more."""
    drugs = [mention for mention in glossary.find(plain) if mention.entry.kind == "drug"]
    return plain[drugs[0].start : drugs[0].end] if len(drugs) == 1 else ""
