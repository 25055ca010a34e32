"""What is told as the answer, and what stands at the end as related: near the question, less likely its answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from corpus.glossary import Glossary
from service.analysis.question import Question
from service.answer import Audience
from service.compose.first_statement import names_one, patients_illnesses
from service.sentences.candidates import Candidate
from service.sentences.exclusions import exclusion
from service.sentences.readers import is_for
from service.sentences.roles import Role

_ANSWERS = 0.05  # how likely what is told as the answer must be one that it should hold,
_NEAR_BEST = 0.20  # also as a share of the likeliest
_MOST = 6


def parted(
    chosen: Sequence[Candidate], first: Candidate, question: Question, glossary: Glossary, audience: Audience
) -> tuple[list[Candidate], list[Candidate]]:
    """The chosen sentences that most likely answer, and those that are near what is asked. Steps stay together.

    ``first``: the statement that the answer begins with. Where it names the drug or procedure that is asked about,
    and the patient's illness, a sentence that names none of them itself, in its title or headings is beside the point;
    so is one on others than those asked about, or from a text for other readers.
    """
    floor = max(_ANSWERS, _NEAR_BEST * max((candidate.useful for candidate in chosen), default=0.0))
    beside = _beside(first, question, glossary, audience)
    likeliest = sorted((c for c in chosen if not beside(c)), key=lambda c: (-c.useful, c.order))[:_MOST]
    kept = {c.position for c in likeliest if c.useful >= floor}
    if any(c.position in kept and c.role is Role.STEPS for c in chosen):
        kept |= {c.position for c in chosen if c.role is Role.STEPS}
    return [c for c in chosen if c.position in kept], [c for c in chosen if c.position not in kept]


def _beside(
    first: Candidate, question: Question, glossary: Glossary, audience: Audience
) -> Callable[[Candidate], bool]:
    """A test of whether a sentence is beside the point."""
    groups = [
        [entry for entry in question.focus if entry.kind in ("drug", "procedure")],
        patients_illnesses(question),
    ]
    groups = [entries for entries in groups if entries and names_one(entries, first, glossary)]
    for_reader = is_for(first.document, audience)

    excluded = exclusion(question, glossary)

    def beside(candidate: Candidate) -> bool:
        if excluded(candidate) or (for_reader and not is_for(candidate.document, audience)):
            return True
        return not all(names_one(entries, candidate, glossary, context=True) for entries in groups)

    return beside
