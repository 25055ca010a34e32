"""The patient's details that a conversation gives: what is said, in the words said."""

from service.patient_details.details import PatientDetails
from service.patient_details.reading import NEW_PATIENT, details_of, speaks_of_the_patient

__all__ = ["NEW_PATIENT", "PatientDetails", "details_of", "speaks_of_the_patient"]
