"""Conversations: what a message means after what was said before, without a language model."""

from service.conversation.acts import Act, asks_for_the_source, has_reason_of_doubt, is_doubt, is_pleasantry
from service.conversation.before import Before
from service.conversation.fragments import content_of
from service.conversation.meaning import Standalone
from service.conversation.understanding import standalone, understand

__all__ = [
    "Act",
    "Before",
    "Standalone",
    "asks_for_the_source",
    "content_of",
    "has_reason_of_doubt",
    "is_doubt",
    "is_pleasantry",
    "standalone",
    "understand",
]
