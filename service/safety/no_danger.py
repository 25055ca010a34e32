"""What has words of danger and is none: a thing kept for safety, a habit, a small wound, what was advised, what gets better.

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
# What has a word of danger in its name, and is none.
_NAMED = re.compile(
    r"\b(?:breathe?[- ]holding (?:spells?|attacks?)|growing pains|night terrors|(?:rope|carpet|razor|friction) burns?|nappy rash|prickly heat|(?:blood|milk|friction) blisters?|ear ?wax|dead leg|funny bone|cold sores?)\b"
)
_NO_NAME = re.compile(r"\b(?:neck|throat|wrists?|now|just|blue|limp|won't|can't|hang\w*|tied)\b")
# A medicine or a device that was not kept as it should be.
_MISLAID = re.compile(
    r"\b(?:lost|left|mislaid|dropped|froze|frozen|broke|cracked|washed|expired|out of date|past its date)\b.{0,30}\b(?:epi-?pens?|jext|emerade|auto-?injectors?|insulin|pens?|inhalers?|spray|tablets?|pills?|patch(?:es)?|suppositor\w+|vials?|medicines?|meds)\b(?:.{0,40}\b(?:out|overnight|fridge|freezer|car|sun|heat|bag|bus|train|date|spare|date)\b)?"
    r"|\b(?:epi-?pens?|jext|emerade|insulin|inhalers?|spray|tablets?|vials?)\b.{0,25}\b(?:expired|out of date|past its date|left out|been in the (?:car|sun|freezer)|not in the fridge|froze|frozen)\b"
)
# Who is cared for at the end of life.
_AT_THE_END = re.compile(
    r"\b(?:dying|die|dies) (?:peacefully|comfortably|at home|in (?:a |the )?hospice)\b|\bhospice\b|\bpalliative (?:care|team|nurse|patient)\b|\bend of life\b"
)
_UNREST = re.compile(
    r"\b(?:pain\w*|hurts?|agitat\w*|distress\w*|wants? to|want it|kill|sooner|faster|speed|hasten|help (?:him|her|me) (?:die|go)|end (?:it|things)|overdos\w*|too much|all (?:the|his|her|my)|enough|before (?:it|i)|myself|without)\b"
)
# What gets better by itself; what is a warning however short it was is none.
_IMPROVES = re.compile(
    r"\b(?:going|gone|went|coming|come) down\b|\b(?:settling|settled|fading|faded|easing|improving|nearly gone|almost gone)\b|\b(?:getting )?better (?:already|now|each day|every day)\b"
)
_NEVER_MINOR = re.compile(
    r"\b(?:throat|tongue|lips?|breath\w*|wheez\w*|chest|speech|slur\w*|arm|leg|weak\w*|numb\w*|droop\w*|vision|sight|blind|eye|headache|testic\w*|balls?|consciousness|faint\w*|blood pressure|alert\w*|epi-?pen|took|swallowed|pregnan\w*|fever|temperature|but|not)\b"
)
# What somebody was told to do one day, and where it is kept until then.
_ADVISED = re.compile(
    r"\b(?:was|were|been|am|are) (?:told|advised|asked|prescribed|given)\b[^.?!]*\b(?:if|in case|should) (?:i|we|he|she|it)\b(?: ever)?|\bin case (?:i|we|he|she) (?:ever )?(?:get|need|have)s?\b|\bif (?:i|he|she) ever (?:get|need|have)s?\b"
)
_KEEPS = re.compile(r"\bwhere (?:do|should|can|to|must) (?:i |we |he |she )?(?:keep|store|carry|buy|put|get)\b")
# Tablets that are hard to get down, and what is done about it: nothing is stuck.
_HARD_TO_SWALLOW = re.compile(
    r"\b(?:can't|cannot|can not|couldn't|unable to|struggl\w+ to|find\w* it hard to|hates? to|won't|trouble|difficulty) swallow(?:ing)? "
    r"(?:(?:the|his|her|my|their|big|large|whole|any|these|those) )*(?:tablets?|pills?|capsules?|caplets?|medicines?|meds|them|it|one)\b"
)
_GIVEN_OTHERWISE = re.compile(
    r"\b(?:crush\w*|open(?:ed|ing)?|dissolv\w*|syrups?|liquids?|suspension|soluble|dispersible|sachets?|sprinkl\w*|halv\w*|in half|mix\w*|yogh?urt|jam|apple ?sauce)\b"
)
_STUCK = re.compile(
    r"\b(?:chok\w*|stuck|drool\w*|dribbl\w*|cough\w*|blue|breath\w*|throat|tongue|swell\w*|swollen|anything|saliva|water)\b"
)
# What is arranged on a ward, or before an operation.
_NOTHING_BY_MOUTH = re.compile(r"\bnil (?:by|per) (?:mouth|os)\b|\bnbm\b|\bnpo\b|\bnothing by mouth\b")
_AGAIN = re.compile(
    r"\b(?:now and then|now and again|from time to time|on and off|most (?:days|mornings|nights|afternoons|evenings)|(?:every|each) (?:mon|tues|wednes|thurs|fri|satur|sun)day|on (?:mon|tues|wednes|thurs|fri|satur|sun)days|before school|at weekends|in the (?:mornings|evenings|afternoons)|every (?:period|spring|winter|summer|time (?:i|he|she) (?:eats?|runs?|exercis\w+)))\b"
)
_WENT_WELL = re.compile(
    r"\b(?:operation|surgery|op|procedure|scan|birth|delivery|transplant|anaesthetic) (?:all )?went (?:very |really |so )?(?:well|fine|ok|okay|smoothly)\b"
)


def is_no_danger(message: str) -> bool:
    """Whether a message is on something of this kind, and tells besides it of nothing that is wrong."""
    text = plain(without_drugs(message))
    if _NAMED.search(text) and _NO_NAME.search(text) is None:
        return dangers_in(_STATE.sub(" ", _NAMED.sub(" ", text))) == 0
    if _MISLAID.search(plain(message)):
        return dangers_in(_MISLAID.sub(" ", re.sub(r"\b(?:accidentally|by accident)\b", " ", plain(message)))) == 0
    if _AT_THE_END.search(text) and _UNREST.search(text) is None:
        return dangers_in(text) == 0
    if _HARD_TO_SWALLOW.search(plain(message)) and _GIVEN_OTHERWISE.search(plain(message)):
        rest = _GIVEN_OTHERWISE.sub(" ", _HARD_TO_SWALLOW.sub(" ", plain(message)))
        return _STUCK.search(rest) is None and dangers_in(without_drugs(rest)) == 0
    if _NOTHING_BY_MOUTH.search(text):
        return dangers_in(_NOTHING_BY_MOUTH.sub(" ", text)) == 0
    if _HABIT.match(text):
        return dangers_in(_STATE.sub(" ", _HABIT.sub(" ", text))) == 0
    if is_on_safety(message):
        return True
    if _SMALL.search(text) and _SPREADS.search(text) is None:
        return dangers_in(_SMALL.sub(" ", text)) <= 1
    return False


def is_on_safety(message: str) -> bool:
    """Whether a message is on a thing that is there so that nothing happens, and tells of nothing else that is wrong."""
    text = plain(without_drugs(message))
    kept = _KEPT.search(text) is not None and _GOES_OFF.search(text) is None
    return kept and dangers_in(_KEPT.sub(" ", text)) == 0


def is_for_one_day(message: str) -> bool:
    """Whether a message asks where that is kept which somebody was told to take should something happen."""
    text = plain(message)
    return _ADVISED.search(text) is not None and _KEEPS.search(text) is not None


# Said first, so that nobody worries.
_NO_WISH = re.compile(
    r"\b(?:not|i'm not|isn't|am not) (?:at all )?suicidal\b|\bno (?:suicidal thoughts|thoughts? of (?:suicide|self[- ]?harm|harming|hurting|ending))\b"
)


def denies_a_wish(message: str) -> bool:
    """Whether a message says that nobody thinks of suicide."""
    return _NO_WISH.search(plain(message)) is not None


def recurs(message: str) -> bool:
    """Whether what is told comes on the same days, or now and then."""
    return _AGAIN.search(plain(message)) is not None


def improves(message: str) -> bool:
    """Whether what is told gets better by itself and is no warning of worse."""
    text = plain(message)
    return _IMPROVES.search(text) is not None and _NEVER_MINOR.search(text) is None and dangers_in(text) <= 1


def went_well(message: str) -> bool:
    """Whether a message tells of an operation, a birth or the like that went well."""
    return _WENT_WELL.search(plain(message)) is not None
