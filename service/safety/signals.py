"""What a message shows of somebody in danger: whose it is, what is wrong, whether it is so now; and of a wish to harm.
Patterns; no model.

The signs of :mod:`service.safety.distress` and :mod:`service.safety.harmful` are enough by themselves. These are not: they are counted, and
:mod:`service.safety.resemblance` learns what they weigh beside the meaning and the spelling of a message.
"""

from __future__ import annotations

import re

from service.safety.distress import (
    Register,
    asks,
    denials_in,
    from_professional,
    home_values_in,
    is_past_or_harmless,
    may_be_own,
    plain,
    points_of,
    register_of,
    stands_by,
    tells_of_somebody_at_home,
    without_denied,
)
from service.safety.distress.past import CHRONIC
from service.safety.harmful import asks_for_a_way, harm_asked_for, names_harm, protects
from service.safety.hints import DEEDS, WISHES, deeds_in, wishes_in

# Each stands for one thing that is wrong; the longer words are recognised with a slip of the pen in them, too.
_DANGERS = tuple(
    re.compile(rf"\b(?:{pattern})", re.I)
    for pattern in (
        r"bl[e]{1,2}d(?:ing|s)?\b|blood(?! (?:pressure|test|sugar|group|type|thinner|donat|count|result|work|cell|drawn))\w*|haemorrhag\w*|hemorrhag\w*|clots\b|gush\w*|spurt\w*|squirt\w*|pouring",
        r"(?:vomit|thr[eo]w\w* up|puk|spew|sick(?:\b(?! (?:day|leave|note|rule|of\b))))\w*|coffee[- ]ground\w*|black (?:\w+ ){0,2}(?:stool|poo|motion)\w*|tarry",
        r"chest|breast ?bone|heart (?:is |was )?(?:racing|pounding|going|flutter\w*|stop\w*|skip\w*|beat\w*)|heart ?beats?|palpitat\w*|pulse|jaw",
        r"breath\w*|wheez\w*|gasp\w*|suffocat\w*|chok\w*|stridor|drown\w*|short of (?:air|breath)|can't get (?:air|\w+ breath)|speak in|finish a sentence|cough\w*|grunt\w*|rattl\w*",
        r"unconscious|unrespons\w*|collaps\w*|pass(?:ed|ing)? out|black(?:ed|ing) out|grey(?:ed|ing) out|faint\w*|(?:can't|won't|doesn't|hasn't|hard to|hardly|not|barely) (?:be )?(?:w[ao]k\w*|rous\w*|respond\w*|answer\w*|com\w* round)|(?:stay|keep) awake|dropping off|limp|floppy|listless|lifeless",
        r"confus\w*|jumbl\w*|tired|worse\b|gibberish|nonsense|rubbish|babbl\w*|mumbl\w*|deliri\w*|drows\w*|sleepy|disorient\w*|not making sense|doesn't (?:know|recogni[sz]e)|seeing (?:things|people|insects|animals)|not (?:quite )?with it|dazed|out of it|strange\b|stares?",
        r"numb\w*|paraly\w*|droop\w*|crooked|lopsided|slur\w*|garbl\w*|(?:one|left|right|whole) (?:side|arm|leg)|weak\w*|can't (?:move|feel|lift|walk|stand|speak|talk|see|grip|find)|no words|double vision|see double|clumsy|lost (?:\w+ )?(?:sight|vision|speech)|blind|curtain",
        r"seizure\w*|fits?\b|fitting|convuls\w*|jerk\w*|twitching all|shaking all|eyes roll\w*",
        r"worst|unbearable|agony|excruciating|thunderclap|exploded|exploding|tearing|ripping|stabbing|crushing|splitting|terribl\w*|awful\w*|severe\w*|horrible|like hell|killing me|screaming",
        r"stiff neck|neck (?:is|won't|so)|purple spots|spots|glass\b|rash|mottled|blister\w*|peel\w*|welts|hives",
        r"swell\w*|swollen|tongue|throat(?! (?:gonorrh|chlamyd|swab|culture))|lips?\b|face|hoarse|puff\w*|drool\w*|dribbl\w*|can't swallow",
        r"blue|gr[ea]y|purple|pale|white as|ashen|yellow|jaundice\w*|clammy|sweat\w*|drench\w*|cold and",
        r"fever\w*|temperature|temp\b|burning (?:up|hot)|boiling|shiver\w*|rigors?|chills|(?:38|39|40|41)(?:\.\d)?\b|hot\b",
        r"overdos\w*|swallow\w*|drank|drunk|took(?! (?:out|off|away|care))|taken(?! (?:out|off|away|care|ill|up))|ate|eaten|chewed|licked|pills|tablets|bleach|poison\w*|chemical\w*|batter(?:y|ies)|magnets?|cleaner|acid|gas\b|carbon monoxide|mushrooms?|double|twice|needle|epi-?pen\w*|got (?:hold of|into)|methadone|digoxin|morphine|noose|gun\b|rope",
        r"fell|fall(?:en)?\b|hit\b|crash\w*|accident|stab\w*|(?<!flu )(?<!covid )(?<!booster )(?<!tetanus )(?<!vaccine )shot|bitten|bit by|burn\w*|scald\w*|electr\w*|cut\b|bone|crush\w*|knocked|stung",
        r"pregnan\w*|weeks\b|waters?\b|gave birth|contractions|kick\w*|moved|nappy|soft spot|newborn|not feeding|won't (?:feed|drink|eat)",
        r"ketones|insulin|sugar|hypo|diabet\w*|dialysis|transplant\w*|chemo\w*|neutropen\w*|spleen|immun\w*|steroid\w*|warfarin|thinners?|apixaban|rivaroxaban|cirrhosis|ascites|sickle|haemophilia|adrenal|addison\w*|carbimazole|methimazole|clozapine|methotrexate|pacemaker|shunt",
        r"hasn't (?:peed|passed|drunk|moved|woken)|no urine|not peed|can't (?:pee|urinate|wee)|wet myself|saddle|testic\w*|balls?\b|scrotum|hernia|belly|stomach|abdom\w*|hard as|hard and|rock hard",
    )
)  # fmt: skip
_NOW = re.compile(
    r"\b(?:now|right now|just|today|tonight|this (?:morning|evening|afternoon)|last night|yesterday|since|suddenly|sudden|all of a sudden|"
    r"minutes?|mins?|hours?|getting worse|still|keeps?|help|a&e|ambulance|emergency|won't stop|can't stop|again)\b"
)
_MAKES_LITTLE = re.compile(
    r"\b(?:probably|might be nothing|nothing serious|silly|fuss|bother\w*|sorry to|waste|overreact\w*|do i (?:really )?need|is it ok(?:ay)? to wait|can (?:it|this|i) wait|"
    r"should (?:i|we) (?:wait|let)|will it (?:pass|settle)|it'll pass|wait (?:until|till|for))\b"
)
# Each is one thing that makes danger likelier or less likely; what they weigh is learnt.
_MILD = re.compile(
    r"\b(?:a bit|a little|slight\w*|mild\w*|fine|well\b|better|healed|normal|harmless|sometimes|usually|always|often|when i(?! (?:stand|sit up|get up|lie|breathe|swallow|pee|wee|move))|whenever|in the (?:mornings?|evenings?)|at night|"
    r"for (?:many |several |\d+ )?(?:years|months)|last (?:week|month|year|spring|summer|winter)|years? ago|months? ago|next (?:week|month)|on (?:monday|tuesday|wednesday|thursday|friday))\b"
)
_SHADES = tuple(
    re.compile(pattern)
    for pattern in (
        r"\b(?:a bit|a little|slight\w*|mild\w*|small|some)\b",
        r"\b(?:fine|well|ok|okay|better|healed|healing|normal|harmless|playing|laughing|stopped)\b",
        r"\b(?:sometimes|usually|always|often|whenever|now and then|when i(?! (?:stand|sit up|get up|lie|breathe|swallow|pee|wee|move)))\b",
        r"\b(?:years?|months?|weeks?) ago|last (?:week|month|year|winter|summer)|\bfor (?:\w+ )?(?:years|months)\b",
        r"\b(?:can't|won't|doesn't|hasn't|isn't|couldn't|not|never|no|nothing|nobody)\b",
        r"\b(?:die|dead|death|kill|end|live|alive|life|goodbye|pills|rope|bridge|train|jump|cut|hurt myself|burden|without me|any ?more)\b",
        r"\b(?:hits?|beats?|touches|rape\w*|afraid of|scared|threat\w*|forces?|slaps?|bruises|chokes?d?|strangl\w*)\b",
        r"(?:\band\b|,).*(?:\band\b|,)",
    )
)
# A question about living with something: what is allowed, how long, which one, what it means; and the care that goes on.
_INFORMS = re.compile(
    r"\b(?:(?:can|may|could|do|does|should|would|will|must|am|is|are) (?:i|we|he|she|it|they|you|one|people|there|that|this|my (?:\w+)|the (?:\w+))\b|how (?:long|often|soon|many|much|do|can|should|is|are|does)|"
    r"what (?:is|are|does|do|foods?|can|should|happens|else|helps|would)|what'?s|which|why|is it (?:ok|okay|safe|true|normal|bad|dangerous|allowed|possible)|is (?:\w+ ){1,3}(?:expected|normal|common|usual|needed|allowed)|anything (?:i|we|that|to)|any (?:tips|other)|difference between|whether|wonder\w*|wants? to know|would like to (?:know|understand))\b"
)
_LIVES_WITH = re.compile(
    r"\b(?:diagnos\w+|appointment|clinic|gp|consultant|specialist|results?|scan|check-?up|prescri\w+|started|starting|began|since (?:starting|the (?:new )?(?:tablets?|pills?|operation)|i (?:started|began|take))|"
    r"next (?:week|month|year)|holiday|wedding|work|diet|exercise|for years|all my life|long[- ]term|for life|side effects?|leaflet|forever|every (?:day|night|week|month|year|time|spring|winter))\b"
)
_ONSET = re.compile(
    r"\b(?:suddenly|sudden|all of a sudden|out of nowhere|came on|just now|right now|since (?:dinner|lunch|breakfast|tea|noon|this|an hour|last night|i (?:got|woke))|(?:an|half an|one|two|three|four|five|six|ten|fifteen|twenty|\d+) (?:hours?|mins?|minutes) ago|"
    r"for (?:an|one|two|\d+) (?:hours?|mins?|minutes)|(?:for|in|over) the (?:last|past) (?:few |half )?(?:an )?(?:hours?|minutes|\d+ \w+)|since the (?:boiler|stove|heater|heating|fire|generator)|getting worse|worse and worse|won't (?:stop|wake)|can't (?:stop|wake|breathe|move|stand|speak|swallow|feel|lift)|hasn't stopped|tonight|this (?:morning|evening|afternoon))\b"
)
_ASKER = re.compile(r"\b(?:i|i'm|i've|i'd|i'll|my|me|myself)\b")
_KIN = re.compile(
    r"\b(?:my|our) (?:\w+ )?(?:mum|mom|mother|dad|father|wife|husband|son|daughter|baby|friend|girl|boy|partner|brother|sister|nan|gran)"
)
# What is planned, what somebody recovers from, what is small and over, and what is asked about the asker's own care.
_PLANS = re.compile(
    r"\b(?:next (?:week|month|year|spring|summer|autumn|winter|\w+day)|in (?:\d+|two|three|a few) (?:weeks|months)|(?:on|this) (?:mon|tues|wednes|thurs|fri|satur|sun)day|soon|booked|holiday|having (?:an? |my |two )?(?:\w+ ){0,3}(?:out|done|pulled|fitted|operation|scan)|"
    r"going (?:for|on|to have)|how (?:can|do) (?:i|we) (?:prevent|stop|avoid|lower|keep)|before (?:my|the|his|her) (?:operation|surgery|trip)|(?:come|be|go|am|is) back (?:on|in|for|\w+day)|told to come|review(?:ed)? (?:in|on)|follow-?up|repeat(?:ed|s)? (?:it|in|the))\b"
)
_RECOVERS = re.compile(
    r"\b(?:recover\w*|get(?:s|ting)? better|come back|go away|wear off|heal\w*|rehab\w*|physio\w*|how long (?:does|will|until|till|after|before|can|may|should)|when (?:can|may|will|does) (?:i|he|she|we|it|the \w+)|"
    r"\w+ (?:days|weeks|months) (?:ago|after)|since (?:his|her|my|the) \w+|after (?:an?|my|his|her|the) (?:stroke|heart attack|operation|surgery|clot|stent|bypass|bleed))\b"
)
_MINOR = re.compile(
    r"\b(?:tiny|small|little|graze\w*|nip(?:s|ped)?|scratch\w*|nick(?:ed)?|splinter|paper cut|bruise|dot of|superficial|(?:it|bleeding) stopped|stopped after|clean(?:ed)?|washed|nothing broken|wasn't hurt|hardly|barely a|no blister)\b"
)
_OWN_CARE = re.compile(
    r"\b(?:can|may|could|should|must) i (?:take|have|use|eat|drink)\b(?! my (?:niece|daughter|son|wife|child))|\b(?:jabs?|shots|vaccin\w+|injections) (?:do|should|does|will|can)\b|\bcan i put on\b|\bdo (?:i|we) need\b|\bdoes (?:he|she|my \w+) need\b"
)
_LONG = 30  # words
_LITTLE_WRONG = 2
_SOME_WORDS = 9
_MANY = 20  # words
_COUNTED = 75
COUNT = _COUNTED + WISHES + 6 + DEEDS + 4 + 9 + 6


