"""Measured values and ages as people write them: found once here, for scores and for conversations alike."""

from service.measured.ages import WHO, Age, ages_in
from service.measured.mentions import Mention, mentions_in
from service.measured.names import measures_named
from service.measured.writing import canonical_unit, parse_number, plain

__all__ = [
    "WHO",
    "Age",
    "Mention",
    "ages_in",
    "canonical_unit",
    "measures_named",
    "mentions_in",
    "parse_number",
    "plain",
]
