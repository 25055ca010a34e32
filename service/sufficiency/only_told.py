"""Which words of a question are of everyday life and only told beside what it asks ("I had a few beers at the weekend,
can I still take X?"): where nothing answers, they are not what the library lacks.

Findings, names and what somebody has or takes are another matter: they stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from corpus.text import words
from service.analysis.question import Question

_CLAUSE = re.compile(r"[^,;:.!?–—]+(?:(?<=\d)[.,:](?=\d)[^,;:.!?–—]+)*[,;:.!?–—]?")
_ASKS = re.compile(
    r"^\W*(?:and |but |so |then |now |please )*(?:what|which|who|whom|when|where|why|how|whether|can|could|should|"
    r"does|do|did|is|are|will|would|may|must|any|ok|safe|need)\b|"
    r"\b(?:what|which|how|when|should|can) (?:to|i|we|he|she|they|do|does|is|are|can|should|much|many|long|often)\b|"
    r"\?$",
    re.I,
)
# Of when, where and on what occasion; who somebody is, what they do; what they eat and drink, see and read.
_EVERYDAY = re.compile(
    r"(?:weekends?|holidays?|vacations?|christmas|easter|ramadan|birthdays?|weddings?|funerals?|part(?:y|ies)|barbecues?|picnics?|"
    r"festivals?|concerts?|trips?|travel\w*|fly\w*|flights?|flown|flew|driv\w+|drove|cruises?|abroad|airport|"
    r"spain|france|italy|greece|turkey|portugal|"
    r"office|school|college|university|exams?|shops?|supermarkets?|gym|pub|bar|restaurants?|church|garden\w*|cupboard|kitchen|"
    r"retired|teach\w*|driver|builders?|nurses?|farmers?|students?|engineers?|lawyers?|accountants?|waiters?|chefs?|plumbers?|"
    r"neighbou?rs?(?:['’]s)?|bosses|boss|cousins?|mother(?:['’]s)?|father(?:['’]s)?|parents?|daughters?|sons?|"
    r"play(?:s|ed|ing)?|golf|tennis|football|rugby|swim\w*|danc\w+|hik\w+|"
    r"pizzas?|curr(?:y|ies)|burgers?|steaks?|cakes?|chips|beers?|wines?|glass(?:es)?|pints?|cups?|dinner|lunch|breakfast|supper|"
    r"internet|google\w*|facebook|tv|television|newspapers?|magazines?|podcasts?|today|tomorrow|morning|evening|afternoon|"
    r"bus|car|train|taxi|bike|dogs?|cats?)",
    re.I,
)
_HAS = re.compile(
    r"\b(?:(?:has|have|having|with|history of|known|diagnosed|suspected|takes?|taking)\s+(?:[\w'’-]+\s+){0,2}|on\s+)$",
    re.I,
)


def only_told(question: Question, candidates: Iterable[str]) -> set[str]:
    """Those of ``candidates``, words of the question, that are of everyday life and stand only where it
    asks nothing. Where no clause asks, or all do, none.
    """
    clauses = list(_clauses(question.text))
    asking = [clause for clause in clauses if _ASKS.search(clause)]
    if not asking or len(asking) == len(clauses):
        return set()
    asked = {word for clause in asking for word in words(clause)}
    named = {w for m in question.mentions for w in words(question.text[m.start : m.end])}
    return {
        word
        for word in candidates
        if _EVERYDAY.fullmatch(word) and word not in asked | named and not _is_had(word, question.text)
    }


def _clauses(text: str) -> Iterator[str]:
    return (match[0].strip() for match in _CLAUSE.finditer(text) if match[0].strip(" ,;:.!?–—"))


def _is_had(word: str, text: str) -> bool:
    """Whether a word tells what somebody has or takes: "with hives", "on zorpax"."""
    places = re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.I)
    return any(_HAS.search(text[: place.start()]) for place in places)
