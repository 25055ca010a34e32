"""Whether a question asks about a name as one asks about a drug: its dose, what it is given for, whether it is started.

A name that no text and no glossary has may be anything; where it stands so, what is said of other drugs is no answer.
"""

from __future__ import annotations

import re
from functools import lru_cache

# Signs, illnesses and acts that may stand in the same places ("hiccups in palliative care").
_NO_DRUG = re.compile(
    r"\w+(?:itis|osis|emia|uria|algia|pathy|rrh(?:o?ea|age)|ism|ness|tion|sion|ment|ing|ity|xis|ance|ence|oma|plasia|ia|ectomy|scopy|s)",
    re.I,
)
_OF_IT = r"(?:dos(?:e|es|age|ing)|side[- ]effects?|adverse effects?|contra-?indications?|interactions?)"
# At the beginning, before the name; right behind it.
_BEFORE = r"(?:is|are|does|do|can|could|should|would|what (?:is|does)|how (?:is|does)|why (?:is|does)|role of) "
_BEHIND = r"(?:for|in|as|be|(?:\w+ )?safe|work|help|cause|given|used|added|started|better|mg|\d)\b"
_GIVE = r"(?:give|giving|start|starting|use|using|take|taking|prescribe|add|adding)"
_WHERE = (
    rf"\b{{name}} {_OF_IT}\b",
    rf"\b(?:{_OF_IT}|efficacy|mechanism|brand|class) (?:of|to|for|on|with) (?:\w+ )?{{name}}\b",
    rf"^\W*(?:{_BEFORE})?(?:oral |iv |the )?{{name}} {_BEHIND}",
    rf"\b{_GIVE} (?:her |him |them |oral |iv )?{{name}}\b",
    r"\b(?:treat\w*|manag\w+)\b[^?,.;]{{0,50}}\bwith {name}\b",
    r"^\W*(?:what(?:['’]s| is)|tell me about) {name}\W*$",
)


def asked_as_drug(name: str, question: str) -> bool:
    """Whether ``question`` asks about ``name``, a word of it, as about a drug."""
    return _NO_DRUG.fullmatch(name) is None and _place_of(name.casefold()).search(question) is not None


@lru_cache(maxsize=256)
def _place_of(name: str) -> re.Pattern[str]:
    return re.compile("|".join(where.format(name=re.escape(name)) for where in _WHERE), re.I)
