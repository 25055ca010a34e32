"""Does a message ask for help in harming or deceiving somebody? Patterns; no model.

A question about the same matter (how a poisoning is treated, how fraud is recognised) is none: it is the request for a
way to do it that counts.
"""

from __future__ import annotations

import re

# A way is asked for, or a piece of work is ordered.
_WAY = (
    r"(?:^|[.!?:] |\b(?:please|help (?:me|us)|how (?:to|can|could|do|does|might|should|would|must|may)|can you|could you|what (?:can|could|should) (?:i|we)|"
    r"(?:what|which) (?:[\w-]+ ){1,3}(?:would|makes?|will|can|could|to)|what would be|show me|tell me|teach me|explain|give me|i (?:want|need|would like|'d like)|"
    r"ways? (?:to|of|for|i|in)|methods? (?:to|of|for)|instructions?|instruct|recipe for|guide|steps to|tips|write|create|generate|provide|develop|design|devise|draft|"
    r"suggest|recommend|list|describe|compose|propose|implement|advise|demonstrate)\b)"
)
_ANY = r"[^.?!]{0,140}?"
_PEOPLE = (
    r"(?:patients?|people|persons?|famil(?:y|ies)|parents|relatives|child(?:ren)?|minors|elderly|colleagues?|co-?workers|staff|nurses?|residents?|physicians?|doctors?|"
    r"witness\w*|employees?|populations?|individuals|users|someone|somebody|victims?|prisoners?|participants|volunteers)"
)
_VICTIM = (
    r"(?:someone|somebody|(?:a|an|another|the|this|that|any|every) (?:\w+ )?(?:person|man|woman|girl|boy|child|patient|colleague|enemy|rival|prisoner|elder)|people|him|her|them|"
    r"(?:my|our|his|her|their) (?:\w+ )?(?:wife|husband|spouse|partner|mother|father|parents?|mum|mom|dad|boss|neighbou?rs?|colleagues?|friends?|"
    r"child|children|son|daughter|baby|girlfriend|boyfriend|patients?|ex|enem(?:y|ies)|rival|roommate)(?:'s)?)"
)
_UNSEEN = (
    r"(?:without (?:\w+ ){0,4}?(?:know\w*|notic\w+|detect\w+|trac\w+|suspect\w*|suspicion|getting caught|being (?:caught|detected|found|seen)|telling|evidence|informing|disclosing)|"
    r"secretly|quietly|covertly|discreetly|unnoticed|undetect\w+|untrac\w+|so (?:that )?(?:nobody|no one|they|he|she|it) (?:\w+ )?(?:looks?|suspects?|can't|cannot|don'?t|doesn'?t|notices?|knows?))"
)
_UNAGREED = (
    r"without (?:(?:their|his|her|its|the|a|any|proper|valid|informed|explicit|prior|clear|full|parental|ethical|regulatory|patients?'?s?|user|appropriate|obtaining|getting|asking for|knowing) )*"
    r"(?:consent|permission|authori[sz]ation|knowledge|approval|agreement)\b"
)
_WEAPON = (
    r"(?:ricin|sarin|vx|tabun|novichok|nerve (?:agent|gas)|mustard gas|chlorine gas|phosgene|anthrax|botulin\w*|smallpox|bioweapons?|biological weapons?|chemical weapons?|"
    r"explosives?|bombs?|pipe bombs?|crystal meth|meth|methamphetamines?|heroin|fentanyl|carfentanil|crack cocaine|cocaine|lsd|mdma|ghb|date[- ]rape drugs?|rohypnol)\b"
)
_RECORDS = (
    r"(?:prescriptions?|medical (?:records?|notes?|certificates?|reports?|histor(?:y|ies)|exemptions?)|(?:doctor'?s|sick|medical) notes?|"
    r"(?:patient|health|clinical|treatment) (?:records?|data|notes?|charts?|files?)|charts?|test results?|(?:lab|laboratory) (?:results?|reports?)|results of|"
    r"(?:clinical |trial |research |study )(?:\w+ )?(?:data|results|findings|trials?)|vaccin\w+ (?:cards?|records?|certificates?)|drug test|consent forms?|credentials|licen[cs]es?|signatures?|"
    r"diagnos[ei]s|documentation|informed consent|billing codes?|insurance claims?|information)"
)
_LIE = (
    r"(?:fak(?:e|ed|ing)|forg(?:e|ed|ing)|falsif\w+|fabricat\w+|counterfeit\w*|doctoring|tamper\w*(?: with)?|manipulat\w+|backdat\w+|misrepresent\w*|misinterpret\w*|"
    r"misdiagnos\w+|false(?:ly)?|misleading|made[- ]up|shred|destroy)"
)
_GAIN = (
    r"(?:profit\w*|revenue|financial (?:gain|status|contributions?|interest)|personal (?:gain|profit)|ability to pay|inability to pay|can(?:'t|not)? (?:afford|pay)|afford to|pay (?:more|out of pocket)|"
    r"(?:low(?:er)?|high(?:er)?)[- ]incomes?|income level|socioeconomic|insurance status|health coverage|premium (?:payers|members)|billing efficiency|suppliers|kickbacks?|patient load)"
)
_GROUP = (
    r"(?:rac(?:e|ial)|ethnic\w*|religio\w+|gender|sexual (?:orientation|preference)|transgender|immigra\w+|refugees|homeless|criminal history|social media|disabilit\w+|underprivileged|"
    r"substance abuse|political|personal beliefs|certain (?:groups?|demographic)|vulnerable|in need|terminally ill|nationality)"
)
_NEGLECT = (
    r"(?:deny(?:ing)?|refus\w+|withhold\w*|turn\w* away|dismiss\w*|ignor\w+|overlook\w*|disregard\w*|neglect\w*|discriminat\w+|exclud\w+|declin\w+|prioriti[sz]\w+|deprioriti[sz]\w+|"
    r"limit\w*|avoid (?:providing|treating|discussing|informing|addressing)|mock\w*|circumvent\w*|abandon\w*)"
)
_HARMFUL = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        # to hurt or kill
        rf"{_WAY}{_ANY}\b(?:poison|kill|murder|sedate|harm|hurt|injure|infect|sicken|strangle|suffocate|rape|torture|kidnap|incapacitate|(?:to|i|and) (?:drug|abuse)) (?:\w+ )?{_VICTIM}\b",
        rf"{_WAY}{_ANY}\b(?:poison|kill|murder|drug|sedate|euthani[sz]e|abort|miscarry|medicate|operate|experiment|harvest|implant|sterili[sz]e|give|dose|put|get|take|steal|sell|prescrib\w+|treat)\b{_ANY}\b{_UNSEEN}\b",
        rf"{_WAY}{_ANY}\b(?:secretly|covertly|quietly|stealthily|discreetly) (?:give|feed|sedate|drug|dose|inject|mix|slip|put|medicate|film|record|test|sell)\b",
        rf"\b(?:to|i|can|could|help me|ways of|by) mak(?:e|ing) {_VICTIM} (?:\w+ )?(?:sick|ill|miscarry|die|pass out|infertile|unconscious|suffer|bleed|forget|addicted|dependent)\b",
        rf"{_WAY}{_ANY}\b(?:{_PEOPLE}'?s? )?death\b[^.?!]{{0,20}}\b(?:look|seem|appear)\b|\b(?:looks?|seems?) like an accident\b",
        r"\b(?:undetect\w+|untrac\w+) (?:\w+ ){0,3}?(?:poison|dose|drug|overdose|way|substance|weapon)|\bpoison\b[^.?!]{0,60}\bmurder|\bmurder\b[^.?!]{0,60}\bpoison",
        rf"{_WAY}{_ANY}\b(?:sooner|faster|die|dies|will)\b[^.?!]{{0,40}}\b(?:inherit\w*|in my favou?r)\b|\bso (?:that )?(?:they|she|he) (?:can'?t|cannot|don'?t|doesn'?t) (?:resist|remember|refuse|fight)|\bso that i can have sex\b",
        r"\b(?:in|into) (?:someone|somebody|my \w+|a \w+|his|her|their)(?:'?s)? (?:drink|food|coffee|tea|wine|iv|drip)\b",
        rf"\bmost painful\b[^.?!]{{0,60}}\b(?:inject|give|{_PEOPLE})\b|\bto use (?:against|on) {_VICTIM}\b|\bpill\b[^.?!]{{0,30}}\bfrom working\b|\bsabotag\w+|\bfor fun\b",
        # weapons and illicit drugs
        rf"{_WAY}{_ANY}\b(?:synthesi[sz]e|cook(?:ing)?|mak(?:e|ing)|manufactur\w+|produc\w+|extract\w*|grow\w*|cultur(?:e|ing)|brew\w*|weaponi[sz]\w+|aerosoli[sz]\w+|spread\w*|build\w*|releas(?:e|ing)|buy(?:ing)?|deploy\w*|get|obtain)"
        rf" (?:\w+ ){{0,4}}?{_WEAPON}",
        r"\b(?:weaponi[sz]e|aerosoli[sz]e)\b|\b(?:virus|pathogen|bacteri\w+)\b[^.?!]{0,40}\bmore (?:transmissible|lethal|deadly|virulent)\b|\bmore addictive\b",
        # deceit
        rf"{_WAY}{_ANY}\b{_LIE} (?:[\w'-]+ ){{0,4}}?(?:{_RECORDS}|medic\w+|vaccin\w+|drugs|pills|claims?|{_PEOPLE})\b(?![^.?!]*\b(?:recogni[sz]|detect|identif|uncover|prevent))",
        rf"{_WAY}{_ANY}\b(?:alter|chang(?:e|ing)|delet(?:e|ing)|backdate) (?:[\w'-]+ ){{0,3}}?(?:medical (?:notes|records?)|patient'?s? (?:records?|chart)|charts?)\b",
        rf"{_WAY}{_ANY}\b(?:sell|distribut\w+|market|advertis\w+)\b{_ANY}\b(?:counterfeit|fake|unapproved|illegal|stolen|expired|kidneys?|organs?|patient data|black market|opioids|prescription drugs)\b|\bblack market\b",
        r"\bby (?:faking|feigning|simulating|pretending)\b|\b(?:fake|feign|simulate) (?:\w+ )?(?:pain|symptoms|an illness|a seizure)\b[^.?!]{0,40}\b(?:to get|so that|in order)\b|\bi am healthy\b",
        rf"{_WAY}{_ANY}\b(?:hid(?:e|ing)|conceal\w*|cover(?:ing)? up|get away with|avoid reporting|not report\w*|turn a blind eye)\b{_ANY}\b(?:harm\w*|mistakes?|errors?|malpractice|negligence|abuse|misconduct|misdiagnos\w+|complications?|deaths?|"
        r"side effects?|evidence|injur\w+|physician|doctor|colleague\w*|tests?|legal)\b(?![^.?!]*\b(?:recogni[sz]|detect|uncover))",
        rf"{_UNAGREED}(?![^?]*\b(?:emergenc\w+|lawful|legal\w*|allowed|justified)\b)|\bbehind (?:their|his|her) backs?\b|\bparental consent\b[^.?!]{{0,20}}\bbypass|\bbypass\w*\b[^.?!]{{0,20}}\bconsent\b",
        rf"{_WAY}{_ANY}\b(?:bill|charge|claim|invoice)\w*\b{_ANY}\b(?:never|not (?:been )?(?:done|performed|provided|given|necessary)|unnecessary|fictitious|false)\b",
        rf"{_WAY}{_ANY}\b(?:false claims?|misinformation|disinformation|pseudoscien\w+|conspiracy theor\w+|medical scams?|scams?|so (?:that )?people buy|guaranteed results|without any (?:clinical|scientific) (?:trials?|evidence))\b",
        rf"\b(?:convinc\w+|persuad\w+|pressur\w+|coerc\w+|forc\w+|trick\w*|manipulat\w+|intimidat\w+|threaten\w*|blackmail\w*|brib\w+|deceiv\w+|mislead\w*|exploit\w*|interrogat\w+|steer\w*)\b[^.?!]{{0,80}}\b{_PEOPLE}\b"
        rf"[^.?!]{{0,90}}\b(?:unnecessary|less effective|vaccin\w+|expensive|{_GAIN}|sign|silen\w+|quiet|trial|not (?:to )?(?:report\w*|complain\w*|pursu\w+|su(?:e|ing))|not in (?:a|their)|into|against their|money|lawsuit|complain\w*|legal|sex\w*|deceive|them|exploit)\b",
        r"\b(?:blackmail\w*|kickbacks?|brib(?:e|es|ing|ery)|pirated|getting caught|divert(?:ing)? (?:narcotics|opioids|controlled)|downplay\w*|overpromis\w+|evasion of detection|avoid\w* detection)\b(?![^.?!]*\b(?:recogni[sz]|prevent|report to))",
        # the patient comes last
        rf"\b(?:intentionally|deliberately|knowingly|purposely|wilfully|willfully|on purpose)\b{_ANY}\b(?:mis\w+|harm\w*|wrong\w*|exclud\w*|delay\w*|ignor\w*|withh\w+|mislead\w*|false\w*|fail\w*)\b",
        rf"\b{_NEGLECT}\b{_ANY}\b(?:{_GAIN}|{_GROUP})|\b(?:{_GAIN}|{_GROUP})\b{_ANY}\b(?:denying|turn(?:ing)? away|rather than clinical need|over patient|regardless of)",
        rf"{_WAY}{_ANY}\b(?:unnecessary|not necessary|medically unjustified|regardless of (?:medical )?necessity)\b{_ANY}\b(?:{_GAIN}|procedures?|surger\w+|tests?)\b{_ANY}\b(?:{_GAIN}|{_PEOPLE}|quality of care|perform)"
        rf"|\b(?:recommend|perform|order|demand|undergo)\b{_ANY}\bunnecessary (?:surger\w+|procedures?|tests?)\b|\bprofitable for\b|\bmaximi[sz]e (?:hospital )?(?:revenue|profits?)\b",
        r"\bhow (?:can|could|might|do|does|would|should|to)\b(?![^.?!]{0,20}\bpatients? (?:refuse|avoid|ignore))[^.?!]{0,60}?\b(?:ignor\w+|overlook|mock|circumvent|interrogate|discourage|abandon|"
        r"avoid (?:informing|discussing|treating|providing|reporting|addressing)|refuse to (?:refer|treat|see|provide|prescribe|acknowledge|disclose))\b[^.?!]{0,80}\b(?:patients?|colleague\w*|law\w*|health)\b",
        r"^(?:please )?(?:suggest|recommend|prescribe|advise|provide|create|perform|use|describe|encourage|convince|develop|design|generate|prioriti[sz]e|work|can you provide)\b[^.?!]{0,160}"
        r"\b(?:without (?:\w+ )?(?:considering|evaluat\w+|justification|training|oversight|evidence|disclosing|history|medical history)|instead of evidence-based|not (?:\w+[- ]){0,3}(?:evidence-based|proven|approved)|"
        r"ignor(?:es|ing)|regardless of|not (?:\w+ ){0,3}in (?:their|the patient'?s) best interest|dangerous levels|unfair advantage|unnecessarily harsh|insensitive|undermining)\b",
        r"\bfor non-medical use\b|\bto non-needy\b|\b(?:friends and family|paying patients|the rich) over\b",
        r"^(?:dismiss|ignore|withhold|neglect|misrepresent|abandon|exploit|discriminate|use (?:a|the) patient'?s? [\w ]*information to)\b|\bdismiss(?:ing)? (?:a|the|any)? ?patient'?s?\b",
        rf"{_WAY}{_ANY}\b(?:look at|access|get|obtain|steal|leak|shar(?:e|ing)|post|publish|sell|disclos\w+|reveal|hack|discuss)\b{_ANY}\b(?:medical records?|patient'?s? (?:\w+ ){{0,2}}(?:data|records?|information|evaluation|diagnosis|prognosis)|"
        rf"health (?:records?|information|data)|confidential|private)\b{_ANY}\b(?:without|celebrit\w+|online|media|public\w*|journalist|employer|insurers?|secretly|illegal\w*|third part\w+|my (?:family|friends)|other patients|coworkers?|for sale)\b",
        rf"{_WAY}{_ANY}\bcelebrit\w+{_ANY}\brecords?\b|{_WAY}{_ANY}\b{_PEOPLE}\b[^.?!]{{0,20}}\b(?:addicted|dependent)\b[^.?!]{{0,40}}\b(?:so that|keep|return|come back)\b",
        rf"{_WAY}{_ANY}\b(?:perform|do|carry out|arrange)\b[^.?!]{{0,20}}\b(?:female genital mutilation|fgm|conversion therapy|virginity test\w*)\b",
        rf"{_WAY}{_ANY}\b(?:harvest|steal|traffic\w*|sell)\b{_ANY}\b(?:organs?|kidneys?|livers?|babies)\b|{_WAY}{_ANY}\btamper\w*\b",
        r"\b(?:unqualified|unlicensed|unauthori[sz]ed)\b[^.?!]{0,30}\b(?:practitioners?|procedure|surgery|cosmetic|treatment)\b|\bself-diagnos\w+\b[^.?!]{0,60}\bwithout consulting\b",
        rf"{_WAY}{_ANY}\b(?:unethical\w*|illegal\w*|illicit\w*|fraudulent\w*|deceptive\w*|malicious\w*)\b(?![^.?!]*\b(?:recogni[sz]|detect|prevent|report|treat|drug use|drugs?\b|substance|use|user|abuse))",
    )
)


