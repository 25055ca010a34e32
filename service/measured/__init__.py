"""Measured values and ages as people write them: found once here, for scores and for conversations alike."""

from service.measured.ages import WHO, Age, age_spans, ages_in
from service.measured.bound import AGE, Bound, Measured, is_of_kidneys
from service.measured.bounds import bounds_in, measured_in, values_and_places, without_values
from service.measured.gestation import weeks_of_pregnancy
from service.measured.mentions import Mention, mentions_in
from service.measured.names import measures_named, with_names
from service.measured.number_words import in_digits
from service.measured.plausible import could_be
from service.measured.states import OPPOSITE, states_of
from service.measured.units import UNITS
from service.measured.writing import UNIT, canonical_unit, parse_number, plain

__all__ = [
    "AGE",
    "OPPOSITE",
    "UNIT",
    "UNITS",
    "WHO",
    "Age",
    "Bound",
    "Measured",
    "Mention",
    "age_spans",
    "ages_in",
    "bounds_in",
    "canonical_unit",
    "could_be",
    "in_digits",
    "is_of_kidneys",
    "measured_in",
    "measures_named",
    "mentions_in",
    "parse_number",
    "plain",
    "states_of",
    "values_and_places",
    "weeks_of_pregnancy",
    "with_names",
    "without_values",
]
