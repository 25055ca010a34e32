"""What bare questions ask, each in the order in which it is tried among those of its kind: the narrower before the wider
("how do I stop my tablets" before "how is it stopped"), and before a word's other meaning.
"""

from __future__ import annotations

from service.sentences.bare.ask import Ask
from service.sentences.bare.of_drugs.alcohol import ALCOHOL
from service.sentences.bare.of_drugs.around_surgery import AROUND_SURGERY
from service.sentences.bare.of_drugs.beside_a_drug import CONTRACEPTION, DRIVING, GRAPEFRUIT
from service.sentences.bare.of_drugs.breastfeeding import BREASTFEEDING
from service.sentences.bare.of_drugs.contraindications import CONTRAINDICATIONS
from service.sentences.bare.of_drugs.dose import DOSES
from service.sentences.bare.of_drugs.for_people import FOR_PEOPLE
from service.sentences.bare.of_drugs.hepatic import HEPATIC
from service.sentences.bare.of_drugs.interactions import INTERACTIONS
from service.sentences.bare.of_drugs.mechanism import MECHANISM
from service.sentences.bare.of_drugs.missed import MISSED_DOSE
from service.sentences.bare.of_drugs.monitoring import MONITORING
from service.sentences.bare.of_drugs.overdose import OVERDOSE
from service.sentences.bare.of_drugs.pregnancy import PREGNANCY
from service.sentences.bare.of_drugs.renal import RENAL
from service.sentences.bare.of_drugs.safety import SAFETY
from service.sentences.bare.of_drugs.side_effects import SIDE_EFFECTS
from service.sentences.bare.of_drugs.stopped_when import STOPPED_WHEN
from service.sentences.bare.of_drugs.stopping import OWN_STOPPING, STOPPING
from service.sentences.bare.of_drugs.switching import SWITCHING_FROM, SWITCHING_TO
from service.sentences.bare.of_drugs.time_course import DURATION_OF_ACTION, HALF_LIFE, ONSET
from service.sentences.bare.of_drugs.uses import USES
from service.sentences.bare.of_drugs.warnings import BOXED_WARNING, WARNINGS
from service.sentences.bare.of_drugs.with_food import WITH_FOOD
from service.sentences.bare.of_illnesses.causes import CAUSES, RISK_FACTORS
from service.sentences.bare.of_illnesses.complications import COMPLICATIONS, RISKS, RISKS_OF_TEST
from service.sentences.bare.of_illnesses.definition import DEFINITION, KIND_OF_DRUG, WHAT_DRUG
from service.sentences.bare.of_illnesses.diagnosis import DIAGNOSIS
from service.sentences.bare.of_illnesses.duration import DURATION_OF_TREATMENT
from service.sentences.bare.of_illnesses.first_line import FIRST_LINE
from service.sentences.bare.of_illnesses.frequency import FREQUENCY, NUMBER
from service.sentences.bare.of_illnesses.handed_on import CONTAGION, INHERITANCE
from service.sentences.bare.of_illnesses.in_pregnancy import IN_PREGNANCY
from service.sentences.bare.of_illnesses.kinds import STAGES, TYPES
from service.sentences.bare.of_illnesses.outlook import COURSE, DEATH, OUTLOOK, RATE
from service.sentences.bare.of_illnesses.pathophysiology import PATHOPHYSIOLOGY
from service.sentences.bare.of_illnesses.prevention import PREVENTION
from service.sentences.bare.of_illnesses.screening import SCREENING
from service.sentences.bare.of_illnesses.second_line import SECOND_LINE
from service.sentences.bare.of_illnesses.symptoms import SYMPTOMS
from service.sentences.bare.of_illnesses.treatment import TREATMENT
from service.sentences.bare.of_pathways import OF_PATHWAYS
from service.sentences.bare.of_procedures.accuracy import ACCURACY
from service.sentences.bare.of_procedures.indications import INDICATIONS
from service.sentences.bare.of_procedures.not_done import NOT_DONE
from service.sentences.bare.of_procedures.preparation import PREPARATION
from service.sentences.bare.of_procedures.scored import SCORED

_OF_DRUGS = (
    *(ONSET, DURATION_OF_ACTION, HALF_LIFE, MECHANISM),
    *(ALCOHOL, WITH_FOOD, INTERACTIONS, MISSED_DOSE),
    *(SWITCHING_TO, SWITCHING_FROM, AROUND_SURGERY, STOPPED_WHEN, OWN_STOPPING, STOPPING),
    *(BREASTFEEDING, PREGNANCY),
    *(CONTRAINDICATIONS, SIDE_EFFECTS),
    *(SAFETY, BOXED_WARNING, WARNINGS),
    *(DRIVING, GRAPEFRUIT, CONTRACEPTION),
    USES,
    *(*DOSES, *RENAL, *HEPATIC, *FOR_PEOPLE, *OVERDOSE, MONITORING),
    *(WHAT_DRUG, KIND_OF_DRUG),
)
_OF_ILLNESSES = (
    *(CONTAGION, RISK_FACTORS, CAUSES, SYMPTOMS, DIAGNOSIS, COMPLICATIONS),
    *(RATE, DEATH, COURSE, OUTLOOK, NUMBER, FREQUENCY),
    *(INHERITANCE, STAGES, TYPES, PATHOPHYSIOLOGY),
    DEFINITION,  # of procedures and tests, too
    *(FIRST_LINE, SECOND_LINE, DURATION_OF_TREATMENT, TREATMENT, PREVENTION, SCREENING, IN_PREGNANCY),
)
_OF_PROCEDURES = (SCORED, NOT_DONE, RISKS, RISKS_OF_TEST, ACCURACY, PREPARATION, INDICATIONS)
ASKS: tuple[Ask, ...] = (*_OF_DRUGS, *_OF_ILLNESSES, *_OF_PROCEDURES)
ASKS_OF_NAMES = (*OF_PATHWAYS, *ASKS)  # of names that no glossary has
