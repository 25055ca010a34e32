"""What is said of a drug where an organ fails that it leaves the body by: that it is not given there, in which dose it
is, that it is used.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from service.sentences.bare.ask import DRUGS, Ask
from service.sentences.bare.reading.lists import run_from
from service.sentences.bare.reading.of_subject import everybody, is_of_subject
from service.sentences.bare.reading.said import Said
from service.sentences.bare.reading.signs import Place
from service.sentences.default_case import told
from service.sentences.doses import amounts_in
from service.sentences.plainly_told import tells_a_finding

# Words beside those that name the organ: whether a drug is given there, and in which dose.
FRAME_USE = frozenset(
    """use used using take taken taking give given prescribe prescribed safe safely safety ok okay fine allowed
    contraindicated contraindication contraindications avoid avoided caution okay suitable advice""".split()
)
FRAME_DOSE = FRAME_USE | frozenset(
    """dose doses dosed dosing dosage dosages adjust adjusted adjusting adjustment adjustments reduce reduced reducing
    reduction reductions change changes changed modification modify needed required require requires""".split()
)
_HOW_MUCH = re.compile(r"\bhow (?:much|many)\b", re.I)  # is asked for a dose
# That a drug is not given, or is stopped.
_NOT_GIVEN = re.compile(
    r"\b(?:contra-?indicat\w+|avoid(?:s|ed|ing)?|unsuitable|(?:stop|withhold|omit|discontinue)s?|stopped|withheld|omitted|discontinued|excludes|instead of|"
    r"(?:do|should|must) not (?:take|use|have)|"
    r"(?:not|never) (?:\w+ly )?(?:be )?(?:recommend(?:ed)?|used?|give|given|start(?:ed)?|advised?|indicated|offered|suggested?|prescribed)|"
    r"(?:advis\w+|recommend\w*|suggest\w*) against)\b",
    re.I,
)
# That its dose or interval is changed, or need not be.
_DOSED = re.compile(
    r"\b(?:reduc\w+|lower\w*|halv\w+|adjust\w*|adapt\w*|limit\w*|cap(?:s|ped)|chang\w+|unchanged|usual|normal|full|half|longer|smaller)\b"
    r"(?=[^.;]{0,60}\b(?:dos(?:e|es|ed|ing|age)|intervals?)\b)|"
    r"\b(?:dos(?:e|es|ed|ing|age)|intervals?)\b(?=[^.;]{0,60}\b(?:reduc\w+|lower\w*|halv\w+|adjust\w*|adapt\w*|limit\w*|chang\w+|unchanged|"
    r"usual|normal|longer|apart|at most)\b)|\bno (?:dos\w+ )?(?:adjustment|change)\b|\b\d+ hours apart\b|\blower still\b",
    re.I,
)
# That it is given, or with care, or is no less or more of use.
_USED = re.compile(
    r"\b(?:(?:is|are|be) (?:\w+ )?(?:recommended|suggested|preferred|advised|given|used|considered|added|allowed|continued|started|offered|approved|"
    r"licensed|indicated)|first[- ]line|(?:of )?choice|options?|safe(?:ly)?|continuing|specialist advice|caution|may suit|may fail|less effective)\b|"
    r"\b(?:(?:preferred|used) (?:to|over)|rather than)\b|\beffect\b[^.;]{0,20}\b(?:reduced|weaker|lost|absent)\b|"
    r"\b(?:few|no|limited|little|insufficient) (?:data|evidence|experience)\b",
    re.I,
)
# What a guideline does with a drug that it names behind the verb.
_GIVES = re.compile(
    r"\b(?:recommends?|suggests?|prefers?|advises?|allows|gives|uses|considers?|offers|adds|starts|treats|names|supports|calls? for|keeps|accepts|"
    r"places)\b",
    re.I,
)
_OBJECT_NEAR = 90  # characters behind such a verb within which the drug is named
_FEW = frozenset({"children", "pregnancy", "a procedure"})
_ANOTHER_THING = re.compile(r",\s+(?:an?|the|no|patency)\s(?!(?:[\w-]+\s){0,3}(?:doses?|drug|treatment))[^,;]*$", re.I)
_GRAFT = re.compile(r"\b(?:kidney|renal|liver|hepatic)[- ](?:transplant\w*|grafts?|recipients?|donors?)\b", re.I)
_NOT_HAD = re.compile(
    r"\b(?:without|normal|no|outside|excluding|unless|except in|risk factors? for|risks? of|caus(?:es?|ing)|leads? to|develop\w*|raises?)\s+(?:[\w-]+\s+){0,2}$",
    re.I,
)
_PRECLINICAL = re.compile(r"\b(?:rats?|mice|mouse|in vitro|cell lines?)\b", re.I)
_OTHER_CASE = re.compile(
    r"\boverdos\w+|\bcontrast\b|\b(?:after|following|in|before|of)\s+(?:[\w-]+\s+){0,3}transplant\w*|\brecipients?\b",
    re.I,
)
_OTHERWISE = re.compile(r"\botherwise\b[^;.]*$", re.I)
_IF = re.compile(
    r"\b(?:when|if|where|unless|after|barring)\b[^,;.]*$", re.I
)  # "when X is contraindicated": then another is given


def is_dosed(said: Said, state: re.Pattern[str]) -> bool:
    """Whether a sentence gives the subject's dose where the organ fails, changes it, or says that it is not given."""
    refusals = (place for place in _spans(_NOT_GIVEN, said) if not _is_otherwise(said.text, place[0], state))
    places = (*refusals, *_spans(_DOSED, said), *amounts_in(said.text))
    return bool(_states(said, state)) and any(is_of_subject(said, *place) for place in places)


