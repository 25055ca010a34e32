"""How an illness goes on: whether people die of it, how long it lasts, its outlook in all; not what a treatment did to
that in a trial.
"""

from __future__ import annotations

import re

from service.sentences.bare.ask import ILLNESSES, Ask
from service.sentences.bare.reading.marks import (
    MODALLY,
    THE,
    TOPIC,
    is_headed,
    marked,
    on_the_whole,
    pattern,
    spoken_of,
)
from service.sentences.bare.reading.said import Said
from service.sentences.bare.reading.signs import SUBJECT

_TERM = r"(?:long-term |short-term |overall |median |in-hospital |hospital |(?:\d+|one|five|ten)[- ](?:year|day|week|month) )*"
_OUTLOOK_ASKED = re.compile(
    rf"\b{_TERM}(?:prognos\w+|outlook|outcomes?|natural (?:history|course)|course|progression)\b|\bprognosticate\b|"
    r"\bhow (?:serious|dangerous|bad)\b|\bserious\b|\bcurable\b|\b(?:can|does|do|will)(?= [^?]*\b(?:be cured|progress)\b)|\b(?:be cured|progress)\b",
    re.I,
)
_RATE_ASKED = re.compile(
    rf"\b{_TERM}(?:mortality|survival|life[- ]expectancy|lifespan|death rates?|case[- ]fatality|fatality)\b(?: rates?)?|"
    r"(?:%|\b(?:how many|(?:what|which) (?:percent(?:age)?|proportion|share|fraction)|chances?|risk|rate))(?=[^?]* (?:die|dies|dying|death|survive)\b)|"
    r"\bhow long(?= [^?]*\blive\b)|\blive\b",
    re.I,
)
_DEATH_ASKED = re.compile(
    r"\b(?:die|dies|dying|death|fatal|deadly|lethal|kill|kills|survive|survivable|terminal|life[- ]threatening)\b", re.I
)
_COURSE_ASKED = re.compile(
    r"\bhow long\b(?=[^?]*\b(?:lasts?|recover\w*|resolve|go away|clear|heal)\b)|\blasts?\b|\b(?:goes?|go) away\b|\b(?:duration|recovery(?: time)?|reversible)\b|"
    r"\b(?:recover|resolve|heal|clear up|get better|gets better|come back|comes back|recur|recurrence|relapse)s?\b(?: rates?)?",
    re.I,
)
_DEATH = r"(?:mortality|survival|life expectancy|(?:case[- ])?fatality|death rate|lethality|rate of death|risk of death|deaths?)"
_FATE = rf"(?:{_DEATH}|prognosis|outlook|recurrence|relapse|recovery)"
_BY = r"(?:in|after|without|untreated|with)"


def _named(fate: str, goes: str) -> re.Pattern[str]:
    return pattern(
        rf"\b{fate}(?: rates?)? (?:\([^)]*\) )?(?:of|in|after|from|with|for|due to|among) (?:[^.;,]{{0,40}}\b(?:of|with) )?{THE}",
        rf"(?:^|[;.] )in {THE}[^.;]*\b(?:low|intermediate|high|poor|good|better|worse) {fate}\b",
        rf"(?:^|[;.] ){_BY} {THE}[^.;]*\b(?:{fate}|{goes})\b[^.;]{{0,60}}\d",
        rf"\b(?:of|among) (?:[\w-]+ ){{0,4}}(?:patients|people|adults|children|those) (?:with|who had|who survived) {THE}[^.;]*\b{goes}\b",
    )


