"""Weeks of pregnancy, as clinicians write them without the word: "BP 150/95 at 34 weeks", "28/40", "32+4",
"36 weeks, 172/114".
"""

from __future__ import annotations

import re

_WEEKS = re.compile(
    r"(?<![\w/.])(?P<of>[1-4]?\d)\s?/\s?40\b(?!\s*(?:mmhg|mm hg))|(?<![\w/.])(?P<plus>[1-4]\d)\+[0-6](?:\s*(?:weeks?|wks?|/40))?(?!\w)|"
    r"\b(?:at|now|is|,)\s*(?P<at>[1-4]?\d)\s*(?:weeks|wks)\b(?!\s*(?:old|of (?:age|life|treatment|therapy|age)|after|later|post\w*|on|into|since|from|follow))|"
    r"^\W*(?P<first>[2-4]\d)\s*(?:weeks|wks)\s?,",
    re.I,
)
# Weeks are counted from something else where one of these stands in the text.
_SINCE = re.compile(
    r"\b(?:after|since|post|postop\w*|treatment|therapy|follow\w*|svr\w*|course|old|vaccin\w*|dose|doses|repeat\w*|recheck|review\w*|started|"
    r"stopp\w*|discharg\w*|transplant\w*|surgery|operation|stent|fracture|months?|years?)\b",
    re.I,
)
_LATEST, _EARLIEST = 43, 4
_TESTED = r"\b(?:bp|blood pressure|systolic|diastolic|pressure)\W*\d{2,3}$"


def weeks_of_pregnancy(text: str) -> int | None:
    """The week of pregnancy that ``text`` tells; None where it tells none or its weeks are counted from something else."""
    for match in _WEEKS.finditer(text):
        weeks = int(match["of"] or match["plus"] or match["at"] or match["first"])
        pressure = match["of"] is not None and re.search(_TESTED, text[: match.end()].rsplit("/", 1)[0], re.I)
        if _EARLIEST <= weeks <= _LATEST and not pressure and _SINCE.search(text) is None:
            return weeks
    return None
