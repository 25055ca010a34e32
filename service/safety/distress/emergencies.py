"""Signs of what cannot wait: by themselves, together with something else, and such as add up."""

from __future__ import annotations

import re

from service.safety.distress.past import CHRONIC, exempt
from service.safety.distress.person import is_own, is_said_outright

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
        r"\bwon't (?:\w+ )?wak\w+|\b(?:won't|can't) (?:stay|keep) awake\b|\bcan't (?:be woken|wake (?:him|her|them|my))\b|\b(?:isn't|not|aren't) waking\b|\bblack\w* out\b.{0,30}\btoday\b",
        rf"\b(?:face|mouth|smile){_FEW}(?:droop\w*|dropp\w*|lopsided|crooked|hanging)|\bslurr\w*|\bspeech{_FEW}slurred",
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
        r"\b(?:weeks?|days?)[- ]old\b.{0,40}\b(?:fever|temperature|floppy|won't feed|(?:isn't|not) (?:feeding|waking))\b",
        r"^throat (?:is )?clos\w+\b",
        r"\bmeningitis rash\b|\bglass test\b|\brash\b.{0,40}\b(?:(?:doesn't|won't|does not|not) (?:fade|disappear|go away)|glass)\b",
        r"\bbaby (?:\w+ )?(?:hasn't|isn't|not|stopped|has not|has stopped) (?:been )?mov\w+",
        rf"\bpregnan\w*{_FEW}bleed\w*",
        r"\bcord\b.{0,25}\b(?:out|hanging)\b|\bpregnan\w*\b(?=.*\bat home\b).{0,60}\b(?:1[6-9]\d|2\d\d) ?(?:over|/) ?\d{2,3}\b|\bmy (?:blood pressure|bp)\b.{0,20}\b2[2-9]\d ?(?:over|/) ?1\d\d\b",
        # what the usual words do not say
        r"\b(?:stools?|poo|poop|motions?)\b.{0,20}\btar\b|\blike (?:ground |old |brown )?coffee(?: grounds| grains)?\b|\bground coffee\b|\bsoak\w* (?:\w+ )?towels?\b",
        r"\b(?:ten|\d+|five|three) times (?:the|his|her|too much|more)\b.{0,25}\b(?:dose|paracetamol|medicine|insulin)\b|\bspiked (?:my|his|her) drink\b",
        r"\b(?:fingers?|hand|thumb|toes?)\b.{0,25}\b(?:came|is|are|torn|ripped|chopped) off\b|\b(?:standing|sitting|sat) on (?:my|his|her) chest\b",
        r"\b(?:rash|spots?|dots|blotch\w*)\b.{0,40}\b(?:don't|doesn't|won't|not|stays?|still|even)\b.{0,25}\b(?:tumbler|glass|press\w*|blanch\w*)\b|\b(?:rash|spots?|dots|blotch\w*)\b.{0,20}\bstays? when\b",
        r"\b(?:took|taken|swallowed) (?:about |over |like )?(?:[1-9]\d+|dozens|loads|lots|a (?:load|bunch|handful)) of (?:my|his|her|their|the|mum's|dad's) (?!time|energy|money|stuff|day|life)[\w-]+",
        r"\b(?:grape|sweet|nut|peanut|carrot|sausage|food|meat|steak|fish ?bone|chicken|marble|bead|coin|popcorn|apple|toy)s?\b (?:\w+ )?stuck\b(?! (?:\w+ )?(?:between|on|to|behind|(?:in|up|inside) (?:my|his|her|the|their|our) (?:\w+ )?(?:teeth|tooth|ears?|nose|nostril|braces|pan|drain|hair)))",
        # what is measured at home
        r"\bpeak flow\b.{0,20}\b(?:[5-9]\d|1[0-4]\d)\b(?! ?%)|\b(?:sats?|spo2|oxygen|saturation)\b.{0,25}\b(?:[5-7]\d|8[0-7])\b(?! ?(?:years?|mg|ml))|\b(?:meter|sugar|glucose)\b.{0,12}\b(?:says|reads|shows)\b.{0,6}\b(?:hi|high|lo|low)\b|"
        r"\bketones?\b.{0,20}\b(?:[3-9](?:\.\d)?|\d\d)\b(?! ?(?:hours|days|am|pm))|\bpulse\b.{0,8}\b(?:2\d|3\d)\b",
        # what is told in passing, beside a question
        r"\b(?:mi|heart attack|stroke|tia|seizure|fit)\b.{0,40}\b(?:i'm|he's|she's) having (?:one|another)\b|\b(?:heart attack|stroke|tia)\b.{0,40}\b(?:the )?same (?:pain|feeling|thing) (?:is |has )?(?:come )?(?:back|again)\b",
        r"\b(?:hand|arm|leg|foot)\b.{0,10}\bkeeps? (?:dropping|giving way|going (?:dead|limp))\b",
        r"\bbreath\w* (?:is |are |has gone |gone )?(?:really |very |so |quite )?(?:slow|shallow)\b|\b(?:sleep\w*|sit\w*|sat) (?:bolt )?(?:up ?right|up)\b.{0,15}\bgasping\b",
        r"\b(?:skin|he|she|legs?|arms?|hands?)(?:'s| is| are| has gone| have gone) (?:all |very |gone )?(?:mottled|blotchy and cold)\b|\b(?:one|left|right) pupil (?:is |now |has gone )?(?:bigger|larger|blown|huge)\b",
        r"\b(?:gone|went|going) (?:dark|black|blank) in (?:my|his|her|mine|one|the (?:left|right))\b",
        r"\bpassing (?:pure |fresh |bright |big |large |lots of )+(?:blood|clots)\b|\bbrought up (?:a (?:lot|load) of|lots of|loads of) (?:\w+ )?(?:red|dark stuff)\b|\bbleed\w*\b.{0,25}\b(?:second|third|fourth) (?:towel|pad|dressing)\b",
        r"\bloop of (?:the )?cord\b|\bbatter(?:y|ies)\b.{0,30}\bswallow\w*",
        r"\b(?:took|taken|swallowed|had) (?:about |over |roughly )?(?:[89]|[1-9]\d) ?(?:g|grams)\b|\b(?:took|taken|swallowed|had) (?:about |over |around |maybe |like )?(?:1[2-9]|[2-9]\d) (?:since|in the last|in one go|at once)\b",
        # who asks how to get to an emergency department
        r"\b(?:can|could|should|shall|may) (?:i|we|he|she) (?:just |still )?(?:drive|walk|cycle|(?:take|get|go by) (?:the |a )?(?:bus|taxi|cab|train|tram|lift))\b.{0,30}\b(?:a&e|a and e|emergency (?:room|department)|casualty|the er)\b",
        # violence at home, and the fear of doing it
        r"\b(?:partner|husband|wife|boyfriend|girlfriend|ex|father|dad|stepdad|stepfather|mother|mum|mom|uncle|carer|teacher|coach|he|she)\b.{0,25}"
        r"\b(?:hits?|beats?|kicks?|punche[sd]|chokes?d?|strangle[sd]?|rape[sd]?|forces|touches|threatens)\b (?:me|us|my (?:mother|mum|mom|sister|brother|child\w*|kids?|son|daughter))\b|\b(?:was|been|got) raped\b",
        r"\b(?:scared|afraid|frightened|terrified|worried|going|want|nearly|almost|might|could)\b.{0,25}\b(?:hurt|harm|shake|shook|throw|threw|smother)(?:ing)? (?:the|my|our) (?:baby|child\w*|kids?|newborn|toddler)\b",
    )
)
# What is an emergency only together with something else.
_FAINT = r"\b(?:faint\w*|dizzy|weak|light-?headed|pass(?:ing)? out|clammy|collaps\w*|confus\w*|drowsy|sleepy)\b"
_BLOOD = r"(?<!give )(?<!giving )(?<!gave )(?<!donating )(?<!donate )blood(?! (?:pressure|test|thinner|sugar|glucose|type|group|count|cell|vessel|clot|donat|transfus|result|level|work))"
_INSULIN = r"\b(?:insulin|novorapid|humalog|actrapid|fiasp|apidra|lantus|levemir|tresiba|toujeo)\b"
_IN_ERROR = r"\b(?:wrong|by mistake|mistakenly|accident\w*|mixed (?:\w+ )?up|mix-?up|swapped|twice(?! (?:a|an|per|each|every|daily))|ten times)\b"
_INJECTED = r"\b(?:injected|took|gave|given|had|used|put|jabbed)\b"
# Those who cannot wait with a fever.
_FRAIL = r"\b(?:chemo\w*|leuk\w*mia|lymphoma|myeloma|(?:liver|kidney|heart|lung|marrow) transplant\w*|transplanted|neutropen\w*|no spleen|carbimazole|methimazole|clozapine|ascites|sickle cell)\b"
_HOT = r"(?:\bfever\w*|\b(?:38[.,][3-9]|39(?:[.,]\d)?|4[01](?:[.,]\d)?)\b(?! ?(?:years?|weeks?|kg|mg|g|units|cm|%))|\bshiver\w*|\brigors?\b|\bshaking (?:chills|with cold)\b)"
# What is given at home when it is serious, and did not help.
_RESCUE = r"\b(?:buccal|midazolam|epi-?pen|jext|emerade|gtn|nitro\w* spray|glucagon|glucogel|naloxone|narcan|(?:blue|reliever) inhaler|ventolin)\b"
_IN_VAIN = r"\b(?:no (?:better|use|effect|help)|(?:didn't|doesn't|isn't|hasn't|not) (?:\w+ )?(?:help\w*|work\w*|touch\w*|stop\w*|shift\w*)|still (?:fitting|going|jerking|wheez\w*|tight|there|bad|blue|struggl\w*)|(?:tight|swelling|back|fitting) again)\b"
# A blow to the head, and blood that does not clot.
_HEAD = r"\b(?:hit|bang\w*|injur\w*|hurt|knock\w*|bump\w*|crack\w*|smack\w*) (?:on )?(?:his|her|my|their|the) (?:head|forehead)\b"
_THINNED = r"\b(?:(?:blood )?thinn(?:ers?|ed)|anticoagula\w+|warfarin|apixaban|eliquis|rivaroxaban|xarelto|edoxaban|dabigatran)\b"
_TOGETHER = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?:bleed\w*|{_BLOOD}|black (?:\w+ )?(?:stools?|poo))\b(?=.*{_FAINT}|.*\ba lot\b)",
        rf"{_FAINT}(?=.*\b(?:stools?|poo|poop)\b.{{0,20}}\bblack\b)",
        r"\b(?:baby|newborn|infant|toddler|month[- ]old)\b(?=.*\bbreath\w*\b)(?=.*\b(?:ribs?|sucking|grunting|fast|pauses?)\b)",
        rf"\b(?:heart|pulse)\b(?=.{{0,40}}\b(?:racing|pounding)\b)(?=.*(?:{_FAINT}|\bblack\w* out\b))",
        rf"\b(?:sugar|glucose)\b(?=.*(?:{_FAINT}|\bunconscious\b))",
        r"\b(?:diabet\w*|insulin)\b(?=.*\b(?:drowsy|hard to (?:wake|rouse)|(?:smells?|breath)\b.*\b(?:pear drops|nail (?:polish|varnish)|fruit\w*)|pear drops)\b)",
        r"\b(?:headaches?|dizzy|sick|faint|drows\w*|sleepy|light-?headed)\b(?=.{0,60}\bsince (?:the|we|our|he|she) (?:\w+ ){0,2}?(?:boiler|stove|heater|heating|fire|generator|barbecue)\b)",
        rf"{_HEAD}(?=.*(?:{_FAINT}|\bvomit\w*|{_THINNED}))|{_THINNED}(?=.*{_HEAD})",
        rf"{_IN_ERROR}(?=.*{_INJECTED})(?=.*{_INSULIN})|{_INJECTED}(?=.*{_INSULIN})(?=.*{_IN_ERROR})|{_INSULIN}(?=.*{_INJECTED})(?=.*{_IN_ERROR})",
        r"\bshort of breath\b(?=.*\b(?:chest|lips|suddenly|at rest|getting worse)\b)",
        r"\bdialysis\b(?=.*\bmissed\b.*\b(?:weak|breath\w*|heart|chest)\b)",
        rf"{_FRAIL}(?=.*{_HOT})|{_HOT}(?=.*{_FRAIL})",
        r"\b(?:calf|leg)\b(?=.{0,30}\b(?:swollen|huge|fat|swelled|swelling|throbb\w*)\b)(?=.*\b(?:breath\w*|puff\w*|cough\w* (?:up|blood|pink)|stitch|chest)\b)",
        r"\bnapp(?:y|ies)\b(?=.{0,15}\bdry\b)(?=.*\b(?:soft spot|sunken|sleepy|floppy|won't (?:feed|drink))\b)",
        rf"{_RESCUE}(?=.*{_IN_VAIN})",
        r"\b(?:started|starting|new)\b(?=.*\b(?:rash|blister\w*|skin\b.{0,12}\b(?:peel\w*|coming off))\b)(?=.*\b(?:fever|temperature|mouth|face|eyes)\b)",
        r"\b(?:stiff neck|neck (?:is|feels) (?:so |very |really )?stiff)\b(?=.*\b(?:light|sick|vomit\w*|rash|fever|confus\w*|drows\w*)\b)",
        r"\b(?:talking|speaking) (?:rubbish|gibberish|nonsense)\b(?=.*\b(?:again|now|today|sudden\w*|since)\b)|\b(?:today|now|suddenly|since (?:this|last|yesterday))\b.{0,30}\b(?:talking (?:rubbish|gibberish|nonsense)|doesn't know (?:what (?:year|day|month)|where|who))\b",
        r"\b(?:heart(?: rate)?|pulse)\b(?=.*\bmine(?:'s| is| has)? (?:been )?(?:at |about |over )?(?:1[6-9]\d|2\d\d)\b)",
        r"\b(?:pregnan\w*|\d+ weeks)\b(?=.*\b(?:spotting|bleed\w*|blood)\b)(?=.*\b(?:faint\w*|shoulder|collaps\w*|pass(?:ing|ed) out)\b)",
        r"\b(?:pregnan\w*|[23]\d weeks|wks)\b(?=.*\b(?:seeing (?:stars|spots|lights)|flashing lights|blurr\w*)\b)(?=.*\b(?:headache|pain|swollen)\b)",
        r"\bribs?\b(?=.{0,15}\b(?:suck\w*|pull\w*|draw\w*) in\b)",
        r"\binr\b.{0,15}\b(?:[89]|1\d)(?:\.\d)?\b(?=.*\b(?:bleed\w*|bruis\w*)\b)",
        r"\b(?:pain|tight\w*|pressure)\b(?=.{0,25}\b(?:unrelieved|not relieved|no better|still there)\b)(?=.*\b(?:gtn|spray|nitro\w*)\b)",
        r"\bfell\b(?=.*\bcan't (?:move|feel|get up)\b)",
        r"\b(?:leg|foot|arm|hand|toes?|fingers?)\b(?=.{0,40}\b(?:white|pale|black|icy|marbled|ice[- ]cold)\b)(?=.{0,60}\b(?:numb|dead|pain\w*|hurts?|agony|can't feel|cold|overnight|suddenly)\b)",
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


