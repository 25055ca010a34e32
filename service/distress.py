"""Is somebody in danger now? Signs of emergencies and of self-harm, and of whom they are said. Patterns; no model.

What matters besides the sign is whose it is: the asker's own, or that of somebody of theirs ("my husband"), and not
that of a patient in a professional's question, a thing of years ago, or a matter of knowledge.
"""

from __future__ import annotations

import re
from enum import StrEnum

from service.spelling import slips_between


class Distress(StrEnum):
    """What somebody is in need of."""

    EMERGENCY = "emergency"
    SELF_HARM = "self_harm"


def distress(message: str) -> Distress | None:
    """What the message says of somebody in danger now; None when it says nothing of the kind."""
    text = _plain(message)
    if any(_is_own(text, match, spoken=_spoken(match)) and not _by_accident(text, match) for match in _SELF_HARM.finditer(text)):
        return Distress.SELF_HARM
    for pattern in (*_SIGNS, *_TOGETHER):
        if any(_is_own(text, match) and not _exempt(text, match) for match in pattern.finditer(text)):
            return Distress.EMERGENCY
    return None


# How it is written

_CONTRACTED = {
    "cant": "can't", "cannot": "can't", "wont": "won't", "dont": "don't", "doesnt": "doesn't", "isnt": "isn't",
    "arent": "aren't", "hasnt": "hasn't", "havent": "haven't", "didnt": "didn't", "couldnt": "couldn't", "im": "i'm",
    "ive": "i've", "hes": "he's", "shes": "she's", "theyre": "they're", "wanna": "want to", "gonna": "going to",
    "blod": "blood", "pian": "pain", "breth": "breath", "kms": "kill myself", "unalive": "kill",
}  # fmt: skip
# Words of distress that are recognised with a slip of the pen in them, and words that are no slips of them.
_SPELT = (
    "vomiting", "vomited", "breathe", "breathing", "unconscious", "unresponsive", "collapsed", "seizure", "stroke", "bleeding",
    "swallowed", "overdose", "overdosed", "choking", "suicidal", "suicide", "thoughts", "allergic", "swollen", "headache", "paralysed",
)  # fmt: skip
_NO_SLIPS = frozenset(["breeding", "blending", "pleading", "breather", "stoke", "strobe", "swallows", "vomitus", "swelled"])


def _plain(message: str) -> str:
    """In small letters, contractions and the commonest slips of the pen put right."""
    text = message.lower().replace("’", "'")
    text = re.sub(r"\b(can|could|do|does|is|are|has|have|will) not\b", lambda m: f"{m[1]}n't".replace("cann't", "can't"), text)
    return re.sub(r"[a-z][a-z']+", lambda match: _spelt(match.group()), text)


def _spelt(word: str) -> str:
    if word in _CONTRACTED:
        return _CONTRACTED[word]
    if len(word) < 6 or word in _NO_SLIPS:
        return word
    for right in _SPELT:
        if word[0] == right[0] and abs(len(word) - len(right)) < 2 and slips_between(word, right, 1) == 1:
            return right if word.rstrip("s") != right else word
    return word


# Of whom it is said

