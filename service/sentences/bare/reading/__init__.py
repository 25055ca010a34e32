"""How a sentence is read for a bare question, before any ask is held against it: ``said`` is what comes of it,
``subject`` what it is read for. Of which name something is said: ``clauses``, ``reach``, ``of_subject``; with signs for
names in its text: ``signs``, ``marks``, ``illness``, ``procedure``.
"""
