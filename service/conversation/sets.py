"""A set that the last answer named: "which of them must not be used in asthma?"."""

from __future__ import annotations

import re

from corpus.glossary import Glossary
from service.analysis.question import Question, analyse
from service.conversation.before import Before
from service.conversation.topic import topic_of, with_topic

_WHICH_OF = re.compile(
    r"^\W*(?:(?:and|so|but|ok)\s+)*(?:which|what|any)(?: ones?)? of (?:them|these|those)(?: (?:drugs|medicines|agents|options|treatments))?\s+(?P<rest>\w.+)$",
    re.I,
)
_SAYING_IT = 3  # statements of an answer in which it says what is given
_FEWEST, _MOST = 2, 5


def of_a_set(plain: str, before: Before, previous: Question, glossary: Glossary) -> str | None:
    """What ``plain`` asks of the drugs that the last answer named together first, with their names and the illness that
    they are given for; None where it points at no set, names no illness of its own, or none was named.
    """
    found = _WHICH_OF.match(plain)
    if found is None or not analyse(found["rest"], glossary).conditions:
        return None  # asked of no other illness, it goes on with the topic as it is
    for text in before.said[:_SAYING_IT]:
        drugs = list(dict.fromkeys(m.entry.term for m in glossary.find(text) if m.entry.kind == "drug"))
        if len(drugs) >= _FEWEST:
            names = drugs[:_MOST]
            asked = f"Which of {', '.join(names[:-1])} or {names[-1]} {found['rest'].rstrip('?.! ')}?"
            own = {mention.entry.term for mention in glossary.find(found["rest"])}
            return with_topic(asked, [], [name for name in topic_of(previous, before)[1] if name not in own])
    return None
