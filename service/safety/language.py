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

# Words that no English sentence has: one of them is enough where nothing English stands beside it.
_PLAINLY_OTHER = frozenset(
    """gegen hilft wenn bei meine mein meiner ich nicht haben habe behandelt behandlung behandeln krankheit schmerzen
    warum welche tratamiento síntomas puedo puede tengo dolor cuánto cuándo qué cómo cuál enfermedad embarazo
    traitement traite soigner puis-je j'ai douleur maladie médicament grossesse quels quelles quelle combien pourquoi
    trattamento curare perché posso dolore malattia farmaco gravidanza quale
    tratamento sintomas doença tenho remédio gravidez você
    behandel behandeling hoe waarom ziekte pijn mijn zwanger behandeld
    behandles behandling hvordan hvorfor hvad hvilken sykdom smerte gravid
    behandlas varför vilken sjukdom smärta jak leczyć leczenie dlaczego ból choroba ciąża
    léčit léčba nemoc proč kezelés hogyan miért tedavi nasıl ilaç hastalık hoito miten cách điều trị bệnh""".split()
)
_FEW = 12  # words of a question that may be told by one of them

_WORD = re.compile(r"[^\W_]+")
_GREEK_WORD = re.compile(r"[Ͱ-Ͽἀ-῿]{3,}")  # a letter or two are a name: "α-blocker"


def is_english(message: str) -> bool:
    """False when the message is plainly in another language: another script, or another language's function words.

    Terse clinical notes without any function word count as English. What is written in capitals or with a figure
    ("JAK2", "SONO") is an abbreviation, and no word of another language, unless the whole message is in capitals.
    """
    letters = [c for c in message if c.isalpha()]
    foreign_letters = sum(not _latin_or_greek(c) for c in letters) + sum(map(len, _GREEK_WORD.findall(message)))
    if letters and foreign_letters / len(letters) > 0.3:
        return False
    found = [word.lower() for word in _WORD.findall(message) if message.isupper() or not _is_abbreviation(word)]
    english = sum(word in _ENGLISH for word in found)
    plainly = sum(word in _PLAINLY_OTHER for word in found)
    if plainly and len(found) <= _FEW and english == 0:
        return False
    foreign = sum(word in _PLAINLY_OTHER or (word in _OTHERS and word not in _ENGLISH) for word in found)
    return not (foreign >= 2 and foreign > english)


def _is_abbreviation(word: str) -> bool:
    return len(word) > 1 and not (word.islower() or word.istitle())


def _latin_or_greek(c: str) -> bool:
    return c <= "Ͽ" or "Ḁ" <= c <= "ỿ"
