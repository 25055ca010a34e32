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
    text = plain(message)
    if _REPORTED.search(text) or _PREVENTED.search(text):
        return None
    if any(
        _is_own(text, match, spoken=_spoken(match)) and not _by_accident(text, match)
        for match in _SELF_HARM.finditer(text)
    ):
        return Distress.SELF_HARM
    for pattern in (*_SIGNS, *_TOGETHER):
        if any(_is_own(text, match) and not _exempt(text, match) for match in pattern.finditer(text)):
            return Distress.EMERGENCY
    return Distress.EMERGENCY if _adds_up(text) else None


def may_be_own(message: str) -> bool:
    """Whether the message may tell of the asker or of somebody of theirs, now: no professional's question, no past."""
    text = plain(message)
    if _CHRONIC.search(text) or is_past_or_harmless(message) or from_professional(message):
        return False
    if _ASKED.match(text) and not (_SUBJECT.search(text) or _ASKER.search(text)):
        return False
    return bool(
        _SUBJECT.search(text) or _ASKER.search(text) or _NOW.search(text) or _ELLIPTIC.search(text) or _BARE.match(text)
    )


def is_past_or_harmless(message: str) -> bool:
    """Whether what the message tells is long past, or accounted for by something harmless."""
    text = plain(message)
    if _UNSTOPPED.search(text):
        return False
    return any(pattern.search(text) for pattern in (_REMOTE, _HARMLESS, _DYED))


def asks(message: str) -> bool:
    """Whether the message begins as a question or a request does."""
    return _ASKED.match(plain(message)) is not None


def from_professional(message: str) -> bool:
    """Whether the message speaks of a patient or of a matter of practice, as a clinician does."""
    text = plain(message)
    asked = [match.span() for match in _PRACTISES.finditer(text)]
    subjects = [match for match in _SUBJECT.finditer(text) if not any(a <= match.start() < b for a, b in asked)]
    witnessed = _WITNESS.search(text) is not None and re.search(_UNKNOWN, text) is None
    if any(match["other"] and not match["others"] for match in subjects):
        return not witnessed
    if any(match["own"] and not match["own"].startswith(("i", "we")) for match in subjects):
        return False  # those at home use a professional's words, too
    if any(match["others"] for match in subjects) and not any(match["own"] for match in subjects):
        return not witnessed
    if asked and not subjects:
        return True
    return _speaks_the_trade(text)


def _speaks_the_trade(text: str) -> bool:
    """Whether a professional's words are used, and not just those that the ill use of themselves, too."""
    return any(
        _OWN_WORDS.match(found.group()) is None or not _SUFFERS.search(text) for found in _PROFESSIONAL.finditer(text)
    )


# How it is written

_UNSTOPPED = re.compile(
    r"\bbleed\w*\b.{0,30}\b(?:can't|won't|doesn't) stop\b|\b(?:can't|won't|doesn't) stop (?:the )?bleeding\b"
)
_CONTRACTED = {
    "cant": "can't", "cannot": "can't", "wont": "won't", "dont": "don't", "doesnt": "doesn't", "isnt": "isn't",
    "arent": "aren't", "hasnt": "hasn't", "havent": "haven't", "didnt": "didn't", "couldnt": "couldn't", "im": "i'm",
    "ive": "i've", "hes": "he's", "shes": "she's", "theyre": "they're", "wanna": "want to", "gonna": "going to",
    "blod": "blood", "pian": "pain", "throte": "throat", "throut": "throat", "tung": "tongue", "breth": "breath", "kms": "kill myself", "cnt": "can't", "hlp": "help", "plz": "please", "bby": "baby", "nomore": "anymore", "unalive": "kill",
}  # fmt: skip
# Words of distress that are recognised with a slip of the pen in them, and words that are no slips of them.
_SPELT = (
    "vomiting", "vomited", "breathe", "breathing", "unconscious", "unresponsive", "collapsed", "seizure", "stroke", "bleeding",
    "swallowed", "overdose", "overdosed", "choking", "suicidal", "suicide", "thoughts", "allergic", "swollen", "headache", "paralysed",
)  # fmt: skip
_NO_SLIPS = frozenset(
    ["breeding", "blending", "pleading", "breather", "stoke", "strobe", "swallows", "vomitus", "swelled"]
)


