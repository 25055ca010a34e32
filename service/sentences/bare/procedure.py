"""What the asks about procedures and tests share: the text of a sentence with a sign for that asked about."""

from __future__ import annotations

import re

from service.sentences.bare.ask import Said

OWN, OTHER, DRUG = "§", "¤", "℞"  # the procedure asked about, another, a drug
_AROUND = "◦"  # where it only tells when something else is
NAMES_NEAR = rf"(?:[\w’'/%-]+,? ){{0,5}}?(?:and |or )?{OWN}"
_BRACKETS = re.compile(rf"\s*\((?![^)]*{OWN})[^()]*\)")
_WHEN = re.compile(
    rf"\b((?:before|after|during|despite|without|following|around|from|prior to|ahead of|despite|since|elective)(?: [\w-]+){{0,4}}? ){OWN}",
    re.I,
)
_LISTED = re.compile(rf"\b(?:such as|like|including) [^.;]{{0,60}}{OWN}", re.I)


def named(said: Said) -> str:
    """The text with a sign in each place of a procedure or drug, without brackets."""
    text = said.text
    places = [(place, OWN) for place in said.names if text[place[1] : place[1] + 1] != "-"]
    places += [*((place, OTHER) for place in said.others), *((place, DRUG) for place in said.drugs)]
    for (start, end), sign in sorted(places, reverse=True):
        text = f"{text[:start]}{sign}{text[end:]}"
    return _BRACKETS.sub("", text)


def signed(said: Said) -> str:
    """The same, with no such sign where it only tells when something else is done, or is an example."""
    return _LISTED.sub(_AROUND, _WHEN.sub(rf"\1{_AROUND}", named(said)))
