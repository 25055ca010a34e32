"""Words and sentences of medical English: one analysis for indexing, searching and comparing.

The same terms are indexed, searched and compared everywhere, so that what one part calls a match another does, too.
"""

from __future__ import annotations

import re
import threading
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

import Stemmer
import syntok.segmenter

ANALYSIS_VERSION = "3"  # part of an edition's fingerprint: raise it whenever terms() or sentence_spans() change

# A token starts with a letter or digit and may hold inner hyphens, slashes, dots and commas between digits, and "+" at
# its end; a comparator stays with its number and a percent sign with what stands before it: "IL-6", "HbA1c",
# "CHA2DS2-VASc", "≥20%", "CD4+", "1.5", "10,000".
# The first branch is the last one for what begins with a letter, as nearly all tokens do: it is found sooner.
_TOKEN = re.compile(
    r"[^\W\d_][^\W_]*(?:[-'’/.,·][^\W_]+)*\+?"
    r"|[<>≤≥]?=?\s?\d+(?:[.,]\d+)*\s?%"
    r"|[^\W_]+(?:[-'’/.,·][^\W_]+)*\+?"
)
_APART = re.compile(r"[<>≤≥=]\s|\s%")  # a percentage of which a part stands apart
_EDGES = ".,'’-/"
_INNER = re.compile(r"[-'’/.,·+]")
_SUBSUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉", "01234567890123456789")
_GREEK = {
    "α": "alpha",
    "β": "beta",
    "γ": "gamma",
    "δ": "delta",
    "κ": "kappa",
    "μ": "mu",
    "µ": "mu",
    "ω": "omega",
    "λ": "lambda",
}
# American and British spellings meet in one form before stemming.
_SPELLING = tuple(
    pair.split(">")
    for pair in (
        "haem>hem anaem>anem aemi>emi oedem>edem oesoph>esoph oestr>estr paed>ped gynaec>gynec diarrhoea>diarrhea "
        "tumour>tumor foet>fet caec>cec faec>fec leuk>leuc isation>ization"
    ).split()
)
_ENDINGS = (
    (re.compile(r"ise(d|s)?$"), r"ize\1"),
    (re.compile(r"ising$"), "izing"),
    (re.compile(r"our(s|ed|ing)?$"), r"or\1"),
)
_ENDING = ("ise", "ised", "ises", "ising", "our", "ours", "oured", "ouring")  # one of these has to be there for that
_SPELLING_INSIDE = (("fibre", "fiber"), ("litre", "liter"), ("sulph", "sulf"))
STOPWORDS = frozenset(
    """a about after again all also am an and any are as at be because been being both but by can could did do does
    doing done during each few for from further get gets give given had has have having he her here hers him his
    how i if in into is it its itself just like may me might more most must my no nor not of off on once only or
    other our out over own please same shall she should so some such than that the their them then there these
    they this those through to too under until up upon us use used using very was we were what when where which
    while who whom whose why will with would you your""".split()
)

_stemmers = threading.local()  # a Stemmer is not safe to share between threads


def _stem(word: str) -> str:
    stemmer = getattr(_stemmers, "english", None)
    if stemmer is None:
        stemmer = _stemmers.english = Stemmer.Stemmer("english")
    return str(stemmer.stemWord(word))


def _word_terms(word: str) -> tuple[str, ...]:
    """Terms of one lower-case word: itself stemmed and, where it has inner signs, joined and in parts."""
    if word[-1] == "%":
        number = re.sub(r"[\s,]", "", word)
        bare = number.lstrip("<>≤≥=")
        return (number, bare) if bare != number else (bare,)
    if not word.isascii():
        for letter, name in _GREEK.items():
            word = word.replace(letter, name)
    if word.isalpha():
        for british, american in _SPELLING:
            word = word.replace(british, american)
        if word.endswith(_ENDING):
            for ending, american in _ENDINGS:
                word = ending.sub(american, word)
        for british, american in _SPELLING_INSIDE:
            word = word.replace(british, american)
        return (_stem(word),)
    if re.fullmatch(r"\d+(,\d{3})+", word):
        return (word.replace(",", ""),)
    if re.fullmatch(r"\d+(\.\d+)?", word):
        return (word,)
    word = re.sub(r"['’]s$", "", word)
    parts = [part for part in _INNER.split(word) if part]
    if len(parts) < 2:
        return (_stem(parts[0]),) if parts else ()
    joined = "".join(parts)
    pieces = [term for part in parts for term in _word_terms(part) if len(part) > 1 or part.isdigit()]
    return (_stem(joined), *pieces)


def words(text: str) -> Iterator[str]:
    """The lower-case words of ``text`` in order, signs kept inside ("il-6", "≥20%")."""
    text = _unified(text)
    if "%" in text:  # what belongs to one may stand apart
        return (token.strip(_EDGES) for token in _TOKEN.findall(text))
    return chain.from_iterable(map(_words_of, text.split()))


def terms(text: str) -> list[str]:
    """Index terms of ``text`` in order, no stop words: stemmed, spelling unified, compounds joined and in parts."""
    return list(_terms(text))