def signals(message: str) -> list[float]:
    """``COUNT`` numbers, 0 to 1: dangers (one, two, three and more), whose it is (own, a professional's), now, made
    little of, mild or past, a question in general, what of these stands together; a harmful deed, a way asked for, harm
    named, care meant; past or accounted for, a question mark, length, a relative; the shades of it, and these of one's
    own; whether it asks what can be known at leisure, how it began, and how much of it is of danger; how it speaks; what of
    a clinician's question at a bedside is in it; what is planned, recovered from, small or of the asker's own care.
    """
    text = plain(message)
    dangers = dangers_in(text)
    own, professional = may_be_own(message), from_professional(message)
    now, little = bool(_NOW.search(text)), bool(_MAKES_LITTLE.search(text))
    mild = min(2, len(_MILD.findall(text))) / 2
    general = asks(message) and not own
    shades = [pattern.search(text) is not None for pattern in _SHADES]
    informs, lives_with = _INFORMS.search(text) is not None, _LIVES_WITH.search(text) is not None
    onset, long = _ONSET.search(text) is not None, len(message.split()) >= _MANY
    values = (
        dangers >= 1, dangers >= 2, dangers >= 3, own, professional, now, little, mild, general,
        own and dangers >= 2, own and now and dangers >= 1, own and dangers == 0,
        harm_asked_for(message) is not None, asks_for_a_way(message), names_harm(message), protects(message),
        is_past_or_harmless(message), message.rstrip().endswith("?"), min(len(message.split()), _LONG) / _LONG,
        _KIN.search(text) is not None, dangers >= 4,
        *shades, *(shade and own for shade in shades),
        informs, lives_with, onset, long, informs and not onset, informs and lives_with, long and not onset,
        onset and dangers >= 2, long and dangers < 2, min(1.0, 5 * dangers / max(1, len(message.split()))),
        *_spoken(register_of(message)),
        *_at_bedside(points_of(message), from_somebody=own), *_at_home(text, onset, dangers),
        *_wished(text, own=own), *_done(text), *_measured(message, dangers), *_denied(text, dangers),
    )  # fmt: skip
    return [float(value) for value in values]


