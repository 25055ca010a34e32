"""Scores that guidelines condition on: computed, with formula and source, never without a citation."""

from service.calculators.calculate import Calculated, Result, calculate, uncited
from service.calculators.calculator import Calculator
from service.calculators.registry import CALCULATORS

__all__ = ["CALCULATORS", "Calculated", "Calculator", "Result", "calculate", "uncited"]
