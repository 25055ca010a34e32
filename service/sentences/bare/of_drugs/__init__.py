"""What is asked of a drug: how it works, in which dose it is given, for whom it is safe, what it is taken with and how it
is stopped. ``amounts``, ``harms``, ``mothers`` and ``organs`` hold what several of these asks share.
"""