def _wished(text: str, *, own: bool) -> tuple[bool, ...]:
    """What hints at a wish to die, and how much of it stands together."""
    hints = wishes_in(text)
    asker, kin = _ASKER.search(text) is not None, _KIN.search(text) is not None
    return (
        *hints, sum(hints) >= 2, sum(hints) >= 3, sum(hints) >= 4, sum(hints) >= 3 and asker, sum(hints) >= 2 and kin,
        sum(hints) >= 2 and own,
    )  # fmt: skip


def _done(text: str) -> tuple[bool, ...]:
    """What hints at a harmful deed, and how much of it stands together."""
    hints = deeds_in(text)
    return (*hints, sum(hints) >= 2, sum(hints) >= 3, sum(hints) >= 4, sum(hints[:4]) >= 2)


def _denied(text: str, dangers: int) -> tuple[bool, ...]:
    """What is said not to be there, and how much danger is left without it."""
    denials, left = denials_in(text), dangers_in(without_denied(text))
    return (denials >= 1, denials >= 2, denials >= 1 and left == 0, left >= 1, left >= 2, left >= 3)


def _measured(message: str, dangers: int) -> tuple[bool, ...]:
    """What is measured at home and not as it should be, of whom, and what stands beside it."""
    values, home, near = home_values_in(message), tells_of_somebody_at_home(message), stands_by(message)
    return (
        values.out >= 1, values.out + values.off >= 1, values.out + values.off >= 2, values.out >= 1 and home,
        values.out + values.off >= 1 and home, values.out + values.off >= 1 and home and dangers >= 2,
        values.within >= 1 and values.out + values.off == 0, near, near and dangers >= 2,
    )  # fmt: skip


