"""Signs of self-harm and of suicidal thoughts, in plain words and veiled."""

from __future__ import annotations

import re

from service.safety.distress.past import is_denied
from service.safety.distress.person import is_own
from service.safety.distress.wording import plain

_ONE = r"(?:myself|himself|herself|themselves)"
_SELF_HARM = re.compile(
    "|".join(
        rf"\b(?:{pattern})"
        for pattern in (
            # to die
            rf"(?:kill|hang|shoot|drown|poison|stab|gas|strangle|suffocat)(?:ing|ed)? {_ONE}|kill me\b",
            r"(?:end|tak)(?:e|ing)? (?:my|his|her|their) (?:own )?li(?:fe|ves)\b|commit\w* suicide|suicidal|attempt\w* suicide",
            r"end(?:ing)? it (?:all|tonight|now|today|soon)\b|end it\b(?= *$)|get it over with|do away with " + _ONE,
            r"(?:want(?:s|ed|ing)?|ready|going|like|wish|rather|hope) (?:to )?(?:die|be dead|disappear for ever)\b"
            r"(?! (?:at home|peacefully|with dignity|in (?:a )?hospice|of old age))",
            r"(?:quick|eas|painless|peaceful|best|sur|fast)\w* (?:way|method) to (?:die|go|end)\b|ways to die\b|how (?:to|do i|can i) die\b",
            r"(?:don't|doesn't|do not|didn't|no longer) want(?:s|ed)? to (?:live|be alive|wake up|be here|exist|go on(?! with| a| holiday| an))|"
            r"wish\w* (?:i|he|she) (?:was|were|had been) (?:dead|never born)|(?:sleep|asleep)\b.{0,20}\b(?:never|not) wake up|to not wake up",
            r"hid(?:e|ing) (?:the |my |their )?(?:cuts|cutting) (?:on|from)|want to dye\b(?! (?:my|her|his|the|it|hair|some|this|a)\b)|(?:better|easier|thinking|going|want) (?:\w+ )?to save (?:them|it all|my (?:tablets|pills|meds)) up\b|blood on (?:her|his) (?:sheets|sleeves|arms)\b(?=.*\b(?:blades?|razor)\b)",
            # life is no longer wanted
            r"(?:better|rather be) (?:off )?dead|(?:better|happier|easier)\b.{0,25}\b(?:without (?:me|him|her)|(?:i|he|she) (?:weren't|wasn't|was|were) (?:not |no longer )?"
            r"(?:in it|here|there|around|gone|dead))\b|(?:nobody|no one|no-one) (?:would|will) (?:\w+ )?(?:miss|care|notice)\b",
            r"(?:no|see (?:a|any|the|no)|any|what's the) (?:reason|point|sense|future|way out)\b(?: (?:to|in|for|of) (?:live|living|go on|going on|life|carry on|being alive|anything|it all)| any ?more| anymore|\W*$)",
            r"(?:life|living) (?:is|isn't|seems?|feels?) (?:not |no longer )?(?:worth|pointless|meaningless)|give up on life|"
            r"(?:tired|sick|done|finished|fed up|had enough) (?:of|with) (?:living|life|being alive|it all|everything|this world)\b",
            r"can't (?:go on|live|take it|do this|carry on|cope) (?:any ?more|any longer|like this)|want (?:it|this|everything) (?:all )?to (?:stop|end|be over)",
            # harming oneself
            rf"(?:hurt|cut|harm|burn|starv)(?:e|ed|ing|ting)? {_ONE}|self[- ]?harm(?:ed|ing)?\b|cut (?:too|so) deep|"
            rf"(?:don't|not|doesn't) (?:feel )?safe (?:with|around|from) {_ONE}|(?:scared|afraid|frightened) of what (?:i|he|she) (?:might|may|could|will) do|"
            rf"do something (?:stupid|bad|terrible) to {_ONE}",
            r"(?:slic|slash|carv)(?:e|es|ing|ed)? (?:at )?(?:my|his|her) (?:\w+ )?(?:arms?|legs?|thighs?|wrists?|skin)\b|cut(?:ting)? (?:my|his|her) (?:wrists|arms|thighs|legs)\b|"
            r"(?:cutting|burning|scratching|hurting)\b(?: \w+){0,3}? (?:is|makes|calms|helps)\b[^.?!]{0,20}\b(?:only thing|calm\w*|helps|relief|release)\b",
            r"(?:relapsed with|been|back to|keep|started|stop) cutting\b(?! (?:down|back|out|off|the|my (?:dos|hours|food|salt)))|off(?:ing|ed)? myself|ctb\b|hurt(?:ing)? my (?:arms?|legs?|thighs?)\b(?= *$)",
            # to be sure of it, and no way on
            r"(?:least pain\w*|painless|gentlest?|quickest|most painless) (?:\w+ )?(?:ways?|end|method|exit)\b|which (?:\w+ ){0,3}(?:tablets|pills|meds) (?:\w+ )?(?:kills?|do it)\b|take to die (?:from|by) (?:an? )?(?:insulin|\w*cetamol|pills|tablets|overdose|hanging|bleeding)",
            r"(?:death|dying) would be (?:nice|better|easier|good|a relief)|(?:why|reason) (?:i )?(?:should |to )?(?:carry on|go on|keep (?:on )?(?:going|living))\b|can't (?:bear|face|do|take) (?:another|one more) (?:day|night)|can't do life|i want out\b(?= *$| of (?:this )?life)",
            r"(?:i'm|he's|she's) (?:up )?on the (?:roof|ledge|bridge|tracks|railway)\b|(?:it's|this is) my last (?:night|day|message)|left a note\b(?=.*\b(?:gone|missing|disappeared|not answering|isn't answering)\b)|"
            r"(?:drive|driving|steer) (?:\w+ )?(?:into|off) (?:a |the )?(?:wall|tree|bridge|cliff|lorry|truck|river)\b",
            # means and farewells
            r"(?:think\w*|thoughts?|dream\w*|picture|imagin\w*|feel like) (?:about |of )?(?:driving|crashing|walking|stepping|swerving|going)(?: \w+){0,2}? (?:into (?:a |the )?(?:tree|wall|river|sea|water|traffic)|in front of|off (?:a|the))\b",
            r"jump(?:ing)? (?:off|from|in front of) (?:a|the|my)\b|(?:goodbye|suicide|farewell) (?:letter|note|message)s?|(?:says?|said|saying) goodbye to everyone|"
            r"(?:pills|tablets|rope|gun|blades?|razor|knife) (?:\w+ )?in (?:front of me|my hand)|\bnoose\b|bought a rope",
            r"(?:tak(?:e|ing)|swallow(?:ing)?|inject(?:ing)?|overdos(?:e|ing) on) all (?:of )?(?:my|the|his|her) (?:\w+ )?"
            r"(?:pills|tablets|meds|medications?|medicine|insulin|painkillers|sleeping)|enough to (?:kill|die)|(?:should i|want to|going to|plan to|thinking of) (?:just )?overdos\w+",
            # how surely a height, a train or a gas does it
            r"(?:how (?:high|tall|deep|many (?:floors|storeys|stories))|what (?:height|drop)|which (?:\w+ )?(?:bridge|roof|cliff|platform))\b(?!.*\b(?:fell|fall\w*|dive|diving|scan|ct|trauma|injur\w*)\b)"
            r"(?=.*\b(?:bridge|roof|floors|storeys|stories|cliff|balcony|pier|platform|height|drop)\b)(?=.*\b(?:need\w*|enough|sure|certain|do it|work|survive|jump|have to be|does it)\b)",
            r"train\w*\b.{0,20}\b(?:doesn't|don't|not) stop\b|(?:in a|sit in the|with the) (?:running car|car running|engine on)\b.{0,20}\b(?:how long|quick|painless|take)\b|how long\b.{0,20}\b(?:in a running car|with the engine on)\b",
            r"how (?:many|much) (?:\w+ ){1,4}(?:do i|would i|should i|does it|would it) (?:need|take|have)\b.{0,20}\b(?:die|kill|wake up|overdose)",
        )
    )
)
_ACCIDENT = re.compile(
    r"\b(?:by accident|accidentally|shaving|cooking|kitchen|paper|knife while|slicing|gardening|laughing)\b"
)


