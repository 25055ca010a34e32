"""What is asked of a drug's dose, of whom it is given, where an organ fails too, and of what is watched."""

from __future__ import annotations

from service.sentences.bare.ask import Ask
from service.sentences.bare.dose import DOSES
from service.sentences.bare.for_people import FOR_PEOPLE
from service.sentences.bare.hepatic import HEPATIC
from service.sentences.bare.monitoring import MONITORING
from service.sentences.bare.overdose import OVERDOSE
from service.sentences.bare.renal import RENAL

OF_DRUG_DOSES: tuple[Ask, ...] = (*DOSES, *RENAL, *HEPATIC, *FOR_PEOPLE, *OVERDOSE, MONITORING)
