"""What the asks about procedures and tests share: the text of a sentence with a sign for that asked about."""

from __future__ import annotations

import re
from functools import lru_cache

from service.sentences.bare.reading.said import Said
from service.sentences.bare.reading.signs import DRUG, OTHER, SETTING, SUBJECT, signed_plainly

NAMES_NEAR = rf"(?:[\w’'/%-]+,? ){{0,5}}?(?:and |or )?{SUBJECT}"
_WHEN = re.compile(
    rf"\b((?:before|after|during|despite|without|following|around|from|prior to|ahead of|despite|since|elective)(?: [\w-]+){{0,4}}? ){SUBJECT}",
    re.I,
)
_LISTED = re.compile(rf"\b(?:such as|like|including) [^.;]{{0,60}}{SUBJECT}", re.I)


@lru_cache(maxsize=256)  # several asks, and what ranks, look at the same sentence
def named(said: Said) -> str:
    """The text with a sign in each place of a procedure or drug, without brackets."""
    text = said.text
    places = [(place, SUBJECT) for place in said.names if text[place[1] : place[1] + 1] != "-"]
    places += [*((place, OTHER) for place in said.others), *((place, DRUG) for place in said.drugs)]
    return signed_plainly(text, places)


@lru_cache(maxsize=256)  # several asks, and what ranks, look at the same sentence
def signed(said: Said) -> str:
    """The same, with no such sign where it only tells when something else is done, or is an example."""
    return _LISTED.sub(SETTING, _WHEN.sub(rf"\1{SETTING}", named(said)))