_DIES = pattern(
    rf"\b(?:di(?:e|es|ed)|dying) (?:of|from|with|after) {THE}",
    rf"\b{SUBJECT}[^.;]{{0,80}}\b(?:followed|accompanied) by death\b",
    _named(_DEATH, r"(?:di(?:e|es|ed)|survive[sd]?)").pattern,
)
# That the illness that a sentence speaks of kills, or how often.
_DEADLY = pattern(
    rf"{TOPIC}[^.;]{{0,60}}?\b(?:carries|carry|has|have|had|means?|marks?|indicates?) [^.;]{{0,50}}\b{_DEATH}\b",
    rf"{TOPIC}[^.;]{{0,60}}?\b(?:is|are|may be|can be|be) (?:[\w-]+ ){{0,4}}?(?:fatal|life-threatening|lethal|deadly)\b(?! (?:with|if|when|in any))",
    rf"{TOPIC}[^.;]{{0,40}}\bkills?\b|{TOPIC}{MODALLY} puts? [^.;,]{{0,20}}\blife at risk\b",
    rf"{TOPIC}[^.;]{{0,40}}\b(?:leads? to|results? in|causes?) (?:[\w-]+ ){{0,3}}?deaths?\b",
    rf"{TOPIC}[^.;]{{0,60}}\b(?:sign|marker|predictor) of [^.;]{{0,60}}\b(?:death|mortality|survival)\b",
    rf"{TOPIC}[^.;]{{0,60}}\b(?:puts?|carries|carry|has|brings?|raises?|increases?) [^.;]{{0,40}}\b(?:risk|rates?|chances?) of [^.;]{{0,60}}\bdeath\b",
)
# How it ends: by itself, with time, never.
_ENDS = pattern(
    rf"{TOPIC}{MODALLY} (?:resolves?|recovers?|relapses?|recurs?|goe?s? away|clears? up|gets? (?:\w+ )?(?:better|worse|well)|improves?|heals?|lasts?|comes? back)\b",
    rf"{TOPIC}[^.;]{{0,60}}?\b(?:is|are|may be|can be|be) (?:[\w-]+ ){{0,4}}?(?:self-limiting|self-limited|lifelong|progressive|curable|reversible|permanent)\b",
    rf"{TOPIC}[^.;]{{0,30}}? (?:cannot|can|can't|is not able to) be (?:\w+ )?cured\b|\bno cure for {THE}",
)
_SIGNS_END = pattern(
    rf"{TOPIC}[^;.]*\b(?:signs|symptoms|attacks?|episodes?) (?:usually |mostly |can |may )?(?:lasts?|goe?s? away)\b",
)
_RECOVERS = pattern(
    rf"\b(?:get|be|feel) (?:[\w-]+ )?(?:well|better) (?:\w+ )?(?:after|from) {THE}|\brecover\w* (?:\w+ )?(?:after|from) {THE}",
    _named(r"(?:recurrence|relapse|recovery)", r"(?:recover\w*|relaps\w*|recurrence|recurs?)").pattern,
)
_PROGNOSIS = pattern(
    rf"{TOPIC}[^.;]{{0,60}}?\b(?:carries|carry|has|have|had|means?|marks?|indicates?|sign of|marker of|predictor of) [^.;]{{0,60}}\b(?:prognosis|outlook)\b"
)
_FORETOLD = _named(r"(?:prognosis|outlook)", r"(?!)")
# What a treatment or a study did to that.
_CHANGED = re.compile(
    r"\b(?:reduc|lower|improv|decreas|prolong|rais|increas|sav|halv|prevent|benefi|effect|favou?r|chang|cut)\w*\b[^.;]{0,50}\b(?:mortality|survival|deaths?|dying|lives)\b|"
    r"\b(?:mortality|survival|deaths?)\b[^.;]{0,30}\b(?:benefit|reduc|lower|fell|improv|did not differ|similar)\w*\b|"
    r"\b(?:placebo|hazard ratio|odds ratio|risk ratio|trial|compared with|versus|non-inferior|95% CI|difference|randomi[sz]ed|to reduce|to prevent)\b",
    re.I,
)
_HEADS = re.compile(r"(?:prognosis|outlook|life expectancy|expectations?|natural history)\b.*", re.I)
_NUMBER = re.compile(r"\b\d+(?:\.\d+)? ?%|\b\d+ (?:in|of|out of|years?|months?) ?\d*|\b(?:half|third|quarter)\b", re.I)
_ON_DEATH = re.compile(rf"\b(?:{_DEATH}|di(?:e|es|ed)|surviv\w*|fatal|life-?span)\b", re.I)
_ON_FATE = re.compile(
    rf"\b(?:{_FATE}|di(?:e|es|ed)|surviv\w*|cur(?:e|ed|able)|recover\w*|relaps\w*|recur\w*|progress\w*|remission|resolv\w*|lasts?|years|life|heal\w*|better|worse\w*|permanent)\b",
    re.I,
)
_ASKS_TO = re.compile(r"^(?:call|do not|don't|get|see|go|tell|ask|note|stop|keep|unless)\b", re.I)
_CASE = re.compile(r"\b(?:if|when|unless|until|once|means that|means)\b[^.;,]*$", re.I)
_SHOWS_IT = re.compile(r"\bmeans? (?:recovery|recurrence|survival)\b|\brepeats the\b", re.I)  # a test that shows it
_NOT_ITS_FATE = re.compile(
    r"\b(?:is|are) (?:treated|given|recommended|offered|reviewed|defined|checked|measured|repeated|monitored)\b", re.I
)


