"""Is the question in a language that the library is in? Only English texts ship."""

from __future__ import annotations

import re

# Frequent function words of languages that are asked in most often. English ones count against them.
_ENGLISH = frozenset(
    """the is are what how does do of in and to for with a an can should when which who why it be on at from or was were
    has have i my that this there not after before during about""".split()
)
_OTHERS = frozenset(
    """der die das und ist ein eine wie was bei mit für nicht welche wann sind le la les des est une que quel quelle
    comment pour avec dans sont el los las qué cómo para con del una por cuál es il che come di gli sono della
    o os como qual são não um uma com het een wat hoe voor met zijn och vad hur är som att jak czy jest co""".split()
)

_GREEK_WORD = re.compile(r"[Ͱ-Ͽἀ-῿]{3,}")  # a letter or two are a name: "α-blocker"


def is_english(message: str) -> bool:
    """False when the message is plainly in another language: another script, or another language's function words.

    Terse clinical notes without any function word count as English.
    """
    letters = [c for c in message if c.isalpha()]
    foreign_letters = sum(not _latin_or_greek(c) for c in letters) + sum(map(len, _GREEK_WORD.findall(message)))
    if letters and foreign_letters / len(letters) > 0.3:
        return False
    found = re.findall(r"[^\W\d_]+", message.lower())
    foreign = sum(word in _OTHERS and word not in _ENGLISH for word in found)
    english = sum(word in _ENGLISH for word in found)
    return not (foreign >= 2 and foreign > english)


def _latin_or_greek(c: str) -> bool:
    return c <= "Ͽ" or "Ḁ" <= c <= "ỿ"
