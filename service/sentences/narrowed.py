"""Whether a sentence is on fewer than a plain question asks about: a severe or refractory form, children, those in whom
a treatment failed, people with a second illness. Such a sentence is right, and not what is said first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from corpus.glossary import Entry, Glossary, terms_of
from corpus.text import STOPWORDS, term_set, terms
from service.sentences.people import BREASTFEEDING, CHILDREN_AND_CHILDHOOD, PREGNANCY_AND_MOTHERS

# How a sentence begins that says first in whom, when or where it holds.
_VERB = (
    r"\b(?:is|are|was|were|should|must|may|can|could|needs?|calls?|leads?|means?|gets?|receives?|goes|has|have|does|do|"
    r"suggests?|recommends?|advises?|considers?|names?|treats?|gives?)\b"
)
_TEXT = r"(?:[^,;:.]|(?<=\d)[.,](?=\d))"
_WHO = re.compile(
    rf"(?:[\w-]+ )?(?:patients|people|adults|those|anyone|everyone|recipients)\s+(?:in whom|who|whose)\s(?P<whom>{_TEXT}{{2,60}})",
    re.I,
)
_CLAUSE = re.compile(rf"(?:if|when|once|where)\s(?P<whom>{_TEXT}{{2,140}}),", re.I)
_OPENING = re.compile(
    r"(?:(?:patients|people|adults|those|anyone)\s+)?(?:in|for|with|without|after|before|during|among|below|above|on|under|following|within|outside)\s"
    rf"(?P<whom>(?:(?!{_VERB}\s){_TEXT}){{2,140}}|{_TEXT}{{2,140}}(?=,))",
    re.I,
)
# What stands behind the name and makes it fewer: "with shock", "above 6.5 mmol/L", "that does not respond".
_BEHIND = re.compile(
    r"\s*(?:\([^)]*\)\s*)?(?:with|without|after|in|on|from|due to|caused by|above|below|of|that|who|which)\s"
    rf"(?P<whom>(?:(?!{_VERB}\s){_TEXT}){{2,90}})",
    re.I,
)
# What stands before the name: forms of an illness that are not the usual one.
_FORMS = (
    r"(?:very )?severe|mild|moderate|refractory|resistant|recurrent|subclinical|covert|(?:high|low|intermediate)-risk|isolated|subsegmental|"
    r"massive|advanced|decompensated|compensated|stable|unstable|complicated|extreme|persistent|progressive|atypical|asymptomatic|symptomatic|"
    r"secondary|latent|extensive|life-threatening|drug-resistant|minor|postoperative|hospital-acquired|catheter-associated"
)
_A_FORM = re.compile(rf"\b(?:{_FORMS})\b", re.I)
_FORM = re.compile(rf"\b(?P<form>{_FORMS})(?:,? (?:or|to|and) [\w-]+)?\s+(?:[\w-]+\s+){{0,2}}$", re.I)
# What may stand before the name where a sentence is of that from its first word on.
_SUBJECT = re.compile(
    r"(?:(?:in|for|with|of|an?|the|suspected|acute|typical|patients|people|adults|anyone|treatment|treating|drugs?|diagnosis|signs|symptoms|"
    r"causes?|prevention|risks?|care|most|first-line|standard)\s+){0,6}",
    re.I,
)
_FAILED = re.compile(
    r"(?<!\band )\b(?:if|when|where|who|whom|once|after|despite)\b[^,;.]{0,70}\b(?:fail\w*|(?:do|does|is|are|has|have|can|cannot|could) ?not\b|"
    r"comes? back|bleeds? again|again\b|persist\w*|contra-?indicat\w+|unavailable|intoleran\w+|have bled|despite)|"
    r"\bsecond[- ]line\b|\bthird[- ]line\b|\brescue\b|\b(?:is|are|may be) added\b|\bas the alternative\b|\bin spite of\b|\bdespite (?:\w+ )?(?:treatment|therapy|drugs)\b|\bunresponsive\b",
    re.I,
)
_SOURCE = re.compile(
    r"\b(?:guidelines?|guidance|reviews?|label\w*|consensus|handbook|algorithm|survey|criteria|information|practice|pathway|"
    r"united|kingdom|states|uk|us|europe\w*|australian?|canad\w+|england|scotland|scottish|germany?|american?|according|\d{4})\b",
    re.I,
)
_OF_ONE_SEX = re.compile(r"\b(?:men|boys|girls|male)\b", re.I)  # of women some illnesses mostly are
# Those who are chosen, and those of an age.
_SELECTED = re.compile(
    r"\b(?:selected|certain|frail|older) (?:patients|people|adults|men|women)\b|\b(?:under|over|above|below) (?:the age of )?\d+ years\b",
    re.I,
)
_GROUPS = (PREGNANCY_AND_MOTHERS, BREASTFEEDING, CHILDREN_AND_CHILDHOOD)
_FIRST_PART = 100  # characters of a sentence within which it says of whom it is
_BEFORE_IT = 70  # within which in whom something failed is told before what is done, not for what comes later
_FORM_PART = 140  # and which form of an illness it is on
_IN_BRACKETS = re.compile(r"\([^)]*\)|,? (?:but )?(?:not|nor|except|unless|excluding|besides)\b[^.;]*", re.I)
# Words that make nobody fewer.
_ANYBODY = STOPWORDS | term_set(
    "patient patients people person persons adult adults anyone everyone everybody suspected possible probable confirmed known clinical "
    "established illness disease disorder syndrome condition usual typical most many newly new diagnosed diagnosis diagnosing treatment "
    "treating treated therapy management managing case cases acute hospital emergency first initial episode attack time day days long "
    "general common doctor team thinks think know have had gets get your you need needs who all every each type kind united states "
    "international current women woman take takes taking regular regularly well"
)


def forms_named(question: str) -> frozenset[str]:
    """The index terms of the forms of an illness that a question names ("resistant", "severe")."""
    return term_set(" ".join(match[0] for match in _A_FORM.finditer(question)))


class Narrowing:
    """How far sentences are on fewer than a question on ``topics``, asked with ``told`` (index terms), is."""

    def __init__(self, question: str, topics: Sequence[Entry], glossary: Glossary) -> None:
        family = glossary.family_of(*topics)
        self._glossary = glossary
        self._topics = {entry.term for entry in family}
        self._asked = term_set(question)
        self._told = self._asked | terms_of(family)
        self._one_sex = _OF_ONE_SEX.search(question) is not None
        self._selected = _SELECTED.search(question) is not None
        self._failed = _FAILED.search(question) is not None

    def count(self, text: str, context: AbstractSet[str]) -> int:
        """In how many ways a sentence says that it is on fewer. ``context``: terms of the title and headings above."""
        tests = (
            self._opens_with_fewer(text),
            self._of_another_form(text),
            self._is_less_behind(text, context),
            self._of_a_group(text, context),
            not self._failed and _FAILED.search(text[:_BEFORE_IT]) is not None,
        )
        return sum(tests)

    def is_for(self, text: str) -> bool:
        """Whether a sentence is for the people that the question names: it names them, and not only in brackets or to
        leave them out.
        """
        there = term_set(_IN_BRACKETS.sub(" ", text))
        return all(group.named_in(there) for group in _GROUPS if group.named_in(self._asked))

    def _adds(self, phrase: str, context: AbstractSet[str]) -> bool:
        """Whether a phrase says more of whom it is than the question does, or the title."""
        if _SOURCE.search(phrase):
            return False
        return any(
            term not in self._told and term not in context and term not in _ANYBODY and not term.isdigit()
            for term in terms(phrase)
        )

    def _opens_with_fewer(self, text: str) -> bool:
        opening = _WHO.match(text) or _CLAUSE.match(text) or _OPENING.match(text)
        return opening is not None and self._adds(opening["whom"], frozenset())

    def _mention(self, text: str) -> tuple[int, int] | None:
        """Where a sentence first names what is asked about."""
        found = next((m for m in self._glossary.find(text) if m.entry.term in self._topics), None)
        return (found.start, found.end) if found is not None else None

    def _of_another_form(self, text: str) -> bool:
        at = self._mention(text)
        if at is None or at[0] > _FORM_PART:
            return False
        named = text[: at[1]].rsplit(maxsplit=1)[0] + " "  # the name itself may begin with the form
        forms = [form for before in (text[: at[0]], named) if (form := _FORM.search(before)) is not None]
        return any(not term_set(form["form"]) <= self._asked for form in forms)

    def _is_less_behind(self, text: str, context: AbstractSet[str]) -> bool:
        at = self._mention(text)
        if at is None or _SUBJECT.fullmatch(text[: at[0]]) is None:
            return False
        behind = _BEHIND.match(text[at[1] :])
        return behind is not None and self._adds(behind["whom"], context)

    def _of_a_group(self, text: str, context: AbstractSet[str]) -> bool:
        first = _IN_BRACKETS.sub(" ", text)[:_FIRST_PART]
        there = term_set(first)
        if any(g.named_in(there) and not g.named_in(self._told) and not g.named_in(context) for g in _GROUPS):
            return True
        if _SELECTED.search(first) and not self._selected:
            return True
        of_one_sex = _OF_ONE_SEX.search(first) is not None and not PREGNANCY_AND_MOTHERS.named_in(context)
        return of_one_sex and not self._one_sex