_KIN = (
    r"mother|father|mum|mom|dad|mummy|daddy|wife|husband|hubby|spouse|partner|fianc\w+|son|daughter|child|children|kids?|baby|newborn|"
    r"toddler|infant|boy|girl|twins?|brother|sister|grand\w+|granny|nan|gran|friend|best friend|mate|boyfriend|girlfriend|uncle|aunt|"
    r"cousin|nephew|niece|neighbou?r|colleague|coworker|roommate|flatmate|parents?|\d+[- ](?:year|month|week|day)s?[- ]old"
)
_SUBJECT = re.compile(
    r"(?P<other>\b(?:(?:my|our|the|a|his|her) (?:[\w-]+ ){0,3}?)?(?:patients?|pts?|clients?|residents?|inpatients?)\b"
    r"|\b\d+ ?(?:m|f|yo|y/o|yom|yof)\b"
    r"|(?<!my )(?<!our )\b(?:an? |\d+[- ](?:year|month|week|day)s?[- ]old )+(?:[\w-]+ ){0,2}?"
    r"(?:man|woman|male|female|boy|girl|lady|gentleman|child|infant|baby|toddler|neonate|newborn|person|adult|adolescent|teenager|smoker)\b"
    r"|\b(?:men|women|children|infants|neonates|babies|adults|adolescents|people|persons|someone|somebody|anyone|one)\b)"
    rf"|(?P<own>\b(?:my|our) (?:own |[\w'-]+ ){{0,2}}?(?:{_KIN})\b|(?:^|[.,!?;] ?)(?:mum|mom|dad|granny|grandma|grandad|granddad|hubby|baby)\b"
    r"|\b(?:i|i'm|i've|i'd|i'll|we|we're|we've)\b)"
    r"|(?P<back>\b(?:he|she|they|him|he's|she's|they're|the (?:baby|child|kid|boy|girl|man|woman))\b)"
)
# "How do I treat …": who asks so is not who suffers.
_PRACTISES = re.compile(
    r"\b(?:how|what|when|which|whether|should|can|could|may|must|do|would|shall) (?:\w+ ){0,3}?(?:i|we) (?:\w+ )?(?:treat|manage|give|assess|intubate|"
    r"prescribe|order|start|use|approach|investigate|diagnose|differentiate|distinguish|counsel|recogni[sz]e|handle|monitor|grade|dose|"
    r"transfuse|anticoagulate|screen|refer|admit|expect|interpret|rule out|work up)\b"
)
_PROFESSIONAL = re.compile(
    r"\b(?:patients?|pts?|guidelines?|management|differential|work-?up|first[- ]line|prognosis|mortality|incidence|prevalence|dos(?:e|es|ing|age)|"
    r"\d+ ?(?:mg|mcg|ml|g)\b|criteria|score|algorithm|protocol|empirical|indicated|eligible|thrombolysis|gcs|nihss|hb|ecg|troponin|"
    r"present(?:s|ing)|admitted|ward|resus|icu|clinic|treatments?|intervention|screening|saturation|first aid|side effects?|causes? of)\b"
)
_NOW = re.compile(
    r"\b(?:right now|just now|tonight|today|this (?:morning|evening|afternoon)|last night|since (?:this|last|an|one|yesterday)|"
    r"(?:an|one|half an|two|\d+) (?:hours?|minutes?|mins?)|suddenly|help|a lot of it)\b"
)
_ASKER = re.compile(r"\b(?:i|i'm|i've|my|me|myself)\b")
_ELLIPTIC = re.compile(
    r"^\W*(?:(?:still|just|keep|been|not|help|please|pls|so|and|now)\W+)*(?:\w+ing\b|can't|couldn't|took|taken|swallowed|vomited|threw)"
)


def _is_own(text: str, sign: re.Match[str], spoken: bool = False) -> bool:
    """Whether a sign is said of the asker or of somebody of theirs: the nearest person before it tells.

    ``spoken``: words that people say of themselves, so that nobody has to be named.
    """
    asked = [match.span() for match in _PRACTISES.finditer(text)]
    subjects = [
        match for match in _SUBJECT.finditer(text)
        if match.start() <= sign.end() and not any(a <= match.start() < b for a, b in asked)
    ]  # fmt: skip
    before = [match for match in subjects if match.start() <= sign.start()] or subjects
    for match in reversed(before):
        if match["other"]:
            return False
        if match["own"]:
            return True
    if _PROFESSIONAL.search(text):
        return False
    if before:  # "she's not breathing": nobody else has been named
        return True
    if asked:
        return False
    return spoken or bool(_ASKER.search(text) or _NOW.search(text) or _ELLIPTIC.search(text))


# What cannot wait