def plain(message: str) -> str:
    """A message in small letters, contractions and the commonest slips of the pen put right."""
    text = message.lower().replace("’", "'")
    text = re.sub(
        r"\b(can|could|do|does|is|are|has|have|will) not\b", lambda m: f"{m[1]}n't".replace("cann't", "can't"), text
    )
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
    r"cousin|nephew|niece|neighbou?r|colleague|coworker|roommate|flatmate|parents?|(?:\w+)[- ]in[- ]law|stepson|stepdaughter|bro|sis|"
    r"(?:\d+|one|two|three|four|five|six)[- ](?:year|month|week|day)s?[- ]old"
)
_SHORT = r"mum|mom|dad|mother|father|grand(?:ma|pa|ad|dad|mother|father)|granny|hubby|husband|wife|son|daughter|baby|brother|sister|toddler|friend|partner"
_SUBJECT = re.compile(
    r"(?P<other>\b(?:(?:my|our|the|a|his|her) (?:[\w-]+ ){0,3}?)?(?:patients?|pts?|clients?|residents?|inpatients?)\b(?! (?:card|here|leaflet|portal|bracelet))(?!\.\.\.)"
    r"|\b\d+ ?(?:m|f|yo|y/o|yom|yof)\b"
    r"|(?<!my )(?<!our )(?<!had )(?<!having )(?<!expecting )\b(?:an? |\d+[- ](?:year|month|week|day)s?[- ]old )+(?:[\w-]+ ){0,2}?"
    r"(?:man|woman|male|female|boy|girl|lady|gentleman|child|infant|baby|toddler|neonate|newborn|person|adult|adolescent|teenager|smoker)\b"
    r"|\b(?:young|old|elderly|middle-aged) (?:man|woman|lady|gentleman|patient) with\b"
    r"|(?<!my )(?<!our )(?<!is )(?<!was )\b\d+[- ](?:year|month|week|day)s?[- ]old\b|(?P<others>(?<!seeing )(?<!sees )\b(?:men|women|children|infants|neonates|babies|adults|adolescents|people|persons|someone|somebody|anyone)\b(?!'s)(?! here\b)))"
    rf"|(?P<own>\b(?:my|our) (?:own |[\w'-]+ ){{0,2}}?(?:{_KIN})\b|(?:^|[.,!?;:] ?)(?:and |so |but |hi |hello |help )?(?:{_SHORT})\b"
    r"|\b(?:i|i'm|i've|i'd|i'll|we|we're|we've)\b)"
    r"|(?P<back>\b(?:he|she|they|him|he's|she's|they're|the (?:baby|child|kid|boy|girl|man|woman))\b)"
)
# "How do I treat …": who asks so is not who suffers.
_PRACTISES = re.compile(
    r"\b(?:how|what|when|which|whether|should|can|could|may|must|do|would|shall) (?:\w+ ){0,3}?(?:i|we) (?:\w+ )?(?:treat|manage|give|assess|intubate|triage|"
    r"prescribe|order|start|use|approach|investigate|diagnose|differentiate|distinguish|counsel|recogni[sz]e|handle|monitor|grade|dose|"
    r"transfuse|anticoagulate|screen|refer|admit|expect|interpret|rule out|work up)\b"
)
_PROFESSIONAL = re.compile(
    r"\b(?:patients?(?! (?:here|card))|pts?|guidelines?|management|differential|work-?up|first[- ]line|prognosis|mortality|incidence|prevalence|dos(?:e|es|ing|age)|"
    r"\d+ ?(?:mg|mcg|ml|g)\b(?!/dl)|criteria|score|algorithm|protocol|empirical|indicated|eligible|thrombolysis|gcs|nihss|hb|ecg|troponin|inr|mifepristone|hypotensive|up to \d+ weeks|"
    r"present(?:s|ing)|admitted|ward|resus|icu|clinic|treatments?|intervention|screening|saturation|first aid|side effects?|causes? of|"
    r"an? (?:cirrhotic|diabetic|asthmatic|alcoholic|haemophiliac|hemophiliac)(?! (?:and|but) (?:i|my)\b)|creatinine|lactate|ferritin|platelets?|crp|egfr|mmhg|mmol)\b"
)
# What a patient is said to say, and what is to be prevented.
_REPORTED = re.compile(
    r"\b(?:patient|client|resident|student|pupil|inmate)\b (?:\w+ )?(?:says|said|tells|told|reports|complains|states)\b"
)
_PREVENTED = re.compile(r"\b(?:how|what|which)\b[^.?!]{0,30}\bprevent\w*\b[^.!]*\?")
# Words of the trade that those who suffer use, too, and how these speak.
_OWN_WORDS = re.compile(
    r"dos|treatment|inr|ward|clinic|admitted|side effect|\d|first aid|saturation|ecg|hb|an? |creatinine|ferritin|platelet|mm"
)
_SUFFERS = re.compile(
    r"\b(?:my (?!(?:[\w-]+ ){0,3}?(?:patients?|pts?|clients?|residents?)\b)|i feel|i can't|i took|i've (?:taken|got|had)|i'm (?!an? )|i have (?!an? (?:\w+ )?patient)|feel (?:awful|ill|terrible))"
)
# A question, and not "is breathing" or "can't move".
_ASKED = re.compile(
    r"^\W*(?:what|which|when|why|how|who|is|are|does|do|can|could|may|should|will|tell|list|explain|describe)\b(?!')"
)
_NOW = re.compile(
    r"\b(?:right now|just now|tonight|today|this (?:morning|evening|afternoon)|last night|since (?:this|last|an|one|yesterday|breakfast|lunch|noon|midday|dinner|supper|midnight)|"
    r"(?:an|one|half an|two|\d+) (?:hours?|minutes?|mins?)|suddenly|help|a lot of it)\b"
)
_WITNESS = re.compile(
    r"\b(?:there's|there is) (?:a|an|some) (?:man|woman|boy|girl|person|kid|child|lady|guy)\b|\b(?:in front of|next to|beside) (?:me|us)\b|\bwhat (?:do|should) (?:i|we) do(?: now)?\W*$"
)
_UNKNOWN = r"\b(?:patients?|pts?|clients?|residents?|if (?:a|an|someone|somebody))\b"
# Signs in a row, without a question: how people type who have no time.
_BARE = re.compile(
    r"^(?!.*\b(?:when|how|which|whether) to\b)(?!(?:what|how|which|when|why|is|are|can|does|do|should|who)\b)[^?]{0,60}(?:,| and | & )[^?]{0,60}$"
)
_ASKER = re.compile(r"\b(?:i|i'm|i've|my|me|myself)\b")
_ELLIPTIC = re.compile(
    r"^\W*(?:(?:still|just|keep|been|not|help|please|pls|so|and|now)\W+)*(?:\w+ing\b|can't|couldn't|took|taken|swallowed|vomited|threw|inhaled|got|fell|drank|ate|fainted|burned|burnt|woke)"
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
        if match["other"]:  # "a man here has collapsed, what do I do?"
            return _WITNESS.search(text) is not None and not re.search(_UNKNOWN, text)
        if match["own"]:
            return True
    if _speaks_the_trade(text):
        return False
    if before:  # "she's not breathing": nobody else has been named
        return True
    if asked:
        return False
    return spoken or bool(_ASKER.search(text) or _NOW.search(text) or _ELLIPTIC.search(text) or _BARE.match(text))


# What cannot wait

_FEW = r"\W+(?:[\w']+\W+){0,5}?"  # up to five words between
_SWELL = r"(?:swell\w*|swollen|huge|ballooning|clos(?:ing|es|ed)|puff\w*)"
_SIGNS = tuple(
    re.compile(pattern)
    for pattern in (
        # blood
        rf"\b(?:vomit\w*|thr[eo]w\w*(?: up)?|cough\w*|puk\w*|spit\w*|spat|spew\w*|bring\w* up|brought up){_FEW}blood",
        rf"\bblood{_FEW}(?:vomit\w*|puke|sick)\b|\bcoffee[- ]grounds?\b",
        rf"\bbleed\w*{_FEW}(?:heavily|a lot|lots|badly|out|everywhere|non-?stop|won't stop|doesn't stop|can't stop|and can't stop it|hasn't stopped)\b",
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
        r"\b(?:turn\w*|going|gone|went|is|are|look\w*) (?:\w+ )?blue\b|\bblue (?:lips|face)\b",
        # poison and injury
        r"\b(?:took|taken|take|swallow\w*|drank|drunk|ate|eaten|ingested|licked)\b(?:\W+[\w']+){0,6}?\W+(?:bleach|antifreeze|poison\w*|"
        r"batter(?:y|ies)|magnets?|drain cleaner|cleaning fluid|detergent|pesticides?|methanol|lye|too many|whole (?:box|pack\w*|bottle|strip)|"
        r"(?:bottle|box|packet|handful|fistful) of|all (?:of )?(?:my|the|his|her|their) (?:\w+ )?(?:pills|tablets|meds|medications?|medicine))\b",
        r"\b(?:took|taken|swallowed|ate) (?:about |over |like |some )?(?:[1-9]\d+|dozens) (?!mg|mcg|µg|ml|g\b|units|years|days)(?:of )?"
        r"(?:[\w']+ ){0,4}?(?:tablets|pills|capsules|paracetamols?|ibuprofens?|aspirins?)\b",
        r"\b(?:ate|eaten|swallow\w*|chew\w*|lick\w*|drank|drunk|inhaled|(?:got|gets|getting) (?:hold of|into)) (?:some |one |all |a few )?(?:of )?(?:on )?(?:my|our|his|her|the|\w+'s|grand\w+|mums|dads) "
        r"(?:[\w']+ ){0,2}?(?:pills?|tablets?|patch\w*|medic\w+|meds|insulin|methadone|digoxin|morphine|fentanyl|oxycodone|lithium|heart pills|iron|nicotine|vape)\b",
        r"\b(?:heart(?: rate)?|pulse)\b.{0,16}\b(?:1[6-9]\d|2\d\d)\b(?! ?mg)|\b(?:newborn|baby|infant)\b.{0,40}\b(?:isn't|not|doesn't|won't) cry(?:ing)?\b|\b(?:doesn't|won't|not|isn't) react\w*",
        r"\boverdos\w*|\b(?:bleach|cleaner|acid|chemicals?|lime)\b.{0,20}\b(?:eyes?|face)\b",
        r"\b(?:stabbed|gunshot|been shot|electrocuted|drowned|drowning|run over|hit by a (?:car|bus|train))\b",
        r"\bbitten by a (?:\w+ )?snake\b|\bsnake ?bite\b|\b(?:severed|cut off) (?:my|his|her)\b",
        # small children and pregnancy
        r"\b(?:weeks?|days?)[- ]old\b.{0,40}\b(?:fever|temperature|floppy|won't feed|(?:isn't|not) feeding)\b",
        r"\bmeningitis rash\b|\bglass test\b|\brash\b.{0,40}\b(?:(?:doesn't|won't|does not|not) (?:fade|disappear|go away)|glass)\b",
        r"\bbaby (?:\w+ )?(?:hasn't|isn't|not|stopped|has not|has stopped) (?:been )?mov\w+",
        rf"\bpregnan\w*{_FEW}bleed\w*",
    )
)
# What is an emergency only together with something else.
_FAINT = r"\b(?:faint\w*|dizzy|weak|light-?headed|pass(?:ing)? out|clammy|collaps\w*|confus\w*|drowsy|sleepy)\b"
_BLOOD = r"(?<!give )(?<!giving )(?<!gave )(?<!donating )(?<!donate )blood(?! (?:pressure|test|thinner|sugar|glucose|type|group|count|cell|vessel|clot|donat|transfus|result|level|work))"
# Those who cannot wait with a fever.
_FRAIL = r"\b(?:chemo\w*|leuk\w*mia|lymphoma|myeloma|(?:liver|kidney|heart|lung|marrow) transplant\w*|transplanted|neutropen\w*|no spleen|carbimazole|methimazole|clozapine|ascites|sickle cell)\b"
_HOT = r"(?:\bfever\w*|\b(?:38[.,][3-9]|39(?:[.,]\d)?|4[01](?:[.,]\d)?)\b(?! ?(?:years?|weeks?|kg|mg|g|units|cm|%))|\bshiver\w*|\brigors?\b|\bshaking (?:chills|with cold)\b)"
_TOGETHER = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?:bleed\w*|{_BLOOD}|black stools?|black poo)\b(?=.*{_FAINT}|.*\ba lot\b)",
        rf"{_FAINT}(?=.*\b(?:stools?|poo|poop)\b.{{0,20}}\bblack\b)",
        r"\b(?:baby|newborn|infant|toddler|month[- ]old)\b(?=.*\bbreath\w*\b)(?=.*\b(?:ribs?|sucking|grunting|fast|pauses?)\b)",
        rf"\b(?:heart|pulse)\b(?=.{{0,40}}\b(?:racing|pounding)\b)(?=.*(?:{_FAINT}|\bblack\w* out\b))",
        rf"\b(?:sugar|glucose)\b(?=.*(?:{_FAINT}|\bunconscious\b))",
        rf"\b(?:hit|banged|injured|hurt) (?:his|her|my|their) head\b(?=.*(?:{_FAINT}|\bvomit\w*|\bblood thinners?\b))",
        r"\bshort of breath\b(?=.*\b(?:chest|lips|suddenly|at rest|getting worse)\b)",
        r"\bdialysis\b(?=.*\bmissed\b.*\b(?:weak|breath\w*|heart|chest)\b)",
        rf"{_FRAIL}(?=.*{_HOT})|{_HOT}(?=.*{_FRAIL})",
        r"\bfell\b(?=.*\bcan't (?:move|feel|get up)\b)",
    )
)
# Signs that add up: none is an emergency by itself, what comes to _ENOUGH together is.
_ENOUGH = 4
_ADDS = tuple(
    (re.compile(pattern), value)
    for pattern, value in (
        (r"\b(?:breath\w*|wheez\w*|gasp\w*|stridor|ribs (?:are )?sucking)\b", 2),
        (rf"\b(?:bleed\w*|black stools?)\b|\b{_BLOOD}\b", 1),
        (r"\bchest\b|\b(?:heart|pulse)\b.{0,30}\b(?:racing|pounding|skipping)\b", 2),
        (r"\b(?:confus\w*|floppy|limp|not making sense|delirious|drows\w*|blacked out|not himself|not herself)\b", 2),
        (r"\b(?:sleepy|lethargic|faint\w*|dizzy|pass(?:ing)? out|weak|clammy|sweating)\b", 1),
        (r"\bnumb\w*\b|\btingl\w*\b.{0,20}\bside\b", 2),
        (
            r"\b(?:droop\w*|mouth hangs|lopsided|slur\w*|can't (?:find|get) (?:the |my |his |her )?words|can't (?:talk|speak|see|walk|stand)|double vision)\b",
            2,
        ),
        (r"\b(?:stiff neck|neck is (?:so |very |really )?stiff)\b", 2),
        (
            r"\b(?:worst|terrible|splitting|exploding|severe|awful) (?:\w+ )?(?:headache|pain)\b|\b(?:pain|headache) is (?:unbearable|terrible|awful)\b",
            2,
        ),
        (r"\b(?:hives|rash|wheals|stung|swollen|swelling)\b", 1),
        (r"\b(?:vomit\w*|throw\w* up|threw up|puking|being sick)\b", 1),
        (r"\b(?:fever|temperature)\b", 1),
        (r"\b(?:grey|gray|blue|purple|mottled|white as a sheet|pale)\b", 2),
        (r"\b(?:pregnan\w*|gave birth|miscarr\w*)\b", 1),
        (r"\b(?:diabetic|insulin|hypo|needle|overdose\w*|pills|swallowed|drank)\b", 1),
        (
            r"\bsudden\w*\b|\b(?:since this|this morning|right now|an hour ago|minutes ago|hours ago|tonight|getting worse|badly|really fast)\b",
            1,
        ),
    )
)
_CHRONIC = re.compile(
    r"\b(?:comes? and goes?|always|often|sometimes|usually|whenever|every (?:day|morning|night|evening|week|month)|chronic\w*|when (?:i|she|he) (?:walk|climb|run|exercis)\w*)\b"
)


