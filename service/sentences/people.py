"""The words by which questions and texts name people for whom what is right for others may be wrong: one table.

Readers take from it as much as they need: a set for what is surely meant, wider ones by name. What an age or a week of
pregnancy tells of people is read in :mod:`service.measured`.
"""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from corpus.text import term_set, terms

_CHILD_PUGH = "childpugh"  # two physicians and a score: no child
_CHILD_CLASS = re.compile(r"\b[Cc]hild(?:['’]s)?[ -](?:(?:class|grade|stage) )?(?=[ABC]\b)")  # the same, short
_NURSING = re.compile(r"\blactat(?:ion|ing)\b", re.I)  # whose index term is that of lactate, too


@dataclass(frozen=True, slots=True)
class People:
    """Some people, by the index terms that name them: each of ``single`` by itself, or all of one of ``together``."""

    single: frozenset[str]
    together: tuple[frozenset[str], ...] = ()

    @property
    def names(self) -> tuple[frozenset[str], ...]:
        """All their names, in a fixed order."""
        return (*(frozenset({term}) for term in sorted(self.single)), *self.together)

    def __or__(self, others: People) -> People:
        """These and the others."""
        return People(self.single | others.single, (*self.together, *others.together))

    def named_in(self, there: AbstractSet[str]) -> bool:
        """Whether a text with these index terms names them."""
        if _CHILD_PUGH in there:
            there = there - {"child"}
        return not self.single.isdisjoint(there) or any(name <= there for name in self.together)


def terms_naming_people(text: str) -> frozenset[str]:
    """The index terms of ``text``, the score of Child and Pugh under its full name ("Child C" is no child), lactation
    as breastfeeding.
    """
    return term_set(_NURSING.sub("breastfeeding", _CHILD_CLASS.sub("Child-Pugh ", text)))


def _people(words: str, *together: str) -> People:
    """Of a word with a hyphen the whole counts: "feeding" by itself is no breast-feeding."""
    return People(frozenset(terms(word)[0] for word in words.split()), tuple(map(term_set, together)))


CHILDREN = _people("child children infant infants baby babies neonate neonatal newborn paediatric pediatric")
CHILDREN_AND_TODDLERS = CHILDREN | _people("toddler")
CHILDREN_AND_CHILDHOOD = CHILDREN_AND_TODDLERS | _people("childhood infancy")
YOUNG_PEOPLE = CHILDREN_AND_TODDLERS | _people("adolescents kid kids young girl boy")

PREGNANCY = _people("pregnant pregnancy pregnancies gestation gestational trimester antenatal obstetric")
PREGNANCY_AND_FETUS = PREGNANCY | _people("prenatal fetus fetal")
PREGNANCY_AND_MOTHERS = PREGNANCY | _people("maternal")
BREASTFEEDING = _people("breastfeeding breastfeed breastfed", "breast feeding", "breast fed", "breast milk")

ADULTS = _people("adult adults")
OLD_AGE = _people("elderly older frail geriatric")
DIALYSIS = _people("dialysis haemodialysis hemodialysis esrd", "end stage renal", "end stage kidney")
KIDNEY_DISEASE = _people("renal kidney ckd egfr creatinine nephropathy")
LIVER_DISEASE = _people("hepatic liver cirrhosis child-pugh")

# As words of a question, which say of whom it asks and not what.
ASKED_OF = frozenset(
    """child children infant infants baby babies neonate neonates newborn toddler adolescent adolescents teenager
    paediatric pediatric pregnancy pregnant breastfeeding lactation elderly older dialysis haemodialysis hemodialysis
    year-old month-old week-old yo kid kids women woman men boy girl""".split()
)
_OF_A_CHILD = re.compile(
    r"\b(?:\d|1[0-7])[\s-]?(?:years?|yrs?|yo|y|months?|weeks?|days?)[\s-]old\b|\bchild(?:ren)?\b|\binfants?\b|"
    r"\b(?:boy|girl|son|daughter)(?: of|,? aged?| is|,) (?:\d|1[0-7])\b(?! ?(?:kg|weeks pregnant))|"
    r"\bbab(?:y|ies)\b(?! aspirin)|\btoddlers?\b|\bp(?:a)?ediatric|\bneonat|\bnewborn|\badolescen",
    re.I,
)


_ONCE_A_CHILD = re.compile(
    r"\bas (?:a|an) (?:child|baby|kid|infant|teenager)\b|\bin (?:childhood|infancy)\b|\bbaby aspirin\b", re.I
)
_PUGH = re.compile(
    r"\bchild(?:['’]s)?[\s-]*(?:(?:turcotte[\s-]*)?pugh\b|(?:class |grade |stage )?(?:[bc]\d{0,2}\b|(?-i:A)\d?\b)|"
    r"(?:points|score|class)\b)",
    re.I,
)


def without_names_with_child(text: str) -> str:
    """``text`` without what has a child's word in it and is no child: a class of Child and Pugh, baby aspirin, what was
    when somebody was one.
    """
    return _PUGH.sub(" ", _ONCE_A_CHILD.sub(" ", text))


def asks_of_a_child(question: str) -> bool:
    """Whether a question names somebody under 18, by a word or by the age."""
    return _OF_A_CHILD.search(question) is not None
