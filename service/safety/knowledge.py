"""Is it surely a matter of knowledge: asked in general, of what might be, or by one who treats?

"Can iron tablets make stools look like a bleed" and "ten-month-old, 38.9, flaring nostrils. Green, amber or red?" have the
words of danger and tell of nobody at home. Only what a reader would be certain of counts: whoever names a body of
their own, hints at a wish to die or tells a plain sign is heard as ever.
"""

from __future__ import annotations

import re

from corpus.known_words import known_words
from service.safety.distress import asks, distress, names_a_sign, names_nobody_own, plain, register_of, stands_by
from service.safety.hints import wishes_in
from service.safety.signals import began_just_now

# A question that is asked of a thing, and not of "it", "this" or "there", which point at what is there.
_OF_A_THING = re.compile(
    r"^\W*(?:is|are|can|could|do|does|did|why (?:is|are|do|does|can)) (?!(?:it|this|that|there|these|those|they)\b)"
)
# Who asks how grave it is, or whom to turn to, may ask of today.
_HOW_GRAVE = re.compile(
    r"\b(?:serious\w*|dangerous|emergency|urgent\w*|worr\w+|bad|normal|usual|common|ok(?:ay)?|safe|calls?|ambulance|999|911|112|hospital|doctor|gp|a&e|er|wait|matter|"
    r"help|unconscious|wake|woken|respond\w*|do (?:now|next))\b"
)
# Where somebody may think of an end, or of what is taken for it.
_AN_END = re.compile(
    r"\b(?:surviv\w*|hang\w*|jump\w*|drown\w*|alcohol|vodka|whisky|wine|pills|sleep\w*|together|overdos\w*|gas|monoxide|gentle|pain(?:less|lessly)|fall(?:ing)? from|heart stop\w*|death|deadly|fatal|lethal)\b"
)
_MORE_THAN_ONE = re.compile(r"[.!;?:].*\w", re.S)
# What would be: an event of one day, in one sentence, and no state that lasts.
_WHAT_IF = re.compile(
    r"^\W*(?:and |but )?what if (?:i|he|she|we|my \w+|someone|somebody) (?:(?:ever|suddenly|should|do|did) )?"
    r"(?!(?:am|is|are|was|has|have|stop|stops|cut|can't|keep|keeps|feel|feels|take|took|don't|didn't|want|won't|just|already|die|kill|still|need|think)\b)[a-z]+\b[^.?!;,]* (?:with|on) [^.?!;,]*\?*\W*$"
)
# A dose that did not stay down: whether it is taken again.
_BROUGHT_UP = re.compile(
    r"^\W*(?:(?:i|he|she|was) )*(?:sick|vomit\w*|threw (?:it |them )?up|brought up)\b[^.?!]{0,30}\b(?:minutes?|mins?|min|hours?|half an hour|an hour) after\b[^.?!]*?[,.?!] ?[^.?!]*"
    r"\b(?:again|another(?: one)?|repeat|second one)\W*$"
)
_NUMBERS = re.compile(r"\d+")

