"""The turns of a conversation beside the library: what was said before, which reading it answers, what of it stands."""
