"""Harmful requests that are plain by what stands in them together, however they are worded.

"Calpol night dose to keep 3 yr old quiet till noon" asks for no way, hides nothing and names no harm; a sedative, a child and
what it is for say it. Each pattern holds all of its parts; words of care do not excuse it.
"""

from __future__ import annotations

import re

from service.safety.distress import plain
from service.safety.harmful import Harm

_CHILD = r"(?:kids?|child(?:ren)?|toddlers?|bab(?:y|ies)|infants?|newborn|foster \w+|little ones?|twins|pupils|nap room|daycare|nursery|\d+ ?(?:yrs?|years?|months?|mths?|mo)\b(?:[- ]olds?)?|son|daughter|niece|nephew|grand(?:son|daughter|kids|children))"
_DEPENDENT = (
    rf"(?:{_CHILD}|residents?|patients?|dementia \w+|mother|mum|mom|dad|father|gran\w*|nan|grandpa|wife|girlfriend)"
)
_SEDATIVE = (
    r"(?:melatonin|phenergan|promethazine|piriton|chlorphen\w+|benadryl|diphenhydramine|calpol night|night ?nurse|nytol|antihistamines?|cough (?:syrup|medicine)|sleeping (?:tablets?|pills?|syrup)|whisk\w+|brandy|rum|gin|vodka|wine|alcohol|"
    r"diazepam|lorazepam|zopiclone|quetiapine|clonidine|haloperidol|sedat\w+|something|anything|what (?:can|could|do|would) (?:i|we) give)"
)
_QUIET = (
    r"(?:knock\w* (?:[\w']+ ){0,4}?out|sleep\w* (?:right )?(?:through )?(?:all|the whole) (?:day|evening|flight)|(?:quiet|asleep|out cold|sleeping|drowsy|knocked out) (?:all|till|til|until|for|so|while|when)\b|nap (?:longer|more|all)|so (?:that )?(?:i|we) can (?:go out|sleep in|rest|party|work|have (?:a|the) (?:night|evening))|"
    r"shut (?:[\w']+ ){0,2}up|because we(?:'re| are) short[- ]staffed)"
)
_STREET = r"(?:oxy\w*|opioids?|morphine|fentanyl|codeine|tramadol|pregabalin|gabapentin|diazepam|valium|xanax|alprazolam|benzos?|benzodiazepines?|zopiclone|zolpidem|z-?drugs?|adderall|ritalin|methylphenidate|ketamine|steroids|testosterone|dexamphetamine|methadone|subutex)"
_AUTHORITY = r"(?:dvla|dmv|insur\w+|licen[sc]ing|occupational health|aviation|caa|faa|(?:pilot|army|police|hgv|flight) (?:medical|exam\w*|doctor)|recruit\w*|courts?|judge|probation|employer|medical board|gmc|social (?:worker|services)|examiner|school nurse)"
_PATTERNS: tuple[tuple[Harm, str], ...] = (
    # somebody who depends on others is made to sleep for their sake
    (Harm.CONSENT, rf"(?=.*\b{_SEDATIVE}\b)(?=.*\b{_DEPENDENT}\b).*\b{_QUIET}"),
    (Harm.CONSENT, r"(?=.*\b(?:bottle|milk|formula|dummy|feed)\b)(?=.*\b(?:months?|weeks?|mths?|baby|infant|newborn)\b)(?=.*\b(?:sleep|quiet|settle)\b).*\b(?:whisk\w+|brandy|rum|gin|vodka|wine|alcohol)\b(?=.*\bhow much\b|.*\bml\b)"),
    # somebody is kept by means of a drug, or made to look ill
    (Harm.CONSENT, r"\b(?:stop|keep|prevent)\w* (?:my|his|the) (?:wife|girlfriend|husband|boyfriend|partner|daughter|sister|maid|housekeeper|au pair|tenant)\b(?! with dementia)[^.?!]{0,25}\b(?:leav\w+|go(?:ing)? (?:out|away|anywhere)|see(?:ing)? (?:her|his|other)|getting out|run(?:ning)? away|phon\w+)\b[^.?!]{0,40}\b(?:tablets?|pills?|drugs?|medicines?|sedat\w+|something in)\b"),
    (Harm.DECEIT, r"\bmak(?:e|es|ing) (?:him|her|them|someone|somebody|(?:my|the|our) (?:[\w-]+ ){0,3}?\w+) (?:look|seem|appear|sound) (?:\w+ )?(?:demented|confused|mad|crazy|insane|unstable|incapable|unfit|drunk|mentally ill|suicidal|forgetful|senile)\b"),
    # where nobody checks
    (Harm.DECEIT, rf"(?=.*\b{_STREET}\b).*\b(?:clinics?|pharmac\w+|chemists?|doctors?|gps?|sites?|websites?|online|shops?|vets?|prescribers?|dentists?)\b[^.?!]{{0,30}}\b(?:don'?t|doesn'?t|won'?t|without|never|no)\b[^.?!]{{0,12}}\b(?:check\w*|ask\w*|question\w*|id\b|see\w* (?:my|the|gp) records?|records?)\b"),
    # one's own illness is kept from those who have to know
    (Harm.DECEIT, rf"\b(?:hid(?:e|ing)|conceal\w*|lie about|lying about|cover up|disguis\w+|mask\w*)\b[^.?!]{{0,60}}\b(?:from|to|at|in|during|for)\b[^.?!]{{0,25}}\b{_AUTHORITY}\b|\b(?:get|pass|fool|cheat|trick)\w*\b[^.?!]{{0,25}}\b{_AUTHORITY}\b[^.?!]{{0,40}}\b(?:although|even though|despite|with my|without (?:them|him|her))\b"),
    # a drug is changed so that those who control it do not see it
    (Harm.DECEIT, rf"(?=.*\b(?:{_STREET}|heroin|tablets|urine|sample)\b).*\bso (?:that )?(?:they|nobody|the (?:nurse|doctor|probation|police)) (?:don'?t|won'?t|can'?t|doesn'?t|cannot) (?:test|find|catch|notice|see|know|spot)\b"),
    # what is put into somebody's food, done to those who are to be robbed or had, or is to look as if nobody had done it
    (Harm.VIOLENCE, r"\bmak(?:e|es|ing)\b[^.?!]{0,30}\b(?:ill|sick|weak|poorly|drowsy|confused)\b[^.?!]{0,40}\bin(?:to)? (?:his|her|their|the \w+'s) (?:\w+ )?(?:food|cereal|dinner|tea|coffee|drink|soup|lunch|porridge|beer|wine|water bottle|smoothie|meals?)\b"),
    (Harm.CONSENT, r"\bmak(?:e|es|ing) (?:a|my|the|his|her) (?:date|girl\w*|boy\w*|woman|guy|lodger|flatmate|neighbour)\b[^.?!]{0,15}\b(?:forget|pass out|black out|say yes|willing|sleep)\b"),
    (Harm.VIOLENCE, r"(?=.*\b(?:burglary|robbery|break-?in|kidnap\w*|my victims?)\b).*\b(?:gas|drugs?|sedat\w+|chloroform|knock\w* out|sleep\w*|unconscious)\b"),
    (Harm.VIOLENCE, r"\bhow (?:much|strong|many|fast)\b[^?!]{0,40}\b(?:potassium|insulin|digoxin|morphine|fentanyl|drip|dose|injection|tablets|warfarin)\b[^?!]{0,30}\bwould (?:it )?(?:look|pass|seem)\b[^?!]{0,10}\b(?:like|for|natural)\b"),
    (Harm.WEAPON, r"\b(?:give|list|tell|name|need|show|write|buy|get)\b[^.?!]{0,25}\b(?:nerve agents?|sarin|vx|ricin|novichok|mustard gas|meth\w*|fentanyl)\b[^.?!]{0,15}\b(?:precursors?|synthesis|recipes?|ingredients)\b|\brecipes?\b[^.?!]{0,20}\b(?:lean|purple drank|krokodil|ghb|meth)\b"),
    # which drug nobody tastes in what another eats or drinks
    (Harm.CONSENT, r"\b(?:which|what)\b[^.?!]{0,20}\b(?:pills?|tablets?|drugs?|sedatives?|sleepers?|sleeping \w+|medicines?|powders?|poisons?)\b(?=[^.?!]{0,60}\b(?:dissolv\w*|mix\w*|melt\w*|go(?:es)?|hides?|blends?)\b)(?=.*\b(?:tea|coffee|food|drinks?|beer|wine|soup|juice|milk|dinner|curry)\b).*\b(?:(?:no|without|any) (?:a |any )?(?:taste|smell|colour|trace)|tasteless|odou?rless|(?:can't|won't|cannot|doesn't|don't|not) (?:be )?(?:taste|smell|notice)\w*)\b"),
    # how much is certain to kill
    (Harm.VIOLENCE, r"\b(?:ld ?50|lethal|fatal|deadly)\b[^?!]{0,80}\b(?:to be (?:sure|certain)|be enough|for certain|guarantee\w*|with no (?:way|chance) back)\b"),
)  # fmt: skip
_OUTRIGHT = tuple((harm, re.compile(pattern)) for harm, pattern in _PATTERNS)
# Who asks how others are kept from doing so, or what the law says, does not ask for it.
_KEPT_FROM = re.compile(
    r"\b(?:prevent\w*|detect\w*|spot\w*|recogni[sz]\w*|suspect\w*|safeguard\w*|report(?:ed|ing)?|disclos\w+|lawful|(?<!in[- ])law|legal|dangers? of|harms? of|risks? of|found out (?:that )?(?:my|the|our)|my ex gave|gave (?:my|our|the))\b|\b(?:for|before|during) (?:an? |the )?(?:mri|ct|scan|procedure|endoscopy|dental|echo|surgery|palliative)\b"
)
# Where sleep is the illness, for which it is given.
_TREATS = re.compile(r"\b(?:autis\w+|adhd|insomnia|neurodis\w+|sleep disorder|epilep\w+|jet ?lag)\b")
# Death by the surest of ways; what was done already, told of "a person" or "for a friend".
SUREST = re.compile(
    r"\bwhat (?:does|should|can|do|would|must) (?:a person|someone|somebody|anyone|people|one) do (?:who|if they|when they|after)(?: has| have|'ve)? (?:just |already )?(?:taken|took|swallowed|cut|drunk|overdosed)\b|"
    r"\basking for (?:a|my) (?:friend|colleague|mate)\b.*\b(?:after|took|taken|swallowed)\b[^.?!]{0,20}\b(?:[1-9]\d+|all|too many) (?!mg|mcg|ml|g\b|years|days|weeks|minutes|hours|units)[a-z]+|"
    r"\b(?:surest|quickest|easiest|fastest|least painful|most (?:certain|reliable|peaceful|painless))\b[^.?!]{0,30}\bto (?:die|go (?:from|with|by)|od\b|overdose|end it)"
)


def outright_harm(message: str) -> Harm | None:
    """Which harm is asked for in so many parts; None where it is none."""
    text = plain(message)
    if _KEPT_FROM.search(text):
        return None
    harm = next((harm for harm, pattern in _OUTRIGHT if pattern.search(text)), None)
    return None if harm is Harm.CONSENT and _TREATS.search(text) else harm
