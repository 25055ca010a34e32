"""Letters as names have them: of all languages that are written in Latin, Greek or Cyrillic letters ("Szczepański")."""

from __future__ import annotations

_LETTERS = [chr(code) for block in (range(0xC0, 0x250), range(0x370, 0x530), range(0x1E00, 0x1F00)) for code in block]
UPPER = "A-Z" + "".join(letter for letter in _LETTERS if letter.isupper())  # for a class of a pattern
LOWER = "a-z" + "".join(letter for letter in _LETTERS if letter.islower())
