"""What a question takes for granted, held against the library."""

from service.premises.check import check_premises
from service.premises.checked import Checked
from service.premises.first import ABOUT_THE_ASSUMPTION, read_first
from service.premises.stated import compared_with

__all__ = ["ABOUT_THE_ASSUMPTION", "Checked", "check_premises", "compared_with", "read_first"]
