"""Does a message ask for help in harming or deceiving somebody? Patterns; no model.

Three things together make such a request: a way is asked for or a deed ordered, the deed harms, and it is somebody's
doing, not what a clinician recognises, prevents, treats or discloses. A question about the same matter (how a poisoning
is treated, how fraud is detected) has the second without the first or the third.
"""

from __future__ import annotations

import re
from enum import StrEnum


class Harm(StrEnum):
    """What is asked for; the value completes "it asks for a way …"."""

    VIOLENCE = "to hurt somebody or to end a life in secret"
    WEAPON = "to make or obtain weapons, poisons or illegal drugs"
    DECEIT = "to deceive: to forge, to falsify, to defraud or to cover up"
    PRIVACY = "to look into or give away what patients confide"
    CONSENT = "to treat or use people against their will or without their knowledge"
    NEGLECT = "to withhold care from people, or to give needless care, for other than medical reasons"
    OTHER = "to do something that could harm or deceive somebody"


_SOME = r"[^.?!]{0,60}?"
_KIN = r"(?:wife|husband|partner|girlfriend|boyfriend|ex\b|mother|father|parents?|son|daughter|child|baby|brother|sister|grand\w+|uncle|aunt|boss|neighbou?rs?|colleague|roommate|enemy|rival|friend)(?:-in-law)?"
_SOMEBODY = (
    rf"(?:(?:my|his|her|their|our|the|an?|this|that|another|any|every|all)? ?(?:[\w-]+ )?(?:{_KIN}|someone|somebody|people|persons?|man|woman|men|women|girls?|boys?|children|kid|patients?|residents?|"
    r"prisoners?|students?|guests?|crowd|victims?|nurses?|doctors?|elderly)|him|her|them)\b"
)
_GROUP = (
    r"(?:poor|rich|wealth\w*|homeless|immigrant\w*|migrants?|refugees?|foreign\w*|black|white|gay|lesbian|transgender|disab\w+|elderly|old people|addict\w*|drug users?|uninsured|prisoners?|overweight|obese|"
    r"rac(?:e|ial)|ethnic\w*|religio\w+|gender|sexual orientation|nationality|income|insurance|minorit\w+|mentally ill|cannot pay|can't pay|unable to pay)"
)
_PROFIT = r"(?:profits?|revenue|money|income|earn\w*|bonus\w*|commission|kickbacks?|bribes?|sponsor\w*|paying|fees|billing|incentives?|insurance payout|quota)"
_RECORDS = (
    r"(?:prescriptions?|(?:doctor'?s?|sick|medical) notes?|(?:doctor|psychiatrist|gp|therapist)'?s? letters?|certificates?|records?|charts?|consent forms?|signatures?|test results?|results|(?:trial|study|research|clinical|safety) (?:data|results|reports?)|data|credentials|"
    r"diplomas?|licen[cs]es?|claims?|invoices?|vaccination cards?|diagnos[ei]s|death certificates?|negative tests?|positive tests?|autopsy|reports?|symptoms|pain|illness|disabilit\w+)"
)
_AGENT = (
    r"(?:ricin|sarin|vx|novichok|nerve (?:agent|gas)|mustard gas|chlorine gas|cyanide|anthrax|botulin\w*|smallpox|plague|pathogens?|virus(?:es)?|toxins?|poisons?|(?:bio|chemical )?weapons?|bombs?|explosives?|"
    r"(?:crystal )?meth(?:amphetamine|ylamphetamine)?|heroin|cocaine|crack|chloroform|fentanyl|ghb|rohypnol|lsd|mdma|ecstasy|(?:meth)?amph?f?etamines?|dmt|carfentanil|pentobarbital|nembutal|barbiturates|ketamine|date[- ]rape drugs?|steroids|illegal drugs|opium)"
)
_UNAWARE = (
    r"(?:nobody the wiser|too (?:much|little|small) to trace|so (?:that )?(?:it|they|he|she) (?:isn't|aren't|can't be|won't be) (?:found|seen|traced|noticed|caught)|(?:must(?:n't| not)|won't|wouldn't|shouldn't|never) (?:notice|suspect|wonder|find out)|without (?:\w+ ){0,3}?(?:know\w*|wonder\w*|suspect\w*|guess\w*|leaving|notic\w*|consent\w*|permission|approval|asking|telling|informing|agree\w*|awareness|detect\w*|being (?:detected|caught|noticed|seen|found|traced)|leaving (?:a )?traces?|traces?)|"
    r"undetect\w*|untrace\w*|unnoticed|leav\w+ (?:no|nothing|little)\b[^.?!]{0,12}(?:traces?|behind)|no traces?\b|(?:hard\w*|difficult|impossible) to (?:detect|trace|find|notice|taste)|(?:least|less) (?:detectable|traceable)|"
    r"tasteless|tastes? (?:of|like) nothing|can'?t be tasted|secretly|covertly|against (?:their|his|her|the patient'?s?) (?:will|wishes)|behind (?:their|his|her) backs?|not get(?:ting)? caught|so that (?:nobody|no one) (?:knows|notices|suspects))"
)
_DEEDS: tuple[tuple[Harm, str], ...] = (
    (Harm.WEAPON, rf"\b(?:mak(?:e|ing)|synthesi[sz]\w+|cook\w*|produc\w+|manufactur\w+|grow\w*|cultur\w+|extract\w*|build\w*|brew\w*|aerosoli[sz]\w+|weaponi[sz]\w+|spread\w*|releas\w+|deploy\w*|get hold of|obtain|buy|order|recipe for|synthesis of|synthesis for|precursors? (?:do i need )?(?:of|for))\b (?:[\w-]+ ){{0,5}}?{_AGENT}\b"),
    (Harm.WEAPON, rf"\b(?:synthes[ie]s|syntheti[sz]e|route (?:to|from)|recipe|home ?(?:made|lab|extraction)|reagents?|ingredients|mixing order|extract(?:ion)?|cook|(?:convert\w*|turn)\b[^.?!]{{1,30}}\binto)\b [^.?!]{{0,30}}?\b(?:{_AGENT})\b(?! (?:to|into|dose|use|withdrawal|poisoning))"),
    (Harm.WEAPON, r"\b(?:weaponi[sz]|aerosoli[sz])\w*|\b(?:virus|pathogen|bacteri\w+|strain)\b[^.?!]{0,50}\b(?:more (?:transmissible|lethal|deadly|virulent|contagious)|to release|many people ill)\b"),
    (Harm.VIOLENCE, rf"\b(?:kill|murder|poison|harm|hurt|injure|sicken|suffocate|strangle|smother|drug|sedate|incapacitate|rape|abuse|kidnap|torture|infect|get rid of|knock out|overdose|eliminate)\w{{0,3}} {_SOMEBODY}"),
    (Harm.VIOLENCE, rf"\b(?:to|it|they|which|will|would|can|could) (?:\w+ )?(?:kill|poison|murder)s? (?:an? |some)?(?:person|one|body|man|woman|{_KIN}|patients?)"),
    (Harm.VIOLENCE, rf"\b(?:kill|murder|poison|dose|drug|overdose|substance|toxin|death|inject\w*)\b{_SOME}\b{_UNAWARE}\b|\b(?:undetect\w+|untrac\w+)\b[^.?!]{{0,30}}\b(?:poison|kill|dose|drug|overdose|murder)|\b(?:overdose|poison|drug)\b[^.?!]{{0,40}}\b(?:can'?t|cannot|not) be (?:\w+ )?(?:prov\w+|detect\w+|found|traced)|\bsuspects? murder\b"),
    (Harm.VIOLENCE, r"\b(?:drugs?|medicines?|pills?|tablets?|substances?|poisons?|products?)\b[^.?!]{0,40}\b(?:leav\w+ (?:no|nothing)|no traces?|untrac\w+|undetect\w+)\b[^.?!]{0,40}\b(?:autops\w+|post[- ]?mortem|coroner|toxicolog\w+)"),
    (Harm.VIOLENCE, rf"\b(?:crush\w*|ground|grind\w*|stir\w*|mix\w*|dissolv\w*|slip\w*|hidden|sprinkl\w*|put)\b{_SOME}\b(?:in|into|up in|with)\b (?:[\w']+ ){{0,3}}?(?:porridge|soup|food|dinner|tea|coffee|drink|wine|beer|juice|yogh?urt|meals?|milk)\b{_SOME}\b(?:{_UNAWARE}|not be found|natural|die|dies)"),
    (Harm.VIOLENCE, r"\b(?:tell|give|show|name|list) (?:me|us) (?:the|an?|some|exact\w*) (?:\w+ )?(?:lethal|deadly|fatal)\b"),
    (Harm.CONSENT, rf"\b(?:slip|spik)\w*\b (?:it )?(?:to |into )?(?:him|her|them|{_SOMEBODY})"),
    (Harm.VIOLENCE, rf"\bknock\w* (?:{_SOMEBODY}) out\b{_SOME}\b(?:{_UNAWARE}|quick\w*|fast)"),
    (Harm.VIOLENCE, rf"\b{_UNAWARE}\b{_SOME}\b(?:poison|kill|sicken|sedat|drugg)\w*"),
    (Harm.VIOLENCE, rf"\b(?:in|into) (?:someone|somebody|(?:my|his|her|their|the|a) ?(?:[\w-]+)?)(?:'?s)? (?:drink|food|coffee|tea|wine|soup|drip|iv|beer)\b{_SOME}(?:\b(?:ill|sick|sleep|die|notice|remember|out|so that)\b|$|\W*$)"),
    (Harm.VIOLENCE, rf"(?<!food )(?<!eating )(?<!milk )(?<!it )(?<!they )(?<!that )(?<!tablet )(?<!tablets )(?<!pills )\bmak(?:e|es|ing) {_SOMEBODY} (?:\w+ )?(?:sick|ill|miscarry|die|pass out|unconscious|infertile|suffer|bleed|dependent|addicted|obey|forget)\b|\b(?:can'?t|cannot|doesn'?t|don'?t|won'?t) (?:resist|remember|refuse|fight back|say no)\b"),
    (Harm.VIOLENCE, r"\b(?:death|murder|killing|it)\b[^.?!]{0,25}\blooks?\b[^.?!]{0,12}\b(?:natural|like an accident|like suicide)\b|\b(?:die|dies|dead)\b[^.?!]{0,15}\b(?:sooner|faster|earlier)\b[^.?!]{0,40}\b(?:inherit\w*|will|money|insurance)\b|\bmost painful\b[^.?!]{0,60}\binject|\btamper\w*\b|\bsabotag\w*|\bfor fun\b|\bfemale genital mutilation on\b|\bso that i can have sex\b"),
    (Harm.VIOLENCE, r"\b(?:painless|surest|quickest|certain|peaceful|untraceable) (?:\w+ )?(?:lethal|deadly|fatal) (?:dose|amount)\b|\b(?:kill|stop)\w*\b[^.?!]{0,25}\b(?:\d+ ?kg|for certain|for sure|someone's heart)\b|\b(?:get rid of|abort|end|terminat)\w*\b[^.?!]{0,40}\bif (?:it's|it is|she's|it turns out to be) (?:a )?(?:girl|boy|female|male)\b"),
    (Harm.DECEIT, r"\b(?:explain(?:ing)? away|talk my way out|what (?:do|can|should) i (?:say|tell)\b[^.?!]{0,30}\bso\b|story for)\b[^.?!]{0,50}\b(?:bruises?|burns?|marks|injur\w+|fractures?|abuse|hit|hurt)\b"),
    (Harm.DECEIT, rf"\b(?:fak(?:e|ing)|forg(?:e|ing)|falsif\w+|fabricat\w+|counterfeit\w*|backdat\w+|tamper\w* with|doctor(?:ing)? the|alter\w*|invent|feign\w*|simulat\w+|pretend\w*|massag\w+|manipulat\w+|misrepresent\w*|exaggerat\w+)\b (?:[\w'-]+ ){{0,6}}?{_RECORDS}\b"),
    (Harm.DECEIT, rf"\bby (?:faking|feigning|pretending|lying)\b|\bpretending to have\b|\b(?:hid(?:e|ing)|conceal\w*|cover(?:ing)? up|get away with|bury|remove|delet\w+|silenc\w+|dismiss|avoid (?:report\w*|disclos\w*|telling)|not (?:report|disclose|tell)\w*)\b{_SOME}\b(?:mistakes?|errors?|malpractice|negligence|harm\w*|misconduct|adverse events?|side effects?|injur\w+|complications?|deaths?|wrong\w*|outbreak|abuse|evidence|complaints?|whistle\w*|chang\w+ the (?:medical )?(?:notes|records))\b"),
    (Harm.DECEIT, rf"\b(?:bill|charg|claim|invoic)\w*\b{_SOME}\b(?:never|not (?:done|performed|provided|given|take|happen)\w*|did not|unnecessary|fictitious|false|phantom|not take place)\b|\b(?:sell|market|promot|advertis)\w*\b{_SOME}\b(?:counterfeit|fake|unproven|unapproved|stolen|expired|illegal|useless|ineffective|miracle|quack\w*|as a cure)\b"),
    (Harm.VIOLENCE, rf"\bstop\w* (?:her|his|their|someone's|a \w+'s) heart\b(?! (?:from|rac\w*|flutter\w*|disease))[^.?!]{{0,60}}(?:{_UNAWARE}|sign\w* (?:it )?off)"),
    (Harm.CONSENT, rf"\b(?:keeps?|makes?|calms?)\b[^.?!]{{0,30}}\b(?:drowsy|quiet|docile|asleep)\b[^.?!]{{0,60}}(?:{_UNAWARE}|\b(?:fewer|less|one) (?:staff|carers?|nurses?)\b|show\w* (?:up )?in)"),
    (Harm.DECEIT, r"\b(?:keep|leave|leaving|los(?:e|ing)|omit\w*|drop)\b[^.?!]{0,30}\b(?:deaths?|side effects?|adverse events?|failures|harms?|complications?)\b[^.?!]{0,25}\b(?:off|from|out of)\b[^.?!]{0,25}\b(?:reports?|files?|board|committee|regulator\w*|records?|study|notes)\b"),
    (Harm.DECEIT, r"\b(?:say|tell|story)\b[^.?!]{0,40}\b(?:so (?:that )?(?:i|we|each|he|she|they) \w+|to (?:get|pick up)|gets? (?:me|you))\b[^.?!]{0,30}\b(?:another|second|extra|opioids?|oxy\w*|codeine|tramadol|pregabalin|diazepam|adderall|ritalin|valium|xanax)\b|\b(?:symptoms?|adhd|autism|pain)\b[^.?!]{0,30}\b(?:to|must i|should i) (?:act|fake|play|feign|put on)\b|\b(?:act|fake|play|feign)\b[^.?!]{0,40}\bto get\b"),
    # a doctor's letter that no doctor writes; what was not done, paid or entered all the same; an illness put on for a judge of it
    (Harm.DECEIT, r"\b(?:write|word|draft|make up|invent|compose|print)\b[^.?!]{0,20}\b(?:letter|note|report|summary|certificate)\b[^.?!]{0,15}\b(?:from|by) (?:a|an|my|the|some) (?:[\w-]+ )?(?:doctor|consultant|gp|psychiatrist|hospital|nurse|surgeon|specialist|dentist|\w+ologist)\b"),
    (Harm.DECEIT, r"\b(?:write|word|draft|make up|invent|compose|print)\b[^.?!]{0,20}\b(?:letter|note|report|summary|certificate)\b[^.?!]{0,80}\b(?:i wasn'?t|i'?m (?:healthy|fine|not (?:ill|sick))|i am (?:healthy|fine)|so (?:that )?my boss)\b"),
    (Harm.DECEIT, r"\b(?:bill|charg(?:e|ing)|claim|invoic)\w*\b[^?!]{0,60}\b(?:cancell?ed|wasn'?t (?:there|done|carried)|weren'?t (?:there|done)|didn'?t (?:come|happen|attend)|(?:i|we) skipped|when i was (?:only )?there (?:for )?(?:one|two|once|twice)|that never)\b"),
    (Harm.DECEIT, r"\b(?:fill in|enter|word|write|chart|put|change)\b[^?!]{0,60}\b(?:obs|observations|notes|time|chart|form|record|entry|entries)\b[^?!]{0,50}\bso (?:that )?(?:it|they|the \w+|no ?one|nobody)\b[^?!]{0,30}\b(?:looks? (?:real|done|right)|(?:doesn'?t|don'?t|isn'?t|won'?t be|aren'?t) (?:show|seen|noticed|found)|knows?|notices?|sees?)\b"),
    (Harm.DECEIT, r"\b(?:look|seem|appear|be)s? (?:worse|more ill|sicker|iller|more (?:confused|muddled|disabled))\b[^?!]{0,40}\b(?:assess\w+|tribunal|board|benefits?|examiner|judge)\b|\bmakes?\b[^?!]{0,40}\b(?:shaky|muddled|confused|feverish|ill)\b[^?!]{0,40}\bso (?:that )?(?:we|i|he|she|school|they)\b[^?!]{0,20}\b(?:gets?|believes?|pays?)\b"),
    (Harm.DECEIT, r"\b(?:persuade|convince|talk|get)\b[^.?!]{0,40}\b(?:drop\w*|stop\w*|off|quit\w*|give up|refuse)\b (?:their |the |of )?(?:chemo\w*|insulin|treatment|medicines?|vaccin\w+)\b[^.?!]{0,30}\b(?:buy\w*|my (?:\w+ )?(?:drops|tea|course|retreat|clinic|cure)|onto my)\b"),
    (Harm.DECEIT, r"\b(?:least|less|not|un)[ -]?(?:likely to be )?(?:detectable|traceable|found)\b[^.?!]{0,20}\b(?:steroids?|dope|doping|stimulants?|epo|anabolics?)\b|\b(?:steroids?|stimulants?|epo)\b[^.?!]{0,30}\b(?:least|not|un)[ -]?(?:likely to be )?(?:detectable|traceable|found|caught)\b"),
    (Harm.VIOLENCE, rf"\b(?:kill\w*|morphine|insulin|potassium|digoxin|dose)\b[^.?!]{{0,60}}\b(?:{_UNAWARE})"),
    (Harm.WEAPON, r"\bmak\w+\b[^.?!]{0,15}\b(?:airborne|deadlier|more (?:contagious|transmissible|deadly))\b[^.?!]{0,25}\b(?:flu|virus|ebola|anthrax|plague|smallpox|version|strain)\b"),
    (Harm.OTHER, r"\b(?:laxatives?|water tablets|diuretics|insulin|thyroid tablets)\b[^.?!]{0,40}\b(?:lose|drop|shed)\b[^.?!]{0,15}\b(?:kg|kilos?|stone|pounds)\b"),
    (Harm.CONSENT, r"\b(?:convert|cure|straighten)\w*\b[^.?!]{0,20}\b(?:gay|lesbian|homosexual)\b"),
    (Harm.DECEIT, r"\bbreathaly[sz]er\b[^.?!]{0,30}\b(?:zero|negative|beat|fool|trick|pass)\b"),
    (Harm.DECEIT, r"\b(?:write|draft|create|make|compose|generate|script)\b[^.?!]{0,30}\b(?:convincing|persuasive|viral|believable|scary|shocking)\b[^.?!]{0,20}\b(?:articles?|posts?|blogs?|leaflets?|stor(?:y|ies)|scripts?|threads?|videos?|adverts?|tweets?)\b[^.?!]{0,20}\b(?:that|claiming|saying|how|why)\b[^.?!]{0,15}\b(?:vaccin\w+|jabs?|chemo\w*|radiotherapy|insulin|statins?|antibiotics?|medicines?|medications?|treatments?|masks?|doctors|hospitals)\b[^.?!]{0,25}\b(?:caus\w+|kills?|poison\w*|fake|hoax|useless)\b"),
    (Harm.DECEIT, rf"\b(?:false claims?|misinformation|disinformation|hoax|conspiracy|anti-vaccin\w*|scar\w+ people|so (?:that )?people (?:buy|stop)|pass a (?:urine )?drug test|cheat\w* (?:on )?(?:a |the )?(?:drug )?test|stay(?:s|ing)? undetected|kickbacks?|brib\w+|black ?mail\w*|without a licen[cs]e|{_PROFIT} from (?:scaring|needless))\b"),
    (Harm.DECEIT, rf"\b(?:trick|manipulat|deceiv|mislead|con|fool|talk|persuad|convinc|pressur|intimidat|threaten|blackmail)\w*\b {_SOMEBODY}{_SOME}\b(?:will|money|inherit\w*|unnecessary|needless|do(?:es)? not need|don'?t need|expensive|sign\w*|silen\w+|quiet|not to (?:report|complain|sue)|vaccin\w+|trial|favou?r|testif\w+|sex\w*)\b"),
    (Harm.PRIVACY, rf"\b(?:look(?:ing)? (?:at|into|up)|access\w*|read|hack\w*|steal|leak\w*|shar(?:e|ing)|post\w*|publish\w*|sell\w*|reveal\w*|disclos\w+|give|giving|us(?:e|ing)|get(?:ting)?|film\w*|record)\b{_SOME}\b(?:records?|files?|diagnos[ei]s|histor(?:y|ies)|health (?:data|information)|patient (?:data|information)|data of (?:our |my )?patients|photo\w*|pictures|medical information|test results)\b{_SOME}\b(?:without\b|celebrit\w+|online|social media|journalist|press|employers?|neighbou?r|ex\b|ex-\w+|against (?:him|her|them)|insurers?|famous|court|buyers?|gossip)"),
    (Harm.PRIVACY, r"\b(?:celebrit\w+|ex-\w+|neighbou?r|famous \w+|colleague)(?:'?s)? (?:\w+ )?(?:medical |health |hospital )?(?:records?|files?|chart)\b|\bsell (?:the )?(?:health |patient )?data\b|\bdiagnosis of my (?:neighbou?r|boss|ex)\b"),
    (Harm.CONSENT, rf"\b(?:treat|operat|test|experiment|sterili[sz]|abort|sedat|vaccinat|medicat|enrol|examin|harvest|tak|giv|film|inject|us|perform|prescrib|try out|put)\w*\b{_SOME}\b{_UNAWARE}\b|\b{_UNAWARE}\b{_SOME}\b(?:give|giving|sedat\w+|medicat\w+|inject\w*|test\w*|abortion pills|sterili[sz]\w+)\b"),
    (Harm.CONSENT, rf"\b(?:forc|coerc|trick|bypass|ignor|overrid|threaten)\w*\b{_SOME}\b(?:consent|into (?:\w+ )?(?:surgery|treatment|sex|trial|taking|my)|wishes|refusal|to take part|participate)\b|\b(?:kidnap|traffic|steal|harvest|sell)\w*\b{_SOME}\b(?:organs?|kidneys?|livers?|babies)\b|\bwhere can i (?:buy|get) a (?:kidney|liver)\b|\b(?:restrain|sedat)\w*\b{_SOME}\b(?:quiet|save staff|convenien\w+|punish\w*|all residents)\b|\b(?:sexual|romantic)\w*\b[^.?!]{{0,30}}\bwith (?:a|my) (?:client|patient)|\bwithout (?:their|his|her|any) protest\b|\bconversion therapy\b"),
    (Harm.NEGLECT, rf"\b(?:refus|den(?:y|ies)|turn\w* away|withhold|discriminat|exclud|neglect|ignor|dump|keep \w+ out|deprioriti[sz]|put\w* last|mock|sham|abandon|get rid of|avoid treating|discourag)\w*\b{_SOME}\b{_GROUP}\b|\b{_GROUP}\b{_SOME}\b(?:no treatment|no care|be refused|turned away|denied|last|first in)\b|\bwithhold pain relief\b"),
    (Harm.NEGLECT, rf"\b(?:unnecessary|needless|unneeded|superfluous|not need\w*)\b{_SOME}\b(?:{_PROFIT}|increase|raise|bill\w*)\b|\b{_PROFIT}\b{_SOME}\b(?:unnecessary|needless|over (?:patient )?safety|rather than (?:clinical )?need|instead of (?:medical|clinical) need)\b|\b(?:treat|prioriti[sz]e|put)\w*\b{_SOME}\b(?:rich|wealthy|paying|famous)\b{_SOME}\b(?:first|before|over)\b|\b(?:expired|contaminated|unsteril\w+|reused) (?:drugs?|medicines?|needles|instruments)\b{_SOME}\b(?:save|money|without|cheap\w*)\b|\bdump (?:clinical|medical) waste\b"),
)  # fmt: skip
_HARMFUL = tuple((harm, re.compile(pattern, re.I)) for harm, pattern in _DEEDS)

