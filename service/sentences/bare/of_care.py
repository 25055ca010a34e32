"""What is asked of what is done: for an illness, against it, in pregnancy; before a procedure, and for whom."""

from __future__ import annotations

from service.sentences.bare.ask import Ask
from service.sentences.bare.duration import DURATION
from service.sentences.bare.first_line import FIRST_LINE
from service.sentences.bare.in_pregnancy import IN_PREGNANCY
from service.sentences.bare.indications import INDICATIONS
from service.sentences.bare.preparation import PREPARATION
from service.sentences.bare.prevention import PREVENTION
from service.sentences.bare.screening import SCREENING
from service.sentences.bare.second_line import SECOND_LINE
from service.sentences.bare.treatment import TREATMENT

OF_CARE: tuple[Ask, ...] = (
    FIRST_LINE,
    SECOND_LINE,
    DURATION,
    TREATMENT,
    PREVENTION,
    SCREENING,
    IN_PREGNANCY,
    PREPARATION,
    INDICATIONS,
)