@lru_cache(maxsize=12_000)  # of sentences about 20 MB
def term_set(text: str) -> frozenset[str]:
    """The different :func:`terms` of a short text that comes up again and again: a name, a sentence, a heading."""
    return frozenset(_terms(text))


def _terms(text: str) -> Iterator[str]:
    """No token but a percentage holds a space: a text can be taken piece by piece, and most pieces are known."""
    text = _unified(text)
    if "%" in text and _APART.search(text):
        return chain.from_iterable(map(_token_terms, _TOKEN.findall(text)))
    return chain.from_iterable(map(_piece_terms, text.split()))


def _unified(text: str) -> str:
    if not text.isascii():  # ASCII is NFC, and has no small figures
        text = unicodedata.normalize("NFC", text).translate(_SUBSUPERSCRIPTS)
    return text.lower()


@lru_cache(maxsize=20_000)
def _words_of(piece: str) -> tuple[str, ...]:
    return tuple(token.strip(_EDGES) for token in _TOKEN.findall(piece))


@lru_cache(maxsize=200_000)
def _piece_terms(piece: str) -> tuple[str, ...]:
    """Terms of what stands between two spaces, in lower case."""
    if piece.isalnum():  # one token
        return _token_terms(piece)
    return tuple(term for token in _TOKEN.findall(piece) for term in _token_terms(token))


@lru_cache(maxsize=100_000)
def _token_terms(token: str) -> tuple[str, ...]:
    """Terms of one lower-case token; none of a stop word."""
    word = token.strip(_EDGES)
    return _word_terms(word) if word and word not in STOPWORDS else ()


# Control characters, invisible ones (zero-width, soft hyphen, direction marks) and halves of surrogate pairs.
_INVISIBLE = ("Cc", "Cf", "Cs")


_LIGATURES = str.maketrans(
    {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st", "\ufb06": "st"}
)


def normalise(text: str) -> str:
    """NFC, one space between words, no control or invisible characters, no letters joined in one sign, as texts from a
    PDF have them: how every stored text is written.
    """
    if not text.isprintable():  # isprintable: nothing of the above, and no white space but the plain space
        text = "".join(
            " " if c.isspace() else c for c in text if c.isspace() or unicodedata.category(c) not in _INVISIBLE
        )
    if not text.isascii():
        text = unicodedata.normalize("NFC", text).translate(_LIGATURES)
    return " ".join(text.split())


# A sentence ends in one of these signs, brackets and quotation marks aside; syntok also parts at semicolons.
_END = re.compile(r"[.!?…][\"'”’)\]»]*$")
# syntok splits after these, though the sentence goes on.
_OPEN_END = re.compile(
    r"(?:\b(?:vs|cf|approx|resp|Fig|Figs|Tab|Ref|Refs|Eq|No|Nos|Dr|Prof|St|et al|i\.e|e\.g|incl|max|min)\.)$"
)


# syntok takes some of these for abbreviations or for the inside of a sentence: a decimal number, a percentage, a number
# with a short unit, a unit after a slash, a bracket, and the letter of a class ("hepatitis C.", "proteins C and S.").
_MISSED_END = re.compile(
    r"(?:\d\.\d+|%|\d\s?(?:°?C|K|U|[dghLlms])|/(?:[µμmnd]?[Llg]|h|min|day)|\)|\b[A-Z] (?:and|or) [A-Z]"
    r"|\b(?:[Hh]epatitis|[Vv]itamin|[Ff]actor|[Pp]rotein|[Tt]ype|[Gg]rade|[Cc]lass|[Ss]tage|[Gg]roup|[Ii]nfluenza"
    r"|[Hh]a?emophilia|Pugh) [A-Z])"
    r"[\"'”’)\]]?\.(?=\s(?:[A-Z][\w+-]|A\s))"
)


def sentence_spans(paragraph: str) -> list[tuple[int, int]]:
    """Spans of the sentences of one paragraph, in order, without the white space between them.

    Splitting is syntok's, which keeps dosing abbreviations ("q.4h.") and species ("E. coli") whole; what ends in no
    full stop, or in one that is only an abbreviation's, is joined with what follows. Measured on 3,018 sentences of
    digests, whose marks show where they end: none is parted, none is joined.
    """
    spans: list[tuple[int, int]] = []
    for block in syntok.segmenter.analyze(paragraph):
        for tokens in block:
            start, end = tokens[0].offset, tokens[-1].offset + len(tokens[-1].value)
            if spans:
                before = paragraph[spans[-1][0] : spans[-1][1]]
                if not _END.search(before) or _OPEN_END.search(before) or paragraph[start].islower():
                    start = spans.pop()[0]
            spans.append((start, end))
    return [part for span in spans for part in _parted(paragraph, *span)]


def _parted(paragraph: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for missed in _MISSED_END.finditer(paragraph, start, end):
        if missed.end() < end:
            yield start, missed.end()
            start = missed.end() + 1
    yield start, end
