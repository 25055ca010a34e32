"""Checks of a statement's details against the words it cites: numbers with units and comparators, negations and
exceptions, directions, names.

They are strict on purpose: a good statement that is refused costs an answer in the source's own words, a wrong one that
passes may cost more.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.glossary import Glossary
from corpus.text import STOPWORDS, terms, words
from service.analysis.drug_names import looks_like_a_drug

_NUMBER = re.compile(
    r"(?P<comparator>[<>≤≥]=?|\b(?:less than|more than|greater than|at least|at most|up to|above|below|over|under|fewer than|within|"
    r"before|after|every|until)\s)?\s*"
    r"(?P<number>\d+(?:[.,·]\d+)*)\s*(?P<unit>%|×\s?10[⁰¹²³⁴⁵⁶⁷⁸⁹^0-9]*\s?/\s?L|(?:mg|g|kg|mcg|µg|μg|micrograms?|grams?|milligrams?|ng|mL|L|"
    r"dL|mmol|mmHg|kPa|IU|units?|hours?|h|days?|weeks?|months?|years?|minutes?|cm|mm|times)(?:/\w+)*\b)?",
    re.I,
)
_COMPARATORS = {
    "less than": "<", "fewer than": "<", "below": "<", "under": "<", "<": "<", "more than": ">", "greater than": ">", "above": ">",
    "over": ">", ">": ">", "at least": "≥", "≥": "≥", ">=": "≥", "at most": "≤", "up to": "≤", "≤": "≤", "<=": "≤",
    "within": "within", "before": "before", "after": "after", "every": "every", "until": "until",
}  # fmt: skip
_NUMBER_WORDS = {
    word: str(number)
    for number, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), start=1
    )
}
# How often and how much, where no figure says it.
_FREQUENCY = frozenset(
    """once twice thrice hourly daily weekly fortnightly monthly yearly annually nightly alternate half third quarter double triple
    both single lifelong""".split()
)
_OWN_WORDS = 0.34  # share of a statement's words that its quotes need not have
_NEGATION = re.compile(
    r"\b(?:not|no|never|neither|nor|without|cannot|avoid\w*|contra-?indicat\w*|against|lack(?:s|ed|ing)?|fail(?:s|ed|ing)?|un(?:likely|safe|proven|clear))\b",
    re.I,
)
_EXCEPTION = re.compile(r"\b(?:unless|except|only|but not|apart from|other than)\b", re.I)
_OPPOSITES = (
    ("increase", "decrease"), ("increase", "reduce"), ("raise", "lower"), ("high", "low"), ("higher", "lower"), ("improve", "worsen"),
    ("start", "stop"), ("before", "after"), ("early", "late"), ("above", "below"), ("prolong", "shorten"), ("gain", "loss"),
    ("benefit", "harm"), ("positive", "negative"), ("more", "less"), ("better", "worse"), ("large", "small"), ("faster", "slower"),
    ("superior", "inferior"), ("continue", "stop"), ("allow", "avoid"), ("oral", "intravenous"), ("acute", "chronic"),
)  # fmt: skip


def unsupported_details(text: str, quotes: Sequence[str], glossary: Glossary | None = None) -> list[str]:
    """What ``text`` says that ``quotes`` do not: names of the checks that fail (numbers, negation, direction, names);
    empty when none does.

    A number needs the same unit and comparator in the quotes; a statement is negated, or makes an exception, exactly
    where its quotes are or do; it turns no direction round; a concept of the ``glossary``, a drug's name, a capitalised
    word and most other words must be in the quotes.
    """
    cited = " ".join(quotes)
    checks = {"numbers": _same_numbers, "negation": _same_negation, "direction": _same_direction}
    failed = [name for name, holds in checks.items() if not holds(text, cited)]
    if not _same_names(text, cited, glossary):
        failed.append("names")
    return failed


def unsupported_in_frame(frame: str, quotes: Sequence[str]) -> list[str]:
    """What the words around quotes, or around a computed score, say that the quotes (and what is told of their sources) do
    not: names of the checks that fail (numbers, names); empty when none does.

    Every number and every drug's name of the frame must be in ``quotes``. Its verdict ("No: …") is the frame's own.
    """
    cited = " ".join(quotes)
    there = {number for _, number, _ in _numbers(cited)}
    failed = [] if {number for _, number, _ in _numbers(frame)} <= there else ["numbers"]
    known = set(words(cited))
    if any(looks_like_a_drug(word) and word not in known for word in words(frame)):
        failed.append("names")
    return failed


def unsupported_in_computation(text: str, computed: str, quotes: Sequence[str]) -> list[str]:
    """What a computed statement says besides its score that the sentences on its formula do not: names of the checks that
    fail (computed, numbers, negation, names); empty when none does.

    ``computed``: the score with its name, as the formula gave it; it must stand in ``text`` once. All other words but
    "below" must be in ``quotes``.
    """
    if not computed or text.count(computed) != 1:
        return ["computed"]
    rest = text.replace(computed, " ")
    failed = unsupported_in_frame(rest, quotes)
    cited = " ".join(quotes)
    if _NEGATION.search(rest) and not _NEGATION.search(cited):
        failed.append("negation")
    if not _stems(rest) - _stems("below") <= _stems(cited):
        failed.append("names")
    return list(dict.fromkeys(failed))


def _same_numbers(text: str, cited: str) -> bool:
    there = _numbers(cited)
    years = {("", number, "") for _, number, _ in there if number.isdigit() and len(number) == 4}
    often = set(words(text)) & _FREQUENCY
    return _numbers(text) <= there | years and often <= set(words(cited))


def _numbers(text: str) -> set[tuple[str, str, str]]:
    text = re.sub(r"[A-Za-z]+", lambda match: _NUMBER_WORDS.get(match.group().lower(), match.group()), text)
    found = set()
    for match in _NUMBER.finditer(text):
        comparator = _COMPARATORS.get((match["comparator"] or "").strip().lower(), "")
        unit = re.sub(r"\s", "", (match["unit"] or "").lower()).rstrip("s").replace("μ", "µ")
        found.add((comparator, match["number"].replace(",", "").replace("·", "."), unit))
    return found


def _same_negation(text: str, cited: str) -> bool:
    return all((pattern.search(text) is None) == (pattern.search(cited) is None) for pattern in (_NEGATION, _EXCEPTION))


def _same_direction(text: str, cited: str) -> bool:
    said, there = _stems(text), _stems(cited)
    for pair in _OPPOSITES:
        for one, other in (pair, pair[::-1]):
            [one_stem], [other_stem] = _stems(one), _stems(other)
            if one_stem in said and one_stem not in there and other_stem in there:
                return False
    return True


def _stems(text: str) -> set[str]:
    """Stems of all words, those that are no terms ("before", "more") too."""
    return {word if word in STOPWORDS else terms(word)[0] for word in words(text) if word in STOPWORDS or terms(word)}


def _same_names(text: str, cited: str, glossary: Glossary | None) -> bool:
    known = set(terms(cited))
    for mention in glossary.find(text) if glossary else ():
        forms = (set(terms(form)) for form in (text[mention.start : mention.end], *mention.entry.forms()))
        if not any(form and form <= known for form in forms):
            return False
        known |= set(terms(text[mention.start : mention.end]))  # another name of the same
    own = [word for word in words(text) if word not in STOPWORDS and terms(word)]
    unknown = [word for word in own if not set(terms(word)) & known]
    return len(unknown) <= max(1, _OWN_WORDS * len(own)) and not any(_is_name(word, text) for word in unknown)


def _is_name(word: str, text: str) -> bool:
    """A drug's name, or a word written with a capital inside a sentence or with digits: a name, a score."""
    match = re.search(rf"(?<![\w]){re.escape(word)}(?![\w])", text, re.I)
    if match is None:
        return False
    written = match.group()
    inside = match.start() > 0 and not re.search(r"[.!?:]\s*$", text[: match.start()])
    capitals = (inside and written[:1].isupper()) or sum(c.isupper() for c in written) > 1
    return (
        capitals or any(c.isdigit() for c in written) or looks_like_a_drug(word) or word.startswith(("hyper", "hypo"))
    )
