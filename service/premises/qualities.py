"""A quality that a question takes for granted, where the sentences that bear on it have another one in its place: by
mouth or by vein, before or after, for some only or for all, at once or later; or the absence of a thing that they have.

As with figures (:mod:`service.premises.contrasts`), only the sentences that bear on the assumption best may contradict
it, and none of those near may have what is assumed. The lists are facts of language.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.text import terms
from service.premises.bearing import NAMED, NEAR_BEST, Bearing, surely_on_it
from service.premises.others import on_the_other_side
from service.sentences.candidates import Candidate

_CONTRASTING = 4  # sentences that bear on the assumption most, of which one may contradict it
_LOOKED_AT = 6  # and in which what is assumed is looked for,
_AS_NEAR = 0.85  # with this share of the best bearing
# Of one line each: what excludes one another.
_KINDS = tuple(
    tuple(re.compile(rf"\b(?:{words})\b", re.I) for words in line)
    for line in (
        (
            r"oral(?:ly)?|by mouth|swallow\w*|tablets?",
            r"intravenous(?:ly)?|iv|by vein|parenteral(?:ly)?|infusions?|inject\w+|bolus(?:es)?|intramuscular(?:ly)?|"
            r"subcutaneous(?:ly)?",
        ),
        (r"before|ahead of|prior to", r"after|following|once"),
        (r"immediate-release", r"(?:controlled|extended|modified|sustained|slow|prolonged)-release"),
        (
            r"only(?! (?:if|when|after|before|once))|limit(?:s|ed) (?:[\w-]+ )?to|"
            r"restrict(?:s|ed) (?:[\w-]+ )?to|solely|"
            r"nobody but|just (?:in|for)|selected",
            r"every(?:body|one)?|all (?!of\b|cases? where)(?:[\w-]+ ){0,2}?[\w-]+s\b|all (?:people|women|men|"
            r"children)|any age|"
            r"whatever|regardless|irrespective|whether or not|always|invariably",
        ),
        (
            r"often|usually|commonly|frequently|mostly|regularly|always",
            r"rarely|seldom|hardly ever|never|uncommonly|infrequently",
        ),
        (r"on (?:the |my |your |her |his )?left", r"on (?:the |my |your |her |his )?right"),
        (
            r"(?:on an )?empty stomach|fasting|without food|before (?:a meal|food|meals)",
            r"with (?:\w+ ){0,3}(?:food|meals?)|after (?:food|meals?)",
        ),
        (r"(?:in the |every )?morning", r"(?:in the |every |with the )?evening|at (?:night|bedtime)"),
        (
            r"immediately|at once|straight ?away|without (?:waiting|delay)",
            r"delay(?:ed|s)?|wait(?:s|ed)?|until|later|held (?:back|off)?|withheld|postponed|deferred|"
            r"(?:at least|no (?:earlier|sooner) than|not before) (?:[\w–-]+ ){1,3}(?:hours?|days?|weeks?|months?)",
        ),
        (
            r"stop(?:s|ped)?(?: for good)?|discontinue[ds]?|(?:has|have|had) to go|comes? off|ceased?|ends?|"
            r"ended|dropped|"
            r"withdrawn",
            r"continue[sd]?|goes on|kept(?: on)?|carried on|carries on|not (?:be )?(?:stopped|discontinued|"
            r"interrupted)|"
            r"maintained",
        ),
        (
            r"(?:taken |swallowed |given )?(?:together|along|at the same time|simultaneously|concurrently|"
            r"mixed)(?: with| as)?|"
            r"with the same meal",
            r"apart|separate(?:ly|d)?|at least (?:\w+ ){1,2}(?:before|after|apart)|hours? (?:before|after|apart)|"
            r"one after the other|not (?:\w+ )?(?:together|at the same time)",
        ),
        (
            r"during|while (?:it|the \w+|a \w+|symptoms) (?:lasts?|is|are|continues?)|in the (?:middle|midst) of",
            r"until (?:[\w-]+ ){1,4}(?:is|are|has|have) (?:\w+ )?(?:over|resolved|settled|passed|gone|finished|healed)|"
            r"after (?:[\w-]+ ){1,3}(?:is|are|has|have) (?:\w+ )?(?:over|resolved|settled|passed|gone|finished|healed)",
        ),
        (
            r"(?:is|are|be|being|used|given|cut(?: back)?|reduced|stopped|goes) (?:the )?(?:very )?first(?! "
            r"(?:trimester|week|"
            r"month|day|year|hour|dose|episode|or))|first (?:drug|thing|one|test|step|treatment|of all)",
            r"last(?: of all)?(?! (?:dose|week|month|year|days?|trimester|hours?))|reserve[sd]?|after other|"
            r"second[- ]line|"
            r"third[- ]line|as a last resort|when (?:other|others|all other|no other) ",
        ),
        (
            r"(?:a|one) single dose|once in (?:a|every|their|his|her|the|an)\b[^,;]{0,20}\blife\w*|"
            r"once only|only once|one-off",
            r"(?:a|the) (?:yearly|annual|monthly) (?:jab|dose|injection|shot|vaccine)|"
            r"every (?:\d+ |two |three |six )?(?:year|month|week)s?|yearly|annual(?:ly)?|monthly|repeatedly",
        ),
        (
            r"(?:any )?one of|either of|any one|a single (?:one|criterion|factor|feature)",
            r"(?:at least |any |needs? |all )?(?:two|three|four|2|3|4) (?:or more )?of|both of|all of",
        ),
        (
            r"alone|by itself|on its own|as monotherapy|singly",
            r"combined|combination|in addition to|added to|together with|plus",
        ),
    )
)
_AGAIN = re.compile(r"\b(?:restart|resum)\w*", re.I)
_NEGATION = re.compile(
    r"\b(?:not|never|no|nor|neither|none|cannot|without|\w+n't|unnecessary|fail\w*|lack\w*|against|avoid\w*)\b", re.I
)
_CHOSEN = re.compile(r"\b(?:rather than|instead of|as against|compared with|versus)\b", re.I)  # names both
_NOT_SO = re.compile(r"\b(?:not|never|rather than|instead of|without)\s(?:\w+\s){0,2}$", re.I)
_ABSENT = re.compile(
    r"\b(?:has|have|had|needs?|requires?|carr(?:y|ies)|wants?|with|there (?:is|are)) no (?:more |further )?"
    r"(?P<object>[\w'’-]+(?:\s[\w'’-]+){0,3})|"
    r"^\W*no (?P<subject>[\w'’-]+(?:\s[\w'’-]+){0,3}?) (?:is|are|was|were) (?:needed|required|necessary|given|advised)|"
    r"\bdo(?:es)?(?:n't| not) need (?:an? |any )?(?P<needed>[\w'’-]+(?:\s[\w'’-]+){0,2})",
    re.I,
)
_LINK = re.compile(
    r"\s(?:of|on|for|in|to|with|around|after|before|during|at|by|from|or|and|is|are|that|which)\s.*$", re.I
)


def contrary(clause: str, borne: Sequence[Bearing]) -> Candidate | None:
    """The sentence of ``borne`` (best first) that has another quality in place of the one in ``clause``, or has what
    the clause says is absent; None where none does surely.
    """
    if not borne:
        return None
    near = [b for b in borne[:_CONTRASTING] if surely_on_it(b, borne[0])]
    absent = _absent(clause)
    if absent:
        if any(_lacks(absent, b.candidate) for b in borne[:_LOOKED_AT] if b.score >= NEAR_BEST * borne[0].score):
            return None
        return next((b.candidate for b in near if _has(absent, b.candidate)), None)
    if _NEGATION.search(clause) or _CHOSEN.search(clause):
        return None
    near = [b for b in near if not on_the_other_side(clause, b.candidate.text)]
    if not _AGAIN.search(clause):  # when it is begun again says nothing of when it is stopped
        near = [b for b in near if not _AGAIN.search(b.candidate.text)]
    for values in _KINDS:
        assumed = [value for value in values if _tells(value, clause)]
        if len(assumed) != 1:
            continue
        others = [b for b in borne[:_LOOKED_AT] if b.named >= NAMED and b.score >= _AS_NEAR * borne[0].score]
        if any(_tells(assumed[0], b.candidate.text) for b in others):
            continue
        for bearing in near:
            if any(_tells(value, bearing.candidate.text) for value in values if value is not assumed[0]):
                return bearing.candidate
    return None


def _tells(value: re.Pattern[str], text: str) -> bool:
    return any(not _NOT_SO.search(text[: match.start()]) for match in value.finditer(text))


def _absent(clause: str) -> frozenset[str]:
    match = _ABSENT.search(clause)
    if match is None:
        return frozenset()
    named = _LINK.sub("", match["object"] or match["subject"] or match["needed"])
    return frozenset(terms(named)) - frozenset(terms("effect difference role doubt need")) if named else frozenset()


def _lacks(absent: frozenset[str], candidate: Candidate) -> bool:
    """Whether a sentence denies some of it, be it in other words ("no platelet monitoring" of platelet counts)."""
    return 2 * len(absent & candidate.own_terms) >= len(absent) and _NEGATION.search(candidate.text) is not None


def _has(absent: frozenset[str], candidate: Candidate) -> bool:
    return absent <= candidate.own_terms and not _NEGATION.search(candidate.text)