_LONG_AGO = re.compile(
    r"\bwhen i was (?:\d+|a |young|at school)|\bas a (?:teen\w*|child|kid|student)\b|\b(?:many |several |\d+ |ten |twenty )years ago\b|\bi used to\b|\bin (?:19|20)\d\d\b|\bin (?:my|his|her|their) (?:(?:early |late )?(?:teens|twenties|thirties)|youth|childhood)\b"
)
_AGAIN = re.compile(
    r"\b(?:again|(?<!can i )(?<!may i )(?<!can he )(?<!can she )still|tonight|keep|want|wish|going to|thinking|lately|these days|plan\w*)\b"
)


# "Can hepatitis kill me?", "am I going to die of it?": an illness is feared, and no wish is told.
_FEARS_ILLNESS = re.compile(
    r"\b(?:can|could|will|would|does|might|may|is|are|if)\b(?! (?:some|any)(?:one|body)\b| you\b)[^.?!]{0,60}\bkill me\b|"
    r"\b(?:am i|is (?:he|she|it|(?:my|our) \w+)|are (?:we|they)) (?:\w+ )?going to die\b|\bgoing to die (?:of|from|if|young|early|one day)\b"
)


def tells_of_self_harm(text: str) -> bool:
    """Whether a plain text says of the asker, or of somebody of theirs, that they harm themselves or want to die."""
    return any(
        is_own(text, match, spoken=_spoken(match))
        and not is_denied(text, match)
        and not _by_accident(text, match)
        and not _feared(text, match)
        for match in _SELF_HARM.finditer(text)
    )


