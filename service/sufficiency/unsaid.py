"""What a question asks by name that no likely sentence says: whom it is for, its drug, an outcome, a route, a kind.

The topic may be there in every other sign: a drug's dose in adults where that in a child is asked for, its effect on
the biopsy where that on mortality is. A statement on that is none on what was asked, however near it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.glossary import Entry, Glossary
from corpus.text import term_set
from service.analysis.facets import assumes
from service.analysis.question import Question, QuestionKind
from service.answer import Audience
from service.measured import AGE, bounds_in
from service.patient_details import pieces_told_and_asking
from service.sentences.candidates import Candidate, names
from service.sentences.doses import gives_dose
from service.sentences.neighbours import drugs_asked_about
from service.sentences.people import (
    BREASTFEEDING,
    CHILDREN_AND_CHILDHOOD,
    PREGNANCY_AND_FETUS,
    YOUNG_PEOPLE,
    asks_of_a_child,
    without_names_with_child,
)
from service.sentences.populations import asked_about
from service.sufficiency.ways import WAYS, Way

_OF_PEOPLE = 25  # sentences, the likeliest first, of which one must be on the drug in those asked about;
_OF_DRUG = 5  # on the drug;
_OF_DRUGS = 10  # of several drugs, on each;
_OF_WORD = 10  # have the word
_GROWN_UP = 18 * 365.25  # days
_LONGEST = 10  # words that carry a topic: in a longer question a drug may be told of only
_IN_CHILDREN = "in children"
_GROUPS = (
    (CHILDREN_AND_CHILDHOOD, _IN_CHILDREN),
    (PREGNANCY_AND_FETUS, "in pregnancy"),
    (PREGNANCY_AND_FETUS | CHILDREN_AND_CHILDHOOD, "in pregnancy"),
    (BREASTFEEDING, "while breastfeeding"),
)
_REFUSES = re.compile(
    r"\bcontra-?indicat\w+|\bavoid(?:ed|s)?\b|\bagainst\b|\bexclud\w+|\b(?:no|not|never|neither|nor|only)\b",
    re.I,
)
# Kinds of an illness that stand right before its name and are kinds of others, too.
_KIND = re.compile(
    r"(?<!non-)(?<!non )\b(?P<kind>(?:multi-?)?drug[\s-]resistant|traumatic|familial|hereditary|congenital|vascular|"
    r"superficial|neonatal|drug-induced|autoimmune|postpartum|post-?operative|paraneoplastic|radiation)\s+$",
    re.I,
)

# All of a short question: a drug or procedure for or in something, which its last words name.
_IN_SOMETHING = re.compile(
    r"^[^?,.;:]*?\b(?P<in>for|in|after|to treat|to prevent)\s+(?:an?\s+|the\s+)?(?P<what>[^?,.;:(]+?)"
    r"(?:,?\s*(?:doses?|dosage|duration|how long|how much)(?: [\w ]{1,20})?)?\W*$",
    re.I,
)
_JOINS = re.compile(
    r"\b(?:what|which|how|when|why|who|where|can|should|is|are|do|does|if|with|and|or|vs|versus|on|to)\b", re.I
)
# Words of illnesses, organs and kinds, which somebody who speaks of the same does not put otherwise.
_OF_ILLNESS = re.compile(
    r"type \d|\b(?:\w{3,}(?:itis|osis|oma|aemia|emia|pathy|algia|syndrome|plegia|uria|rrhoea|rrhea)|lungs?|hearts?|"
    r"brain|spinal|bones?|joints?|eyes?|ears?|pain|injury|thrombus|pulmonary|arterial|mitral|aortic|coronary|retinal|"
    r"vessels?|occlusion|ulcers?|tremor|headache|shock|arrest|chronic|traumatic|distal|proximal|neuropathic|aplastic|"
    r"obstructive|septic)\b",
    re.I,
)
_SETTING_LONGEST = 8


def unsaid(
    question: Question, candidates: Sequence[Candidate], glossary: Glossary, audience: Audience = Audience.CLINICIAN
) -> list[str]:
    """What ``question`` asks by name and none of ``candidates``, the likeliest first, says; mostly nothing. Patients
    put outcomes and routes in other words: of what they ask only for whom it is counts, and what has no other words.
    """
    if not candidates or assumes(question.text):
        return []
    people = _people(question, candidates, glossary)
    if people or audience is Audience.PATIENT:
        return people or [*_ways(question, candidates, glossary, [way for way in WAYS if way.plain])]
    named = _drugs(question, candidates, glossary) or _setting(question, candidates, glossary)
    return named or [*_ways(question, candidates, glossary, WAYS), *_kinds(question, candidates)]


def _people(question: Question, candidates: Sequence[Candidate], glossary: Glossary) -> list[str]:
    """A drug or procedure in people of whom no sentence on it speaks; of whose dose, gives one or says that there is
    none.
    """
    text = without_names_with_child(question.text)
    given = [entry for entry in question.focus if entry.kind in ("drug", "procedure")]
    groups = asked_about(text)
    named = [(group, name) for group, name in _GROUPS if group in groups]
    if asks_of_a_child(text) and not named:
        named = [(YOUNG_PEOPLE, _IN_CHILDREN)]
    family = [*glossary.family_of(*given)]
    if not given or not named:
        return []
    of_dose = question.kind is QuestionKind.DOSE
    on_it = [c for c in candidates[:_OF_PEOPLE] if any(names(entry, c, context=True) for entry in family)]
    for group, where in named:
        wide = group | YOUNG_PEOPLE if where == _IN_CHILDREN else group
        told = [c for c in on_it if wide.named_in(c.around) or (where == _IN_CHILDREN and _of_ages(c))]
        if not any(not of_dose or gives_dose(c.text) or _REFUSES.search(c.text) for c in told):
            dose = "dose of " if of_dose else ""
            return [f"{dose}{' and '.join(entry.term for entry in given)} {where}"]
    return []


def _of_ages(candidate: Candidate) -> bool:
    """Whether a sentence gives bounds of age that take in somebody under 18."""
    bounds = [bound for bound in bounds_in(candidate.text) if bound.measure == AGE]
    return any(
        bound.low < _GROWN_UP if bound.low is not None else (bound.high or _GROWN_UP) < _GROWN_UP for bound in bounds
    )


def _drugs(question: Question, candidates: Sequence[Candidate], glossary: Glossary) -> list[str]:
    """The drugs of a short question that none of the likeliest sentences names, be it by a class or a member."""
    if len(question.key_words) > _LONGEST:
        return []
    drugs = drugs_asked_about(question)
    looked_at = candidates[: _OF_DRUG if len(drugs) == 1 else _OF_DRUGS]
    return [entry.term for entry in drugs if not any(_named(entry, c, glossary) for c in looked_at)]


def _setting(question: Question, candidates: Sequence[Candidate], glossary: Glossary) -> list[str]:
    """A drug or procedure for or in an illness, where no sentence on the drug has the words of the illness."""
    found = _IN_SOMETHING.match(question.text)
    given = [entry for entry in question.focus if entry.kind in ("drug", "procedure")]
    if found is None or not given or question.values or len(question.key_words) > _SETTING_LONGEST:
        return []
    what = found["what"].strip()
    words = [] if _JOINS.search(what) else [match.group() for match in _OF_ILLNESS.finditer(what)]
    if not words:
        return []
    names_of = {
        word: [
            entry
            for m in question.mentions
            if " " not in word and word in question.text[m.start : m.end]  # "type 1" is told by its very number
            for entry in glossary.with_members(m.entry)
        ]
        for word in words
    }
    for candidate in candidates[:_OF_PEOPLE]:
        around = candidate.widely
        if any(_named(entry, candidate, glossary) for entry in given) and all(
            _has(word, candidate) or any(entry.named_in(around) for entry in names_of[word]) for word in words
        ):
            return []
    if any(entry.term in what for entry in given):
        return []
    return [f"{' and '.join(entry.term for entry in given)} {found['in'].casefold()} {what}"]


def _has(word: str, candidate: Candidate) -> bool:
    """Whether a sentence has a word, or of a type its very number."""
    if " " in word:
        return word.casefold() in f"{candidate.text} {candidate.heading} {candidate.document.title}".casefold()
    return term_set(word) <= candidate.widely


def _named(entry: Entry, candidate: Candidate, glossary: Glossary) -> bool:
    return any(names(e, candidate, context=True) for e in glossary.family_of(entry)) or entry.named_in(
        candidate.asked_terms
    )


def _ways(
    question: Question, candidates: Sequence[Candidate], glossary: Glossary, ways: Sequence[Way]
) -> Iterator[str]:
    """The outcomes and routes by name of which no likely sentence speaks."""
    asking = pieces_told_and_asking(question.text)[1] or question.asking
    drugs = drugs_asked_about(question)
    for way in ways:
        found = way.asked.search(asking)
        if found is None or (way.of_drugs and not drugs):
            continue
        on_it = [c for c in candidates[:_OF_WORD] if not drugs or any(_named(e, c, glossary) for e in drugs)]
        if not any(way.told_by(c) for c in on_it):
            yield found[0].casefold()


def _kinds(question: Question, candidates: Sequence[Candidate]) -> Iterator[str]:
    """Kinds of an illness, where no likely sentence on the illness speaks of that kind."""
    for mention in question.mentions:
        kind = _KIND.search(question.text[: mention.start]) if mention.entry.kind == "condition" else None
        if kind is None:
            continue
        word = re.compile(rf"(?<!non-)\b{re.escape(kind['kind'])}", re.I)
        if not any(word.search(f"{c.text} {c.heading} {c.document.title}") for c in candidates[:_OF_WORD]):
            yield f"{kind['kind'].casefold()} {mention.entry.term}"
