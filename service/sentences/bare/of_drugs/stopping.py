"""How a drug is stopped: at once or step by step, over how long, and what follows it. That it is stopped, for what or
when, says nothing of how.
"""

from __future__ import annotations

import re

from service.sentences.bare.ask import DRUGS, Ask
from service.sentences.bare.reading.reach import is_done_with_it, speaks_for_all
from service.sentences.bare.reading.said import Said

_ASKED = re.compile(
    r"\bhow\b(?=[^?]*\b(?:stop\w*|discontinu\w+|withdr[ae]w\w*|cease\w*|quit\w*|com(?:e|ing) off|get(?:ting)? off|taper\w*|wean\w*|"
    r"deprescrib\w+|cut down|tail\w* off))|"
    r"\b(?:stop(?:ped|ping)?|discontinu(?:e|ed|ing|ation)|withdraw(?:n|ing)?|ceas(?:e|ed|ing)|quit(?:ting)?|(?:come|coming|get|getting) off(?: of)?|"
    r"taper(?:ed|ing|s)?(?: (?:off|down|schedule|regimen|plan|protocol|advice))?|wean(?:ed|ing)?(?: off(?: of)?)?|deprescrib(?:e|ed|ing)|"
    r"tail(?:ed|ing)? off|cut(?:ting)? down(?: on)?)\b|"
    r"\b(?:safely|gradually|slowly|suddenly|abruptly|straight away|at once|cold turkey|all at once|overnight|right away)\b",
    re.I,
)
_UNLESS = re.compile(
    r"\b(?:when|why|before|after|if|long|whether|who|which|what (?:happens|if|are|is(?! the (?:best|safest|right|proper|correct) way))|where|off (?:the )?label)\b|"
    r"^\W*(?:should|must|do (?:i|we|you) (?:need|have)|does)\b(?!.*\b(?:taper|wean|abrupt|sudden|gradual|slow))|"
    r"^\W*(?:to\s+)?(?:stop|discontinue|withdraw|cease|quit)\b(?!ping)",
    re.I,
)
_FRAME = frozenset(
    """take takes taking drug drugs medicine medication tablets treatment therapy schedule regimen plan protocol
    guide guidance slow slower fast faster quickly gradual required require requires needed necessary dose doses way
    method best safest advice advise advised someone""".split()
)
_STOP = (
    r"(?:stop(?:s|ped|ping)?|withdr[ae]w(?:s|n|al|ing)?(?! (?:symptom|reaction|syndrome|effect)s?)|discontinu\w+|"
    r"ceas(?:es?|ed|ing)|(?:com\w+|tak\w+) off)"
)
_LOWER = r"(?:reduc(?:es?|ed|ing)|lower(?:s|ed|ing)?|cut(?:ting)?|decreas(?:es?|ed|ing))"
_TIME = r"(?:(?:an? few|a few|several|many|\d+|two|three|four|six|some)(?: ?(?:to|or|-|–) ?\w+)? (?:days|weeks|months)|1 (?:week|month)|weeks|months)"
_STEPS = (
    r"(?:gradual(?:ly)?|slow(?:ly|er)?|step[- ]by[- ]step|stepwise|in (?:\w+ )?steps|"
    rf"over (?:at least |about |a period of |a minimum of )?{_TIME}|"
    r"by \d+(?:\.\d+)?(?: ?(?:to|-|–) ?\d+)? ?(?:mg|%)[^.;,]{0,12} (?:every|each|a|per) (?:\w+ ){0,3}?(?:day|week|fortnight|month)s?|"
    r"alternate-day|every other day|without (?:a )?taper\w*)"
)
_HOW = rf"(?:{_STEPS}|abruptly|suddenly)"
_NO_CASE = r"(?:(?!\b(?:at|when|if|once|until|unless|because|during|who|whereas|while|but)\b)[^.;])"  # no word of when it is stopped
_TAPERS = re.compile(
    r"\b(?:taper(?:ed|ing)|tapers? (?:over|by|of|from|down)|(?:a|slow|gradual) taper|wean(?:ed|ing))\b"
    r"(?! or (?:stopp|withdr))",
    re.I,
)
# That it is stopped step by step, at once, or not so; not when or for what.
_STOPS = re.compile(
    rf"\b{_STOP}\b(?={_NO_CASE}{{0,60}}?\b{_HOW})|\b{_STEPS},? (?:[\w-]+ ){{0,3}}?{_STOP}\b|"
    rf"\b(?:abrupt(?:ly)?|sudden(?:ly)?),? {_STOP}\b|"
    rf"\b(?:can|may|not)(?: be)? {_STOP} (?:at once|straight away|immediately)\b|"
    rf"\b{_STOP}\b(?= (?:[^\s.;]+ ){{0,8}}?without (?:an? )?(?:plan|taper|replac|switch|another|other|giv|start))",
    re.I,
)
_LOWERS = re.compile(rf"\b{_LOWER}\b(?={_NO_CASE}{{0,50}}?\b{_HOW})|\b{_STEPS},? {_LOWER}\b", re.I)
_A_DOSE = re.compile(r"\bdos(?:e|es|age)\b|\b(?:stop|withdr|discontinu|com\w+ off)|\d ?mg\b", re.I)
# It is something else that is stopped: "stop a bleed".
_OF_ELSE = re.compile(
    r"(?:stop|stops|stopping) (?:an?|the|your|this|these|any|all) "
    r"(?!(?:dose|doses|drug|drugs|medicine|medicines|medication|tablets?|treatment|therapy|infusion|course)\b)"
    r"\w[\w-]*(?=[,.;]| or\b| and\b|$)",
    re.I,
)
_TO_A_DOSE = re.compile(r"[^.;]{0,40}?(?<!\d )\bto (?:an? )?(?:\d|maintenance|lowest)", re.I)
_REPLACED = re.compile(r"\banother [\w-]+ (?:is|should be) (?:considered|given|started)\b", re.I)
_A_STEP = re.compile(
    rf"\bstepwise\b|\bstep by step\b|\bin (?:\w+ )?steps\b|\bover (?:[\w ]+ )?{_TIME}|\bevery other\b|\balternate-day\b|\d ?%",
    re.I,
)
_STOPPED = re.compile(rf"\b{_STOP}\b", re.I)
_WITH_A_DOCTOR = re.compile(
    rf"\b(?:do not|don't|never) (?:[\w-]+,? ){{0,3}}?{_STOP}\b(?: or \w+(?: down)?)?(?=[^.;]{{0,60}}?\b(?:without|until|before|unless)\b[^.;]{{0,40}}\b(?:doctor|nurse|pharmacist|team)\b)",
    re.I,
)
_SYMPTOMS = re.compile(r"\bsymptoms? (?:after|of|on|from)\b[^.;]*\binclude|\binclude\w*\b[^.;]*\bsymptoms", re.I)


