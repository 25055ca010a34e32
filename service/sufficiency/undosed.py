"""A dose that is asked of a drug by name, where no sentence has an amount of that very drug.

"How much quetiapine?" is near to a sentence with the dose of haloperidol that names quetiapine, too. An amount counts
for the drug that it stands with; where a child's is asked for, only in a sentence on children. That the drug is not
given there is an answer as well.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.glossary import Entry, Glossary
from service.analysis.facets import assumes
from service.analysis.question import Question
from service.patient_details import pieces_told_and_asking
from service.sentences.candidates import Candidate
from service.sentences.dosed import Dosed
from service.sentences.doses import gives_dose
from service.sentences.people import YOUNG_PEOPLE, asks_of_a_child, without_names_with_child

_LOOKED_AT = 40  # sentences, the likeliest first
_UNIT = (
    r"(?:mg|milligrams?|mcg|µg|micrograms?|grams?|ml|units?|iu|puffs?|tablets?|tabs?|pills?|capsules?|sachets?|drops?|"
    r"joules?)"
)
_ASKS = re.compile(
    r"(?<!low )(?<!high )(?<!low-)(?<!high-)(?<!last )(?<!next )(?<!missed )(?<!each )(?<!double )(?<!full )(?<!half )"
    r"(?<!a )(?<!same )(?<!first )(?<!second )(?<!one )"
    r"\b(?:dose|dosage|dosing)\b(?! (?:was |is |been )?(?:missed|forgotten|skipped))|\b(?:what|which) doses\b|"
    rf"\bhow many {_UNIT}\b|\b(?:infusion|starting|initial|drip) (?:rate|speed)\b|\b(?:what|which) rate\b|"
    r"\b(?:mg|mcg|µg|units?|ml) ?(?:/|per) ?(?:kg|m2|m²|min|minute|h|hour)\b|(?<!\d )(?<!\d)\bmg (?:and|or)\b",
    re.I,
)
_HOW_MUCH = re.compile(
    r"\bhow much(?: (?:of|iv|im|sc|po|oral|more|extra|intravenous|subcutaneous|rectal|nebuli[sz]ed))* $", re.I
)
# Not the dose itself is asked for, but how it is changed, when, or something beside it.
_OTHERWISE = re.compile(
    r"\b(?:adjust\w*|alter\w*|apart|reduc\w+|chang\w+|increas\w+|rais\w+|lower\w*|titrat\w+|miss\w*|forg\w+|overdos\w*|halv\w+|"
    r"doubl\w+|cut|interval|equivalen\w+|convert\w*|after|before|between|since|last|when|why|if|timing|time|same)\b",
    re.I,
)
_NONE_KNOWN = re.compile(r"\bno (?:\w+ )?(?:dos\w+|recommendations?)\b", re.I)
_OF_MOTHERS = re.compile(r"\bpregnan\w*|\bgestation\w*|eclampsia|\btrimester|\bweeks\b", re.I)


def undosed(question: Question, candidates: Sequence[Candidate], glossary: Glossary) -> list[str]:
    """The drugs whose dose ``question`` asks for, where none of ``candidates``, the likeliest first, has an amount of
    one of them, or says that it is not given; mostly nothing.
    """
    drugs = [] if assumes(question.text) else _drugs_asked(question)
    illnesses = tuple(entry for entry in question.focus if entry.kind == "condition")
    patients = frozenset(["pregnancy"] if _OF_MOTHERS.search(question.text) else [])
    of_child = asks_of_a_child(without_names_with_child(question.text))
    for drug in drugs:
        dose = Dosed((drug,), illnesses, patients, glossary)
        for candidate in candidates[:_LOOKED_AT]:
            of_them = not of_child or YOUNG_PEOPLE.named_in(candidate.around)
            if of_them and (
                dose.gives_amount(candidate) or dose.says_in_words(candidate) or _is_on(drug, candidate, glossary)
            ):
                return []
            if dose.spoken_of_by(candidate) and _NONE_KNOWN.search(candidate.text):
                return []
    return [f"dose of {' or '.join(drug.term for drug in drugs)}"] if drugs else []


def _is_on(drug: Entry, candidate: Candidate, glossary: Glossary) -> bool:
    """Whether a sentence with a dose names the drug, or one of it, before any other one: it may name what it goes with
    between the two.
    """
    named = next(
        (mention.entry.term for mention in glossary.find(candidate.text) if mention.entry.kind == "drug"), None
    )
    own = {entry.term for entry in glossary.with_members(drug)}
    return named in own and gives_dose(candidate.text)


def _drugs_asked(question: Question) -> list[Entry]:
    """The drugs of which a question asks for a dose: those that it names where it asks."""
    text = question.text
    asking = pieces_told_and_asking(text)[1] or text
    begin = max(text.find(asking), 0)
    drugs = [m for m in question.mentions if m.entry.kind == "drug" and m.start >= begin]
    if _OTHERWISE.search(asking):
        return []
    if not _ASKS.search(asking):
        drugs = [mention for mention in drugs if _HOW_MUCH.search(text[: mention.start])]
    return list({mention.entry.term: mention.entry for mention in drugs}.values())
