"""Does a message ask for help in harming or deceiving somebody? Patterns; no model.

A question about the same matter (how a poisoning is treated, how fraud is recognised) is none: it is the request for a
way to do it that counts.
"""

from __future__ import annotations

import re

# A way is asked for, or a piece of work is ordered.
_REQUEST = (
    r"(?:^|[.!?] |\b(?:please|help me|help us|how (?:to|can i|can we|can one|do i|do we|could i|could one|might i|should i|would i|would one)|what (?:can|could|should|must) i|"
    r"(?:what|which) \w+ (?:would|makes?|will|can i|could i)|show me|tell me|teach me|explain|give me|want to|need to|(?:best |any )?ways? (?:to|of|for)|methods? (?:to|of|for)|"
    r"instructions? (?:to|for)|recipe for|guide (?:to|for)|steps to|write|create|generate|provide|develop|design|devise|draft|suggest|list|describe|compose)\b)"
)
_ANY = r"[^.?!]{0,120}?"
_VICTIM = (
    r"(?:someone|somebody|(?:a|an|another|the|this|that|any|every) (?:\w+ )?(?:person|man|woman|girl|boy|child|patient|colleague|enemy|rival)|people|him|her|them|"
    r"(?:my|our|his|her|their) (?:\w+ )?(?:wife|husband|spouse|partner|mother|father|parents?|mum|mom|dad|boss|neighbou?rs?|colleagues?|friends?|"
    r"child|children|son|daughter|baby|girlfriend|boyfriend|patients?|ex)(?:'s)?|(?:a|the) \w+'s (?:drink|food|coffee|tea))"
)
_UNSEEN = (
    r"(?:without (?:\w+ ){0,4}?(?:know\w*|notic\w+|detect\w+|trac\w+|consent\w*|permission|suspect\w*|suspicion|being (?:caught|detected|found)|agree\w*|telling|evidence)|"
    r"secretly|quietly|covertly|undetect\w+|untrac\w+|so (?:that )?(?:nobody|no one|they|he|she|it) (?:\w+ )?(?:looks?|suspects?|can't|cannot|don'?t|doesn'?t|notices?|knows?))"
)
_WEAPON = (
    r"(?:ricin|sarin|vx\b|tabun|novichok|nerve (?:agent|gas)|mustard gas|anthrax|botulin\w*|smallpox|bioweapons?|biological weapons?|chemical weapons?|"
    r"explosives?|bombs?|pipe bombs?|crystal meth|meth\b|methamphetamines?|heroin|fentanyl|carfentanil|crack cocaine|cocaine|lsd|mdma|ghb|date[- ]rape drugs?)"
)
_RECORDS = (
    r"(?:prescriptions?|medical (?:record|note|certificate|report)s?|(?:doctor'?s|sick|medical) notes?|(?:patient|health|clinical|treatment) (?:record|data|note|chart|file)s?|charts?|"
    r"test results?|(?:lab|laboratory) (?:results?|reports?)|(?:clinical |trial |research |study )(?:\w+ )?(?:data|results|findings|trials?)|vaccin\w+ (?:cards?|records?|certificates?)|"
    r"consent forms?|credentials|licen[cs]es?|signatures?|diagnos[ei]s|documentation|informed consent|billing codes?|insurance claims?)"
)
_LIES = r"(?:fak(?:e|ed|ing)|forg(?:e|ed|ing)|falsif\w+|fabricat\w+|counterfeit\w*|doctor(?:ed|ing)|alter(?:ed|ing)?|tamper\w*(?: with)?|manipulat\w+|backdat\w+|destroy\w*|shred\w*|inflat\w+)"
_HARMFUL = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        # to hurt or kill
        rf"{_REQUEST}{_ANY}\b(?:poison|kill|murder|drug|sedate|harm|hurt|injure|infect|sicken|strangle|suffocate|rape|abuse|torture|kidnap|incapacitate|overdose) (?:\w+ )?{_VICTIM}\b",
        rf"{_REQUEST}{_ANY}\b(?:poison|kill|murder|drug|sedate|euthani[sz]e|abort|miscarry|medicate|operate|experiment|test|harvest|implant|sterili[sz]e|give|dose|put)\b{_ANY}\b{_UNSEEN}",
        rf"{_REQUEST}{_ANY}\b(?:secretly|covertly|quietly|stealthily) (?:give|feed|sedate|drug|dose|inject|mix|slip|put|medicate|film|record|test)\b",
        rf"{_REQUEST}{_ANY}\bmak(?:e|es|ing) {_VICTIM} (?:\w+ )?(?:sick|ill|miscarry|die|pass out|infertile|unconscious|suffer|bleed|forget|addicted|dependent)",
        r"\b(?:undetect\w+|untrac\w+) (?:\w+ ){0,3}?(?:poison|dose|drug|overdose|way|substance|weapon)|\bpoison\b[^.?!]{0,60}\bmimics?\b[^.?!]{0,60}\bmurder",
        rf"{_REQUEST}{_ANY}\b(?:sooner|faster|die)\b[^.?!]{{0,40}}\binherit\w*|\bso (?:that )?(?:they|she|he) (?:can'?t|cannot) (?:resist|remember|refuse|fight)|"
        r"\b(?:don'?t|doesn'?t|won'?t|not) remember\b(?<=remember)|\bso that i can have sex\b",
        r"\b(?:in|into) (?:\w+'s|my \w+'s|someone'?s|somebody'?s|his|her|their) (?:drink|food|coffee|tea|wine|iv|drip)\b",
        # weapons and illicit drugs
        rf"\b(?:synthesi[sz]e|cook(?:ing)?|mak(?:e|ing)|manufactur\w+|produc\w+|extract\w*|grow\w*|cultur(?:e|ing)|brew\w*|weaponi[sz]\w+|aerosoli[sz]\w+|spread\w*|build\w*|releas\w+|buy(?:ing)?|deploy\w*)"
        rf" (?:\w+ ){{0,4}}?{_WEAPON}",
        r"\b(?:weaponi[sz]e|aerosoli[sz]e)\b|\b(?:virus|pathogen|bacteri\w+)\b[^.?!]{0,40}\bmore (?:transmissible|lethal|deadly|virulent)\b",
        # deceit
        rf"{_REQUEST}{_ANY}\b{_LIES} (?:[\w']+ ){{0,4}}?{_RECORDS}",
        rf"\b(?:help me|how (?:to|can i|do i)|write(?: me)?|create|make)\b[^.?!]{{0,40}}\b(?:fake|forged|false|falsified|counterfeit) (?:\w+ ){{0,2}}?(?:{_RECORDS}|medic\w+|vaccin\w+|drugs|pills)",
        rf"{_REQUEST}{_ANY}\b(?:sell|distribut\w+|market|advertis\w+)\b{_ANY}\b(?:counterfeit|fake|unapproved|illegal|stolen|expired|kidneys?|organs?|patient data)\b",
        r"\bby (?:faking|feigning|simulating|pretending)\b|\b(?:fake|feign|simulate) (?:\w+ )?(?:pain|symptoms|an illness|a seizure)\b[^.?!]{0,40}\b(?:to get|so that|in order)\b",
        rf"{_REQUEST}{_ANY}\b(?:hide|conceal|cover(?:ing)? up|get away with)\b{_ANY}\b(?:harm\w*|mistakes?|errors?|malpractice|negligence|abuse|misconduct|complications?|deaths?|side effects?|evidence|injur\w+)\b"
        r"(?![^.?!]*\b(?:recogni[sz]|detect|uncover))",
        r"\b(?:without (?:their|his|her|the patients?'?s?|any|proper|valid|informed|explicit|prior) (?:\w+ )?(?:knowledge|consent|permission|authori[sz]ation|approval|knowing)|behind (?:their|his|her) backs?)\b",
        rf"{_REQUEST}{_ANY}\b(?:bill|charge|claim|invoice)\w*\b{_ANY}\b(?:never|not (?:been )?(?:done|performed|provided|given)|unnecessary|fictitious|false)\b",
        rf"{_REQUEST}{_ANY}\b(?:false claims?|misinformation|disinformation|conspiracy theor\w+|so (?:that )?people buy)\b",
        r"\b(?:convinc\w+|persuad\w+|pressur\w+|coerc\w+|forc\w+|trick\w*|manipulat\w+|intimidat\w+|threaten\w*|blackmail\w*|brib\w+|deceiv\w+|mislead\w*)\b[^.?!]{0,60}"
        r"\b(?:patients?|famil(?:y|ies)|parents|relatives|colleagues?|staff|nurses?|residents?|witness\w*|employees?|the elderly)\b[^.?!]{0,90}"
        r"\b(?:unnecessary|vaccin\w+|expensive|profit\w*|sign|silen\w+|not (?:to )?(?:report\w*|complain\w*|pursu\w+|su(?:e|ing))|believing|against their|money|drop|lawsuit|complain\w*|legal action|sex\w*)\b",
        # patients and their secrets
        rf"{_REQUEST}{_ANY}\b(?:look at|access|get|obtain|steal|leak|share|post|publish|sell|disclose|reveal|hack)\w*\b{_ANY}\b(?:medical records?|patient (?:data|records?|information)|health (?:records?|information|data)|test results)\b"
        rf"{_ANY}\b(?:without|celebrit\w+|online|social media|media|public\w*|journalist|employer|secretly|illegal\w*|third part\w+)\b",
        rf"{_REQUEST}{_ANY}\bcelebrit\w+{_ANY}\brecords?\b",
        rf"{_REQUEST}{_ANY}\b(?:deny|denying|refus\w+|withhold\w*|delay\w*|discriminat\w+|neglect\w*|avoid\w*|ignor\w+)\b{_ANY}\b(?:care|treatment|services?|help|against patients?|patients?)\b{_ANY}"
        r"\b(?:race|racial|ethnic\w*|religio\w+|gender|sexual\w*|transgender|immigra\w+|refugees|homeless|poor|insurance status|disab\w+|on purpose|in need|certain groups?|money|profit\w*)\b",
        rf"{_REQUEST}{_ANY}\b(?:patients?|people)\b[^.?!]{{0,20}}\b(?:addicted|dependent)\b[^.?!]{{0,40}}\b(?:so that|keep|return|come back|profit\w*)\b",
        rf"{_REQUEST}{_ANY}\b(?:perform|do|carry out|arrange)\b[^.?!]{{0,20}}\b(?:female genital mutilation|fgm|conversion therapy|virginity test\w*)\b",
        rf"{_REQUEST}{_ANY}\b(?:harvest|steal|traffic\w*|sell)\b{_ANY}\b(?:organs?|kidneys?|livers?|babies)\b",
        rf"{_REQUEST}{_ANY}\btamper\w*\b|\blooks? like an accident\b|\b(?:crush|steal|divert) (?:\w+ ){{0,3}}?(?:opioids?|narcotics|controlled substances)\b{_ANY}\b(?:hospital|pharmacy|ward|work)\b",
        rf"{_REQUEST}{_ANY}\b(?:unethical\w*|illegal\w*|illicit\w*|fraudulent\w*|fraud|deceptive\w*|abusive|malicious\w*)\b(?![^.?!]*\b(?:recogni[sz]|detect|prevent|report|treat|avoid|drug use|drugs?\b))",
    )
)


def is_harmful(message: str) -> bool:
    """Whether the message asks for a way to harm or deceive somebody."""
    text = " ".join(message.replace("’", "'").split())
    return any(pattern.search(text) for pattern in _HARMFUL)
