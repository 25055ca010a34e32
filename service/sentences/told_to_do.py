"""Whether a sentence tells its reader to do something: leaflets for patients do it in the imperative ("For low blood
sugar, have a sweet drink"), where texts for professionals say what is done.
"""

from __future__ import annotations

import re
from functools import lru_cache

# What says when, for whom or what for, before the act, with a comma at its end.
_LEAD = (
    r"(?:(?:[A-Z][\w-]* ){0,3}[Aa]id [^:.]{0,60}: |"
    r"(?:if|when|where|while|before|after|during|for|with|without|in|on|to|unless|until|as)\b[^.;]{2,110}, "
    r"(?:and |then )?)?"
)
_ACT = (
    r"(?:do not|don't|never|always|please|avoid|ask|be|blow|breathe|call|carry|change|check|choose|clean|contact|cover|"
    r"cut|do|drink|eat|fix|follow|get|give|go|have|hold|keep|learn|leave|lie|limit|look|lose|make|move|note|press|"
    r"pinch|put|quit|raise|read|rest|rinse|see|sit|speak|stand|start|stay|stop|swallow|take|talk|tell|test|treat|try|"
    r"turn|use|wait|walk|wash|watch|wear|weigh|wipe|write)\b"
)
_TELLS = re.compile(rf"^\W*{_LEAD}{_ACT}(?! (?:is|are|was|can|may|means|has|helps)\b)", re.I)


@lru_cache(maxsize=8_000)
def tells_to_do(text: str) -> bool:
    """Whether ``text`` begins, but for what says when or for whom, with something that its reader is to do or not."""
    return _TELLS.match(text) is not None
