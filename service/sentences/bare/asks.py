"""What bare questions ask, each in the order in which they are tried."""

from __future__ import annotations

from service.sentences.bare.ask import Ask
from service.sentences.bare.of_care import OF_CARE
from service.sentences.bare.of_drug_doses import OF_DRUG_DOSES
from service.sentences.bare.of_drug_safety import OF_DRUG_SAFETY
from service.sentences.bare.of_drug_use import OF_DRUG_USE
from service.sentences.bare.of_illnesses import OF_ILLNESSES, OF_PROCEDURES

ASKS: tuple[Ask, ...] = (
    *OF_DRUG_USE,
    *OF_DRUG_SAFETY,
    *OF_DRUG_DOSES,
    *OF_ILLNESSES,
    *OF_PROCEDURES,
    *OF_CARE,
)
