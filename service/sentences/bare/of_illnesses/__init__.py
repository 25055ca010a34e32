"""What is asked of an illness: what it is and comes from, how it shows, is found, treated and prevented, how it goes on.
``definition`` asks the first of anything, ``complications`` what can go wrong of procedures, too.
"""