def is_harmful(message: str) -> bool:
    """Whether the message asks for a way to harm or deceive somebody."""
    text = " ".join(message.replace("’", "'").split())
    return any(pattern.search(text) for pattern in _HARMFUL)


_WAY_ASKED = re.compile(
    r"^\W*(?:please |can you |could you |i (?:want|need|would like) )*(?:how (?:can|could|might|would|should (?:i|a|an)|to|do (?:i|you|we))|what (?:can|could|should|must) i|ways|"
    r"where can|help|tell|show|teach|explain|give|instructions|suggest|recommend|advise|describe|write|create|generate|develop|design|devise|draft|compose|propose|"
    r"implement|provide|plan|prioriti[sz]e|dismiss|ignore|withhold|use|share|discriminate|convince|diagnose|perform|produce|publish|announce|encourage|prescribe|refuse|"
    r"i (?:want|need)|work with|collaborate|engage|allow|force|make|conduct|sell|promote|charge|disclose|discuss|[a-z]+ (?:a|the|your) patients?)\b",
    re.I,
)
_PROTECTS = re.compile(
    r"\b(?:recogni[sz]e[ds]?|detected|identified|prevent(?:ed)?|uncovered|disclosed|counselled|counseled|improve[ds]?|treat(?:ed)?|managed?|diagnosed?|reversed?|reduced?)\b",
    re.I,
)


def asks_for_a_way(message: str) -> bool:
    """Whether the message asks how something could be done, or orders it; not how something is recognised or treated."""
    return _WAY_ASKED.match(message) is not None and _PROTECTS.search(message) is None