def _adds_up(text: str) -> bool:
    """Whether signs of one's own come to an emergency together."""
    found = [(match, value) for pattern, value in _ADDS if (match := pattern.search(text)) is not None]
    if sum(value for _, value in found) < _ENOUGH or _CHRONIC.search(text):
        return False
    first = min(
        (match for match, value in found if value > 1 or len(found) > 3), key=lambda match: match.start(), default=None
    )
    return first is not None and _is_own(text, first) and not any(_exempt(text, match) for match, _ in found)


_REMOTE = re.compile(
    r"\b(?:years?|months?|decades?) (?:ago|back|earlier|later)\b|\blast (?:year|month|winter|summer|spring|autumn|fall)\b|\bin (?:19|20)\d\d\b|"
    r"\bas a (?:child|kid|teenager)\b|\bwhen i was\b|\bhistory of\b|\bduring (?:my|the|his|her) (?:operation|surgery|procedure|birth)\b|"
    r"\bfor (?:many |several |\d+ )?(?:years|months)\b|\bafter the (?:surgery|operation) weeks\b"
)
_HARMLESS = re.compile(
    r"\b(?:goes away|gone|better|relieved) (?:with|at|after|when) (?:\w+ )?rest\w*|\bbrush\w*|\bgums?\b|\bshaving\b|\bthrough (?:my|his|her) nose\b"
    r"|\ba little\b(?=.{0,20}\bbleed)|\bbleed\w* a little\b|\bwhen i press (?:on )?(?:it|my (?:chest|ribs))\b|\bruns? in the family\b"
    r"|\b(?:toe|heel|foot|feet|back|knee|tooth|shoulder|elbow)\b.{0,12}\bis killing me\b|\bforgot(?:ten)? (?:whether|if) i (?:took|had|have)\b"
    r"|\b(?:blocked|stuffy|runny|stuffed) nose\b|\bnose (?:is|has been) (?:blocked|stuff\w*|runny)\b|\b(?:is|am|works as) an? (?:lifeguard|nurse|paramedic|teacher|student)\b.{0,20}\b(?:and |who )(?:wants? to|teach\w*|learns?|asks?)\b"
)
_FEARED = re.compile(
    r"\b(?:risk|chances?|likelihood|odds|danger|signs?|symptoms?|prevent\w*|avoid\w*|reduc\w+|lower\w*|fear of|afraid of|scared of|"
    r"(?:worried|worry|worrying|anxious) about|(?:worried|worry|afraid|scared|fear\w*|frightened) (?:that )?(?:i|he|she|we|my \w+) (?:might|may|could|will|would)|protect\w*|after|from|could cause|can cause|died of)\W+(?:[\w']+\W+){0,3}$"
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
            # means and farewells
            r"(?:think\w*|thoughts?|dream\w*|picture|imagin\w*|feel like) (?:about |of )?(?:driving|crashing|walking|stepping|swerving|going)(?: \w+){0,2}? (?:into (?:a |the )?(?:tree|wall|river|sea|water|traffic)|in front of|off (?:a|the))\b",
            r"jump(?:ing)? (?:off|from|in front of) (?:a|the|my)\b|(?:goodbye|suicide|farewell) (?:letter|note|message)s?|(?:says?|said|saying) goodbye to everyone|"
            r"(?:pills|tablets|rope|gun|blades?|razor|knife) (?:\w+ )?in (?:front of me|my hand)|\bnoose\b|bought a rope",
            r"(?:tak(?:e|ing)|swallow(?:ing)?|inject(?:ing)?|overdos(?:e|ing) on) all (?:of )?(?:my|the|his|her) (?:\w+ )?"
            r"(?:pills|tablets|meds|medications?|medicine|insulin|painkillers|sleeping)|enough to (?:kill|die)|(?:should i|want to|going to|plan to|thinking of) (?:just )?overdos\w+",
            r"how (?:many|much) (?:\w+ ){1,4}(?:do i|would i|should i|does it|would it) (?:need|take|have)\b.{0,20}\b(?:die|kill|wake up|overdose)",
        )
    )
)
_ACCIDENT = re.compile(
    r"\b(?:by accident|accidentally|shaving|cooking|kitchen|paper|knife while|slicing|gardening|laughing)\b"
)


_LONG_AGO = re.compile(
    r"\bwhen i was (?:\d+|a |young|at school)|\bas a (?:teen\w*|child|kid|student)\b|\b(?:many |several |\d+ |ten |twenty )years ago\b|\bi used to\b|\bin (?:19|20)\d\d\b"
)
_AGAIN = re.compile(r"\b(?:again|still|tonight|keep|want|wish|going to|thinking|lately|these days|plan\w*)\b")


def _by_accident(text: str, sign: re.Match[str]) -> bool:
    if _LONG_AGO.search(text) and not _AGAIN.search(text):
        return True
    return sign.group().startswith(("cut", "hurt", "burn")) and _ACCIDENT.search(text) is not None


def _spoken(sign: re.Match[str]) -> bool:
    """Whether it is how people speak ("no point in living"), not how a thing is called ("suicidal ideation")."""
    return re.match(r"suicid|commit|attempt|self|jump|hurt|harm|cut|burn|starv|suffocat", sign.group()) is None
