"""Is somebody in danger now? Signs of emergencies and of self-harm, and of whom they are said. Patterns; no model.

What matters besides the sign is whose it is: the asker's own, or that of somebody of theirs ("my husband"), and not
that of a patient in a professional's question, a thing of years ago, or a matter of knowledge.
"""

from __future__ import annotations

from service.safety.distress.bedside import at_bedside, points_of
from service.safety.distress.case import continues_a_case, only_supposes
from service.safety.distress.emergencies import names_a_sign, tells_outright
from service.safety.distress.happening import happens
from service.safety.distress.home_values import HomeValues, home_values_in
from service.safety.distress.past import denials_in, is_figurative, is_past_or_harmless, without_denied
from service.safety.distress.person import (
    asks,
    from_professional,
    may_be_own,
    names_nobody_own,
    stands_by,
    tells_of_somebody_at_home,
)
from service.safety.distress.recognise import Distress, distress
from service.safety.distress.register import Register, in_shorthand, register_of
from service.safety.distress.self_harm import is_done
from service.safety.distress.wording import mended, plain

__all__ = [
    "Distress",
    "HomeValues",
    "Register",
    "asks",
    "at_bedside",
    "continues_a_case",
    "denials_in",
    "distress",
    "from_professional",
    "happens",
    "home_values_in",
    "in_shorthand",
    "is_done",
    "is_figurative",
    "is_past_or_harmless",
    "may_be_own",
    "mended",
    "names_a_sign",
    "names_nobody_own",
    "only_supposes",
    "plain",
    "points_of",
    "register_of",
    "stands_by",
    "tells_of_somebody_at_home",
    "tells_outright",
    "without_denied",
]
