"""Sources that stand and differ, side by side: neither averaged nor silently chosen between.

Two roads. A sentence that itself sets sources against each other ("AASLD 2019 …, whereas ACG 2024 …") is parted into
what each says. Two sentences of different organisations are set side by side only where they speak of the same things
in nearly the same words and one quantity, or the direction of the advice, is another. To miss a conflict costs less
than to make one up: other populations, drugs, units or times are none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from corpus.document import EvidenceKind, Source
from corpus.glossary import Glossary
from corpus.text import STOPWORDS, terms
from service.analysis.question import Question
from service.analysis.wording import capital
from service.answer import StatementType
from service.compose.differed_about import asks_for_difference, compares_things, is_what_is_asked
from service.grounding.draft import Draft, Span
from service.premises.cues import Axis, cues
from service.sentences.candidates import Candidate, names
from service.sentences.material import FLOOR
from service.sentences.roles import Role

_SHOWN = 2  # conflicts in an answer to a question that asks for them; one beside any other
_NEAR_BEST = 0.6  # share of the best sentence's relevance that a conflict's must reach
_ON_IT = 0.4  # share of what the question names that a conflict must name, too
_COMPARED = 14  # sentences that are held against each other
_ALIKE = 0.8  # share of common words from which two sentences may speak of the same
_GUIDING = (EvidenceKind.GUIDELINE, EvidenceKind.DRUG_LABEL)
_PARTING = re.compile(r"(?:,|;)\s+(?:whereas|while|but|and)\s+|;\s+|,\s+(?=[A-Z]{3,})|\s+whereas\s+")
_QUANTITY = re.compile(
    r"(?P<sign>[<>≤≥]?)\s?(?P<low>\d+(?:[.,]\d+)?)(?:\s?(?:–|-|to)\s?(?P<high>\d+(?:[.,]\d+)?))?\s?"
    r"(?P<unit>%|×\s?10\S+|(?:mg|g|kg|micrograms?|mcg|µg|ng|mL|dL|L|mmol|mEq|µmol|micromol|mmHg|IU|units?|"
    r"hours?|h|days?|weeks?|months?|years?)(?:/\w+)*(?!\w))",
    re.I,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Differing:
    """What is differed about, each side as a statement, and where the sentences stand."""

    about: str
    sides: tuple[Draft, ...]
    candidates: tuple[Candidate, ...]


def conflicts_in(question: Question, ranked: Sequence[Candidate], glossary: Glossary) -> list[Differing]:
    """The conflicts among the candidates that an answer shows: of those near enough to the question the nearest; where
    it asks how sources differ, the first two, unless they say the same.
    """
    if not ranked or compares_things(question):
        return []
    asked = asks_for_difference(question)
    floor = max(FLOOR, (0.5 if asked else _NEAR_BEST) * ranked[0].relevance)
    near = [c for c in ranked if c.relevance >= floor and _is_about(question, c)]
    found = [differing for c in near if (differing := _within(c, glossary)) is not None]
    taken = {c.position for differing in found for c in differing.candidates}
    single = [c for c in near if c.position not in taken and len(c.spans) == 1 and c.spans[0].source.kind in _GUIDING]
    named = [(c, _concepts(c, glossary)) for c in single[:_COMPARED]]
    for (one, of_one), (other, of_other) in combinations(named, 2):
        differing = _between(one, other, glossary) if of_one and of_one == of_other else None
        if differing is not None:
            found.append(differing)
    if asked:
        told = [{side.text for side in differing.sides} for differing in found[:_SHOWN]]
        return found[: 1 if len(told) > 1 and told[0] & told[1] else _SHOWN]
    found = [
        differing
        for differing in found
        if is_what_is_asked(question, differing.candidates, [side.text for side in differing.sides], glossary)
    ]
    shares = [max(_share(question, candidate, glossary) for candidate in differing.candidates) for differing in found]
    order = sorted(range(len(found)), key=lambda place: -shares[place])
    return [found[place] for place in order if shares[place] >= _ON_IT][:1]


def _share(question: Question, candidate: Candidate, glossary: Glossary) -> float:
    """The share of what a question names, 0 to 1, that a sentence itself names."""
    own = candidate.own_terms
    rest, named = question.text, []
    for mention in reversed(glossary.find(question.text)):
        named.append(mention.entry.named_in(own))
        rest = f"{rest[: mention.start]} {rest[mention.end :]}"
    named += [term in own for term in set(terms(rest)) - STOPWORDS]
    return sum(named) / len(named) if named else 1.0


def _is_about(question: Question, candidate: Candidate) -> bool:
    """Whether the sentence names what the question is about; a drug or procedure in its own words."""
    entries = [entry for entry in question.focus if entry.kind != "organisation"]
    interventions = [entry for entry in entries if entry.kind in ("drug", "procedure")]
    wanted = interventions or [entry for entry in entries if entry.kind == "condition"]
    if wanted:
        return any(names(entry, candidate, context=not interventions) for entry in wanted)
    return True


def sets_sources_apart(candidate: Candidate, glossary: Glossary) -> bool:
    """Whether a sentence sets its sources against each other."""
    return candidate.role is Role.DIFFERENCES or _within(candidate, glossary) is not None


def _within(candidate: Candidate, glossary: Glossary) -> Differing | None:
    """The sides of a sentence that sets its sources against each other; None where it is not sure who says what."""
    sources = [span.source for span in candidate.spans]
    guiding = all(source.kind in _GUIDING for source in sources)
    if len(sources) < 2 or not (guiding or candidate.role is Role.DIFFERENCES) or _same_voice(sources):
        return None
    if any(source.kind.preclinical for source in sources):
        return None
    parts = _parts(candidate.text, sources, glossary)
    if len(parts) < 2:
        return None
    sides = [_side(candidate, start, end, own, glossary) for start, end, own in parts]
    return Differing(_about(candidate, glossary), tuple(sides), (candidate,))


def _same_voice(sources: Sequence[Source]) -> bool:
    """Whether all sources are of one organisation: then the newer holds, and nothing is in conflict."""
    voices = {source.organisation or source.authors or source.title for source in sources}
    return len(voices) == 1


def _parts(text: str, sources: Sequence[Source], glossary: Glossary) -> list[tuple[int, int, list[Source]]]:
    """The parts of ``text`` that speak for different sources, each with its own; empty unless every part is known to
    speak for some, and no two for the same.
    """
    pieces: list[tuple[int, int, list[Source]]] = []
    start = 0
    for match in [*_PARTING.finditer(text), None]:
        end = match.start() if match is not None else len(text)
        own = [source for source in sources if _speaks(source, text[start:end], sources, glossary)]
        contrast = start > 0 and re.search(r"\b(?:whereas|while)\s+$", text[:start], re.I) is not None
        if pieces and not contrast and (not own or not pieces[-1][2] or own == pieces[-1][2]):
            pieces[-1] = (pieces[-1][0], end, own or pieces[-1][2])  # goes on about the same, or leads in
        else:
            pieces.append((start, end, own))
        start = match.end() if match is not None else end
    named = [source.source_id for _, _, own in pieces for source in own]
    rest = [source for source in sources if source.source_id not in named]
    if len(rest) == 1 and sum(not own for _, _, own in pieces) == 1:
        pieces = [(start, end, own or rest) for start, end, own in pieces]
        named.append(rest[0].source_id)
    sure = all(own for _, _, own in pieces) and len(named) == len(set(named))
    return pieces if sure else []


def _speaks(source: Source, part: str, sources: Sequence[Source], glossary: Glossary) -> bool:
    """Whether a part of a sentence names a source: by its organisation, its year, or as its country's label. A year or
    country that another of the sources has, too, says nothing.
    """
    others = [other for other in sources if other is not source]
    named = any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", part) for name in _names(source, glossary))
    if named or _by_initials(source, part):
        return True
    if source.year is not None and str(source.year) in _YEAR.findall(part):
        return all(other.year != source.year for other in others)
    places = _PLACES.get(source.jurisdiction or "", source.jurisdiction)
    if places and re.search(rf"\b(?:{places})\b", part):
        label = re.search(r"\blabel(?:l?ing)?\b|product information|guid\w+|advice|recommend\w*", part, re.I)
        return label is not None and all(other.jurisdiction != source.jurisdiction for other in others)
    return False


_PLACES = {
    "United States": "United States|US",
    "United Kingdom": "United Kingdom|UK|Britain",
    "Australia": "Australian?",
}


def _names(source: Source, glossary: Glossary) -> list[str]:
    """What an organisation is called in a sentence: its short forms by the glossary or in brackets, or its name."""
    if not source.organisation:
        return []
    found = [
        form for mention in glossary.find(source.organisation) if mention.entry.kind == "organisation"
        for form in (*mention.entry.abbreviations, mention.entry.term)
    ]  # fmt: skip
    found += re.findall(r"\(([A-Z][\w/&-]{1,14})\)", source.organisation)
    return [name for name in dict.fromkeys([*found, *source.organisation.split(" / ")]) if len(name) > 2]


def _by_initials(source: Source, part: str) -> bool:
    """Whether a part has an acronym made of the organisation's initials, all but two at most ("NICE")."""
    initials = ["".join(re.findall(r"\b[A-Z]", name)) for name in re.split(r" / |; ", source.organisation or "")]
    for acronym in re.findall(r"(?<!\w)[A-Z]{3,8}(?!\w)", part):
        for given in initials:
            letters = iter(given)
            if given[:1] == acronym[0] and len(acronym) >= len(given) - 2 and all(c in letters for c in acronym):
                return True
    return False