_FEW = r"\W+(?:[\w']+\W+){0,5}?"  # up to five words between
_SWELL = r"(?:swell\w*|swollen|clos(?:ing|es|ed)|puff\w*)"
_SIGNS = tuple(
    re.compile(pattern)
    for pattern in (
        # blood
        rf"\b(?:vomit\w*|thr[eo]w\w*(?: up)?|cough\w*|puk\w*|spit\w*|spat|spew\w*|bring\w* up|brought up){_FEW}blood",
        rf"\bblood{_FEW}(?:vomit\w*|puke|sick)\b|\bcoffee[- ]grounds?\b",
        rf"\bbleed\w*{_FEW}(?:heavily|a lot|lots|badly|out|everywhere|non-?stop|won't stop|doesn't stop|can't stop|hasn't stopped)\b",
        r"\b(?:won't|can't|doesn't|hasn't) stop(?:ped)? (?:the )?bleeding\b|\bsoak\w* (?:a|through)\b.{0,20}\bpads?\b|\bbleeding won't stop\b",
        rf"\btarry\b|\bheavy bleeding\b|\bblood{_FEW}(?:pouring|gushing|spurting)",
        # chest and breath
        rf"\bchest{_FEW}(?:pains?|pressure|tight\w*|hurts?|hurting|crush\w*|heav\w*|squeez\w*|ache\w*|aching)\b",
        rf"\b(?:pains?|pressure|tight\w*|crush\w*|heav\w*|squeez\w*|pressing|tearing|stabbing){_FEW}chest\b",
        rf"\b(?:can't|couldn't|unable to|hardly|barely|struggl\w* (?:to|for)|difficulty|trouble|hard to|gasping|fighting for){_FEW}breath\w*",
        r"\b(?:not|stopped|isn't|aren't|no longer) breath\w*|\bcan't (?:finish|complete|say) a (?:full |whole )?sentence\b",
        # consciousness and nerves
        r"\b(?:unconscious|unresponsive|passed out|collapsed|knocked out)\b|\b(?:isn't|not|doesn't|aren't|won't) respon\w+",
        r"\bwon't (?:\w+ )?wak\w+|\bcan't (?:be woken|wake (?:him|her|them|my))\b|\b(?:isn't|not|aren't) waking\b|\bblack\w* out\b.{0,30}\btoday\b",
        rf"\b(?:face|mouth|smile){_FEW}(?:droop\w*|dropp\w*|lopsided|hanging)|\bslurr\w*|\bspeech{_FEW}slurred",
        r"\bcan't (?:move|feel|lift|raise) (?:my|his|her|one|the|their|both)?\W*(?:[\w']+ )?(?:arms?|legs?|side|face|hands?)\b",
        rf"\bsudden\w*{_FEW}(?:can't (?:talk|speak|see|walk|move)|blind|lost (?:\w+ )?(?:vision|sight|speech)|limp)\b|\barm is limp\b",
        r"\b(?:suddenly )?(?:lost (?:\w+ )?(?:vision|sight)|went blind)\b|\bcan't (?:speak|talk) (?:properly|anymore|any more|clearly)\b",
        r"\b(?:worst|thunderclap|sudden severe|suddenly|excruciating) (?:\w+ ){0,2}?headache|\bheadache of (?:my|his|her) life\b",
        r"\b(?:having|has|have|is|had) (?:an? )?(?:\w+ )?(?:seizure|fit|convulsions?|seizing|fitting)\b(?!ness)",
        r"\b(?:having|be|is|get|getting|have) (?:had )?(?:a |an )?(?:heart attack|stroke|severe allergic reaction|anaphyla\w+)\b",
        # airway and allergy
        rf"\b(?:throat|tongue|lips?|face|mouth|airway){_FEW}{_SWELL}|\bchoking\b(?! hazard)|\ballergic reaction{_FEW}(?:breath\w*|throat|faint)",
        r"\b(?:can't|unable to) swallow\b.{0,40}\bdrool\w*",
        rf"\b(?:turn\w*|going|gone|went|is|are|look\w*) (?:\w+ )?blue\b|\bblue (?:lips|face)\b",
        # poison and injury
        r"\b(?:took|taken|take|swallow\w*|drank|drunk|ate|eaten|ingested|licked)\b(?:\W+[\w']+){0,6}?\W+(?:bleach|antifreeze|poison\w*|"
        r"batter(?:y|ies)|magnets?|drain cleaner|cleaning fluid|detergent|pesticides?|methanol|lye|too many|whole (?:box|pack\w*|bottle|strip)|"
        r"(?:bottle|box|packet|handful|fistful) of|all (?:of )?(?:my|the|his|her|their) (?:\w+ )?(?:pills|tablets|meds|medications?|medicine))\b",
        r"\b(?:took|taken|swallowed|ate) (?:about |over |like |some )?(?:[1-9]\d+|dozens of) (?!mg|mcg|µg|ml|g\b|units|years|days)(?:\w+ )?"
        r"(?:tablets|pills|capsules|paracetamols?|ibuprofens?|aspirins?)\b",
        r"\boverdos\w*|\b(?:bleach|cleaner|acid|chemicals?|lime)\b.{0,20}\b(?:eyes?|face)\b",
        r"\b(?:stabbed|gunshot|been shot|electrocuted|drowned|drowning|run over|hit by a (?:car|bus|train))\b",
        r"\bbitten by a (?:\w+ )?snake\b|\bsnake ?bite\b|\b(?:severed|cut off) (?:my|his|her)\b",
        # small children and pregnancy
        r"\b(?:weeks?|days?)[- ]old\b.{0,40}\b(?:fever|temperature|floppy|won't feed|(?:isn't|not) feeding)\b",
        r"\brash\b.{0,40}\b(?:(?:doesn't|won't|does not|not) (?:fade|disappear|go away)|glass)\b",
        r"\bbaby (?:\w+ )?(?:hasn't|isn't|not|stopped|has not|has stopped) (?:been )?mov\w+",
        rf"\bpregnan\w*{_FEW}bleed\w*",
    )
)
# What is an emergency only together with something else.
_FAINT = r"\b(?:faint\w*|dizzy|weak|light-?headed|pass(?:ing)? out|clammy|collaps\w*|confus\w*|drowsy|sleepy)\b"
_TOGETHER = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?:bleed\w*|blood|black stools?|black poo)\b(?=.*{_FAINT}|.*\ba lot\b)",
        rf"\b(?:heart|pulse)\b(?=.{{0,40}}\b(?:racing|pounding)\b)(?=.*(?:{_FAINT}|\bblack\w* out\b))",
        rf"\b(?:sugar|glucose)\b(?=.*(?:{_FAINT}|\bunconscious\b))",
        rf"\b(?:hit|banged|injured|hurt) (?:his|her|my|their) head\b(?=.*(?:{_FAINT}|\bvomit\w*|\bblood thinners?\b))",
        r"\bshort of breath\b(?=.*\b(?:chest|lips|suddenly|at rest|getting worse)\b)",
        r"\bfell\b(?=.*\bcan't (?:move|feel|get up)\b)",
    )
)
_REMOTE = re.compile(
    r"\b(?:years?|months?|decades?) (?:ago|back|earlier|later)\b|\blast (?:year|month|winter|summer|spring|autumn|fall)\b|\bin (?:19|20)\d\d\b|"
    r"\bas a (?:child|kid|teenager)\b|\bwhen i was\b|\bhistory of\b|\bduring (?:my|the|his|her) (?:operation|surgery|procedure|birth)\b|"
    r"\bfor (?:many |several |\d+ )?(?:years|months)\b|\bafter the (?:surgery|operation) weeks\b"
)
_HARMLESS = re.compile(
    r"\b(?:goes away|gone|better|relieved) (?:with|at|after|when) (?:\w+ )?rest\w*|\bbrush\w*|\bgums?\b|\bshaving\b|\bthrough (?:my|his|her) nose\b"
    r"|\ba little\b(?=.{0,20}\bbleed)|\bbleed\w* a little\b|\bwhen i press (?:on )?(?:it|my (?:chest|ribs))\b|\bruns? in the family\b"
)
_FEARED = re.compile(
    r"\b(?:risk|chances?|likelihood|odds|danger|signs?|symptoms?|prevent\w*|avoid\w*|reduc\w+|lower\w*|fear of|afraid of|scared of|"
    r"(?:worried|worry|worrying|anxious) about|protect\w*|after|from|could cause|can cause|died of)\W+(?:[\w']+\W+){0,3}$"
)
_DYED = re.compile(r"\b(?:iron|bismuth|liquorice|charcoal)\b")


