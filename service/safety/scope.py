"""Is a piece of work ordered instead of a question asked? Footnote answers; it writes no letters and no programs."""

from __future__ import annotations

import re

_MAKE = (
    r"(?:write|create|generate|develop|design|devise|draft|compose|produce|publish|propose|implement|build|code|program|announce|introduce|"
    r"prepare|make|set up|organi[sz]e|launch|plan)"
)
# What is made that is no answer to a medical question. A "plan", "list", "table" or "summary" may well be one.
_WORK = (
    r"(?:articles?|blog|posts?|essays?|opinion|letters?|e-?mails?|speech(?:es)?|poems?|songs?|stor(?:y|ies)|jokes?|novels?|scripts?|advert\w*|"
    r"campaigns?|pamphlets?|brochures?|leaflets?|press releases?|newsletters?|tutorials?|directives?|statements?|policy|policies|apps?|algorithms?|"
    r"software|programs?|functions?|code|website|chatbot|ai|ai-\w+|machine[- ]learning|systems?|tools?|workflows?|schedules?|business|marketing|"
    r"proposals?|questionnaires?|feedback forms?|forms?|contracts?|budgets?|presentations?|slides|healthcare|model|study|report|excuses|technology)"
)
_COMMISSION = re.compile(
    rf"^\W*(?:please |can you |could you |would you |will you |i (?:want|need|would like) (?:you )?to |help me (?:to )?)*{_MAKE}\b[^.?!]{{0,60}}?\b{_WORK}\b|"
    rf"^\W*(?:please |can you |could you )*(?:translate\b|tell me a (?:joke|story)|sing\b|rhyme\b|write (?:something|an? )|(?:provide|describe|propose) an? (?:\w+ )?(?:system|model|method for avoiding))",
    re.I,
)


def is_commission(message: str) -> bool:
    """Whether the message orders a text, a program or the like ("Write a letter to …")."""
    return _COMMISSION.match(message) is not None
