"""How long a drug takes to act, how long it acts, and how long it stays: its onset, duration and half-life."""

from __future__ import annotations

import re
from collections.abc import Callable

from service.sentences.bare.ask import DRUGS, Ask
from service.sentences.bare.reading.reach import is_done_with_it, on_all, speaks_for_all
from service.sentences.bare.reading.said import Said

_FRAME = frozenset(
    """take takes taken taking drug medicine dose usual typical effect effects action body system elimination plasma
    start starts begin begins time hours""".split()
)
_TIME = re.compile(
    r"\b(?:\d[\d.,]*|an?|one|two|three|several|few)(?: ?(?:to|or|-|–) ?[\d.,]+)? ?(?:h|hrs?|hours?|minutes?|mins?|days?|weeks?|months?)\b",
    re.I,
)


def _teller(pattern: str, timed: bool = True) -> Callable[[Said], bool]:
    """What tells whether a sentence has ``pattern`` of the drug and, with ``timed``, a time."""
    words = re.compile(pattern, re.I)

    def told(said: Said) -> bool:
        masked = said.masked
        if not speaks_for_all(said) or (timed and _TIME.search(masked) is None):
            return False
        return any(_is_of_it(said, m) for m in words.finditer(masked))

    return told


def _is_of_it(said: Said, found: re.Match[str]) -> bool:
    inside = any(found.start() <= place[0] < found.end() for place in said.itself)
    return inside or is_done_with_it(said, *found.span())


def _ask(name: str, asked: str, told: Callable[[Said], bool], missing: str, unless: str) -> Ask:
    return Ask(
        name,
        DRUGS,
        re.compile(asked, re.I),
        told,
        missing,
        before=on_all,
        frame=_FRAME,
        unless=re.compile(unless, re.I),
    )


HALF_LIFE = _ask(
    "half-life",
    r"\bhalf[- ]?li(?:fe|ves)\b|\bt ?1/2\b|\bhow long\b(?=[^?]*\b(?:stay|stays|remain|remains)\b)|\b(?:stays?|remains?)\b(?: in (?:the |your |my )?(?:body|system|blood))?",
    _teller(
        r"\bhalf-li(?:fe|ves)(?: (?:of|is|was|for))?\b|\b(?:stays?|remains?|persists?) in (?:the )?(?:body|system|blood|tissue)"
    ),
    "the half-life of {}",
    r"\b(?:fridge|room temperature|stable)\b",
)
ONSET = _ask(
    "onset",
    r"\bonset(?: of (?:action|effect))?\b|\bhow (?:long|fast|quick|quickly|soon)\b(?=[^?]*\b(?:works?|working|acts?|kick in|effect)\b)|"
    r"\b(?:to )?(?:start|begin)?s?(?: to)? ?\b(?:works?|working|acts?|kick in|take effect)\b|\bwhen (?:does|do|will)\b(?=[^?]*\bwork)",
    _teller(
        r"\bonset of (?:action|effect)(?: of)?\b|\bonset (?:is|within)\b|\b(?:acts?|works?|takes? effect|starts? to work|begins? to (?:act|work))(?: \w+)? (?:with)?in\b|\bonset of \w+ (?:after|with|on) (?:oral |intravenous )?·|\btakes? [^.;]{0,40}\bto (?:work|act|take effect)\b|"
        r"\bneeds? (?:about |more than |up to |at least )?[\d\w-]+ (?:to \d+ )?(?:minutes|hours|days|weeks) to (?:act|work)|\bpeak effect\b"
    ),
    "how soon {} acts",
    r"^(?!.*\b(?:how (?:long|fast|quick\w*|soon)|when|onset)\b)|\bduration\b|\blast\b|\bworks? for\b|\bfor\W*$|\bhow does\b|\bhow do\b(?! you)",
)
DURATION_OF_ACTION = _ask(
    "duration of action",
    r"\bduration of (?:action|effect)\b|\bhow long\b(?=[^?]*\b(?:lasts?|works? for|acts? for)\b)|\b(?:lasts?|works? for|acts? for)\b",
    _teller(
        r"\bduration of (?:action|effect)\b|\b(?:acts?|works?) for\b|\beffects?(?: of [^.;]{0,30})? (?:lasts?|persists?|goes on|go on|wears? off)\b"
    ),
    "how long {} acts",
    r"\b(?:course|treatment|therapy|prophylaxis|last dose|after)\b",
)