def _exempt(text: str, sign: re.Match[str]) -> bool:
    """Whether a sign is past, feared or accounted for."""
    start = max(text.rfind(mark, 0, sign.start()) for mark in ".!?") + 1
    ends = [position for position in (text.find(mark, sign.end()) for mark in ".!?") if position >= 0]
    sentence = text[start : min(ends, default=len(text))]
    if _REMOTE.search(sentence) or _HARMLESS.search(sentence):
        return True
    if ("stool" in sign.group() or "poo" in sign.group() or "tarry" in sign.group()) and _DYED.search(text):
        return True
    return _FEARED.search(text[: sign.start()]) is not None


# Self-harm, in plain words and veiled

_SELF_HARM = re.compile(
    r"\b(?:kill(?:ing)? (?:myself|himself|herself|themselves)|kill me\b|end(?:ing)? (?:my|his|her|their|own) (?:own )?li(?:fe|ves)|"
    r"end(?:ing)? it (?:all|tonight|now|today|soon)\b|end it\b(?= *$)|tak(?:e|ing) (?:my|his|her|their) own li(?:fe|ves)|"
    r"(?:want(?:s|ed|ing)?|ready|going|like|wish) to (?:die|be dead|disappear for ever)\b(?! (?:at home|peacefully|with dignity|in (?:a )?hospice))|"
    r"(?:don't|doesn't|do not|didn't|no longer) want(?:s|ed)? to (?:live|be alive|wake up|be here|exist|go on)|(?:i|he|she) wish\w* (?:i|he|she) (?:was|were) dead|"
    r"(?:sleep|asleep)\b.{0,20}\b(?:never|not) wake up|to not wake up|suicidal|commit\w* suicide|attempt\w* suicide|kill my ?self|"
    r"(?:better|rather be) (?:off )?dead|better off without (?:me|him|her)|(?:nobody|no one|no-one) (?:would|will) (?:\w+ )?(?:miss|care|notice)\b|"
    r"(?:hurt(?:ing)?|cut(?:ting)?|harm(?:ed|ing)?|burn(?:ing)?|starv(?:e|ing)) (?:myself|herself|himself)|self[- ]?harm(?:ed|ing)?|"
    r"(?:no|don't see (?:a|any)|see no|any) (?:reason|point) (?:to|in|for) (?:live|living|go on|going on|life|carry on|being alive)|"
    r"(?:life|living) (?:is|isn't|seems?|feels?) (?:not |no longer )?(?:worth|pointless|meaningless)|give up on life|"
    r"can't (?:go on|live|take it|do this|carry on) (?:any ?more|any longer|like this)|want (?:it|this|everything) (?:all )?to (?:stop|end|be over)|"
    r"(?:hang|shoot|drown|poison) (?:myself|himself|herself)|jump (?:off|from|in front of)|(?:goodbye|suicide) (?:letter|note)s?|"
    r"(?:says?|said|saying) goodbye to everyone|(?:pills|tablets|rope|gun|blades?) (?:\w+ )?in front of me|bought a rope|"
    r"(?:tak(?:e|ing)|swallow(?:ing)?) all (?:of )?(?:my|the|his|her) (?:pills|tablets|meds|medication)|enough to (?:kill|die)|"
    r"how many (?:\w+ ){1,4}(?:do i|would i|should i|does it) (?:need|take|have)\b.{0,20}\b(?:die|kill|wake up|overdose))"
)
_ACCIDENT = re.compile(r"\b(?:by accident|accidentally|shaving|cooking|kitchen|paper|knife while|slicing|gardening|laughing)\b")


def _by_accident(text: str, sign: re.Match[str]) -> bool:
    return sign.group().startswith(("cut", "hurt", "burn")) and _ACCIDENT.search(text) is not None


def _spoken(sign: re.Match[str]) -> bool:
    """Whether it is how people speak ("no point in living"), not how a thing is called ("suicidal ideation")."""
    return re.match(r"suicid|commit|attempt|self|jump|hurt|harm|cut|burn|starv", sign.group()) is None