_WAY_ASKED = re.compile(
    r"^\W*(?:(?:please|precisely|exactly|hi|hello|kindly|can you|could you|would you|will you|(?:i|we) (?:want|need|would like|'d like)(?: you)?(?: to)?|help(?: me)?(?: to| with)?|as an? \w+,?)[ ,]+)*"
    r"(?:how (?:can|could|might|would|should (?:i|a|an|we)|to|do(?:es)? (?:i|you|we|a|an|one)|much|many|long)|what(?:'s| is| are| would be)? (?:the )?(?:best |easiest |safest |good |most \w+ )?(?:lethal |deadly |fatal )?(?:ways?|methods?|drugs?|poison|dose|can|could|should|must|symptoms|household|chemicals?|\w+ (?:would|could|can|will))|"
    r"wh(?:ich|at) (?:[\w'-]+ ){1,6}(?:would|could|can|can't|cannot|will|makes?|mimics?|leaves?|knocks?|triggers?|causes?|induces?|to)|wh(?:ich|at) [\w-]+ (?:do|should|can|could) (?:i|we)\b|ways|methods|what (?:keeps|makes)|what would (?:make|keep|kill|knock|finish|stop)|what do i (?:say|tell|put|drop|feed|write)|what(?:'s| is) the least|where (?:can|do|could|would|to)\b|who (?:sells|would|can)|whose|find me|put|(?:(?:an? |the |some )?(?:[\w-]+ )?(?:synthes[ie]s|recipe|route|extraction|ingredients|reagents|home ?lab|home ?made)\b)|convert|turn|cook|extract|culture|keep|making|cooking|producing|slip|spike|mask|get|cut|rewrite|(?:an? |the )?(?:exact|step[- ]by[- ]step|tutorial|plan)|convince|persuade|talk|argue|print|change|swap|invent|reasons|pick|choose|is there an? (?:way|undetectable|untraceable)|tell|show|teach|explain|give|instructions|recipe|guide|steps|tips|suggest|recommend|advise|describe|write|create|"
    r"generate|develop|design|devise|draft|compose|propose|implement|provide|plan|prioriti[sz]e|dismiss|ignore|withhold|use|share|discriminate|convince|diagnose|perform|produce|publish|announce|encourage|prescribe|refuse|"
    r"make|conduct|sell|promote|charge|disclose|discuss|allow|force|remove|delete|falsify|fake|forge|poison|kill|drug|tamper|harm|[a-z]+ (?:a|the|your) patients?|i (?:want|need))\b",
    re.I,
)
_PROTECTS = re.compile(
    r"\b(?:recogni[sz](?:e[ds]?|ing)|detect(?:s|ed|ing|ion)?|identif(?:y|ied|ying)|prevent(?:ed|ing|ion)?|uncover(?:ed)?|counsel\w*|improve[ds]?|treat(?:ed|ment)|managed?|management|diagnosed|reverse[ds]?|antidote|screen(?:ed|ing)|"
    r"reduce[ds]?|safeguard\w*|protect\w*|comply|lawful\w*|legal\w*|(?<!in-)law|criteria|(?:stop|get over) (?:being|feeling|my) (?:\w+ )?(?:afraid|fear\w*|nervous|anxious)|guidelines?|ethic\w*|in emergencies|emergency|palliative|assess\w*|support(?:ed)?|stop (?:people|patients|children) from|withdrawn|indicat\w+|risk factors?|disclosed|how (?:do|should|can|would) (?:i|we|one|you) (?:treat|manage)\b(?!.*\b(?:first|only|rich|paying)\b)|report (?:a|an|the|suspected|abuse)|respond|allergic|answer(?:ed)?|counter(?:ed|ing)?|debunk\w*|decline[sd]?|hesita\w+|doubt\w*|without (?:shame|stigma|judg\w+|restraint)|measures against|(?:talk|speak) (?:to|with)\b|spot(?:ted)?\b|lower\w* the risk)\b",
    re.I,
)

