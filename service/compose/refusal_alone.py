"""A quantity is asked that no sentence gives, and one says that the drug is not given there at all: that is said.

"Pyelonephritis, on nitrofurantoin: how many days?" has no answer; who asks must not leave without the sentence that
nitrofurantoin is not indicated in it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.glossary import Entry, Glossary
from service.analysis.question import title_of
from service.compose.barred import barred
from service.grounding.draft import DraftAnswer
from service.sentences.candidates import Candidate, names
from service.sentences.framing import as_draft
from service.sentences.material import Material

_LOOKED_AT = 60  # sentences, the likeliest first
# Behind the drug's name, in the same clause.
_REFUSED = re.compile(
    r"^[^,;:.]{0,30}?\b(?:(?:is|are|was|were) (?:generally )?(?:contra-?indicated|avoided|not (?:indicated|recommended|used|given|offered|advised))|"
    r"(?:should|must) not be (?:used|given|offered|taken))\b",
    re.I,
)
_GONE = re.compile(r"^[^,;:.]{0,30}?\b(?:lost its|(?:was|is|has been) withdrawn|is no longer)\b", re.I)


def refusal_alone(material: Material) -> DraftAnswer | None:
    """The sentence that rules out what the question wants a quantity of, as the whole of an answer; None where there is
    none.
    """
    found = barred(material) or _refused(material)
    return DraftAnswer(title_of(material.question), as_draft(found), []) if found is not None else None


def _refused(material: Material) -> Candidate | None:
    question = material.question
    drugs = [entry for entry in question.entries if entry.kind == "drug"]
    illnesses = list(question.conditions)
    if len(drugs) != 1 or not illnesses:
        return None
    likeliest = sorted(material.found, key=lambda candidate: (-candidate.useful, candidate.order))[:_LOOKED_AT]
    return next((c for c in likeliest if _rules_out(c, drugs[0], illnesses, material.glossary)), None)


def _rules_out(candidate: Candidate, drug: Entry, illnesses: Sequence[Entry], glossary: Glossary) -> bool:
    drugs = [mention for mention in glossary.find(candidate.text) if mention.entry.kind == "drug"]
    # of the drug named first: "adding X to Y is not recommended" says nothing of Y
    behind = [candidate.text[mention.end :] for mention in drugs[:1] if mention.entry.term == drug.term]
    about = all(names(entry, candidate, context=True) for entry in illnesses)
    if about and any(map(_GONE.match, behind)):
        return True
    return about and any(names(entry, candidate) for entry in illnesses) and any(map(_REFUSED.match, behind))
