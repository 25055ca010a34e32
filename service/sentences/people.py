"""The words by which questions and texts name people for whom what is right for others may be wrong: one table.

Readers take from it as much as they need: a set for what is surely meant, wider ones by name. What an age or a week of
pregnancy tells of people is read in :mod:`service.measured`.
"""

from __future__ import annotations

import re

from corpus.text import term_set

# As index terms, so that plurals and both spellings meet: what texts are searched for.
CHILDREN = term_set("child children infant infants baby babies neonate neonatal newborn paediatric pediatric")
CHILDREN_AND_TODDLERS = CHILDREN | term_set("toddler")
CHILDREN_AND_CHILDHOOD = CHILDREN | term_set("childhood infancy")
YOUNG_PEOPLE = CHILDREN_AND_TODDLERS | term_set("adolescents kid kids young girl boy")

PREGNANCY = term_set("pregnant pregnancy pregnancies gestation gestational trimester antenatal obstetric")
PREGNANCY_AND_FETUS = PREGNANCY | term_set("prenatal fetus fetal")
PREGNANCY_AND_MOTHERS = PREGNANCY | term_set("maternal")
BREASTFEEDING = term_set("breastfeeding breastfeed breast-feeding breastfed lactation lactating")

OLD_AGE = term_set("elderly older frail geriatric")
DIALYSIS = term_set("dialysis haemodialysis hemodialysis peritoneal esrd end-stage")
KIDNEY_DISEASE = term_set("renal kidney ckd egfr creatinine nephropathy")
LIVER_DISEASE = term_set("hepatic liver cirrhosis child-pugh")

# As words of a question, which say of whom it asks and not what.
ASKED_OF = frozenset(
    """child children infant infants baby babies neonate neonates newborn toddler adolescent adolescents teenager
    paediatric pediatric pregnancy pregnant breastfeeding lactation elderly older dialysis haemodialysis hemodialysis
    year-old month-old week-old yo kid kids women woman men boy girl""".split()
)
_OF_A_CHILD = re.compile(
    r"\b(?:\d|1[0-7])[\s-]?(?:years?|yrs?|yo|y|months?|weeks?|days?)[\s-]old\b|\bchild(?:ren)?\b|\binfants?\b|"
    r"\bbab(?:y|ies)\b|\btoddlers?\b|\bp(?:a)?ediatric|\bneonat|\bnewborn|\badolescen",
    re.I,
)


def asks_of_a_child(question: str) -> bool:
    """Whether a question names somebody under 18, by a word or by the age."""
    return _OF_A_CHILD.search(question) is not None
