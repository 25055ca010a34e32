"""What the asker is told when identifiers were recognised."""

from __future__ import annotations

from collections.abc import Sequence

from service.answer import Notice
from service.privacy.kinds import Kind


def personal_data(kinds: Sequence[Kind]) -> Notice:
    """The notice that says which kinds of identifiers were recognised and what to leave out. ``kinds``: at least one."""
    return Notice(
        kind="personal_data",
        text=(
            f"Your message seems to identify a person ({', '.join(kind.value for kind in kinds)}). That part was not used: it was not searched "
            "for, and no language model and no log was given it. The conversation keeps your message as you wrote it until you delete it. "
            "Please leave out names, exact dates, addresses, contact details and numbers that belong to a person; age, sex and the clinical "
            "facts are enough."
        ),
    )
