"""The limit beyond which a drug is ruled out, where the library rules it out beyond another one.

"Must not be given below an eGFR of 60" against "is contraindicated below an eGFR of 30": the same drug, the same
measure, the same side. A limit that any sentence near gives for the drug stands, whatever for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.glossary import Glossary
from service.premises.bearing import Bearing
from service.premises.narrower import for_fewer
from service.premises.others import by_others
from service.sentences.candidates import Candidate, names
from service.sentences.figures import Figure, comparable, figures, same_value

_LOOKED_AT = 3  # sentences of the drug that bear on it most: there the limit itself stands, in whatever words
_BARRED = (
    r"(?:contra-?indicated|(?:must|should|may|can) (?:not|never) be (?:given|used|taken|started|prescribed)|cannot be "
    r"(?:given|used|taken)|(?:is|are) not (?:to be )?(?:given|used|allowed|recommended)|(?:is|are|be) avoided|"
    r"not recommended|forbidden|barred|off limits|unsafe|stopped|withheld|has to (?:stop|be stopped)|ruled out)"
)
_RULED_OUT = re.compile(
    rf"\b{_BARRED}(?:\s(?:in|with|for|when|if|where|once|at|patients|people|anyone|adults|the|is|falls|drops|"
    r"an?|kidney|function|creatinine|clearance|e?gfr|crcl|of)){0,6}?\s(?P<side>below|under|less than|above|over|<|>)",
    re.I,
)
_REACH = 45  # characters from the side to the figure
_BELOW = re.compile(r"below|under|less than|<", re.I)
_NOT_OF_ALL = re.compile(r"\b(?:starting|to start|initiat\w+|new patients|loading)\b", re.I)


def limited_elsewhere(clause: str, borne: Sequence[Bearing], glossary: Glossary, asked: str) -> Candidate | None:
    """The sentence of ``borne`` (best first) that rules the drug of ``clause`` out beyond another limit than the clause
    does; None where none does, or where one gives that limit. ``asked``: the whole question.
    """
    drugs = [mention.entry for mention in glossary.find(clause) if mention.entry.kind == "drug"]
    assumed = list(_limits(clause))
    if len(drugs) != 1 or len(assumed) != 1 or _NOT_OF_ALL.search(clause):
        return None
    below, figure = assumed[0]
    of_it = [
        (bearing, [(side, f) for side, f in _limits(bearing.candidate.text) if comparable(figure, f)])
        for bearing in borne
        if names(drugs[0], bearing.candidate)
    ]
    if any(same_value(figure, f) for _, told in of_it for _, f in told):
        return None
    if any(_has_limit(figure, bearing.candidate.text) for bearing, _ in of_it[:_LOOKED_AT]):
        return None
    for bearing, told in [(b, t) for b, t in of_it if t][:_LOOKED_AT]:
        candidate = bearing.candidate
        other = next((f for side, f in told if side == below), None)
        if (
            other is not None
            and bearing.corrects
            and not by_others(clause, candidate, glossary)
            and not for_fewer(candidate, other.start, asked, glossary)
        ):
            return candidate
    return None


def is_given(clause: str, borne: Sequence[Bearing], glossary: Glossary) -> bool:
    """Whether a sentence of ``borne`` rules the drug of ``clause`` out beyond the very limit that the clause does, in
    whatever words and for whomever: such a limit is in the library and is not wrong.
    """
    drugs = [mention.entry for mention in glossary.find(clause) if mention.entry.kind == "drug"]
    assumed = list(_limits(clause))
    return bool(assumed) and any(
        side == below and comparable(figure, f) and same_value(figure, f)
        for bearing in borne
        if all(names(drug, bearing.candidate) for drug in drugs)
        for side, f in _limits(bearing.candidate.text)
        for below, figure in assumed
    )


def _limits(text: str) -> Iterator[tuple[bool, Figure]]:
    """Beyond what ``text`` rules something out: whether below it, and the figure."""
    found = figures(text)
    for match in _RULED_OUT.finditer(text):
        at = next((f for f in found if match.end("side") - 1 <= f.start <= match.end("side") + _REACH), None)
        at = at or next((f for f in found if f.start <= match.start("side") < f.end), None)
        if at is not None:
            yield _BELOW.fullmatch(match["side"]) is not None, at


def _has_limit(figure: Figure, text: str) -> bool:
    """Whether ``text`` has the figure by itself, not as an end of a range."""
    return any(
        comparable(figure, f)
        and f.written_low == f.written_high
        and f.written_low in (figure.written_low, figure.written_high)
        for f in figures(text)
    )
