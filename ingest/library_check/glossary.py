"""Is the glossary of a library sound?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from corpus.errors import BadInputError
from corpus.glossary import Entry, read_glossary

FILE = "glossary.yaml"


def glossary_problems(file: Path) -> Iterator[str]:
    """Why it cannot be read, forms that two entries claim or one has twice, and members that are no terms."""
    try:
        glossary = read_glossary(file)
    except BadInputError as error:
        yield error.message
        return
    owners: dict[str, Entry] = {}
    for entry in glossary.entries:
        for form in entry.forms():
            owner = owners.setdefault(form.casefold(), entry)
            if owner is not entry:
                yield f"{form!r} is claimed by {owner.term!r} and by {entry.term!r}"
        own = [form.casefold() for form in entry.forms()]
        for form in sorted({form for form in own if own.count(form) > 1}):
            yield f"{entry.term!r} names {form!r} twice"
    for entry in glossary.entries:
        for member in entry.members:
            if glossary.get(member) is None:
                yield f"{entry.term!r} has a member {member!r} that is no term of the glossary"
