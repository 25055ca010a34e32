"""From a question to the scores that it asks for and the patient's values."""

from service.calculators.reading.amounts import Trouble, checked
from service.calculators.reading.patient import Patient, read_patient
from service.calculators.reading.request import Request, may_ask_for_a_score, read_request

__all__ = [
    "Patient",
    "Request",
    "Trouble",
    "checked",
    "may_ask_for_a_score",
    "read_patient",
    "read_request",
]