def _before(said: Said) -> int:
    """What tells the steps or how long they take comes before what tells that there are some."""
    return _A_STEP.search(said.text) is not None


def _told(said: Said) -> bool:
    masked = said.masked
    if not speaks_for_all(said) or _SYMPTOMS.search(masked):
        return False
    found = [*_TAPERS.finditer(masked), *_STOPS.finditer(masked)]
    found += [m for m in _LOWERS.finditer(masked) if _A_DOSE.search(masked) and not _TO_A_DOSE.match(masked, m.end())]
    if any(_is_of_it(said, m) for m in found):
        return True
    first = _STOPPED.search(masked)
    return first is not None and _REPLACED.search(said.text) is not None and _is_of_it(said, first)


def _told_to_who_takes_it(said: Said) -> bool:
    """Whether it tells how, or tells who takes it to stop only with a doctor."""
    if _told(said):
        return True
    return speaks_for_all(said) and any(_is_of_it(said, m) for m in _WITH_A_DOCTOR.finditer(said.masked))


def _is_of_it(said: Said, found: re.Match[str]) -> bool:
    """Whether it is this drug that is stopped so."""
    if _OF_ELSE.match(said.masked, found.start()) and not said.names_nobody:
        return False
    return is_done_with_it(said, *found.span())


# "How do I stop my tablets?" is asked by who takes them.
OWN_STOPPING = Ask(
    "stopping one's own",
    DRUGS,
    _ASKED,
    _told_to_who_takes_it,
    "how {} is stopped",
    before=_before,
    frame=_FRAME,
    unless=re.compile(rf"^(?!.*\b(?:my|(?:can|could|may) i)\b)|{_UNLESS.pattern}", re.I),
)
STOPPING = Ask(
    "stopping",
    DRUGS,
    _ASKED,
    _told,
    "how {} is stopped",
    before=_before,
    frame=_FRAME,
    unless=_UNLESS,
)
