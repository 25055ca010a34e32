"""Which drugs a question says cannot be given, and why: it asks for something else then.

"Adenosine contraindicated because of asthma, what instead?" is no question on adenosine, and none on asthma.
"""

from __future__ import annotations

import re
from dataclasses import replace

from service.analysis.question import Question

# Right behind a drug: it cannot be given.
_BEHIND = re.compile(
    r"^,?\s*(?:is |are |was |were |being )?(?:both |all )?"
    r"(?:(?P<barred>contra-?indicated)\b|not (?:available|an option|tolerated|possible|suitable)|unavailable|"
    r"unsuitable|out of stock|on shortage|"
    r"(?:cannot|can(?:'|’)?t|can not|must not|may not|should not) be (?:used|given|taken|had)\b|"
    r"(?:allergy|allergic|intolerance|intolerant)\b|"
    r"out(?=\s*(?:[,;:.)]|in\b|because\b|due\b)))",
    re.I,
)
# Right before one.
_BEFORE = re.compile(
    r"\b(?:(?:can(?:'|’)?t|cannot|can not|couldn(?:'|’)?t|unable to|not able to) (?:tolerate|take|have|use)|"
    r"(?:doesn(?:'|’)?t|does not|didn(?:'|’)?t|did not|not) tolerat(?:e|ing)|intoleran(?:t|ce) (?:of|to)|"
    r"allerg(?:ic|y) to|(?P<barred>contra-?indications?) to|no access to)\s+"
    r"(?:(?:any|an?|the|his|her|oral)\s+)*$",
    re.I,
)
_JOINED = re.compile(r"^\s*(?:,|and|or|nor|/|&)\s*(?:an?\s+|the\s+)?$", re.I)
_ANOTHER = re.compile(
    r"\binstead\b|\balternativ\w*|\b(?:what|which|who|anything|something) else\b|\boptions?\b|"
    r"\bwhat (?:now|next|then|other)\b|\bwhich other\b|\bother (?:drugs?|options?|choices?|agents?)\b|"
    r"\b(?:which|what) (?:drugs?|agents?|one) (?:then|now)\b|"
    r"\bwhat (?:do|can|should) (?:i|we) (?:give|use|prescribe)\b\W*$|"
    r"\bnext (?:drug|step|line|choice|agent)s?\b|\bin (?:its|their) place\b|\breplac\w+|\bsubstitut\w+",
    re.I,
)
# A question whether, when or in whom a drug is contraindicated rules out none.
_ASKS_WHETHER = re.compile(
    r"^\W*(?:and |but |so )?(?:is|are|was|were|when|why|who|whom|in (?:whom|which|what)|what|which|does|do|can|could|"
    r"should|would|how)\b",
    re.I,
)
# "What is given in hepatorenal syndrome when terlipressin is not available?": something else is asked for.
_IN_CASE = re.compile(
    r"^\W*(?:and |but |so )?(?:what|which)\b(?!\s+(?:happens|are the risks)\b)[^?;.]*"
    r"\b(?:if|when|where) (?:an? |the |neither |both )?(?:[\w-]+ (?:and|or|nor) )?$",
    re.I,
)
# On one side of a figure only: a rule that is told, and it may be wrong; the patient may stand on the other side.
_AT_A_FIGURE = re.compile(
    r"^(?![^,;:?.]{0,45}\b(?:because|due|owing|given|since|for)\b)[^,;:?.]{0,45}"
    r"(?:\b(?:below|under|above|over|beyond|(?:less|more|lower|higher) than)\b|[<>≤≥])[^,;:?]{0,30}?\d",
    re.I,
)
_FAILS = re.compile(
    r"^\s*(?:fails?|failed|(?:is|are|was|were) not (?:enough|effective)|(?:do|does|did) not (?:work|help))\b", re.I
)
_GOES_ON = re.compile(r"^\s*(?:[,;:.)–-]|because\b|due\b|owing\b|for good\b|but\b|and\b|so\b)", re.I)
_REASON = re.compile(
    r"^[^?;.]{0,20}?(?:\(|\b(?:because of|due to|owing to|on account of|given)\s+)"
    r"(?:(?:an?|the|his|her|their|severe|known|previous|active)\s+)*$",
    re.I,
)


def ruled_out(question: Question) -> frozenset[str]:
    """The drugs that a question says cannot be given, by their terms."""
    drugs = [mention for mention in question.mentions if mention.entry.kind == "drug"]
    out = [_is_out(question, mention.start, mention.end) for mention in drugs]
    pairs = [(i, i + 1) for i in range(len(drugs) - 1)]
    for one, other in (*pairs, *((b, a) for a, b in reversed(pairs))):  # what is joined to one that is out, is, too
        between = question.text[drugs[min(one, other)].end : drugs[max(one, other)].start]
        out[other] = out[other] or (out[one] and _JOINED.match(between) is not None)
    return frozenset(drug.entry.term for drug, is_out in zip(drugs, out, strict=True) if is_out)


def passed_over(question: Question) -> frozenset[str]:
    """The same, and those that have failed where it asks what is given then ("What is given when warfarin fails?")."""
    text = question.text
    failed = (m for m in question.mentions if m.entry.kind == "drug" and _FAILS.match(text[m.end :]))
    return ruled_out(question) | {m.entry.term for m in failed if _IN_CASE.match(text[: m.start])}


def without_ruled_out(question: Question) -> Question:
    """The question as what goes on from it sees it: "that" is no drug that cannot be given or has failed, but what is
    given then.
    """
    out = passed_over(question)
    if not out:
        return question
    return replace(question, mentions=tuple(m for m in question.mentions if m.entry.term not in out))


def asks_for_another(text: str) -> bool:
    """Whether a question asks in so many words what is given in place of something."""
    return _ANOTHER.search(text) is not None


def reasons(question: Question) -> frozenset[str]:
    """The illnesses that a question names only as the reason why a drug cannot be given, by their terms."""
    ends = [
        mention.end + match.end()
        for mention in question.mentions
        if mention.entry.kind == "drug" and (match := _BEHIND.match(question.text[mention.end :])) is not None
    ]
    return frozenset(
        mention.entry.term
        for mention in question.mentions
        if mention.entry.kind == "condition"
        and any(end <= mention.start and _REASON.match(question.text[end : mention.start]) for end in ends)
    )


def _is_out(question: Question, start: int, end: int) -> bool:
    text = question.text
    before = _BEFORE.search(text[:start])
    if before is not None:
        asked = before["barred"] is not None and _ASKS_WHETHER.match(text) is not None
        return not asked or asks_for_another(text)
    behind = _BEHIND.match(text[end:])
    if behind is None or _AT_A_FIGURE.match(text[end + behind.end() :]):
        return False
    if asks_for_another(text) or _IN_CASE.match(text[:start]):
        return True
    if _ASKS_WHETHER.match(text):
        return False
    return behind["barred"] is None or _GOES_ON.match(text[end + behind.end() :]) is not None
