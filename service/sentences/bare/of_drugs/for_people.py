"""A drug in old people and in children: its dose there, and whether it is given."""

from __future__ import annotations

import re

from service.sentences.bare.of_drugs.amounts import doses_of
from service.sentences.bare.of_drugs.organs import FRAME_DOSE, FRAME_USE, is_dosed, is_used, use_or_dose
from service.sentences.bare.reading.said import Said
from service.sentences.plainly_told import tells_a_finding

_OLD = r"\b(?:the )?elderly\b|\bolder (?:people|adults|patients|persons|age)\b|\bold (?:age|people)\b|\bgeriatrics?\b|\bfrail\w*"
_TOLD_OLD = re.compile(
    rf"{_OLD}|\b(?:from|over|above|aged?|≥|at|under|until) ?(?:6[05]|7[05]|8[05])(?: years| or (?:more|over|above))\b|[≥>] ?(?:6[05]|7[05]|8[05]) years",
    re.I,
)
_OTHERWISE = re.compile(r"\boverdos\w+|\bpregnan\w+|\bbreast-?feeding\b", re.I)
_YOUNG = r"\bchild(?:ren|hood)?\b|\bp(?:a)?ediatrics?\b|\bkids?\b|\binfants?\b|\bneonat\w+\b"
_TOLD_YOUNG = re.compile(
    r"\bchild(?:ren|hood)?\b(?![- ](?:Pugh|Turcotte|[ABC]\b))|\bp(?:a)?ediatric\b|\binfants?\b|\bneonat\w+|\badolescents?\b|"
    r"\b(?:from|at|under|below|aged?) (?:\d|1[0-7])(?: (?:months|weeks))?(?: (?:to|–|-) \d+)? years\b",
    re.I,
)


def _is_plain(said: Said) -> bool:
    """Whether a sentence tells no finding of a study, and is not on an overdose or on a mother."""
    return not tells_a_finding(said.text) and _OTHERWISE.search(said.text) is None


def _old(said: Said) -> bool:
    return _dose_of_old(said) or (_is_plain(said) and is_used(said, _TOLD_OLD))


def _dose_of_old(said: Said) -> bool:
    return _is_plain(said) and is_dosed(said, _TOLD_OLD)


def _young(said: Said) -> bool:
    return _is_plain(said) and (is_dosed(said, _TOLD_YOUNG) or is_used(said, _TOLD_YOUNG))


def _dose_of_young(said: Said) -> bool:
    if not _is_plain(said) or _TOLD_YOUNG.search(said.text) is None:
        return False
    return bool(doses_of(said, frozenset({"pregnancy"})))


FOR_PEOPLE = (
    use_or_dose("use in old age", _OLD, _old, "{} in older people", FRAME_USE),
    use_or_dose("dose in old age", _OLD, _dose_of_old, "dose of {} in older people", FRAME_DOSE),
    use_or_dose("use in children", _YOUNG, _young, "{} in children", FRAME_USE),
    use_or_dose("dose in children", _YOUNG, _dose_of_young, "dose of {} in children", FRAME_DOSE),
)
