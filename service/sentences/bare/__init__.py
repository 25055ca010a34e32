"""Bare questions: one thing asked of one drug, illness or procedure, and nothing told besides ("how does ceftriaxone
work?", "gabapentin and alcohol"). Only a sentence that says that very thing of that very subject answers one; what is
said of the subject otherwise is near it in every other sign, and is no answer.
"""

from service.sentences.bare.asked import bare_asked
from service.sentences.bare.bare import Bare
from service.sentences.bare.of_own_name import BareOfOwnName
from service.sentences.bare.own_names import with_own_name
from service.sentences.bare.pairs import Pair, pair_alone
from service.sentences.bare.topic import Topic, topic_alone

__all__ = ["Bare", "BareOfOwnName", "Pair", "Topic", "bare_asked", "pair_alone", "topic_alone", "with_own_name"]
