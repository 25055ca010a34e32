"""What a question that was spelt out names."""

from __future__ import annotations

from corpus.glossary import Glossary


def speaks_of(text: str, concept: str, glossary: Glossary) -> bool:
    """Whether ``text`` has ``concept``, under this name or another that the glossary knows."""
    if concept.casefold() in text.casefold():
        return True
    named = [mention for mention in glossary.find(concept) if mention.end - mention.start == len(concept)]
    return bool(named) and named[0].entry in [mention.entry for mention in glossary.find(text)]
