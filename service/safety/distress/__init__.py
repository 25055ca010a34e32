"""Is somebody in danger now? Signs of emergencies and of self-harm, and of whom they are said. Patterns; no model.

What matters besides the sign is whose it is: the asker's own, or that of somebody of theirs ("my husband"), and not
that of a patient in a professional's question, a thing of years ago, or a matter of knowledge.
"""

from __future__ import annotations

from service.safety.distress.bedside import at_bedside, points_of
from service.safety.distress.case import continues_a_case, only_supposes
from service.safety.distress.past import is_figurative, is_past_or_harmless
from service.safety.distress.person import asks, from_professional, may_be_own, names_nobody_own
from service.safety.distress.recognise import Distress, distress
from service.safety.distress.register import Register, in_shorthand, register_of
from service.safety.distress.wording import plain

__all__ = [
    "Distress",
    "Register",
    "asks",
    "at_bedside",
    "continues_a_case",
    "distress",
    "from_professional",
    "in_shorthand",
    "is_figurative",
    "is_past_or_harmless",
    "may_be_own",
    "names_nobody_own",
    "only_supposes",
    "plain",
    "points_of",
    "register_of",
]