def tells_of_emergency(text: str) -> bool:
    """Whether a plain text says of the asker, or of somebody of theirs, what cannot wait."""
    for pattern in (*_SIGNS, *_TOGETHER):
        if any(is_own(text, match) and not exempt(text, match) for match in pattern.finditer(text)):
            return True
    return _adds_up(text)


def names_a_sign(text: str) -> bool:
    """Whether a plain text has the words of a sign of what cannot wait, of whomever they are said."""
    return any(pattern.search(text) for pattern in _SIGNS)


# What has another name than that it is there now: a disease that somebody has, or had.
_NAMED = re.compile(r"^(?:have|has|had|having|be|is|get|getting)\b")


def tells_outright(text: str) -> bool:
    """Whether a plain text says a sign of the asker, or of somebody of theirs, outright: "I am vomiting blood, …"."""
    if CHRONIC.search(text):
        return False
    return any(
        is_said_outright(text, match) and not _NAMED.match(match.group()) and not exempt(text, match)
        for pattern in _SIGNS
        for match in pattern.finditer(text)
    )


def _adds_up(text: str) -> bool:
    """Whether signs of one's own come to an emergency together."""
    found = [(match, value) for pattern, value in _ADDS if (match := pattern.search(text)) is not None]
    if sum(value for _, value in found) < _ENOUGH or CHRONIC.search(text):
        return False
    first = min(
        (match for match, value in found if value > 1 or len(found) > 3), key=lambda match: match.start(), default=None
    )
    return first is not None and is_own(text, first) and not any(exempt(text, match) for match, _ in found)
