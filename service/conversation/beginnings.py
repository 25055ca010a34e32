"""How a message announces another topic or another patient."""

from __future__ import annotations

import re

from service.patient_details import NEW_PATIENT

NEW_TOPIC = re.compile(
    r"^\W*(?:(?:ok|okay|now|and|thanks|thank you|great)[\s,.!]+)*(?:(?:i have |here(?:'s| is) )?(?:a |an )?(?:completely |totally |quite )?(?:different|another|new|next|other|unrelated) (?:question|q|topic|case|(?P<patient>patient|pt)|subject|thing)|(?:a )?(?:different|another|new|next) one(?=\s*[:.,;-])|one (?:more|last)(?: (?:question|q|thing))?(?=\s*[:.,;-])|(?P<somebody>(?:another|the next|next|a different|different|a new|new|a second|second|other) (?:guy|bloke|chap|fella|fellow|lady|woman|man|girl|boy|kid|child|baby|pt|patient)|some(?:one|body) else(?: now)?)(?=\s*[:.,;-])|(?:new|different) topic|on another (?:note|topic)|"
    r"something (?:else|different)|changing the subject|(?:let'?s )?change (?:of |the )?(?:topic|subject)|unrelated|moving on|switching (?:topics?|gears))\b[\s,.:;!-]*",
    re.I,
)
BEGINS_ANEW = re.compile(f"(?:{NEW_TOPIC.pattern})|(?:{NEW_PATIENT.pattern})", re.I)


def is_of_somebody_else(message: str) -> bool:
    """Whether a message announces another patient, not only another topic."""
    announced = NEW_TOPIC.match(message)
    return NEW_PATIENT.search(message) is not None or (
        announced is not None and bool(announced["patient"] or announced["somebody"])
    )