def _says(said: Said, topics: tuple[re.Pattern[str], ...], named: tuple[re.Pattern[str], ...]) -> bool:
    text = marked(said)
    if _CHANGED.search(text) or _ASKS_TO.match(text):
        return False
    found = (m for each in topics for m in spoken_of(text, each))
    if any(not _CASE.search(text[: m.start()]) for m in found):
        return True
    told = any(each.search(text) for each in named)
    return told and not (_NOT_ITS_FATE.search(text) or _SHOWS_IT.search(text))


def _headed(said: Said, on: re.Pattern[str]) -> bool:
    text = marked(said)
    about = not (said.others or _CHANGED.search(text) or _NOT_ITS_FATE.search(text))
    return is_headed(said, _HEADS) and about and on.search(text) is not None


def _outlook(said: Said) -> bool:
    """Whether it says how the illness goes on, in whatever way."""
    return _goes_on(said) or _headed(said, _ON_FATE)


def _before(said: Said) -> int:
    """What says so in its own words comes before what stands under such a heading."""
    return 2 * _goes_on(said) + on_the_whole(said)


def _goes_on(said: Said) -> bool:
    return _says(said, (_DEADLY, _ENDS, _PROGNOSIS), (_DIES, _RECOVERS, _FORETOLD))


def _death(said: Said) -> bool:
    """Whether it says how many die of it, or survive it."""
    return _headed(said, _ON_DEATH) or _says(said, (_DEADLY,), (_DIES,))


def _rate(said: Said) -> bool:
    """Whether it says so by a number."""
    return _death(said) and _NUMBER.search(said.masked) is not None


def _course(said: Said) -> bool:
    """Whether it says how it ends: how long it lasts, whether it comes back."""
    return _says(said, (_ENDS, _SIGNS_END), (_RECOVERS,))


def _ends_first(said: Said) -> int:
    """How long the illness itself lasts comes before how long its signs do."""
    return 2 * _says(said, (_ENDS,), (_RECOVERS,)) + on_the_whole(said)


OUTLOOK = Ask("outlook", ILLNESSES, _OUTLOOK_ASKED, _outlook, "the prognosis of {}", _before)
RATE = Ask("mortality", ILLNESSES, _RATE_ASKED, _rate, "the mortality of {}", on_the_whole)
DEATH = Ask("deaths", ILLNESSES, _DEATH_ASKED, _death, "whether people die of {}", on_the_whole)
COURSE = Ask("course", ILLNESSES, _COURSE_ASKED, _course, "how long {} lasts and how it ends", _ends_first)
