"""Whether a question says what it is about: "what is the highest daily dose?" alone asks for the dose of anything, and
what the texts say of some drug is no answer to it.
"""

from __future__ import annotations

import re

from service.analysis.question import Question, QuestionKind

NO_SUBJECT = "the drug that is meant"
# What a question on any dose is made of.
_OF_ANY_DOSE = re.compile(
    r"(?:dos(?:es?|ing|age)|mg|mcg|ml|units?|tablets?|max(?:imum|imal)?|min(?:imum|imal)?|high(?:est)?|low(?:est)?|total|single|daily|day|weekly|"
    r"weight|kg|body|start(?:ing)?|initial|first|load(?:ing)?|maintenance|titrat\w+|reduc\w+|adjust\w*|increas\w*|usual|standard|normal|right|correct|"
    r"recommended|safe|oral(?:ly)?|iv|intravenous(?:ly)?|im|sc|mouth|adults?|child(?:ren)?|elderly|older|people|patients?|renal|kidneys?|hepatic|"
    r"liver|impair\w+|failure|pregnan\w+|breastfeeding)"
)
# Conditions that a drug's dose is asked in, of no drug in particular.
_SETTINGS = frozenset({"renal impairment", "hepatic impairment", "pregnancy", "breastfeeding", "obesity"})


def names_no_subject(question: Question) -> bool:
    """Whether a question asks for a dose and names nothing that it could be the dose of or for."""
    if question.kind is not QuestionKind.DOSE or any(entry.term not in _SETTINGS for entry in question.entries):
        return False
    return all(_OF_ANY_DOSE.fullmatch(word) is not None for word in question.key_words)
