"""What cannot wait and is told without saying of whom: "dishwasher tablet burst in her mouth", "trachy tube came out".

These happen to somebody, are no matters of knowledge and have no other meaning, so that nobody of the asker's has to be
named. A clinician asks of them what is done.
"""

from __future__ import annotations

import re

from service.safety.distress.bedside import at_bedside
from service.safety.distress.past import is_denied
from service.safety.distress.person import asks, names_nobody_own
from service.safety.distress.register import asks_of_practice
from service.safety.distress.wording import plain

_CAUSTIC = (
    r"(?:(?:dishwasher|laundry|washing(?: machine)?|washing[- ]?up|toilet|drain|oven|descal\w+|bathroom|floor)[- ]?(?:tablets?|caps?ules?|pods?|liquitabs?|gel|powder|liquid|block|cleaner|fluid)|"
    r"washing powder|bleach|caustic soda|screen ?wash|antifreeze|white spirit|paint stripper|patio cleaner|lamp oil|drain unblocker|descaler|ammonia)"
)
_IN = r"(?:in(?:to)? (?:his|her|their|my|the|its|both) (?:mouth|eyes?|throat|face|lips)|swallow\w*|ate|eaten|bit(?:ten)? (?:into|through|on)|chewed|chewing|drank|drunk|licked|burst)"
_LIMB = r"(?:fingers?|thumb|toes?|hand|arm|leg|foot|ear|fingertip)"
_WOUND = r"(?:stitch\w*|staples|wound|incision|scar|section|caesarean|cut|op site|sutures)"
_SIGNS = tuple(
    re.compile(pattern)
    for pattern in (
        # what somebody breathes by
        r"\b(?:trach\w*|laryngectomy|breathing tube|stoma tube|ventilator|bipap|home oxygen|oxygen (?:cylinder|bottle|concentrator|machine))\b.{0,30}\b(?:(?:came|come|fell|fallen|pulled|popped|slipped|is|has come) (?:right )?out|block\w*|plug\w*|dislodg\w*|empty|ran out|run out|failed|stopped working|won't go (?:back )?in)\b"
        r"(?=.*\b(?:can't|won't|panick\w*|struggl\w*|blue|dusky|grey|breath\w*|cough\w*|lips|home|back in|help)\b)",
        # what burns inside
        rf"\b{_CAUSTIC}\b.{{0,40}}\b{_IN}\b|\b(?:swallowed|drank|drunk|ate|eaten|licked|bit into|chewed) (?:some |a |the |an? \w+ of |a bit of )?{_CAUSTIC}\b",
        # a belly that is rigid
        r"\b(?:tummy|belly|stomach|abdomen|guts?)\b.{0,40}\b(?:board|rigid|rock[- ]hard|hard (?:as|like) (?:a )?(?:rock|board|wood|stone|table)|solid)\b(?! (?:food|stools?))",
        # what came off, what burst open
        rf"\b{_LIMB}\b.{{0,25}}\b(?:(?:been |got |is |was )?(?:amputated|severed|chopped|sliced|ripped|torn|bitten|cut) (?:clean |right )?off|hanging (?:off|by)|came (?:clean |right )?off)\b|\b{_LIMB} (?:\w+ )?(?:amputated|severed)\b(?=.*\b(?:door|saw|machine|mower|ice|just|minutes?|knife|chainsaw|slicer|press|bag)\b)",
        rf"\b{_WOUND}\b.{{0,30}}\b(?:burst|split|come|came|gaping|popped|opened|fallen|fell)\b(?=.*\b(?:see (?:right )?(?:inside|in|through|the \w+)|(?:can see|showing|see) (?:\w+ )?(?:bowel|guts|bone|fat|muscle|insides|intestine)|insides|bowel|guts)\b)",
        # who slumps
        r"\bslump(?:ed|ing|s)\b(?=.*\b(?:left|right|one side|speak\w*|talk\w*|speech|answer\w*|respon\w*|eyes|drool\w*|dribbl\w*|grey|pale|snor\w*|not \w+ing)\b)",
        # another's medicine besides one's own, or in its place
        r"\b(?:took|taken|had|swallowed|given|gave)\b.{0,60}\b(?:(?:my |the )?(?:husband|wife|partner|dad|mum|mom|granddad|grandad|grandpa|gran|grandma|nan|brother|sister|son|daughter|neighbour|dog|father|mother)(?:'?s)|someone else's|somebody else's|the wrong person's|another (?:patient|resident)'s)\b (?:\w+ ){0,2}?(?:tablets?|pills?|meds|medication|medicines?|dose|dosette|insulin|patch\w*)\b.{0,30}\b(?:as well|too|by mistake|instead|also|on top|in error|accidentally)\b",
        # spots that stay under a glass
        r"\b(?:rash|spots?|dots|blotch\w*)\b.{0,40}\b(?:stay\w*|(?:don't|doesn't|won't|not|isn't|aren't) (?:fad\w*|go\w*|disappear\w*|blanch\w*)|still (?:there|show\w*|red|purple))\b.{0,30}\b(?:glass|tumbler|press\w*)\b|\bglass test\b.{0,25}\b(?:stay\w*|fail\w*|positive|(?:don't|doesn't|didn't|not) (?:fad\w*|go\w*|disappear\w*))\b",
        # an infection in those who cannot fight it, as those at home tell it
        r"(?=.*\b(?:chemo\w*|neutropen\w*|no spleen|(?:marrow|liver|kidney|lung|heart|stem cell) transplant\w*|leuk\w*mia|clozapine|carbimazole)\b).*\b(?:teeth (?:are |were |keep )?chatter\w*|chattering teeth|shaking (?:with|from) (?:the )?cold|can't stop shak\w*|burning up|shaking all over)\b",
        # an attack on which the inhaler has no hold
        r"(?=.*\b(?:ventolin|salbutamol|inhalers?|nebs?|nebuli[sz]er|puffs?|croup|bronchiolitis|asthma)\b).*\b(?:still|keeps?|is|'s) (?:sucking|pulling|drawing|tugging) in\b",
        # what is told in passing, beside a question: words that fail for want of breath, weals with a wheeze, blood by the cup
        r"\bonly (?:say|speak|manage|get out) (?:a few|one or two|two or three|two|three|single) words?\b",
        r"(?=.*\b(?:my|i|i'm|i've|he's|she's|his|her)\b).*(?:\b(?:hives|welts|wheals|nettle rash)\b(?=.*\b(?:wheez\w*|breath\w*|faint\w*|throat|tongue)\b)|\bwheez\w*\b(?=.{0,30}\b(?:hives|welts|wheals)\b))",
        r"\bblood\b(?=.*\b(?:cup|mug|bowl|glass|bucket|hand)fuls?\b)",
        # what a clot does after a birth, an operation, a journey
        r"(?=.*\b(?:days?|weeks?|hours?|nights?) (?:after|since|post)[- ]?(?:giving |having |the |my |her |an? )?(?:\w+ )?(?:birth|baby|delivery|c?-?section|operation|surgery|op|flight|knee|hip|cast)\b)"
        r".*\b(?:chest (?:pains?|hurts|tight\w*)|(?:pain|stabbing) in (?:my|her|his|the) chest|short of breath|breathless|can't (?:breathe|get (?:my|her|his) breath)|coughing (?:up )?blood)\b",
    )
)
_PAST = re.compile(
    r"\b(?:years?|months?|decades?) (?:ago|back|earlier)\b|\blast (?:year|month|winter|summer|spring|autumn)\b|\bin (?:19|20)\d\d\b|\bas a (?:child|kid)\b|\bwhen i was\b|\bhistory of\b|\bused to\b|\b(?:what|even) if\b|^if\b|\bhealed\b"
)

# The next step, asked for by those who take it.
_NEXT = re.compile(
    r"\b(?:when|which|what|how \w+|next|scope|dose|antidote|admit|image|theatre)\b(?!.*\b(?:do|should|can|shall) (?:i|we)\b)[^.?!]*\?"
)

# Those at home ask so of somebody with them.
_MAY_GIVE = re.compile(
    r"^\W*(?:can|could|should|shall|may|do) i (?:just |still )?(?:give|use|put|get|take|let) (?:him|her|them|it)\b"
)


def happens(message: str) -> bool:
    """Whether such a thing is told as it is now; a question of practice in which nobody of the asker's is named is none."""
    text = plain(message)
    if _PAST.search(text) or not any(not is_denied(text, match) for sign in _SIGNS for match in sign.finditer(text)):
        return False
    asked = (
        (asks(message) and _MAY_GIVE.match(text) is None)
        or asks_of_practice(text)
        or at_bedside(message)
        or _NEXT.search(text) is not None
    )
    return not (asked and names_nobody_own(message))
