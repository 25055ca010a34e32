"""Conversations: what a message means after what was said before, without a language model."""

from service.conversation.acts import Act, act_of
from service.conversation.before import Before
from service.conversation.understanding import Standalone, standalone, understand

__all__ = ["Act", "Before", "Standalone", "act_of", "standalone", "understand"]
