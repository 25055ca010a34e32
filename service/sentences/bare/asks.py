"""What bare questions ask, each in the order in which they are tried."""

from __future__ import annotations

from service.sentences.bare.alcohol import ALCOHOL
from service.sentences.bare.ask import Ask
from service.sentences.bare.mechanism import MECHANISM
from service.sentences.bare.of_illnesses import OF_ILLNESSES, OF_PROCEDURES
from service.sentences.bare.stopping import STOPPING

ASKS: tuple[Ask, ...] = (MECHANISM, ALCOHOL, STOPPING, *OF_ILLNESSES, *OF_PROCEDURES)
