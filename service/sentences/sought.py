"""What a question looks for in a sentence by its words: each concept once, by whichever of its names, and the words
beside them.

A concept has many names ("HCC", "hepatocellular carcinoma", "liver cancer"). Were each counted, the sentence that gives
them all, a definition as a rule, would have more of the question than the one that answers it.
"""

from __future__ import annotations

from dataclasses import dataclass

from corpus.glossary import Mention
from corpus.text import terms
from service.retrieval import SearchQuery

_ABOVE = 0.65  # what counts that stands in the title or headings above a sentence only


@dataclass(frozen=True, slots=True)
class _Concept:
    names: tuple[frozenset[str], ...]
    asked: dict[str, float]  # the terms by which the question names it → share of its worth
    worth: float

    def share_in(self, there: frozenset[str]) -> float:
        for name in self.names:
            if name <= there:
                return 1.0
        return sum([share for term, share in self.asked.items() if term in there])


@dataclass(frozen=True, slots=True)
class Sought:
    """Words and concepts with what each is worth: weight in the question times inverse document frequency."""

    words: tuple[tuple[str, float], ...]
    concepts: tuple[_Concept, ...]
    total: float  # of what the question itself says; above 0

    def found_in(self, own: frozenset[str], above: frozenset[str] = frozenset()) -> float:
        """What of it a sentence has, as a share of what the question says: 0 to 1.

        ``own``: the sentence's index terms; ``above``: those of its title and headings, which count in part.
        """
        gained = 0.0
        for term, worth in self.words:
            if term in own:
                gained += worth
            elif term in above:
                gained += _ABOVE * worth
        for concept in self.concepts:
            share = concept.share_in(own)
            if share < 1.0 and above:
                share = max(share, _ABOVE * concept.share_in(above))
            gained += concept.worth * share
        return min(1.0, gained / self.total)


def sought(query: SearchQuery, rarity: dict[str, float], itself: bool = False) -> Sought:
    """What ``query`` looks for. ``rarity``: inverse document frequency of its terms; ``itself``: without the words that
    the question does not have.
    """
    by_term: dict[str, list[Mention]] = {}
    for mention in query.mentions:
        by_term.setdefault(mention.entry.term, []).append(mention)
    claimed: set[str] = set()
    concepts = []
    for mentions in by_term.values():
        entry = mentions[0].entry
        named = [
            {t: query.weights.get(t, 0.0) * rarity.get(t, 0.0) for t in terms(query.text[m.start : m.end])}
            for m in mentions
        ]
        most = max(named, key=lambda worths: sum(worths.values()))
        worth = sum(most.values())
        if worth > 0:
            claimed.update(*named)
            # by another name only: the worth stays that of the name asked by
            claimed.update(t for name in entry.term_sets for t in name if query.weights.get(t, 0.0) < 0.5)
            concepts.append(_Concept(entry.term_sets, {t: value / worth for t, value in most.items()}, worth))
    kept = {term: weight for term, weight in query.weights.items() if term not in claimed}
    worths = {term: weight * rarity.get(term, 0.0) for term, weight in kept.items()}
    own = {term: worth for term, worth in worths.items() if kept[term] >= 1.0}
    total = sum(own.values()) + sum(concept.worth for concept in concepts)
    return Sought(tuple((own if itself else worths).items()), tuple(concepts), total or 1.0)
