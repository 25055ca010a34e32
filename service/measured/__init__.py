"""Measured values and ages as people write them: found once here, for scores and for conversations alike."""

from service.measured.ages import WHO, Age, ages_in
from service.measured.bounds import AGE, Bound, Measured, bounds_in, measured_in, without_values
from service.measured.mentions import Mention, mentions_in
from service.measured.names import measures_named
from service.measured.states import OPPOSITE, states_of
from service.measured.writing import canonical_unit, parse_number, plain

__all__ = [
    "AGE",
    "OPPOSITE",
    "WHO",
    "Age",
    "Bound",
    "Measured",
    "Mention",
    "ages_in",
    "bounds_in",
    "canonical_unit",
    "measured_in",
    "measures_named",
    "mentions_in",
    "parse_number",
    "plain",
    "states_of",
    "without_values",
]