# What a clinician's question has. Any of these at home is rare; two together, and nobody of the asker's, are not.
_AUTHORITY = re.compile(
    r"\b(?:NICE|MHRA|SIGN|BTS|FDA|CDC|EMA|WHO)\b|\b(?:British|Scottish|American|European|Europe's|Australian?|Canadian|Irish|US|UK) (?:guid\w*|label|advice|view|list|number|society|pathway|rules?)\b|\bguidelines?\b"
)
_GRADE = re.compile(
    r"\b(?:which|what|how many|two) (?:[\w-]+ ){0,2}(?:grades?|stages?|scores?|class|classes|points|category|sort of event|state)\b[^.?!]{0,30}\W*$|\b(?:grade|class|stage|state)\?|"
    r"\bcounts? towards?\b"
)
_ADVISES = re.compile(
    r"\b(?:do|should|must|can|may) (?:i|we) (?:quote|inject|shock|load|lyse|tap|scope|transfuse|swab|image)\b|\b(?:what|which) (?:do|should|can|must) (?:i|we) (?:inject|quote|fear|advise)\b|"
    r"\b(?:man|woman|lady|patient|\d+ ?(?:y|f|m|yo)) [^.?!]*\b(?:asks|wants to know|begs) (?:if|whether|what|how|for)\b"
)
_CASE = re.compile(
    r"(?:^|[.:;] ?)(?:an? )?(?:[\w-]+ ){0,3}(?:man|woman|boy|girl|lady|child|toddler|infant|[\w-]+[- ](?:year|month|week|day)s?[- ]old)\b(?! (?:is|here|next|down)\b)|(?:^|[.:;] ?)\d+ ?(?:y|m|f)\b|\b(?:in an?|an?) (?:feverish )?[\w-]+-(?:year|month|week)-old\b"
)
_SETTING = re.compile(
    r"\b(?:in (?:the )?ed|rural ed|itu|icu|theatre|registrar|handover|cannula|drip|iv|infusion|lysis|per kilo|lipase|amylase|esr|membranes|cultures?|p/f|white cells|at triage|nil by mouth|ng|dect|incised|device fitted)\b"
)
_REASONS = re.compile(
    r"\b(?:how (?:usual|strong|reliable) (?:is|are)|(?:is|are|might|could|do|does) (?:this|that|these|those|they) (?:symptoms|ruled out|in the|fit|count|be signs|signs of)|is (?:[\w-]+ ){1,3}(?:still given|an option|too late|enough)|"
    r"does the (?:\w+ ){1,3}(?:in \w+ )?mean|which (?:drugs?|antibiotics?|bloods?|emergency|diagnosis|imaging|agent)|opening (?:mg|dose)|how many mg|colleague (?:insists|says)|ruled out)\b"
)
_COLOUR = re.compile(r"\b(?:which|what) (?:[\w-]+ ){0,2}colour\b[^.?!]{0,30}\W*$|\b(?:green, )?amber or red\b")
# Those at home, and who hears of them.
_AT_HOME = re.compile(
    r"\b(?:phones?|phoned|rings|ringing|calls?|caller|telephone|daughter|mother|father|wife|husband|mum|dad|gran\w*|parents?|bystander|999|ambulance|home|emergency room|er|hospital|right now|library)\b"
)
_ENOUGH = 2


def asks_of_knowledge(message: str) -> bool:
    """Whether a message surely asks of nothing that is going on at home."""
    text = plain(message)
    if any(wishes_in(text)) or (distress(message) is not None and not _WHAT_IF.match(text)):
        return False
    return (
        _in_general(message, text)
        or (_WHAT_IF.match(text) is not None and not began_just_now(text.replace("suddenly", " ")))
        or (_BROUGHT_UP.match(text) is not None and len(_NUMBERS.findall(text)) <= 1)
        or _treats(message, text)
    )


def _in_general(message: str, text: str) -> bool:
    """Whether one question is asked of a thing, in words that all are known, and nobody is named."""
    if (
        _OF_A_THING.match(text) is None
        or _HOW_GRAVE.search(text)
        or _AN_END.search(text)
        or _MORE_THAN_ONE.search(text)
    ):
        return False
    if names_a_sign(text):
        return False
    register = register_of(message)
    told = register.happens or began_just_now(text) or any(map(str.isdigit, text))
    return register.nobody and not told and _is_known(text)


def _is_known(text: str) -> bool:
    """Whether there is no slip of the pen that could hide a word of danger."""
    return all(word in known_words() for word in re.findall(r"[a-z]{3,}", text.replace("'s", " ")))


def _treats(message: str, text: str) -> bool:
    """Whether what stands together is a clinician's question, and nobody of the asker's is named."""
    if not names_nobody_own(message) or stands_by(message) or _AT_HOME.search(text) or names_a_sign(text):
        return False
    if not (asks(message) or "?" in message or _AUTHORITY.search(message)):
        return False
    sure = (_AUTHORITY.search(message), _GRADE.search(text), _ADVISES.search(text))
    marks = (_CASE.search(text), _SETTING.search(text), _REASONS.search(text), _COLOUR.search(text))
    return _ENOUGH * sum(found is not None for found in sure) + sum(found is not None for found in marks) >= _ENOUGH
