"""What bare questions ask of illnesses, of procedures and tests, and of what something is, each in the order of trying."""

from __future__ import annotations

from service.sentences.bare.accuracy import ACCURACY
from service.sentences.bare.ask import Ask
from service.sentences.bare.causes import CAUSES, RISK_FACTORS
from service.sentences.bare.complications import COMPLICATIONS, RISKS, RISKS_OF_TEST
from service.sentences.bare.definition import DEFINITION, KIND_OF_DRUG, WHAT_DRUG
from service.sentences.bare.diagnosis import DIAGNOSIS
from service.sentences.bare.frequency import FREQUENCY, NUMBER
from service.sentences.bare.handed_on import CONTAGION, INHERITANCE
from service.sentences.bare.kinds import STAGES, TYPES
from service.sentences.bare.not_done import NOT_DONE
from service.sentences.bare.outlook import COURSE, DEATH, OUTLOOK, RATE
from service.sentences.bare.pathophysiology import PATHOPHYSIOLOGY
from service.sentences.bare.symptoms import SYMPTOMS

OF_ILLNESSES: tuple[Ask, ...] = (
    *(CONTAGION, RISK_FACTORS, CAUSES, SYMPTOMS, DIAGNOSIS, COMPLICATIONS),
    *(RATE, DEATH, COURSE, OUTLOOK, NUMBER, FREQUENCY),
    *(INHERITANCE, STAGES, TYPES, PATHOPHYSIOLOGY),
    *(DEFINITION, WHAT_DRUG, KIND_OF_DRUG),
)
OF_PROCEDURES: tuple[Ask, ...] = (NOT_DONE, RISKS, RISKS_OF_TEST, ACCURACY)
