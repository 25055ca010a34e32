"""Statements made wrong on purpose, to train and to test the judge: a number, a negation, a direction or a drug
changed.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence

from corpus.glossary import Glossary

_NUMBER = re.compile(r"(?<![A-Za-z0-9.,-])\d+(?:\.\d+)?(?![\dA-Za-z])")
_YEAR = re.compile(r"(?:19|20)\d\d")
_FACTORS = (0.1, 0.5, 2.0, 3.0, 10.0)
_NEGATIONS = (
    (r"\bis not\b", "is"), (r"\bare not\b", "are"), (r"\bshould not\b", "should"), (r"\bmust not\b", "must"),
    (r"\bdoes not\b", "does"), (r"\bdid not\b", "did"), (r"\bwas not\b", "was"), (r"\bcannot\b", "can"),
    (r"\bis\b", "is not"), (r"\bare\b", "are not"), (r"\bshould\b", "should not"), (r"\bcan\b", "cannot"),
    (r"\bmust\b", "must not"), (r"\bwas\b", "was not"), (r"\bwere\b", "were not"), (r"\bhas\b", "has not"),
    (r"\bhave\b", "have not"), (r"\breduces\b", "does not reduce"), (r"\bincreases\b", "does not increase"),
)  # fmt: skip
_OPPOSITES = (
    ("increase", "decrease"), ("increased", "decreased"), ("increases", "decreases"), ("higher", "lower"),
    ("before", "after"), ("less than", "more than"), ("at least", "at most"),
    ("≥", "≤"), ("<", ">"), ("reduce", "increase"),
    ("reduced", "increased"), ("reduces", "increases"), ("improve", "worsen"), ("improved", "worsened"),
    ("recommended", "contraindicated"), ("preferred", "avoided"), ("first-line", "last-line"), ("started", "stopped"),
    ("early", "late"), ("high", "low"), ("more", "less"), ("with", "without"), ("effective", "ineffective"),
    ("common", "rare"), ("safe", "dangerous"), ("positive", "negative"), ("greater", "smaller"), ("longer", "shorter"),
)  # fmt: skip
_FLIPS = (*_OPPOSITES, *((b, a) for a, b in _OPPOSITES))


def other_number(text: str, rng: random.Random) -> str | None:
    """``text`` with one number (no year) that is several times as large or as small; None where it has none."""
    found = [match for match in _NUMBER.finditer(text) if not _YEAR.fullmatch(match.group())]
    if not found:
        return None
    match = rng.choice(found)
    value = float(match.group()) * rng.choice(_FACTORS)
    written = str(int(value)) if value.is_integer() else f"{value:.2g}"
    return text[: match.start()] + written + text[match.end() :] if written != match.group() else None


def negated(text: str, rng: random.Random) -> str | None:
    """``text`` with a negation put in or taken out; None where no place for it is known."""
    del rng
    for pattern, replacement in _NEGATIONS:
        if re.search(pattern, text):
            return re.sub(pattern, replacement, text, count=1)
    return None


def flipped(text: str, rng: random.Random) -> str | None:
    """``text`` with one word replaced by its opposite; None where it has none of the known pairs."""
    possible = [(a, b) for a, b in _FLIPS if re.search(rf"(?<!\w){re.escape(a)}(?!\w)", text)]
    if not possible:
        return None
    a, b = rng.choice(possible)
    return re.sub(rf"(?<!\w){re.escape(a)}(?!\w)", b, text, count=1)


def other_drug(glossary: Glossary) -> Callable[[str, random.Random], str | None]:
    """A perturbation that puts another drug of the glossary in the place of one."""
    drugs: Sequence[str] = sorted(e.term for e in glossary.entries if e.kind == "drug" and not e.members)

    def replace(text: str, rng: random.Random) -> str | None:
        found = [mention for mention in glossary.find(text) if mention.entry.kind == "drug"]
        if not found or len(drugs) < 2:
            return None
        mention = rng.choice(found)
        name = rng.choice([drug for drug in drugs if drug != mention.entry.term])
        return text[: mention.start] + name + text[mention.end :]

    return replace
