"""The patient's details that a conversation gives: what is said, in the words said."""

from service.patient_details.details import PatientDetails
from service.patient_details.reading import (
    NEW_PATIENT,
    details_of,
    is_of_a_relative,
    is_of_another,
    speaks_of_the_patient,
    without_supposing,
)
from service.patient_details.told import Told, is_ordinary, pieces_told_and_asking, told_in

__all__ = [
    "NEW_PATIENT",
    "PatientDetails",
    "Told",
    "details_of",
    "is_of_a_relative",
    "is_of_another",
    "is_ordinary",
    "pieces_told_and_asking",
    "speaks_of_the_patient",
    "told_in",
    "without_supposing",
]
