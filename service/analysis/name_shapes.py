"""Whether words of a question read like a name that no glossary has, and of what.

Names are told by a word that no text has or that is rare, by the ending of a drug or an illness, by capitals in a
question that is not written in them. Words of general use, of the patient or of what is asked are none.
"""

from __future__ import annotations

import re

from corpus.embedding import Embedder
from corpus.glossary import Glossary, Mention
from corpus.text import STOPWORDS
from service.analysis.drug_names import looks_like_a_drug
from service.analysis.question import ASPECT_WORDS, FRAME_WORDS
from service.analysis.spelling import is_unknown
from service.retrieval import Retriever

LONGEST = 14  # words of a name
_OF_NAMES = frozenset("of and de la du van von der den the with or type due to".split())  # inside one
# Before the name of an illness: a form of it.
_OF_FORMS = frozenset(
    """acute chronic severe mild moderate new old first primary secondary recurrent refractory resistant early late
    advanced stable unstable untreated suspected confirmed uncomplicated complicated asymptomatic symptomatic infected
    abnormal raised low high normal positive negative possible probable""".split()
)
_NO_NAME = (FRAME_WORDS | ASPECT_WORDS) - (_OF_NAMES | frozenset("acute chronic".split()))
_NO_PART = frozenset(  # of a name: when it was, and how much
    """last next ago previous month months week weeks day days year years yesterday today points score scores result
    results""".split()
)
_ILLNESS = re.compile(
    r"(?:syndrome|disease|disorder|dysplasia|dystrophy|deficiency|dysostosis|atrophy|\w+(?:itis|osis|oma|pathy|emia|"
    r"aemia|uria|plasia|trophy|genesis|penia|algia|plegia|ectasia|malacia|sclerosis|philia))s?",
    re.I,
)
_CONDITION = re.compile(r"syndrome|disease|disorder|deficiency|cancer|infection|fever|tumou?r", re.I)
_PATHWAY = re.compile(
    r"(?:pathway|protocol|service|clinic|team|scheme|programme|program|policy|hub|hotline|bundle)s?", re.I
)
_DONE = re.compile(r"(?:procedure|technique|operation|\w+(?:ectomy|ostomy|oscopy|plasty))s?", re.I)
_NUMBER = re.compile(r"\d{3,}|\d+(?:[.,]\d+)?(?:mg|g|ml|kg|mcg|units?|years?|days?|weeks?|%)?", re.I)
_BRACKETS = re.compile(r"\s*\([^()]*\)?")
_DRUG_LACKING = re.compile(
    r"(?:[\w-]+ )*(?:deficiency|dependency|storage disease|sensitivity)", re.I
)  # "adenosine deaminase deficiency"
_WITH_ANOTHER = re.compile(r"\b(?:with|due to|or) (?P<other>.+)", re.I)
_TO = re.compile(r"(?<!due )\bto\b", re.I)
_LETTERS = re.compile(r"[^\W\d_]{2,}")


def kind_of(name: str) -> str:
    """The glossary's kind of what has such a name; empty where it may be anything."""
    last = name.split()[-1]
    if looks_like_a_drug(last.lower()) and _ILLNESS.fullmatch(last) is None:
        return "drug"
    if _PATHWAY.fullmatch(last):
        return "other"
    if _DONE.fullmatch(last):
        return "procedure"
    return "condition" if _CONDITION.search(name) or _ILLNESS.fullmatch(last) else ""


def reads_like_a_name(
    text: str, start: int, end: int, glossary: Glossary, retriever: Retriever, embedder: Embedder
) -> bool:
    """Whether what stands in ``text`` from and to these characters is a name, be it that of a known illness with a word
    before it that nobody knows.
    """
    name = _BRACKETS.sub("", text[start:end]).strip(" .,-'’")
    words = name.split()
    lower = [word.lower().strip(".,'’") for word in words]
    if not name or len(words) > LONGEST or any(c in name for c in '?!;:"“”/=–+&'):
        return False
    if lower[0] in _OF_NAMES or lower[-1] in _OF_NAMES or not _NO_NAME.isdisjoint(lower):
        return False
    if lower[0] in _OF_FORMS or _is_of_two(name, glossary) or not _NO_PART.isdisjoint(lower):
        return False
    if any(word in STOPWORDS and word not in _OF_NAMES and len(word) > 1 for word in lower) or _TO.search(name):
        return False
    if any(_NUMBER.fullmatch(word) and not (at and len(word) < 3 and word.isdigit()) for at, word in enumerate(lower)):
        return False
    strange = [word for word in lower if _is_strange(word, retriever, embedder)]
    mentions = glossary.find(name)
    if mentions:
        first = mentions[0]
        if any(mention.entry.kind == "drug" for mention in mentions):
            lacking = first.start == 0 and len(mentions) == 1
            return lacking and _DRUG_LACKING.fullmatch(name[first.end :].strip()) is not None
        known = first.end - first.start == len(name)
        return _is_kind_of_known(name, mentions, strange) or (not known and _is_capital(text, start, end))
    if strange or any(looks_like_a_drug(word) for word in lower) or _ILLNESS.fullmatch(words[-1]):
        return True
    if len(words) > 1 and any(word.isupper() and len(word) > 2 for word in words) and not kind_of(name):
        return False  # a trial or a society that the texts have, with what is asked of it
    return _has_capitals(text, start, end) or any(_reads_rare(word, embedder) for word in lower)


def _is_of_two(name: str, glossary: Glossary) -> bool:
    """Whether it is an illness together with another, or with a finding."""
    behind = _WITH_ANOTHER.search(name)
    if behind is None:
        return False
    return bool(glossary.find(behind["other"])) or any(map(str.isupper, behind["other"].split()))


def _is_kind_of_known(name: str, mentions: list[Mention], strange: list[str]) -> bool:
    """Whether it is the name of a known illness with a word before it that nobody knows ("Velthorn anaemia")."""
    (first, *others) = mentions
    return not others and bool(strange) and first.end == len(name) and first.start > 0


def _is_capital(text: str, start: int, end: int) -> bool:
    """Whether all its words are written with capitals, in a question that is not."""
    rest = _LETTERS.findall(f"{text[:start]} {text[end:]}")
    words = [word for word in _LETTERS.findall(text[start:end]) if word.lower() not in _OF_NAMES]
    return any(map(str.islower, rest)) and all(word[0].isupper() for word in words)


def _is_strange(word: str, retriever: Retriever, embedder: Embedder) -> bool:
    """Whether no text has a word, and it is no everyday one."""
    if len(word) < 4 or not any(c.isalpha() for c in word) or not is_unknown(word, retriever):
        return False
    return embedder.count_tokens([word])[0] > 1


def _reads_rare(word: str, embedder: Embedder) -> bool:
    return len(word) > 5 and word.isalpha() and embedder.count_tokens([word])[0] > 2


def _has_capitals(text: str, start: int, end: int) -> bool:
    """Whether it is written as a name: with a capital, or in capitals, in a question that is not written so."""
    name, rest = text[start:end], f"{text[:start]} {text[end:]}"
    if not any(word.islower() for word in _LETTERS.findall(rest)):
        return False
    inside = name if start and text[:start].strip() else name[1:]
    return any(word[0].isupper() for word in _LETTERS.findall(inside))
