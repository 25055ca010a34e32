"""What the titles and texts of an edition tell of a name that no glossary has."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.glossary import Entry
from service.analysis.name_shapes import LONGEST
from service.analysis.own_name import OwnName
from service.retrieval import OpenedEdition, Retriever
from service.retrieval.titles import SHORT, Key, Titles, key_of, names_in_title, pieces, places_of

_ALSO = re.compile(
    r"(?:\s*\([^()]*\))?,?\s*\(?(?:is )?(?:also|formerly) (?:known as|called) "
    r"([^;:().]{4,80}?)(?=[;:().]|, (?:is|are|an?|the)\b| is\b| are\b)"
)
_LOOKED_AT = 16  # passages that have all its words
_DOCUMENTS = 3  # on it, of which is read how they begin:
_OPENING = 1500  # so many characters


def named_by_texts(typed: str, kind: str, asks: str, opened: OpenedEdition, retriever: Retriever) -> OwnName:
    """A name as it was typed, of something of this kind, with what the titles and texts of an edition tell of it: which
    documents are on it, how they call it besides and in short, and whether any has it. ``asks``: what is asked of it.
    """
    titles, key = opened.titles, key_of(typed)
    typed = " ".join(typed.split())
    shorts = {typed} if len(key) == 1 and SHORT.fullmatch(typed) else set()
    typed_keys = [k for name in names_in_title(typed) if len(k := key_of(name)) > 1]
    documents = titles.on(key).union(*map(titles.on, typed_keys))
    texts = _texts_with(key, documents, opened, retriever)
    if len(key) == 1 and shorts:
        documents |= _meant_by(typed, texts, titles)
    keys = [key, *(name for i in sorted(documents) for name in titles.names_of(i) if len(name) > 1)]
    for text in texts if documents else ():
        shorts |= _shorts_in(keys, text)
        others = _others_in(keys, text)
        keys += others
        documents |= {i for other in others for i in titles.on(other)}
    keys += [key_of(name) for name in names_in_title(typed)]
    keys = [key for key in (*keys, *map(key_of, sorted(shorts))) if key]
    names = tuple(dict.fromkeys((typed, *(" ".join(k) for k in keys[1:]))))
    entry = Entry(term=typed if len(typed) > 1 else f"{typed} ", kind=kind, synonyms=names[1:])
    own = OwnName(entry, asks, tuple(dict.fromkeys(keys)), frozenset(shorts), frozenset(documents), False, titles)
    nowhere = not documents and not any(own.places_in(text) for text in texts)
    return replace(own, nowhere=nowhere)


def _texts_with(key: Key, documents: frozenset[str], opened: OpenedEdition, retriever: Retriever) -> list[str]:
    """The openings of the documents on a name, or else texts of passages that have all its words."""
    if documents:
        return [opened.document(i).text[:_OPENING] for i in sorted(documents)[:_DOCUMENTS]]
    wanted = [term for term in key if len(term) > 1 or term.isdigit()]
    if not wanted or not all(map(retriever.occurs, wanted)):
        return []
    return retriever.texts_with_all(wanted, _LOOKED_AT)


def _shorts_in(keys: list[Key], text: str) -> set[str]:
    """How a text gives one of these names in short: behind it, in brackets."""
    found = set()
    for _, _, _, end in places_of(keys, text):
        behind = re.compile(r"\s*\(([^()]{2,12})\)").match(text, end)
        if behind is not None and SHORT.fullmatch(behind[1].split(",")[0].strip()):
            found.add(behind[1].split(",")[0].strip())
    return found


def _others_in(keys: list[Key], text: str) -> list[Key]:
    """What a text calls it besides."""
    found = []
    for _, _, _, end in places_of(keys, text):
        also = _ALSO.match(text, end)
        if also is not None:
            found += [key for name in re.split(r" or |, ", also[1]) if len(key := key_of(name)) > 1 or len(name) > 7]
    return [key for key in found if key]


def _meant_by(short: str, texts: list[str], titles: Titles) -> frozenset[str]:
    """The documents on what texts give in short so."""
    found: set[str] = set()
    for text in texts:
        for match in re.finditer(rf"\({re.escape(short)}\b", text):
            before = [piece.term for piece in pieces(text[: match.start()])][-LONGEST:]
            longest = next((tuple(before[at:]) for at in range(len(before)) if tuple(before[at:]) in titles), None)
            if longest is not None:
                found |= titles.on(longest)
    return frozenset(found)
