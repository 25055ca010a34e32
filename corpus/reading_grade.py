"""How hard a text is to read: the Flesch-Kincaid grade.

Grade = 0.39 × words per sentence + 11.8 × syllables per word − 15.59: the school year in the United States that a
reader has to have passed (Kincaid, Fishburne, Rogers and Chissom 1975, "Derivation of new readability formulas … for
Navy enlisted personnel", Research Branch Report 8-75).

Syllables are counted from the spelling: runs of vowels, less the silent endings, plus the places where two vowels that
stand together are spoken apart. A word with a hyphen is one word with the syllables of its parts, a number is a word of
one syllable, and an abbreviation in capitals has a syllable for each letter, which errs on the side of "harder".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_VOWELS = re.compile(r"[aeiouyàâäáèéêëíîïóôöúûü]+")

# Words that the rules below get wrong and that texts for patients need.
_KNOWN = {
    "area": 3,
    "areas": 3,
    "ascites": 3,
    "create": 2,
    "diabetes": 4,
    "every": 2,
    "everyone": 3,
    "everything": 3,
    "evening": 2,
    "hundred": 2,
    "nausea": 3,
    "recipe": 3,
    "something": 2,
    "sometimes": 2,
    "vegetable": 4,
    "vegetables": 4,
}

# Vowels that stand together and are spoken apart: one syllable more each.
_SPOKEN_APART = re.compile(
    r"(?<![cstg])ia"  # anaem-i-a, but so-cial
    r"|(?<![cstgx])(?<!ll)(?<!n)io"  # bi-op-sy, ser-i-ous, but ac-tion, million, opinion
    r"|iu"  # sod-i-um
    r"|(?<![gq])ua|uou|uity|luid|ruin"  # us-u-al, contin-u-ous, flu-id
    r"|oea"  # diarrhoe-a
    r"|(?<!f)rien|dien|lien|scien|iet"  # exper-i-ence, cli-ent, sci-ence, di-et
    r"|(?<=[nrd])eo|theo|(?<=id)ea"  # vid-e-o, id-e-al
    r"|[aeiouy]ing\b"  # do-ing
    r"|[^aeiouy]y[aou]"  # my-o-pathy
    r"|(?!eye)[aeiou]y[aeo]"  # be-yond, play-er
    r"|[st][h]?m\b"  # metabolis-m, rhyth-m
    r"|[^aeiou]n['’]t\b"  # did-n't
)
# Vowels that are written and not spoken: one syllable less each.
_SILENT = re.compile(
    r"(?<=[^aeiouyl])e\b|(?<=[aeiouy]l)e\b|(?<=ll)e\b"  # liv(e), scal(e), but ta-ble
    r"|(?<=[^aeiouytd])(?<![^aeiouyl]l)ed\b"  # call(e)d, but need-ed
    r"|(?<=[^aeiouylsxzcg])(?<!ch)(?<!sh)es\b|(?<=[aeiouy]l)es\b"  # tim(e)s, but dos-es, ta-bles
    r"|(?:(?<=[aeiouy][^aeiouy])|(?<=[aeiouy][^aeiouy]{2}))e(?=ly\b|ful|less|ness)"  # saf(e)ly, car(e)ful
    r"|(?<=[aeiouy][^aeiouyl])e(?=ment)"  # mov(e)ment
    r"|\b(?:some|there|where|home|life|base|fore|plate)(?=[^aeiouyrsd])"  # hom(e)work
)


@lru_cache(maxsize=20_000)
def syllables(word: str) -> int:
    """Syllables of a word, counted from its spelling; at least 1."""
    if "-" in word:
        return sum(syllables(part) for part in word.split("-") if part)
    if not any(c.isalpha() for c in word):
        return 1
    if len(word) > 1 and word.isupper() and word.isalpha():
        return len(word)
    word = word.lower().replace("’", "'").removesuffix("'s")
    if word in _KNOWN:
        return _KNOWN[word]
    count = len(_VOWELS.findall(word)) + len(_SPOKEN_APART.findall(word)) - len(_SILENT.findall(word))
    return max(1, count)


def reading_grade(sentences: Iterable[str]) -> float:
    """The Flesch-Kincaid grade of a text, given as its sentences; 0.0 where there is no word."""
    sentence_count = word_count = syllable_count = 0
    for sentence in sentences:
        words = _WORD.findall(sentence)
        sentence_count += bool(words)
        word_count += len(words)
        syllable_count += sum(map(syllables, words))
    if not word_count:
        return 0.0
    return 0.39 * word_count / sentence_count + 11.8 * syllable_count / word_count - 15.59