def short_name(source: Source, glossary: Glossary) -> str:
    """How a source is called in short: the organisation's short form, its name, or the first author."""
    if source.organisation:
        return next((form for form in _names(source, glossary) if form.isupper()), source.organisation)
    return source.authors.split(",")[0].strip() if source.authors else source.title


def _side(candidate: Candidate, start: int, end: int, sources: Sequence[Source], glossary: Glossary) -> Draft:
    """What one side says, after whose it is and of when."""
    quote = candidate.text[start:end]
    dated = _YEAR.search(quote) is not None  # a second year beside it would contradict it
    names_of = " and ".join(
        f"{short_name(source, glossary)}{f' ({source.year})' if source.year and not dated else ''}"
        for source in sources
        if not any(name in quote for name in _names(source, glossary))
    )
    spans = [
        Span(span.document, span.passage_id, span.section, span.start + start, span.start + end, quote, span.source,
             span.strength, span.certainty)
        for span in candidate.spans
        if span.source in sources
    ]  # fmt: skip
    before = f"{names_of}: " if names_of else ""
    return Draft(f"{before}{quote}{'' if quote.endswith('.') else '.'}", StatementType.FRAMED, spans)


def _between(one: Candidate, other: Candidate, glossary: Glossary) -> Differing | None:
    """Two sentences of different organisations on the same concepts, one quantity or the direction of the advice
    differing.
    """
    first, second = one.spans[0].source, other.spans[0].source
    if _same_voice([first, second]) or first.source_id == second.source_id:
        return None
    plain = [_plain(c.text, source, glossary) for c, source in ((one, first), (other, second))]
    if len(plain[0] & plain[1]) < _ALIKE * len(plain[0] | plain[1]):
        return None
    if not (_other_quantity(one.text, other.text) or _other_direction(one.text, other.text)):
        return None
    pair = sorted((one, other), key=lambda c: (-(c.spans[0].source.year or 0), c.order))
    sides = tuple(_side(c, 0, len(c.text), [c.spans[0].source], glossary) for c in pair)
    return Differing(_about(one, glossary), sides, tuple(pair))


