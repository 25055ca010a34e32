"""The disclaimer: one text, added by the server to every answer and to every refusal to give one."""

from __future__ import annotations

DISCLAIMER = (
    "For health professionals. Footnote's answers are put together from the texts of its library alone, and the texts "
    "that ship with it have not been reviewed by a clinician. Check every statement against the source it cites before "
    "you rely on it. It does not replace clinical judgement and is not for emergencies: in an emergency, call your "
    "local emergency service."
)
