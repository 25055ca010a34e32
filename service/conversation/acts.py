"""What a message does: it asks, it doubts, it claims otherwise, or it is only polite."""

from __future__ import annotations

import re
from enum import StrEnum

from corpus.glossary import Glossary
from corpus.text import words
from service.analysis.question import analyse
from service.conversation.wording import sentences
from service.patient_details import details_of


class Act(StrEnum):
    """What a message does in a conversation."""

    QUESTION = "question"  # asks something, by itself or going on
    DOUBT = "doubt"  # "are you sure?": asks nothing
    CLAIM = "claim"  # says that the answer is wrong, or what it should be
    CHAT = "chat"  # "thanks!"


# How a message begins before it comes to the point; after these it is read as if they were not there.
PLEASANTRY = re.compile(
    r"^\W*(?:(?:good (?:morning|evening|afternoon|night|day)|ok(?:ay)?|(?:ta|ty(?:sm|vm)?|tks|yes|yep|yeah)(?=\W*$)|(?:ta|ty|tks)(?=[,.!;])|(?:many|much) thanks|(?:much )?appreciated|(?:thanks?|thn?x|thanx|tnx)(?: you)?(?: a lot| so much| very much)?(?: for (?:that|this|your help))?|thank you(?: very much| so much)?(?: for (?:that|this|your help))?|cheers|great|super|excellent|i see|right|well|hm+|alright|"
    r"good|perfect|sorry|(?:hello|hi|hey)(?: (?:there|all|everyone|again)\b)?|good (?:morning|evening|afternoon|night|day)|got it|understood|makes sense|that makes sense|noted|fine|cool|nice|bye|goodbye|see you|wow|interesting|very (?:helpful|good|clear)|"
    r"that(?:'s| is| was) (?:all|it|very |really )?(?:helpful|clear|great|good|interesting|useful|fine|all)?)(?!\w)[\s,.!:;-]*)+",
    re.I,
)
_DOUBT = re.compile(
    r"^\W*(?:(?:but|so|and|no|wait|hm+|sorry|ok|well)[\s,.]+)*(?:(?:are |r )?(?:you|u)(?:'re| are)? (?:really |quite |absolutely |completely |100 ?% |very |so )?(?:sure|certain|confident|positive)(?:,? (?:right|about|of|on|that|this|it|he|she|they|the)\b[^.!?;,]*)?|"
    r"(?:you(?:'re| are) )?sure(?: (?:about|of|on) (?:that|this)(?: \w+){0,2})?|really|seriously|is (?:that|this|it) (?:really |actually )?(?:right|correct|true|so|accurate|certain)|is that your final answer|"
    r"how (?:sure|certain|confident) are you(?: (?:about|of|in) (?:that|this|it))?|can i (?:really )?(?:trust|rely on) (?:that|this|it|you)|do you (?:really )?(?:mean|believe) (?:that|this|it)|"
    r"(?:no,? )?i (?:don'?t|do not|can'?t|cannot) (?:agree|think|believe)(?: (?:that|this|it|you|so|that'?s (?:right|true|correct)))?|i doubt (?:that|it|this)|(?:(?:that|this|it) )?(?:sounds|seems|looks|feels) (?:very |rather |a bit |too |quite )?(?:wrong|odd|strange|off|unlikely|low|high|much|little|short|long|outdated)(?: to me)?|"
    r"(?:(?:that|this|it) )?(?:does ?n[o']?t|doesnt|does not|can'?t|cannot) (?:sound|seem|look|feel|be) (?:right|true|correct|so|plausible)(?: to me)?|no way|nonsense|surely not|says who|how do you know(?: (?:that|this))?|"
    r"(?:that|this)(?:'s| is) (?:nonsense|outdated|not what .{2,40} (?:says?|said|uses?|recommends?|taught|found))|is(?:n'?t)? (?:that|this|it) (?:outdated|out of date|up to date|old)|"
    r"(?:no,? )?(?:you(?:'re| are)|that(?:'s| is)|this is|that can'?t be) (?:wrong|mistaken|incorrect|false|right|not (?:right|true|correct))|no|i disagree|"
    r"(?:please |can you |could you )*(?:double[- ]?check|re-?check|check|verify|confirm)(?: (?:that|this|it|your answer))?(?: again)?(?: please)?|think again|try again|are you kidding|says who)\W*$",
    re.I,
)
# Who says what was said, and how firmly: what it cites tells both.
_THAT = r"(?:that|this|it|so|these|those)"
_ADVICE = r"(?:recommendation|advice|suggestion|statement|guidance|evidence)"
_SOURCE = re.compile(
    rf"^\W*(?:(?:and|but|so|ok|well)[\s,.]+)*(?:who (?:says?|said|recommends?|recommended|advises?|suggests?|claims?|states?|wrote) (?:{_THAT}|th(?:at|is) {_ADVICE})|according to (?:whom|who|what|which guidelines?)|"
    rf"(?:which|what|whose) (?:(?:guidelines?|guidance|source|reference|society)|(?:guidelines?|guidance|source|reference|trial|study|society|recommendation|body|organi[sz]ation)(?: (?:is|was) {_THAT}(?: from)?| (?:says?|said|recommends?|advises?|states?) {_THAT}| does {_THAT} come from| {_THAT} (?:is|comes) from))|"
    rf"what(?:'s| is|’s) (?:the|your) (?:source|reference|citation)(?: (?:for|of) {_THAT})?|(?:the )?(?:source|reference|citation)s?|whose {_ADVICE} is {_THAT}|"
    rf"(?:where|what guideline) (?:does|did) {_THAT} come from|where (?:is|was) {_THAT} from|what is {_THAT} based on|(?:on )?what (?:is|are) {_THAT} based(?: on)?|"
    rf"how (?:strong|firm|solid|robust|good|reliable|certain) (?:is|are|was) (?:(?:that|this)|(?:{_THAT}|the|your) {_ADVICE})|(?:is|was) {_THAT} (?:an? )?(?:strong|weak|conditional|firm) {_ADVICE}|"
    rf"(?:what|which) (?:strength|grade|level|class|certainty|quality) of {_ADVICE}(?: (?:is|has) {_THAT}| does {_THAT} have)?)(?: (?:then|exactly|please))*\W*$",
    re.I,
)
_PRESSURE = re.compile(
    r"\b(?:you(?:'re| are| must be) (?:wrong|mistaken|incorrect)|that(?:'s| is| can'?t be| cannot be) (?:wrong|incorrect|false|nonsense|not (?:right|true|correct)|right)(?! (?:for|in|with))|i (?:totally |completely )?disagree|"
    r"you made a mistake|your answer is (?:wrong|incorrect))",
    re.I,
)
_CLAIM = re.compile(
    r"^\W*(?:(?:no|but|well|hm+|sorry|actually|and)[,.\s]+)*(?:i(?:'?m| am) (?:pretty |quite |fairly |very )?(?:sure|certain)|i (?:(?:have )?always |once |also )?(?:think|thought|believe|believed|read|heard|was (?:told|taught)|learn(?:ed|t)|remember|know|always (?:use|give|used|gave))|"
    r"(?:my|our|the|a|all (?:my|the)) (?!(?:[\w-]+ ){0,2}?(?:patients?|pts?|wom[ae]n|m[ae]n|lady|wife|husband|mother|father|mum|dad|parents?|child|girl|boy|son|daughter|carers?|family)\b)(?:[\w-]+ ){1,3}?(?:says?|said|told me|tells me|thinks?|insists?|disagrees?|recommends?|states?)|"
    r"(?:everyone|everybody|we|people|others)(?: here| else)? (?:normally |usually |always |all )*(?:gives?|uses?|starts?|says?|does|do)|"
    r"(?:my|our|the) (?:colleagues?|consultant|boss|professor|teacher|registrar|attending|senior|pharmacist|ward|unit|hospital|team)s? (?:always |never |usually )?(?:gives?|uses?|starts?|stops?|keeps?|treats?|adds?|waits?|prescribes?|does|do)\b|"
    r"my (?:colleagues?|consultant|boss|professor|teacher|textbook|doctor|pharmacist|senior|friend)s? (?:says?|said|told me|thinks?|tells me|insists?)|(?:the|our|my) (?:\w+ )?(?:guidelines?|protocol|label|smpc|textbook|ward|hospital)s? (?:says?|uses?)|"
    r"(?:it|the (?:dose|answer|target|limit|threshold|duration))(?:'s| is| should be| must be| has to be)|surely|isn'?t (?:it|the (?:dose|answer))|shouldn'?t it be|everyone (?:knows|says))\b",
    re.I,
)