def _concepts(candidate: Candidate, glossary: Glossary) -> frozenset[str]:
    found = glossary.find(candidate.text)
    return frozenset(mention.entry.term for mention in found if mention.entry.kind != "organisation")


def _plain(text: str, source: Source, glossary: Glossary) -> set[str]:
    """The words of a sentence without figures, its source's name and words of advice."""
    own = set(terms(f"{short_name(source, glossary)} {source.organisation or ''}"))
    for cue in cues(text):
        own.update(terms(text[cue.start : cue.end]))
    return {term for term in terms(_QUANTITY.sub(" ", text)) if term not in own and not any(c.isdigit() for c in term)}


def _other_quantity(one: str, other: str) -> bool:
    """Whether each has just one quantity, of the same unit, and they have no value in common."""
    listed = [list(_QUANTITY.finditer(text)) for text in (one, other)]
    if len(listed[0]) != 1 or len(listed[1]) != 1:
        return False
    a, b = listed[0][0], listed[1][0]
    if _unit(a["unit"]) != _unit(b["unit"]):
        return False
    ranges = [(float(m["low"].replace(",", "")), float((m["high"] or m["low"]).replace(",", ""))) for m in (a, b)]
    return ranges[0][1] < ranges[1][0] or ranges[1][1] < ranges[0][0]


def _unit(written: str) -> str:
    return re.sub(r"\s", "", written.casefold()).rstrip("s")


def _other_direction(one: str, other: str) -> bool:
    """Whether one advises what the other advises against; figures and conditions being the same."""
    if sorted(m.group() for m in _QUANTITY.finditer(one)) != sorted(m.group() for m in _QUANTITY.finditer(other)):
        return False
    signs = []
    for text in (one, other):
        strong = [cue.sign for cue in cues(text) if cue.axis is Axis.USE and cue.strength >= 0.8]
        signs.append(set(strong))
    return signs in ([{1}, {-1}], [{-1}, {1}])


def _about(candidate: Candidate, glossary: Glossary) -> str:
    """What is differed about: the concepts that the sentence names, or the title of its text."""
    named = dict.fromkeys(
        m.entry.term for m in glossary.find(candidate.text) if m.entry.kind not in ("organisation", "other")
    )
    about = ", ".join(list(named)[:3]) or candidate.document.title.split(":")[0]
    return capital(about)