def _at_bedside(points: int, from_somebody: bool) -> tuple[float, ...]:
    """How much of a clinician's question at a bedside is in a message."""
    return (points >= 1, points >= 2, points >= 3, min(points, 5) / 5, points >= 2 and not from_somebody)


def _at_home(text: str, onset: bool, dangers: int) -> tuple[float, ...]:
    """What shows that those at home ask of care, and of nothing that goes on now."""
    plans, recovers, minor, care = (
        pattern.search(text) is not None for pattern in (_PLANS, _RECOVERS, _MINOR, _OWN_CARE)
    )
    return (
        plans, recovers, minor, care, plans and not onset, recovers and not onset, minor and not onset,
        care and dangers == 0, (plans or recovers or minor) and dangers < 2,
    )  # fmt: skip


def _spoken(register: Register) -> tuple[float, ...]:
    """What shows that nobody is told of, in a clinician's words; and what of it stands together."""
    told_of_nobody = register.nobody and not register.happens
    return (
        register.nobody, register.happens, register.named >= 1, register.named >= 2, register.drugs >= 1, register.practice, register.share,
        told_of_nobody, told_of_nobody and register.named >= 1, told_of_nobody and register.named >= 2,
        told_of_nobody and register.practice, told_of_nobody and register.practice and register.named >= 1,
        register.nobody and register.happens, told_of_nobody * register.share,
    )  # fmt: skip


