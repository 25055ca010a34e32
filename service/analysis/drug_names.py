"""Names of drugs that no list here has: their endings tell (international nonproprietary names, WHO's stems)."""

from __future__ import annotations

import re
from functools import lru_cache

_STEMS = re.compile(
    r"[a-z]{2,}(?:mab|nib|pril|sartan|statin|mycin|micin|cillin|azole|olol|vir|gliptin|gliflozin|xaban|gatran|parin|dipine|prazole|"
    r"setron|triptan|tidine|oxacin|cycline|zepam|zolam|setine|pramine|thiazide|semide|terol|tropium|sone|solone|phylline|limus|"
    r"dronate|dronic|glutide|afil|fibrate|drenaline|nephrine|azepine|toin|pressin|reotide|penem|curium|triptyline|barbital|"
    r"rubicin|taxel|platin|citabine|trexate|imod|lukast|formin|thyroxine|caine|zosin|stigmine|kinase|plase|grel|bopag|cept|tide)s?",
    re.I,
)


@lru_cache(maxsize=10_000)
def looks_like_a_drug(word: str) -> bool:
    """Whether a word ends as names of drugs do."""
    return _STEMS.fullmatch(word) is not None
