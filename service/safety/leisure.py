"""Is it asked of what is kept for safety, of something done as a matter of habit, of a small wound, or of what was advised?

"Carbon monoxide alarm in a bedroom" has the words of a poisoning, "fasting time for breast milk" begins as "vomiting since
noon" does. Nothing in them is wrong now: whatever else a message tells is heard as ever.
"""

from __future__ import annotations

import re

from service.safety.distress import plain
from service.safety.everyday import without_drugs
from service.safety.signals import dangers_in

# Things that are there so that nothing happens.
_KEPT = re.compile(
    r"\b(?:[\w-]+ ){0,3}?(?:alarms?|detectors?|stair ?gates?|safety gates?|seat ?belts?|car seats?|bath seats?|(?:cycle |bike )?helmets?|life ?jackets?|lockable \w+|child ?locks?|hotlines?|helplines?|posters?|leaflets?|pendants?|"
    r"baby monitors?|first[- ]aid kits?|hazard (?:foods?|list)|statistics|awareness (?:week|day|course)|drills?)\b"
)
_GOES_OFF = re.compile(
    r"\b(?:(?:is |are |keeps |been |just |won't stop )?(?:going|went|goes|gone|go) off|beep\w*|sound(?:s|ed|ing)|ringing|rang|bleep\w*|headaches?|sick|dizzy|drowsy|pressed|pulled)\b"
)
# What is done by habit or by plan, said first; what is wrong with a part of the body as a name has it ("bleeding gums").
_HABIT = re.compile(
    r"^\W*(?:(?:intermittent|safe|exclusive|long[- ]distance|early) )?(?:fasting|weaning|dosing|stopping|starting|switching|restarting|driving|flying|travelling|traveling|breastfeeding|bottle[- ]feeding|exercising|swimming|diving|smoking|vaping|storing|crushing|splitting|"
    r"monitoring|screening|testing|timing|teething|snoring|bedwetting|sleepwalking|tapering|titrating|introducing|reading|choosing|booking|cleaning|washing|shaving|head[- ]banging|thumb[- ]sucking|bleeding gums|burning (?:feet|mouth)|swallowing (?:tablets|pills|capsules)|tingling fingers)\b"
)
_STATE = re.compile(r"\b(?:pregnan\w*|\d+ weeks?|weeks?)\b")  # nothing that is wrong
_SMALL = re.compile(
    r"\b(?:paper ?cuts?|splinters?|grazed?(?: \w+)?|nettles?|nettle rash|stubbed (?:\w+ )?toe|hangnail|shaving cut|needle mark|sore arm|arm (?:is )?(?:\w+ )?sore|sore after (?:\w+ )?(?:jab|vaccine|shot)|"
    r"after (?:the|my|his|her)? ?(?:dentist|filling|injection at the dentist)|(?:it's |is )?wearing off)\b"
)
_SPREADS = re.compile(
    r"\b(?:spread\w*|streak\w*|red line|line up|up (?:my|his|her|the) (?:arm|leg)|shiver\w*|fever\w*|hot and cold|swell\w*|swollen|can't|won't|worse|throat|tongue|breath\w*|black|pus|both|face droop\w*|speech|arm weak\w*|severe|agony)\b"
)
# What somebody was told to do one day, and where it is kept until then.
_ADVISED = re.compile(
    r"\b(?:was|were|been|am|are) (?:told|advised|asked|prescribed|given)\b[^.?!]*\b(?:if|in case|should) (?:i|we|he|she|it)\b(?: ever)?|\bin case (?:i|we|he|she) (?:ever )?(?:get|need|have)s?\b|\bif (?:i|he|she) ever (?:get|need|have)s?\b"
)
_KEEPS = re.compile(r"\bwhere (?:do|should|can|to|must) (?:i |we |he |she )?(?:keep|store|carry|buy|put|get)\b")
_AGAIN = re.compile(
    r"\b(?:now and then|now and again|from time to time|on and off|most (?:days|mornings|nights|afternoons|evenings)|(?:every|each) (?:mon|tues|wednes|thurs|fri|satur|sun)day|on (?:mon|tues|wednes|thurs|fri|satur|sun)days|before school|at weekends|every (?:period|spring|winter|summer|time (?:i|he|she) (?:eats?|runs?|exercis\w+)))\b"
)
_WENT_WELL = re.compile(
    r"\b(?:operation|surgery|op|procedure|scan|birth|delivery|transplant|anaesthetic) (?:all )?went (?:very |really |so )?(?:well|fine|ok|okay|smoothly)\b"
)


def is_leisure(message: str) -> bool:
    """Whether a message is on something of this kind, and tells besides it of nothing that is wrong."""
    text = plain(without_drugs(message))
    if _HABIT.match(text):
        return dangers_in(_STATE.sub(" ", _HABIT.sub(" ", text))) == 0
    if _KEPT.search(text) and _GOES_OFF.search(text) is None:
        return dangers_in(_KEPT.sub(" ", text)) == 0
    if _SMALL.search(text) and _SPREADS.search(text) is None:
        return dangers_in(_SMALL.sub(" ", text)) <= 1
    return False


def is_for_one_day(message: str) -> bool:
    """Whether a message asks where that is kept which somebody was told to take should something happen."""
    text = plain(message)
    return _ADVISED.search(text) is not None and _KEEPS.search(text) is not None


def recurs(message: str) -> bool:
    """Whether what is told comes on the same days, or now and then."""
    return _AGAIN.search(plain(message)) is not None


def went_well(message: str) -> bool:
    """Whether a message tells of an operation, a birth or the like that went well."""
    return _WENT_WELL.search(plain(message)) is not None
