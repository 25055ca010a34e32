"""How a message announces another topic or another patient."""

from __future__ import annotations

import re

from service.patient_details import NEW_PATIENT

NEW_TOPIC = re.compile(
    r"^\W*(?:(?:ok|okay|now|and|thanks)[\s,.!]+)*(?:(?:i have |here(?:'s| is) )?(?:a |an )?(?:completely |totally |quite )?(?:different|another|new|next|other|unrelated) (?:question|q|topic|case|patient|pt|subject|thing)|(?:a )?(?:different|another|new|next) one(?=\s*[:.,;-])|(?:(?:another|the next|next|a different|different|a new|new|a second|second|other) (?:guy|bloke|chap|fella|fellow|lady|woman|man|girl|boy|kid|child|baby|pt|patient)|some(?:one|body) else(?: now)?)(?=\s*[:.,;-])|(?:new|different) topic|on another (?:note|topic)|"
    r"something (?:else|different)|changing the subject|(?:let'?s )?change (?:of |the )?(?:topic|subject)|unrelated|moving on|switching (?:topics?|gears))\b[\s,.:;!-]*",
    re.I,
)
BEGINS_ANEW = re.compile(f"(?:{NEW_TOPIC.pattern})|(?:{NEW_PATIENT.pattern})", re.I)