# "So what predicts it?", "then is it stopped?": nothing is meant by these but that somebody goes on.
_LEADS = re.compile(
    r"^\W*(?:(?:so|well|then|now)[\s,]+)+(?=(?:what|which|who|how|when|where|why|is|are|does|did|can|could|should|would|will|may|must)\b(?! (?:about|if|then)\b))",
    re.I,
)
_THEN = re.compile(r"(?<!\bwhat)(?<!\bhow)(?<!\bnot)(?<!\bno)(?<!\band)(?<=\w),? then(?=\W*$)", re.I)
# Said behind what is asked or told, and nothing by it: "counts normal tho".
_BEHIND = re.compile(r"(?<=\w),?\s+(?:tho|though|anyway|btw|by the way|pls|plz|please)(?=\W*$)", re.I)
_ASKS = re.compile(
    r"^\W*(?:(?:and|but|so|or)\s+)?(?:what|which|who|how|when|where|why|is|are|do|does|did|can|could|should|would|will|may|must|if|in|with)\b",
    re.I,
)


def is_doubt(message: str) -> bool:
    """Whether a message asks nothing but whether what was said is so ("are you sure?"), or who says it."""
    plain = PLEASANTRY.sub("", message)
    doubts = _DOUBT.match(message) is not None or (bool(plain.strip()) and _DOUBT.match(plain) is not None)
    return doubts or asks_for_the_source(message)


