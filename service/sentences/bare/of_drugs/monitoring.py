"""What is monitored on a drug."""

from __future__ import annotations

import re

from service.sentences.bare.ask import DRUGS, Ask
from service.sentences.bare.reading.lists import run_from, run_to
from service.sentences.bare.reading.of_subject import everybody
from service.sentences.bare.reading.said import Said
from service.sentences.default_case import told
from service.sentences.plainly_told import tells_a_finding

_ASKED = re.compile(
    r"\bmonitor(?:ing|ed|s)?\b|\b(?:which|what) (?:routine |regular |baseline )?(?:blood tests?|bloods?|tests?|checks?)\b|\bbloods\b|\bblood tests?\b|"
    r"\b(?:what|which)\b(?=.*\bcheck(?:ed)?\b)|\bsurveillance\b",
    re.I,
)
_FRAME = frozenset(
    """check checked checks test tests testing blood bloods regular regularly routine required requirements requirement parameters
    schedule plan needed require requires levels taking take starting started start therapy treatment while during after""".split()
)
_WHAT = (
    r"\b(?:blood (?:counts?|tests?|pressure|glucose|levels?)|bloods|counts?|(?:liver|kidney|renal|thyroid|lung|pulmonary)(?:(?:,| and| or) (?:kidney|liver|"
    r"thyroid|renal))* (?:function|tests?|enzymes)|LFTs?|ALT|transaminases|creatinine|e?GFR|electrolytes|potassium|sodium|calcium|magnesium|phosph\w+|"
    r"glucose|ketones|lipids?|TSH|INR|anti-?Xa|APTT|platelets?|troughs?|levels?|concentrations?|ECGs?|electrocardiograms?|QTc?|heart (?:rate|rhythm)|"
    r"pulse|weight|oxygen|saturation|urine|urate|proteinuria|X-rays?|spirometry|eyes?|vision|hearing|bone density|reflexes|respirat\w+|"
    r"h(?:a)?emoglobin|ferritin|fluid balance|FIB-4|antibod\w+|serology|LDL(?: cholesterol)?|MRI|scans?)\b"
)
# That something is checked, again and again or before the drug.
_MONITORS = re.compile(
    rf"\b(?:un)?monitor(?:ing|ed|s)?\b(?! guide)|\b(?:checks?|measures?|measuring|checking|repeats?|asks for|considers|obtains?)\b(?=[^.;]{{0,40}}{_WHAT})|"
    r"\b(?:checks?|tests?|measurements?)\b(?= (?:at|every|before|during|while on))|\b(?:is|are) watched (?:closely )?for\b|"
    r"\b(?:regular|routine|periodic|frequent|closer)\s+(?:[\w-]+\s+){0,2}(?:tests?|checks?|bloods)\b|\bneeds?\s+(?:[\w-]+\s+){0,2}(?:blood tests|watching)\b",
    re.I,
)
_IS_CHECKED = re.compile(
    rf"(?:{_WHAT}|\btests?\b)[^.;]{{0,60}}\b(?:is|are|be|has|have) (?:also |then |best )?(?:checked|measured|repeated|obtained|tested|estimated|done|recorded|(?:required|needed) (?:before|during))\b",
    re.I,
)
# What is monitored, or that nothing is.
_SAYS_WHAT = re.compile(
    rf"{_WHAT}|\bmonitor\w* (?:for|of|on)\b|\bwatched (?:closely )?for\b|\btests?\b|\bno (?:[\w-]+ )?monitoring\b", re.I
)
_ON = re.compile(
    r"\b(?:on|during|before|with|for|in (?:people|patients|those) (?:on|taking)|taking|starting|raising|of|given)\s+(?:[\w-]+\s+){0,2}$",
    re.I,
)
_NEAR = 110  # characters behind what is checked within which it is said on which drug
_APART = re.compile(r";|, with|\bcaution\b", re.I)
# Before what is checked: it is done instead of the drug, or when that is stopped.
_INSTEAD = re.compile(r"\bor (?:\w+ ){0,2}$", re.I)
_STOPPED = re.compile(r"\b(?:withdrawn|withdrawal|stopping|stopped)\b[^;]*$", re.I)
_FOR_FEW = frozenset({"children", "pregnancy"})
_HOW_OFTEN = re.compile(
    r"\b(?:every|weekly|monthly|yearly|baseline|regularly|before and (?:during|after)|at least (?:once|twice))\b",
    re.I,
)


def _told(said: Said) -> bool:
    if tells_a_finding(said.text) or told(said.text) & _FOR_FEW:
        return False
    text = said.text
    checks = (*_MONITORS.finditer(text), *_IS_CHECKED.finditer(text))
    return _SAYS_WHAT.search(text) is not None and any(
        _is_on_subject(said, m) and not _STOPPED.search(text[: m.start()]) for m in checks
    )


def _is_on_subject(said: Said, checks: re.Match[str]) -> bool:
    """Whether something is checked on the subject: it is named last before that, or right behind it ("on X")."""
    places = everybody(said, said.close)
    if not places:
        return said.alone
    before = [place for place in places if place[1] <= checks.start()]
    inside = [place for place in places if checks.start() <= place[0] < checks.end()]
    if before and not inside:
        if _INSTEAD.search(said.text[before[-1][1] : checks.start()]):
            return False
        return any(place in said.close for place in run_to(said.text, before))
    behind = [place for place in places if place[0] >= checks.start()]
    if not behind or behind[0][0] > checks.end() + _NEAR or _APART.search(said.text[checks.end() : behind[0][0]]):
        return False
    on_it = _ON.search(said.text[: behind[0][0]]) is not None
    return on_it and any(place in said.close for place in run_from(said.text, behind))


def _before(said: Said) -> int:
    """Those on the subject itself come first, those that say how often, those with several tests, and those on nothing
    besides.
    """
    tests = {match[0].casefold() for match in re.finditer(_WHAT, said.text, re.I)}
    rank = bool(said.exact) + (_HOW_OFTEN.search(said.text) is not None) + (len(tests) > 1)
    return rank - bool(said.others)


MONITORING = Ask("monitoring", DRUGS, _ASKED, _told, "monitoring on {}", _before, _FRAME)