def _is_otherwise(text: str, at: int, state: re.Pattern[str]) -> bool:
    """Whether what is refused at ``at`` is refused in another case: "when X is contraindicated", "otherwise"."""
    clause = _IF.search(text[:at])
    return (clause is not None and state.search(clause[0]) is None) or _OTHERWISE.search(text[:at]) is not None


def is_used(said: Said, state: re.Pattern[str], exactly: bool = False) -> bool:
    """Whether a sentence says of the subject that it is given where the organ fails, or with care. ``exactly``: of
    itself, not of its class.
    """
    if not _states(said, state):
        return False
    given = any(_has_object(said, end, exactly) for _, end in _spans(_GIVES, said))
    return given or any(
        is_of_subject(said, *place, exactly=exactly)
        and not _is_of_no_drug(said, place[0])
        and not _is_otherwise(said.text, place[0], state)
        for place in _spans(_USED, said)
    )


def _is_of_no_drug(said: Said, at: int) -> bool:
    """Whether something that is no drug stands between the one named last and what is said: "…, a shunt is considered"."""
    before = [end for _, end in everybody(said, said.close) if end <= at]
    return bool(before) and _ANOTHER_THING.search(said.text[before[-1] : at]) is not None


def _has_object(said: Said, end: int, exactly: bool) -> bool:
    """Whether the first that is named behind a verb is the subject, and is near."""
    own = said.exact if exactly else said.close
    behind = [place for place in everybody(said, said.close) if place[0] >= end]
    return (
        bool(behind)
        and behind[0][0] <= end + _OBJECT_NEAR
        and any(place in own for place in run_from(said.text, behind))
    )


def is_for_all(said: Said) -> bool:
    """Whether a sentence is on no other case than the one asked about, and tells no finding of a study."""
    text = said.text
    if told(text) & _FEW or tells_a_finding(text):
        return False
    return not (_OTHER_CASE.search(text) or _PRECLINICAL.search(text))


def _states(said: Said, state: re.Pattern[str]) -> list[Place]:
    """Where a sentence names the failing of the organ, as what someone has."""
    grafts = list(_spans(_GRAFT, said))
    return [
        (start, end)
        for start, end in _spans(state, said)
        if not _NOT_HAD.search(said.text[:start]) and not any(a <= start < b for a, b in grafts)
    ]


def _spans(pattern: re.Pattern[str], said: Said) -> Iterable[Place]:
    return (match.span() for match in pattern.finditer(said.text))


def use_or_dose(name: str, asked: str, told: Callable[[Said], bool], missing: str, frame: frozenset[str]) -> Ask:
    """An ask about a drug in some people: whether it is given to them (``FRAME_USE``), or in which dose
    (``FRAME_DOSE``); what asks how much is no ask of the first kind.
    """
    unless = _HOW_MUCH if frame is FRAME_USE else None
    return Ask(name, DRUGS, re.compile(asked, re.I), told, missing, _before, frame, unless)


def _before(said: Said) -> int:
    """Which of several sentences come first: those that name the subject itself, and those that say what is done."""
    acts = bool(_NOT_GIVEN.search(said.text) or _DOSED.search(said.text) or amounts_in(said.text))
    return acts + bool(said.exact)
