"""Is somebody in danger now? Signs, and of whom they are said."""

from __future__ import annotations

import re
from enum import StrEnum

from service.safety.distress.emergencies import tells_of_emergency
from service.safety.distress.happening import happens
from service.safety.distress.home_values import home_values_in
from service.safety.distress.past import is_past_or_harmless
from service.safety.distress.person import tells_of_somebody_at_home
from service.safety.distress.self_harm import tells_of_self_harm
from service.safety.distress.wording import plain

# What a patient is said to say, and what is to be prevented.
_REPORTED = re.compile(
    r"\b(?:patient|client|resident|student|pupil|inmate)\b (?:\w+ )?(?:says|said|tells|told|reports|complains|states)\b"
)
_PREVENTED = re.compile(r"\b(?:how|what|which)\b[^.?!]{0,30}\bprevent\w*\b[^.!]*\?")


_WELL = re.compile(
    r"\b(?:feel(?:s|ing)?|am|is|i'm|he's|she's|otherwise|perfectly|seems|quite) (?:\w+ )?(?:fine|well|ok|okay|normal|good|great|alright|all right)\b|\b(?:as|like) (?:always|usual)\b|\bno (?:symptoms|bleeding)\b"
)


class Distress(StrEnum):
    """What somebody is in need of."""

    EMERGENCY = "emergency"
    SELF_HARM = "self_harm"


def distress(message: str) -> Distress | None:
    """What the message says of somebody in danger now; None when it says nothing of the kind."""
    text = plain(message)
    if _REPORTED.search(text) or _PREVENTED.search(text):
        return None
    if tells_of_self_harm(text):
        return Distress.SELF_HARM
    told = tells_of_emergency(text) or happens(message) or _tells_of_a_value(message, text)
    return Distress.EMERGENCY if told else None


def _tells_of_a_value(message: str, text: str) -> bool:
    """Whether a value out of bounds is told of somebody at home who is not said to be well."""
    return (
        home_values_in(message).out > 0
        and tells_of_somebody_at_home(message)
        and not is_past_or_harmless(message)
        and _WELL.search(text) is None
    )