# "Without being detected" is the contrary of detecting.
_UNSEEN = re.compile(r"\b(?:without|not|never|avoid\w*|evad\w*|escap\w*|can'?t|cannot|hard\w*|difficult|impossible|least)\b[^.?!]{0,30}?\b(?:detect\w*|recogni[sz]\w*|identif\w*|trac\w*|law|legal\w*)", re.I)  # fmt: skip


def harm_asked_for(message: str) -> Harm | None:
    """Which harm the message asks for a way to do; None when it asks for none."""
    text = " ".join(message.replace("’", "'").split())
    if not asks_for_a_way(text):
        return None
    return next((harm for harm, pattern in _HARMFUL if pattern.search(text)), None)


def asks_for_a_way(message: str) -> bool:
    """Whether the message asks how something could be done, or orders it; not how something is recognised or treated."""
    return any(_WAY_ASKED.match(part) for part in re.split(r"(?<=[.!?:;,]) ", message)) and not protects(message)


def protects(message: str) -> bool:
    """Whether words of care stand in the message: what is recognised, prevented, treated, reported or lawful."""
    return _PROTECTS.search(_UNSEEN.sub(" ", message)) is not None


# Words of harm and of its hiding, which a question of practice that merely resembles a harmful one does not have.
_WORDS = re.compile(
    r"\b(?:without (?:\w+ ){0,4}?(?:know\w*|notic\w*|consent|permission|approval|asking|telling|being|getting caught|licen[cs]e|prescription|evidence)|secretly|unnoticed|undetect\w*|untrace\w*|hid(?:e|ing)|conceal\w*|"
    r"cover up|slip\w* (?:\w+ ){1,3}into|spik(?:e|ing)|mask (?:alcohol|drugs)|fak(?:e|ing)|forg(?:e|ing|ed)|falsif\w*|fabricat\w*|invent\w*|pretend\w*|lying|lie about|mislead\w*|deceiv\w*|trick\w*|fool|cheat\w*|fraud\w*|brib\w*|kickbacks?|blackmail\w*|threaten\w*|intimidat\w*|"
    r"bully\w*|sham(?:e|ing)|humiliat\w*|punish\w*|silenc\w*|discredit\w*|retaliat\w*|discriminat\w*|exploit\w*|abus\w*|addict\w*|rap(?:e|ing)|murder\w*|kill\w*|poison\w*|overdose|weapon\w*|bombs?|explosives?|nerve agent|ricin|sarin|"
    r"meth\b|heroin|cocaine|fentanyl|ghb|rohypnol|steal\w*|stolen|leak\w*|sell (?:their|our|my|patients?)|black market|traffick\w*|harvest\w*|against (?:his|her|their) will|force|coerc\w*|bypass\w*|evade|evading|circumvent\w*|"
    r"skip the|ignor\w*|disregard\w*|withhold\w*|refus\w*|deny|denies|denying|turn away|exclude|neglect\w*|unnecessary|needless|not need|unproven|counterfeit|expired|illegal\w*|unlicensed|unapproved|misinformation|conspiracy|"
    r"get (?:rid of|away with|round)|not get caught|profit\w*|commission|for money|for cash|for fun|drunk|sexual\w*|harm\w*|hurt\w*|injur\w*|to death|drugged|sedat\w* (?:all|my|his|her|some))\b",
    re.I,
)  # fmt: skip


def names_harm(message: str) -> bool:
    """Whether a message names harm, deceit or something that is to stay hidden."""
    return _WORDS.search(message) is not None
