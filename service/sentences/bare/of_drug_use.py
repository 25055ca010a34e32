"""What is asked of a drug in use: how it works, what it is taken with, how and when it is stopped."""

from __future__ import annotations

from service.sentences.bare.alcohol import ALCOHOL
from service.sentences.bare.around_surgery import AROUND_SURGERY
from service.sentences.bare.ask import Ask
from service.sentences.bare.interactions import INTERACTIONS
from service.sentences.bare.mechanism import MECHANISM
from service.sentences.bare.missed import MISSED_DOSE
from service.sentences.bare.stopped_when import STOPPED_WHEN
from service.sentences.bare.stopping import OWN_STOPPING, STOPPING
from service.sentences.bare.switching import SWITCHING_FROM, SWITCHING_TO
from service.sentences.bare.time_course import DURATION, HALF_LIFE, ONSET
from service.sentences.bare.with_food import WITH_FOOD

OF_DRUG_USE: tuple[Ask, ...] = (
    *(ONSET, DURATION, HALF_LIFE, MECHANISM),
    *(ALCOHOL, WITH_FOOD, INTERACTIONS, MISSED_DOSE),
    *(SWITCHING_TO, SWITCHING_FROM, AROUND_SURGERY, STOPPED_WHEN, OWN_STOPPING, STOPPING),
)
