"""Is it said, after an alarm, that nothing of the kind is happening now? And what else is said beside it.

"It's not happening now, I just want to know in general", "this was two years ago", "no emergency, I'm a nurse asking". A
message is read clause by clause: those that take an alarm back are known in their whole length, what is left of the
message is its rest, and has to be heard as any message is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from service.safety.distress.wording import plain


class Reason(StrEnum):
    """Why an alarm is none."""

    NONE = "none"  # it is no emergency, nobody is ill, it is not happening now
    PAST = "past"  # it is months or years ago
    WELL = "well"  # whoever it was is well now, or was seen by somebody
    GENERAL = "general"  # it is asked in general
    PROFESSIONAL = "professional"  # somebody asks who treats or learns


@dataclass(frozen=True, slots=True)
class TakenBack:
    """Why a message says that an alarm is none, and the rest of it: what it says besides, or asks."""

    reasons: frozenset[Reason]
    rest: str


_ADVERBS = r"(?:(?:just|only|really|simply|merely|actually|honestly|absolutely|perfectly|completely|totally|all|quite|still|both|definitely|certainly|purely) )*"
_WHO = r"(?:i|he|she|we|they|it|everyone|everybody|(?:my|our|the) [\w-]+)"
_IS = r"(?: am| is| are| was| were|['’]?(?:m|s|re)\b)"
_ISNT = r"(?:" + _IS + r" " + _ADVERBS + r"not| isn['’]?t| aren['’]?t| wasn['’]?t| weren['’]?t| ain['’]?t)"
_NOW = r"(?: (?:right |just )?now| (?:any ?more|anymore)| at (?:the|this) moment| at present| currently| today)"
_THAT = (
    r"(?:it|this|that|(?:it|this|that|what) (?:happened|i (?:meant|wrote|asked|described))|all (?:of )?(?:this|that))"
)
_EMERGENCY = r"(?:an? |any |real |such |medical )*(?:emerg\w*|urgent(?: matter| thing| case)?|alarm|danger|acute)"
_SYMPTOM = r"(?:(?:any|a|an|the|such|of) )*(?:it|this|that|these|those|one|symptoms?|anything|problems?|(?:chest |bad |severe )?pains?|headaches?|bleeding|fevers?|emergency)"
_AGO = (
    r"(?:(?:a |an |about |over |nearly |almost |more than |at least |like |some |well over )*(?:long time|few|couple(?: of)?|many|several|\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|year|month|decade|while) ?"
    r"(?:weeks?|months?|years?|yrs?|decades?)? ?(?:ago|back)|(?:weeks|months|years|yrs|ages|decades) (?:and years )?(?:ago|back)|(?:back )?(?:in|since) (?:the year |(?:january|february|march|april|may|june|july|august|september|october|november|december) )?(?:19|20)\d\d|"
    r"last (?:year|summer|winter|spring|autumn|fall|month|christmas)|(?:as|when i was) a (?:child|kid|teenager|student|baby)|in (?:my|his|her) (?:childhood|youth|teens|twenties|thirties))"
)
_TRADE = (
    r"(?:doctor|physician|gp|nurse|midwife|pharmacist|paramedic|medic|surgeon|consultant|registrar|dentist|physio\w*|dietitian|radiographer|clinician|"
    r"h(?:ealth)?[- ]?care (?:professional|worker)|health ?professional|hcp|medical professional|professional|prescriber|optometrist|psychiatrist|psychologist|anaesthetist|researcher|journalist|medical writer|lecturer|"
    r"(?:medical|nursing|pharmacy|paramedic|midwifery|medicine|dental|physician assistant) (?:student|trainee)|(?:student|trainee|junior|ward|practice|district|staff|icu|a&e|ed|retired|hospital|community|registered|charge) (?:nurse|doctor|midwife|pharmacist|paramedic|registrar|gp)|(?:f[12]|fy[12]|sho|st\d|ct\d)|student)"
)
# Whole clauses.
_CLAUSES: tuple[tuple[Reason, str], ...] = (
    (Reason.NONE, rf"(?:{_THAT}|there){_ISNT} {_EMERGENCY}"),
    (Reason.NONE, rf"(?:there{_IS} )?(?:no|not|non)[- ]?{_EMERGENCY}(?: here| at all| i promise)*"),
    (Reason.NONE, rf"(?:{_THAT}){_ISNT} (?:happening|going on|about (?:me|us)|me|now|so now|the case|like that){_NOW}?"),
    (Reason.NONE, rf"(?:{_THAT} (?:is|was|must be)|['’]s)? ?(?:an? )?(?:false|wrong) alarm"),
    (
        Reason.NONE,
        r"(?:nobody|no[- ]?one|none of us)(?: is|['’]s| was| here is) (?:" + _ADVERBS + r")(?:ill|hurt|sick|unwell|injured|bleeding|dying|in (?:any )?danger|in trouble|affected|having (?:it|this|that|one|a stroke|a heart attack|a seizure|a fit))" + _NOW + "?",
    ),
    (Reason.NONE, rf"nothing(?: is|['’]s| was)? (?:wrong|happening|the matter|going on|urgent|bad)(?: with (?:me|him|her|us|anyone|anybody))?{_NOW}?"),
    (Reason.NONE, rf"{_WHO} (?:do not|does not|don['’]?t|doesn['’]?t|did not|didn['’]?t) (?:actually |really |even )?(?:have|got|get|feel) {_SYMPTOM}{_NOW}?"),
    (Reason.NONE, rf"{_WHO}{_ISNT} (?:actually |really )?(?:having|getting|feeling|in) {_SYMPTOM}{_NOW}?"),
    (Reason.NONE, rf"(?:i|we){_ISNT} (?:in (?:any )?(?:danger|trouble)|ill|hurt|unwell|sick|injured|bleeding|dying|the patient){_NOW}?"),
    (Reason.NONE, r"(?:i|he|she|we|they) (?:have not|has not|haven['’]?t|hasn['’]?t|did not|didn['’]?t)(?: actually| really)? (?:taken|take|swallowed|had|eaten) (?:any(?:thing)?|too (?:many|much)|any of (?:it|them|that)|more than i should|it|them)(?: yet| at all)?"),
    (Reason.NONE, r"i(?:['’]?m| am) not (?:planning|doing|up to|going to do|about to do) anything(?: (?:bad|silly|stupid|like that))?"),
    (Reason.NONE, r"(?:you(?:['’]ve| have)? )?(?:misunderstood|misread|got (?:me|that|it) wrong)(?: me| that| it| my question)?"),
    (Reason.NONE, rf"{_THAT} (?:was|is|['’]s)? ?(?:not what i (?:meant|asked|mean)|a misunderstanding)"),
    (Reason.PAST, rf"(?:{_THAT}(?: is|['’]s| was| were| all)?|(?:it|this|that)(?: all)? happened|i had (?:it|this|that)|i was talking about|i meant|{_WHO} had (?:it|this|that)) ?(?:{_ADVERBS})?{_AGO}"),
    (Reason.PAST, rf"(?:{_THAT})(?: is|['’]s| was)? (?:{_ADVERBS})?(?:(?:long |all |over and )?(?:over|past|gone|in the past|history|finished|done with))(?: now| {_AGO})?"),
    (Reason.PAST, r"(?:years|ages|months|decades) (?:ago|back)"),
    (Reason.WELL, rf"{_WHO}(?:{_IS}| (?:feel|feels|felt|seems?))? {_ADVERBS}(?:fine|ok|okay|well|good|alright|all right|safe|better|recovered|healthy|great)(?: again| now| here| since| these days| today| thanks| thank you| really)*"),
    (Reason.WELL, r"(?:all|everything|everyone|everybody)(?:['’]s| is)? (?:" + _ADVERBS + r")(?:good|fine|well|ok|okay|clear|safe|alright)(?: here| now)*"),
    (Reason.WELL, rf"(?:he|she|it|{_WHO}) (?:has|have|had)(?: since)?(?: fully| completely)? (?:recovered|stopped|passed|settled|resolved|gone|healed|got(?:ten)? better)(?: since| now| already| again)*"),
    (Reason.WELL, r"(?:i|he|she|we|they)(?:['’]ve|['’]s| have| has| had)? (?:already |just )?(?:been |was |were )?(?:seen|checked|examined|looked at|sent home|discharged|to (?:a ?& ?e|the (?:er|ed|hospital|doctor|gp)))(?: (?:over|out|by|from|at|already|and (?:was )?(?:sent home|discharged))| (?:a|an|my|his|her|the|our) \w+(?: \w+)?| (?:yesterday|last night|this morning|last week|today|about (?:it|this)))*"),
    (Reason.WELL, r"(?:already |have )?(?:been )?(?:checked|seen|examined)(?: (?:over|out))? by (?:a|my|the|our|his|her) \w+(?: \w+)?"),
    (Reason.WELL, r"(?:the|a|my|our|his|her) (?:\w+ )?(?:doctor|gp|crew|paramedics?|hospital|nurse|ambulance(?: crew)?)s? (?:has |have )?(?:already )?(?:checked|seen|examined|looked at|saw)(?: (?:it|me|him|her|us))?(?: (?:over|out|already|yesterday|today))*"),
    (Reason.WELL, r"(?:they|he|she|the doctor|my doctor|the gp)(?: have| has)? (?:said|says|told me|reckoned?) (?:that )?(?:it(?:['’]s| is| was)|i(?:['’]m| am| was)|(?:s?he)(?:['’]s| is| was))? ?(?:fine|ok|okay|nothing(?: serious| bad| to worry about)?|harmless|not serious|all clear)"),
    (Reason.GENERAL, rf"(?:{_WHO}{_IS} |{_THAT}(?: is|['’]s| was) )?{_ADVERBS}(?:asking |asked |interested |curious |wondering |wanted (?:to know|information) |for |meant |mean |a |out of |general |hypothetical |theoretical |question |knowledge |information |info |my |an )*(?:{_ADVERBS})(?:in general|generally|general (?:question|knowledge|info(?:rmation)?|interest)|hypothetical(?:ly)?(?: question)?|theoretical(?:ly)?(?: question)?|curious|curiosity|asking|wondering|(?:out of )?(?:pure |general )?interest|for information(?: only)?|for info(?: only)?|for next time|question)(?: (?:about|on) (?:it|this|that|him|her)| (?:please|only|here|not now))*"),
    (Reason.GENERAL, r"(?:i (?:just |only |really )*(?:want(?:ed)?|need(?:ed)?|would like|meant|mean|['’]d like) )(?:to (?:know|understand|learn|read|ask|hear) )?(?:about (?:it|this|that) )?(?:(?:some |a bit of )?(?:general )?(?:info(?:rmation)?|knowledge)|(?:it )?in general|generally|for next time|for the future|what it is|about (?:it|this|that))"),
    (Reason.GENERAL, r"in general|generally(?: speaking)?|(?:just |only )*(?:general )?(?:info|information) only|not (?:about )?(?:me|now|myself)|not for me"),
    (Reason.GENERAL, rf"(?:it|this|that)?(?:['’]?s| is| was)? ?(?:{_ADVERBS})(?:about |for |from |a |an |my |our |the |some |one of |it['’]s )*(?:nursing |medical |school |friend['’]s |daughter['’]s |son['’]s |first aid |case |text|staff |university |pharmacy |teaching )*(?:exams?|course|homework|essay|training|teaching|class|lecture|assignment|quiz|textbook(?: case)?|case (?:study|report|vignette)|seminar|case (?:in|from) (?:a|the|my) (?:textbook|book|seminar|lecture|course|exam|journal)|leaflet|poster|dissertation|study|novel|article)"),
    (Reason.GENERAL, rf"i(?:['’]?m| am) (?:{_ADVERBS})(?:revising|studying|preparing|writing|learning|reading|training|teaching|working on|doing)(?: (?:for|about|on|in|it|this|up))*(?: (?:a|an|my|the|our|some|nursing|medical|staff|first aid))*(?: (?:exams?|course|homework|essay|training|class|lecture|assignment|quiz|leaflet|poster|dissertation|study|medicine|nursing|pharmacy|article))?"),
    (Reason.GENERAL, r"(?:i(?:['’]?m| am) |am )?asking for (?:training|teaching|information|info|interest|general interest|(?:a|my|an) (?:(?:friend|son|daughter)['’]s )?(?:course|class|essay|exam|homework|project))"),
    (Reason.PROFESSIONAL, rf"(?:hi |hello )?(?:(?:i(?:['’]?m| am)|as|this is|speaking as|asking as|i work as|i(?:['’]?m| am) asking as) )?(?:a|an|the)? ?{_TRADE}(?: here| myself| by (?:trade|profession)| asking| (?:and )?(?:just |only )?asking| in (?:a|an|the|our) [\w ]{{2,20}}| on (?:a|the|our) ward)*"),
    (Reason.PROFESSIONAL, r"(?:i(?:['’]?m| am) )?asking (?:about|for) (?:a|my|one of my|our|the) patients?|(?:it|this|that)(?:['’]?s| is| was)? (?:about |for )?(?:a|my|one of my|our) patients?|i work (?:in|on|at|for) (?:a|an|the|our) [\w ]{2,25}?"),
)  # fmt: skip
# Beginnings: what is asked, or about whom, stands behind them.
_BEGINNINGS: tuple[tuple[Reason, str], ...] = (
    (Reason.GENERAL, r"(?:(?:i|we) (?:(?:just|only|simply|really|merely) )*(?:want(?:ed)?|need(?:ed)?|would like|wish(?:ed)?)|(?:i|we)['’]d just like|i (?:want(?:ed)?) only) to (?:know|understand|learn|ask|read|hear|find out)(?: about)?"),
    (Reason.GENERAL, r"(?:just|only|i(?:['’]?m| am| was) (?:just|only|merely|simply)) (?:asking|wondering|curious|interested|checking|want(?:ing)? to know|wanted to know|wonder(?:ed)?)(?: (?:about|in|because))?"),
    (Reason.GENERAL, r"i (?:just|only) wonder(?:ed)?"),
    (Reason.GENERAL, r"(?:i was )?asking about (?=the |tablets|medicines?|how|what|when|which|whether)"),
    (Reason.GENERAL, r"(?:my|the|it['’]s a|it was a|it is a|(?:just|only) a|(?:it['’]s|it was) (?:just|only) a) (?:general )?question(?: was| is)?(?: (?:just|only|simply))?(?: about| on)?"),
    (Reason.GENERAL, r"i (?:just|only) need(?:ed)? (?=the|to know)"),
    (Reason.GENERAL, r"(?:please |can you |could you )*(?:just |please )*(?:answer|tell me)(?: (?:my|the|that) question)?"),
    (Reason.PROFESSIONAL, rf"(?:i(?:['’]?m| am)|as) an? {_TRADE} (?:and |who is )?(?:asking|wondering|looking|want(?:ing)? to know|need(?:ing)? to know)(?: (?:about|for|up))*"),
)  # fmt: skip
_POLITE = r"(?:(?:please|pls|plz|thanks?(?: you)?|cheers|honestly|really|sorry|ok(?:ay)?|oh|hi|hello|hey|no worries|do not worry|don['’]?t worry|calm down|relax|well|yes|yeah|actually|look|nope|nah|no|haha|lol)\b[\s,.!:;–—-]*)+"
_ONLY_ANSWER = re.compile(
    r"\W*(?:(?:and|but|so|then) )?(?:(?:please|pls|can you|could you|just|now|simply)\W+)*(?:answer|tell me|continue|go on|carry on|proceed|go ahead)(?: (?:(?:my|the|that|this) )?(?:question|now|please|then|anyway|me|it|with (?:it|the question|the answer)))*\W*$|"
    r"\W*(?:so )?what(?:['’]s| is) (?:the|your) answer\W*$",
    re.I,
)
_BOUND = r"(?=\s*(?:[.!?;:,()]|$|[-–—]\s|\b(?:and|but|so|because|cos|though|however|please|pls|thanks|thank you|when|while|honestly)\b))"
_KNOWN = tuple((reason, re.compile(f"(?:{pattern}){_BOUND}", re.I)) for reason, pattern in _CLAUSES)
_OPENING = tuple((reason, re.compile(rf"(?:{pattern})\b", re.I)) for reason, pattern in _BEGINNINGS)
_JOINT = re.compile(r"[\s,.!?;:()–—-]*(?:(?:and|but|so|because|cos|though|however)\b[\s,]*)*", re.I)
_POLITELY = re.compile(_POLITE, re.I)
_NEXT = re.compile(r"[.!?;:,]|\s[-–—]\s|\b(?:and|but|so|because|cos|though|however)\b", re.I)
_BARE_NO = re.compile(r"\W*(?:(?:no|nope|nah|not at all|it is not|it isn['’]?t|it['’]s not|i['’]?m not|i am not|he['’]?s not|she['’]?s not)\b\W*)+$", re.I)  # fmt: skip
# After an alarm: it goes on, or it is asked what to do now.
_GOES_ON = re.compile(
    r"\b(?:(?:it|this|that|he|she|(?:the|my|his|her) \w+)(?:'s| is| has| are| have| has come| keeps?)? ?(?:come |came |still |just |all |now |getting |got |starting |started )*(?:back|happening|worse|worsening|going on|again)"
    r"|(?:still|again|worse)\b(?! (?:want|like|wonder|ask|not|don't|need|curious))|happening (?:right )?now)\b"
)
_YES = re.compile(
    r"^\W*(?:yes|yeah|yep|yup|it is|he is|she is|i am|i'm not (?:ok|okay|fine|well)|not (?:ok|okay|fine|well|better))\W*$"
)
_WHAT_NOW = re.compile(
    r"^\W*(?:and |but |so |if |whether )*(?:what (?:should|do|can|must|to|shall) ?(?:i|we)? ?(?:do|give)\b(?: (?:him|her|them|it|now|then|first|next|meanwhile|for (?:him|her|it)|about it))*|"
    r"(?:whether |if |should |can |do |must |could )+(?:i|we|he|she|it) (?:\w+ )?(?:wait|go\b|drive|call|need|see|sleep|leave)\b.*|(?:whether )?to (?:wait|go\b|drive|call)\b.*)\W*$"
)
_FILLS = re.compile(rf"[\W_]*(?:{_POLITE})?(?:(?:and|but|so|because|cos|though|however|then|now)\b\W*)*", re.I)


def taken_back(message: str) -> TakenBack | None:
    """What a message says that takes an alarm back; None where it says nothing of the kind.

    A mere "no" takes it back, too. The rest has no words of politeness around it; it is "" where nothing else is said.
    """
    text = " ".join(message.split())
    if _BARE_NO.match(text):
        return TakenBack(frozenset({Reason.NONE}), "")
    reasons: set[Reason] = set()
    rest, at = "", 0
    while at < len(text):
        start = _after(_JOINT, text, at)
        polite = _after(_POLITELY, text, start)
        found = _read(text, start) or _read(text, polite)
        if found is not None:
            reason, end = found
            reasons.add(reason)
            rest, at = f"{rest} " if rest else "", end
            continue
        mark = _NEXT.search(text, polite)
        end = mark.end() if mark else len(text)
        rest, at = rest + text[at:end], end
    if not reasons:
        return None
    left = rest[_after(_FILLS, rest, 0) :].strip()
    return TakenBack(frozenset(reasons), "" if _ONLY_ANSWER.match(left) or not re.search(r"\w", left) else left)


def says_it_goes_on(message: str) -> bool:
    """Whether a message after an alarm says that it is so, or goes on ("yes", "it is getting worse", "it's back")."""
    text = plain(message)
    return _YES.match(text) is not None or _GOES_ON.search(text) is not None


def asks_what_now(message: str) -> bool:
    """Whether a message after an alarm asks what to do, or whether that can wait, and nothing else."""
    return _WHAT_NOW.match(plain(message)) is not None


def _read(text: str, start: int) -> tuple[Reason, int] | None:
    """The clause that takes an alarm back at a place of a text and where it ends; whole ones before beginnings."""
    for patterns in (_KNOWN, _OPENING):
        found = [(match.end(), reason) for reason, pattern in patterns if (match := pattern.match(text, start))]
        if found:
            end, reason = max(found)
            return reason, end
    return None


def _after(pattern: re.Pattern[str], text: str, at: int) -> int:
    """Where a text goes on behind a pattern that may stand at a place of it."""
    match = pattern.match(text, at)
    return match.end() if match else at
