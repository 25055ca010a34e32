"""What somebody asks to be allowed: "can I fly after a clot?", "when may he drive again?"."""

from __future__ import annotations

import re

from corpus.text import terms, words
from service.analysis.question import FRAME_WORDS, Question

# Whether, or when, somebody may do something; what follows up to a word that joins the illness to it is the deed.
_MAY = re.compile(
    r"\b(?:(?:can|may|could) (?:i|we|he|she|they|you|one|my \w+)|"
    r"(?:am|are|is) (?:i|we|he|she|they|my \w+) (?:still )?(?:allowed|able) to|"
    r"(?:ok|okay|alright|all right|safe|fine|allowed|dangerous)(?: for (?:me|him|her|us|them))? to) "
    r"(?P<deed>(?:(?!(?:with|after|if|while|because|now that|when|since|before|and|or|but|for|despite|in case)\b)"
    r"[\w'’-]+\W?){1,6})",
    re.I,
)
# The same of anybody: "can a COPD patient fly", "can people with epilepsy swim"; names of the glossary are masked.
_MAY_ANYBODY = re.compile(
    r"\b(?:can|may|could) (?:(?:an?|the|some) )?(?:[\w§-]+ ){0,2}?"
    r"(?:patients?|people|persons?|someone|somebody|anyone|sufferers?|m[ae]n|wom[ae]n)"
    r"(?: (?:with|on|after|who (?:has|have|had|takes?)) (?:an? )?§+(?: §+)?)? "
    r"(?P<deed>(?:(?!(?:with|after|if|while|because|now that|when|since|before|and|or|but|for|despite|in case)\b)"
    r"[\w'’-]+\W?){1,6})",
    re.I,
)
# "What can I do", "how can I stop it": asked is for what may be done, and not whether one may.
_ASKS_FOR_IT = re.compile(
    r"\b(?:what|which|who|where|why|how(?! soon| long (?:before|after|until|till)))\b[^?.!;,]*$", re.I
)
# What befalls somebody, which nobody asks to be allowed: "can I catch it from his mugs?"
_BEFALLS = re.compile(
    r"(?:still |also )?(?:catch|get (?:it|this|that|infected)|spread|infect|pass (?:it|this|that))\b", re.I
)
# Words of a deed that say little without what goes with them, or how it is done.
_LIGHT = frozenset(
    """go going get getting have having take taking do doing use using be being stop start keep make give put try need
    want let see tell come carry eat drink just back again soon still really safely properly normally now today
    tomorrow few little less once twice two three day days week weeks month months year years time times hour
    hours myself yourself himself herself ourselves themselves oneself""".split()
)


def deed_asked(question: Question) -> list[str]:
    """The telling words of what somebody asks to be allowed; none where it is another question, or names a drug or an
    illness.
    """
    match = _MAY.search(question.text) or _MAY_ANYBODY.search(_masked(question))
    if match is None or _ASKS_FOR_IT.search(question.text[: match.start()]):
        return []
    if _BEFALLS.match(match["deed"]):
        return []
    known = {word for mention in question.mentions for word in words(question.text[mention.start : mention.end])}
    if any(match.start("deed") <= mention.start < match.end("deed") for mention in question.mentions):
        return []
    return [
        word
        for word in dict.fromkeys(words(match["deed"]))
        if word.isalpha() and terms(word) and word not in known | _LIGHT | FRAME_WORDS
    ]


def _masked(question: Question) -> str:
    """The text of a question, its names behind a mask of the same length."""
    text = question.text
    for mention in question.mentions:
        text = text[: mention.start] + "§" * (mention.end - mention.start) + text[mention.end :]
    return text
