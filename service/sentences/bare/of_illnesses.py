"""What bare questions ask of illnesses, and of procedures and tests, each in the order in which they are tried."""

from __future__ import annotations

from service.sentences.bare.accuracy import ACCURACY
from service.sentences.bare.ask import Ask
from service.sentences.bare.causes import CAUSES, RISK_FACTORS
from service.sentences.bare.complications import COMPLICATIONS, RISKS
from service.sentences.bare.diagnosis import DIAGNOSIS
from service.sentences.bare.frequency import FREQUENCY, NUMBER
from service.sentences.bare.not_done import NOT_DONE
from service.sentences.bare.outlook import COURSE, DEATH, OUTLOOK, RATE
from service.sentences.bare.symptoms import SYMPTOMS

OF_ILLNESSES: tuple[Ask, ...] = (
    *(RISK_FACTORS, CAUSES, SYMPTOMS, DIAGNOSIS, COMPLICATIONS),
    *(RATE, DEATH, COURSE, OUTLOOK, NUMBER, FREQUENCY),
)
OF_PROCEDURES: tuple[Ask, ...] = (NOT_DONE, RISKS, ACCURACY)
