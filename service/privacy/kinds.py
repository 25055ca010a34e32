"""The kinds of identifiers: those of the HIPAA Safe Harbor method (45 CFR 164.514(b)(2)) that stand in a text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What is recognised; its value is what stands in its place, in brackets. Photographs and biometrics are no text."""

    NAME = "name"
    ADDRESS = "address"
    DATE = "date"
    AGE = "aged 90 or over"
    PHONE = "phone number"
    EMAIL = "e-mail address"
    SOCIAL_SECURITY = "social security number"
    HEALTH_SERVICE = "NHS number"
    RECORD = "record number"
    HEALTH_PLAN = "health plan number"
    ACCOUNT = "account number"
    LICENCE = "licence number"
    VEHICLE = "vehicle number"
    DEVICE = "device number"
    URL = "web address"
    IP = "IP address"
    USER = "user name"


@dataclass(frozen=True, slots=True)
class Identifier:
    """Something recognised: ``start`` to ``end`` of the text, in code points, half open."""

    start: int
    end: int
    kind: Kind
