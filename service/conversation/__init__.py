"""Conversations: what a message means after what was said before, without a language model."""

from service.conversation.acts import Act, is_doubt
from service.conversation.before import Before
from service.conversation.understanding import Standalone, standalone, understand

__all__ = ["Act", "Before", "Standalone", "is_doubt", "standalone", "understand"]