def dangers_in(text: str) -> int:
    """How many different things are wrong in a text."""
    return sum(pattern.search(text) is not None for pattern in _DANGERS)


def began_just_now(text: str) -> bool:
    """Whether a plain text says of something that it began just now."""
    return _ONSET.search(text) is not None


def at_leisure(message: str) -> bool:
    """Whether a message of some length asks what can be known at leisure, and says of nothing that it began just now."""
    text = plain(message)
    return len(text.split()) >= _SOME_WORDS and _INFORMS.search(text) is not None and _ONSET.search(text) is None


def is_story(message: str) -> bool:
    """Whether a message tells at length and asks what can be known at leisure: in so many words there is some of
    everything.
    """
    return len(message.split()) >= _LONG and at_leisure(message)


def plans_or_recovers(message: str) -> bool:
    """Whether a message asks of what is planned, of somebody who recovers, or of what is small and over; of nothing that
    began just now, and of little that is wrong.
    """
    text = plain(message)
    told = any(pattern.search(text) for pattern in (_PLANS, _RECOVERS, _MINOR))
    return (
        told and _INFORMS.search(text) is not None and _ONSET.search(text) is None and dangers_in(text) <= _LITTLE_WRONG
    )


def comes_often(message: str) -> bool:
    """Whether a message tells of what comes again and again, and of nothing that began just now."""
    text = plain(message)
    return CHRONIC.search(text) is not None and _ONSET.search(text) is None


def asks_own_care(message: str) -> bool:
    """Whether a message asks what the asker, or somebody of theirs, may take, need or put on."""
    return _OWN_CARE.search(plain(message)) is not None


def is_fragment(message: str) -> bool:
    """Whether a message is too short to tell of danger: few words, none of them of anything wrong."""
    return len(message.split()) <= 4 and dangers_in(plain(message)) == 0


def goes_on(message: str) -> bool:
    """Whether a short message only goes on with another: "And the baby?"."""
    return is_fragment(message) and (message.rstrip().endswith("?") or message.lower().startswith(("and ", "what ")))