def asks_for_the_source(message: str) -> bool:
    """Whether a message asks nothing but who says what was said, or how firmly ("who says so?", "how strong is that?")."""
    return _SOURCE.match(PLEASANTRY.sub("", message)) is not None


def is_pleasantry(message: str) -> bool:
    """Whether a message greets, thanks or takes leave, and asks nothing ("good morning", "thanks!")."""
    asked = PLEASANTRY.sub("", message)
    return asked != message and not any(character.isalnum() for character in asked)


def act_of(message: str, previous: str, glossary: Glossary) -> Act:
    """What ``message`` does after the question ``previous`` (standalone) was answered."""
    plain = PLEASANTRY.sub("", message)
    if is_doubt(message):
        return Act.DOUBT
    if not any(character.isalnum() for character in plain):
        return Act.CHAT
    reason = _reason_of_doubt(plain)
    if reason and not _asks_or_tells(reason, glossary):
        return Act.CLAIM  # "Are you sure? I thought everybody gets aspirin": a doubt with its reason
    pressed = _PRESSURE.search(plain)
    if not pressed and not _CLAIM.match(plain):
        return Act.QUESTION
    known = {entry.term for entry in analyse(previous, glossary).entries}
    added = [entry for entry in analyse(plain, glossary).entries if entry.term not in known]
    last = sentences(plain)[-1]
    asks = last.endswith("?") and not (_CLAIM.match(last) or _PRESSURE.search(last)) and len(last.split()) > 3
    if asks or (added and not pressed):  # a claim on something new is looked up, not only weighed
        return Act.QUESTION
    return Act.CLAIM if pressed or _bears_on_it(plain) else Act.QUESTION


def has_reason_of_doubt(message: str) -> bool:
    """Whether a message doubts what was said and gives what others say or what was thought as its reason ("Are you sure? I
    thought everybody gets aspirin"), and nothing else.
    """
    parts = sentences(_reason_of_doubt(PLEASANTRY.sub("", message)))
    return bool(parts) and all(_CLAIM.match(part) for part in parts)


def to_the_point(message: str) -> str:
    """A message without how it begins before it comes to the point, and without a doubt beside what it asks or tells."""
    plain = _THEN.sub("", _LEADS.sub("", PLEASANTRY.sub("", _BEHIND.sub("", message))))
    return _reason_of_doubt(plain) or plain


def _reason_of_doubt(text: str) -> str:
    """What stands behind or before a doubt ("Are you sure? My consultant …", "I thought 10 mg, are you sure?"); empty
    where a message is not a doubt and something more.
    """
    parts = [part for part in re.split(r"(?<=[.!?;,])\s+|\s+[-–—]\s+", text.strip()) if part.strip()]
    if len(parts) > 1 and is_doubt(parts[0]) and (len(parts[0].split()) > 1 or parts[0].endswith("?")):
        return " ".join(parts[1:])
    if len(parts) > 1 and is_doubt(parts[-1]) and len(parts[-1].split()) > 1:  # no doubt: "he looks calm, no?"
        return " ".join(parts[:-1])
    return ""


def _asks_or_tells(reason: str, glossary: Glossary) -> bool:
    """Whether what stands beside a doubt asks something, or tells something new of the patient."""
    own = [part for part in sentences(reason) if not (_CLAIM.match(part) or _PRESSURE.search(part) or is_doubt(part))]
    return bool(own) and (
        any(part.endswith("?") or _ASKS.match(part) for part in own) or bool(details_of(own, glossary))
    )


def _bears_on_it(text: str) -> bool:
    """Whether a claim says something that the answer can be held against: a figure or a verdict."""
    return re.search(r"\d", text) is not None or bool(
        set(words(text)) & {"contraindicated", "safe", "unsafe", "allowed", "recommended", "wrong", "dangerous", "higher",
                            "lower", "more", "less", "otherwise", "opposite", "different", "differently", "disagrees", "stopped", "twice", "once", "yes", "no", "not", "never", "always", "optional", "outdated"}
    )  # fmt: skip
