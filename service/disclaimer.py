"""The disclaimer: added by the server to every answer and to every refusal to give one, in words for who reads it."""

from __future__ import annotations

from service.answer import Audience

DISCLAIMER = (
    "For health professionals. Footnote's answers are put together from the texts of its library alone, and the texts "
    "that ship with it have not been reviewed by a clinician. Check every statement against the source it cites before "
    "you rely on it. It does not replace clinical judgement and is not for emergencies: in an emergency, call your "
    "local emergency service."
)
PATIENT_DISCLAIMER = (
    "This is general information. It is not advice on your own case. Footnote puts its answers together from the texts "
    "of its library alone, and no doctor has yet checked the texts that come with it. Talk to your doctor, nurse or "
    "pharmacist before you act on what you read here. It is not for emergencies: in an emergency, call your local "
    "emergency number."
)


def disclaimer_for(audience: Audience) -> str:
    """The disclaimer for a reader; everybody but a patient gets the one for health professionals."""
    return PATIENT_DISCLAIMER if audience is Audience.PATIENT else DISCLAIMER
