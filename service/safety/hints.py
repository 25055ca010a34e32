"""What hints at a wish to die, and at a deed that harms or deceives: each by itself means little, several together mean
much. Patterns; no model. They are counted, and :mod:`service.safety.resemblance` learns what they weigh.

People who think of suicide seldom name it: they ask how many it takes, tell that the letters are written, that nobody
would miss them. Who wants to harm names what is to stay hidden, in what it is given, to whom and for what gain.
"""

from __future__ import annotations

import re

_PILLS = r"(?:tablets?|pills?|tabs|meds|medication|boxes|strips?|packets?|bottles?|patch(?:es)?|ampoules|vials?|insulin|morphine|sleepers|painkillers|\w{3,}(?:ine|olol|ol|pam|one|lam|oxin|ium|amol|profen)s?)"
_KIN = r"(?:wife|husband|partner|girlfriend|boyfriend|ex|mum|mother|dad|father|parents?|son|daughter|child|children|kids?|baby|toddlers?|brother|sister|gran\w*|nan|uncle|aunt|boss|neighbour|colleague|flatmate|roommate|teacher|mate|friend|patients?|residents?|girl|boy|man|woman|niece|nephew|someone|somebody|person|people|[\w]+[- ]in[- ]laws?)(?:'?s)?"
_WISHES = tuple(
    re.compile(pattern)
    for pattern in (
        # the means are there
        rf"\b(?:sav(?:ed|ing)|stash\w*|hoard\w*|collect\w*|kept|keep|keeping|counted|lined up|stor(?:ed|ing)|hid(?:es|ing|den)?|put aside|got|i've|i have|there's|cupboard full|took home)\b[^.?!]{{0,40}}\b{_PILLS}\b",
        # how much of it is enough
        rf"\bhow (?:many|much)\b[^.?!]{{0,50}}\b(?:would it take|does it take|do it|too much|enough|certain|fatal|lethal|to be sure|come back|kill|die|needed|need|would do|till|before)\b|\b{_PILLS}\b[^.?!]{{0,30}}\b(?:be|is|do|are) (?:enough|it|certain|too much|sure)\b|\b(?:lethal|fatal|certain|point of no return|too late|bring (?:you|me|them) back|wake up|no coming back)\b|\bwould \d+ do\b",
        # in what manner
        r"\b(?:painless\w*|peaceful\w*|quick\w*|instant\w*|gentle|kindest|slow|hurt|least (?:messy|pain\w*)|drift\w*|fade|like falling asleep|pass out)\b",
        # farewells, and things put in order
        r"\b(?:letters?|note|goodbye|bye|farewell|affairs|papers|sorted|tidied?|everything's (?:tidy|ready)|gave away|giving away|give(?:s)? (?:away|his|her)|keys|funeral|last (?:time|night|day)|next life|around after|after (?:tonight|friday|the weekend|my)|sorry for|see him again|be with (?:him|her))\b",
        # a burden, no future
        r"\b(?:better off|burden|without me|no point|no reason|can't see|can't face|can't live|can't do|tired of|so tired|so done|had enough|nobody (?:would|will|to)|no one would|not really a|worth|deserves? (?:her|his|it)|my time|enough of|give up|fed up|hate (?:my|this)|lonely|alone)\b",
        # places and things to die by
        r"\b(?:bridge|cliffs?|viaduct|rope|beam|gun|rifle|shotgun|blades?|razor|knives|knife|balcony|roof|railway|platform|yellow line|pier|river|tracks|noose|ligature|hose|helium|exhaust|antifreeze|car park|window|bleach|belt round|lorry|bus|train|wall)\b",
        # by one's own hand
        rf"\b(?:on purpose|deliberate\w*|to die|myself|himself|herself|cut (?:my|her|his)|cutting|burn(?:t|ing|ed)? (?:my|me)|overdos\w*|injected all|(?:took|taken|swallowed|had|drank|eaten|stopped)\b[^.?!]{{0,25}}\b(?:all|whole|load|them|everything|lot|rest|month|{_PILLS}))\b",
        # nobody knows
        r"\b(?:don't tell|dont tell|told no one|told nobody|nobody knows|no one knows|haven't told|not telling|asking for (?:a friend|me)|just curious|don't ask why|typing (?:this|here|it)|want to know|who to tell|anyone|please can someone|hypothetical\w*|for a story)\b",
        # to die
        r"\b(?:die|dying|dies|dead|death|kill|suicid\w*|asleep|sleep for ever|forever|for ever|in peace|at peace|gone|end (?:it|things)|ended?|over with|over quickly|disappear|exit|way out|want(?:s)? out|here any ?more|go home|own terms|goes? quietly|leave me to it)\b",
        # thoughts that come
        r"\b(?:keep|can't stop|keeps?|always|every night|lately|voices?|my (?:head|brain)|in my head|thoughts?|thinking|thought|picture|imagine|looked up|googl\w*|decided|plan|planned|set a date|ready|one step)\b",
    )
)
_DEEDS = tuple(
    re.compile(pattern)
    for pattern in (
        # it is to stay hidden
        r"\bwithout\b[^.?!]{0,30}\b(?:know\w*|notic\w*|find\w*|tell\w*|see\w*|ask\w*|spot\w*|wonder\w*|suspect\w*|agree\w*|being)\b|\b(?:so|that) (?:that )?(?:nobody|no one|no-one|it (?:isn't|doesn't|can't|won't|seems|looks|reads))\b|\b(?:notice[sd]?|not show|doesn't show|don't show|won't (?:show|find|test|be found|know)|traced?|untraceable|undetect\w*|secretly|quietly|covertly|unnoticed|isn't to know|mustn't|gone from (?:the|his|her) blood|wouldn't think|audit|logg?(?:ed|ing)?|find out|be able to tell|won't tell)\b",
        # it is to look otherwise
        r"\b(?:look(?:s|ed)? (?:like|natural|as if|as though|ordinary)|seems? (?:like|ordinary|natural)|pass(?:es)? for|reads? as|mix[- ]up|make it look|natural causes?|coroner|post[- ]?mortem|autopsy|certificate|took (?:him|her)|accident)\b",
        # in what it is given
        rf"\b(?:in|into|in with|to|with) (?:his|her|their|a|the|some|(?:my|the|our) {_KIN}) ?(?:\w+ )?(?:food|drinks?|tea|coffee|wine|beer|curry|soup|cake|smoothie|cocoa|chocolate|juice|glass|breakfast|dinner|lunch|meals?|milk|vitamins|drip|feed)\b|\b(?:spike|slip|lace|crush|dope|drug)\w*\b",
        # whom it is done to
        rf"\b(?:give|giv(?:es|ing)|gave|get|make|making|put|slip|knock|keep|stop|swap|switch|dope|starve|dilute|convince|persuade|talk|trick|infect|hit|restrain|tie|finish|inject\w*|leave)\b[^.?!]{{0,25}}\b(?:(?:my|his|her|the|a|our|your) (?:\w+ )?)?{_KIN}\b",
        # what is won by it
        r"\b(?:inherit\w*|the will|the house|house over|insured|insurance|payout|pays out|benefits?|sick pay|allowance|my share|compensation|care fees|money|custody|the judge|paid|free (?:up )?beds?|cost too much|refunds?)\b",
        # a test is to be passed
        r"\b(?:beat|pass|cheat|fool|trick|clean)\b[^.?!]{0,30}\b(?:tests?|screen\w*|sample|medical|urine|pee|wee)\b|\b(?:drug|urine|hair|pee|random) (?:test|screen|sample)\b|\b(?:probation|parole|doping|masking|mask|witnessed|drug seek\w*)\b",
        # a paper is made or changed
        r"\b(?:fake|forge\w*|made[- ]up|backdate|alter|template|counterfeit|stamp|gmc|doctor number|barcode|signature)\b|\b(?:write|make|print|sort|get) me\b|\b(?:letter|note) from a\b|\bchange (?:the|my|a)\b",
        # what is to be said
        r"\bwhat (?:do|should|can|must|would) i (?:say|tell|put|write|leave out|word)\b|\b(?:symptoms?|pain|illness|answers?) (?:should|do|must|can|to)\b|\bso (?:that )?(?:they|the er|the ed|the docs?|the doctors?|the gp|the psychiatrist|she|he|people|nobody|insurers)\b|\b(?:make up|pretend\w*|fak(?:e|ing)|hide|hiding|exaggerat\w*|disprove\w*|describe)\b",
        # drugs for the street
        r"\b(?:high|snort\w*|smok(?:e|ing)|cook|extract\w*|recipe|street|sell|stronger|lean\b|heroin|cocaine|meth|ghb|dmt|ketamine|fentanyl|dilaudid|oxy\w*|oxycodone|benzos|steroids|epo|tren|nembutal|chloroform|ricin|weapon\w*|bug)\b",
        # the record is to agree
        r"\b(?:charts?|notes|records?|register|count|counts|entry|log|cabinet|cctv|obs|waste|wast(?:e|ing)|sign(?:s|ed)? (?:out|off)|missing amps|figures|bill|code|word)\b[^.?!]{0,60}\b(?:change|straight|adds? up|agree|remove|delete|out of|afterwards|doesn't|don't|so\b|instead|pocket|spot|notice\w*|show)\b|\b(?:change|remove|delete|alter|backdate|word)\b[^.?!]{0,30}\b(?:chart|notes|records?|entry|log|register)\b",
    )
)
WISHES, DEEDS = len(_WISHES), len(_DEEDS)
THOUGHTS = 9  # where the hint stands among them that names thoughts that come
HIDDEN = 0  # where the hint stands among those at a deed that something is to stay hidden,
WHOM, GAIN = 3, 4  # and where those stand that name whom a deed is done to, and what is won by it


def wishes_in(text: str) -> tuple[bool, ...]:
    """Which hints at a wish to die stand in a plain text."""
    return tuple(pattern.search(text) is not None for pattern in _WISHES)


def deeds_in(text: str) -> tuple[bool, ...]:
    """Which hints at a harmful or deceitful deed stand in a plain text."""
    return tuple(pattern.search(text) is not None for pattern in _DEEDS)
