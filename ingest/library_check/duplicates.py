"""Are two texts of the library nearly the same?

Texts are compared by their runs of five words (shingles; Broder 1997, "On the resemblance and containment of
documents"): the share of the shorter text's runs that the longer one has, too. Containment, not resemblance (Jaccard),
because a short text that was lifted out of a long one must be seen as well.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from corpus.text import words
from ingest.library_check.texts import LibraryText

_RUN = 5
# Two digests on neighbouring topics share the names of drugs and guidelines: in the shipped library at most 8 %. A text
# that was copied and edited shares far more, even where every fifth word was changed (0.8⁵ = 33 %).
MOST_SHARED = 0.2


def near_duplicates(texts: Sequence[LibraryText]) -> Iterator[tuple[LibraryText, LibraryText, float]]:
    """Pairs of texts that share more than they should, with the share (0 to 1)."""
    runs = [_runs(text) for text in texts]
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for position, own in enumerate(runs):
        for run in own:
            holders[run].append(position)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for positions in holders.values():
        for pair in combinations(positions, 2):
            shared[pair] += 1
    for (a, b), count in sorted(shared.items()):
        share = count / min(len(runs[a]), len(runs[b]))
        if share > MOST_SHARED:
            yield texts[a], texts[b], share


def _runs(text: LibraryText) -> set[tuple[str, ...]]:
    found: set[tuple[str, ...]] = set()
    for sentence in text.sentences:
        own = [word for word in words(sentence.text) if word]
        found.update(tuple(own[start : start + _RUN]) for start in range(len(own) - _RUN + 1))
    return found
