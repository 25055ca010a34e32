"""Conversations: what a message means after what was said before, without a language model."""

from service.conversation.acts import Act
from service.conversation.before import Before
from service.conversation.understanding import Standalone, standalone, understand

__all__ = ["Act", "Before", "Standalone", "standalone", "understand"]
