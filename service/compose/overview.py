"""What is told of a topic of which a message says no more than the name: an overview, aspect by aspect."""

from __future__ import annotations

from service.analysis.question import title_of
from service.answer import Audience
from service.grounding.draft import DraftAnswer, DraftSection
from service.sentences.bare import topic_alone
from service.sentences.candidates import Candidate
from service.sentences.framing import as_draft
from service.sentences.material import Material


def overview(material: Material, ranked: list[Candidate]) -> DraftAnswer | None:
    """The overview of a topic, what it is or is for first; None where more is asked, or too little is found. A patient
    gets what is likeliest to help instead: texts for patients are short overviews by themselves.
    """
    topic = topic_alone(material.question, material.glossary)
    if topic is None or material.audience is Audience.PATIENT:
        return None
    told = topic.aspects(ranked, material.audience)
    if not told:
        return None
    (heading, (first, *rest)), *others = told
    aspects = [(heading, rest), *others] if rest else others
    sections = [DraftSection(heading, [as_draft(candidate) for candidate in own]) for heading, own in aspects]
    return DraftAnswer(title_of(material.question), as_draft(first), sections)
