"""What a question takes for granted, held against the library."""

from service.premises.check import ABOUT_THE_ASSUMPTION, check_premises, read_first
from service.premises.checked import Checked

__all__ = ["ABOUT_THE_ASSUMPTION", "Checked", "check_premises", "read_first"]