# Something was taken or done already: it is an emergency, too.
_DONE = re.compile(
    r"\b(?:took|taken|swallowed|drank|drunk|injected|eaten|overdosed|slashed|jumped|downed|(?:i|he|she)(?:'ve|'s| have| has)? (?:just )?(?:had|did) (?:all|about|maybe|the lot|\d+)|"
    r"(?:walked|drove) into|(?:got|cut) (?:him|her|them) down|(?:noose|ligature|bag|belt|rope) (?:on|round)|(?:hose|gas|motor|engine|car) (?:\w+ )?(?:on|running|thing)|cut (?:my|his|her) (?:\w+ )?(?:wrists?|neck|throat|arms?|thighs?|legs?)|it's done|inside me|in me\b)"
)
_NOT_DONE = re.compile(
    r"\b(?:haven't|hasn't|didn't|not|never|if (?:i|he|she|someone|somebody|you)|would|could|might|years ago|thinking of|want to have) (?:\w+ )?(?:took|taken|swallowed|drank|injected|cut|jumped|just took)\b"
)


def is_done(message: str) -> bool:
    """Whether something was taken or done already."""
    text = plain(message)
    return _DONE.search(_NOT_DONE.sub(" ", text)) is not None


def _by_accident(text: str, sign: re.Match[str]) -> bool:
    if _LONG_AGO.search(text) and not _AGAIN.search(text):
        return True
    return sign.group().startswith(("cut", "hurt", "burn")) and _ACCIDENT.search(text) is not None


def _feared(text: str, sign: re.Match[str]) -> bool:
    return any(found.start() <= sign.end() and sign.start() <= found.end() for found in _FEARS_ILLNESS.finditer(text))


def _spoken(sign: re.Match[str]) -> bool:
    """Whether it is how people speak ("no point in living"), not how a thing is called ("suicidal ideation")."""
    return re.match(r"suicid|commit|attempt|self|jump|hurt|harm|cut|burn|starv|suffocat", sign.group()) is None
