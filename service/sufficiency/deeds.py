"""What a patient asks to be allowed ("can I fly after a clot?") where no text speaks of it.

The topic is there in every sign, the deed is not: what the texts say of the illness is no answer to whether one may
fly. The deed is looked for in the likeliest sentences, their titles, headings and the questions that they answer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.glossary import Glossary
from corpus.text import terms, words
from service.analysis.question import FRAME_WORDS, Question
from service.sentences.candidates import Candidate

# Whether, or when, somebody may do something; what follows up to a word that joins the illness to it is the deed.
_MAY = re.compile(
    r"\b(?:(?:can|may|could) (?:i|we|he|she|they|you|one|my \w+)|"
    r"(?:am|are|is) (?:i|we|he|she|they|my \w+) (?:still )?(?:allowed|able) to|"
    r"(?:ok|okay|alright|all right|safe|fine|allowed|dangerous)(?: for (?:me|him|her|us|them))? to) "
    r"(?P<deed>(?:(?!(?:with|after|if|while|because|now that|when|since|before|and|or|but|for|despite|in case)\b)"
    r"[\w'’-]+\W?){1,6})",
    re.I,
)
# "What can I do", "how can I stop it": asked is for what may be done, and not whether one may.
_ASKS_FOR_IT = re.compile(
    r"\b(?:what|which|who|where|why|how(?! soon| long (?:before|after|until|till)))\b[^?.!;,]*$", re.I
)
# Words of a deed that say little without what goes with them, or how it is done.
_LIGHT = frozenset(
    """go going get getting have having take taking do doing use using be being stop start keep make give put try need
    want let see tell come carry eat drink just back again soon still really safely properly normally now today
    tomorrow few little less once twice two three day days week weeks month months year years time times hour
    hours""".split()
)


def unnamed_deed(question: Question, likeliest: Sequence[Candidate], glossary: Glossary) -> list[str]:
    """The words of what a question asks to be allowed, where none of the likeliest sentences has one of them; what the
    glossary knows (a drug, an illness) is judged elsewhere.
    """
    match = _MAY.search(question.text)
    if match is None or _ASKS_FOR_IT.search(question.text[: match.start()]):
        return []
    known = {word for mention in question.mentions for word in words(question.text[mention.start : mention.end])}
    if any(match.start("deed") <= mention.start < match.end("deed") for mention in question.mentions):
        return []
    deed = [
        word
        for word in dict.fromkeys(words(match["deed"]))
        if word.isalpha() and terms(word) and word not in known | _LIGHT | FRAME_WORDS
    ]
    there = frozenset(term for candidate in likeliest for term in candidate.widely)
    return [] if any(there.issuperset(terms(word)) for word in deed) else deed
