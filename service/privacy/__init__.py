"""Personal identifiers in what is asked: recognised by patterns, taken out before anything else uses the words."""

from __future__ import annotations

from service.privacy.notice import personal_data
from service.privacy.redaction import Identifier, Kind, Redacted, find, redact, without_marks

__all__ = ["Identifier", "Kind", "Redacted", "find", "personal_data", "redact", "without_marks"]
