"""What the asker is told when identifiers were recognised."""

from __future__ import annotations

from collections.abc import Sequence

from service.answer import Notice
from service.privacy.kinds import Kind


def personal_data(kinds: Sequence[Kind], age_used: bool = False) -> Notice:
    """The notice that says which kinds of identifiers were recognised, what of them was used and what to leave out.

    ``kinds``: at least one. ``age_used``: an exact age over 89 went into a score.
    """
    named = ", ".join(kind.value for kind in kinds)
    rest = "The rest of that part" if Kind.AGE in kinds and len(kinds) > 1 else "That part"
    unused = f"{rest} was not used: it was not searched for, and no language model and no log was given it."
    if Kind.AGE in kinds:
        aged = (
            "Of the age, only that somebody is 90 or over was searched for; no language model and no log was given more"
        )
        aged += ". The age itself was used for the score and stands there." if age_used else "."
        unused = f"{aged} {unused}" if len(kinds) > 1 else aged
    return Notice(
        kind="personal_data",
        text=(
            f"Your message seems to identify a person ({named}). {unused} The conversation keeps your message as you wrote it until you "
            "delete it. Please leave out names, exact dates, addresses, contact details and numbers that belong to a person; age, sex and "
            "the clinical facts are enough."
        ),
    )
