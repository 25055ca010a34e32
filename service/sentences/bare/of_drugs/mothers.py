"""What a sentence says of a drug in pregnancy or in breastfeeding: shared by both questions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from service.sentences.bare.reading.clauses import Clause, Named, alone_before, clauses_of, notes_of
from service.sentences.bare.reading.said import Said

# What says something of it: that it is given or not, what it does.
_SAYS = re.compile(
    r"\b(?:avoid\w*|against|contra-?indicat\w*|exclud\w+|rules? out|recommend\w*|advis\w+|suggest\w*|suits|"
    r"prefer\w*|first|choice|given|gives?|used?|uses|treat(?:s|ed)|offer(?:s|ed)?|consider\w*|prescribed|options?|drugs?|alternative|"
    r"requir\w+|safe\w*|harm\w*|risks?|malform\w*|teratogen\w*|defects?|loss|stop\w*|switch\w*|replac\w+|kept|continu\w+|"
    r"caution|need to|includes?|takes?|added|adds|started|allow\w*|licen[cs]ed|(?:anticoagulation|treatment|therapy|prophylaxis) is with|"
    r"(?:not|never) (?:usually |generally )?(?:in|during|while|when))\b",
    re.I,
)
_DENIES = re.compile(
    r"\b(?:not|never|avoid\w*|against|contra-?indicat\w*|exclud\w+|rules? out|only|requires? that|fail\w*|harm\w*|"
    r"stop\w*|switch\w*|replac\w+)\b",
    re.I,
)
_FRONT = re.compile(r"(?:in|during|for|with|while|when|if|tell)\b", re.I)
_AGAINST_IT = re.compile(r"(?:while|whereas)\s(?!.*\b(?:in|during|with|after|at|before)\b)", re.I)
_IF = re.compile(r"(?:if|when|while|as)\b", re.I)
_LINK = re.compile(
    r"\b(?:in|during|for|of|to|at|while|when|if|around|before|who|unless|until|except|not|is|are|was|were|can|may|must|"
    r"should|will|has|have|does|do|causes?|raises?|carr(?:y|ies)|needs?|harms?|requires?|warns?)\b",
    re.I,
)
_WHICH = re.compile(r"\s*,?\s*(?:in which|when|where)\b", re.I)
_IN_SHORT = re.compile(r"\b(?:not|never|avoid\w*|contra-?indicated|except|safe|caution|only|allowed|stop\w*)\b", re.I)
# Words of a question that say no more beside the state.
MOTHERS = frozenset(
    """safe safely safety unsafe compatible ok okay fine alright allowed allow suitable use used using uses usage take taken taking
    takes give given giving prescribe prescribed have advice advisable avoid avoided contraindicated contraindication
    contraindications harmful dangerous harm harms harming hurt affect affects effect effects risk risks risky during while
    whilst when woman women mother mothers mum mums mom moms female females lady ladies girl period baby babies
    possible being get known i'm im am my she her he excreted excretion passes pass into""".split()
)


@dataclass(frozen=True, slots=True)
class State:
    """A state of a woman: ``named`` finds it in a sentence, ``not_meant`` what only has its words; ``heads`` what heads
    a section on it; ``might``: those of the first that only tell of women who may come into it.
    """

    named: re.Pattern[str]
    not_meant: re.Pattern[str]
    heads: re.Pattern[str]
    might: re.Pattern[str] | None = None


def told_in(state: State, said: Said) -> bool:
    """Whether a sentence says of the subject whether it is given in the state, or what it does then."""
    if not said.names:
        return said.titled and not said.others and state.heads.search(said.heading) is not None
    notes = (note for note in notes_of(said) if note.own and _IN_SHORT.search(note.text))
    return any(state.named.search(_meant(state, note.text)) for note in notes) or _in_clauses(state, said)


def _in_clauses(state: State, said: Said) -> bool:
    clauses = clauses_of(said)
    before: Clause | None = None
    led = False  # by "In pregnancy, …", which holds clause after clause
    said_so = False  # by the clause before, of something else
    for at, clause in enumerate(clauses):
        match = state.named.search(_meant(state, clause.text))
        if match is None:
            goes_on = led or (said_so and _AGAINST_IT.match(clause.text) is not None)
            bound = list(clause.named) if goes_on and not state.not_meant.search(clause.text) else []
            said_so = False
        else:
            bound = _bound(said, clauses, at, match)
            place = clause.start + match.start()
            led = any(name.start > place for name in bound) or (not bound and _FRONT.match(clause.text) is not None)
            said_so = True
        whole = clause.text if before is None or _SAYS.search(clause.text) else before.text + clause.text
        if any(name.own for name in bound) and _says(state, whole, match):
            return True
        before = clause
    return False


def _bound(said: Said, clauses: Sequence[Clause], at: int, match: re.Match[str]) -> list[Named]:
    """What the state is told of: what is named before it, or, where that is nothing, what is named behind it."""
    clause = clauses[at]
    place = clause.start + match.start()
    before = [n for n in clause.names_before(place) if _LINK.search(said.masked[n.end : place])]
    behind = clause.names_behind(place)
    free = [name for name in before if not name.governed]
    if not free or _IF.match(clause.text) or _WHICH.match(clause.text[match.end() :]):
        return [*before, *behind] or alone_before(said, clauses, at)
    return free


def _says(state: State, text: str, match: re.Match[str] | None) -> bool:
    """Whether something is said of what is named; of women who might only come into the state, that it is not given."""
    only_might = match is not None and state.might is not None and state.might.fullmatch(match.group()) is not None
    return (_DENIES if only_might else _SAYS).search(text) is not None


def _meant(state: State, text: str) -> str:
    """The text with a blank for what only has the words of the state."""
    return state.not_meant.sub(lambda match: " " * len(match.group()), text)
