"""Words that say for or against, and more or less: the polarity of a sentence towards something in it.

Two axes. ``USE``: for (recommended, safe, first line, given, effective) or against (contraindicated, avoided, "not
recommended", "no benefit"). ``CHANGE``: more (raises, speeds up, causes), less (lowers, delays, prevents) or none
("does not change"). These are facts of language; what is true of a drug has to stand in a source.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache


class Axis(StrEnum):
    """What a cue speaks of."""

    USE = "use"
    CHANGE = "change"


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue at ``start:end``. ``sign``: 1 for or more, -1 against or less, 0 no change. ``strength``: 0 to 1."""

    axis: Axis
    sign: int
    start: int
    end: int
    strength: float = 1.0
    exclusive: bool = False  # first line, preferred: what is, leaves others behind


TOO_MUCH = r"too (?!in\b|for\b|with\b|and\b|to\b|when\b|if\b|much\b)[a-z]+"  # "works too slowly" speaks against it
_BRINGS = r"caus(?:es?|ed|ing)|leads? to|led to|results? in|resulted in|produc(?:es?|ed|ing)|provok(?:es?|ed|ing)"
_PREDICATES: tuple[tuple[Axis, int, float, bool, str], ...] = (
    # axis, sign, strength, exclusive, words; the first that takes a word keeps it
    (Axis.USE, -1, 1.0, False, r"(?:suggest|advis|recommend|argu|decid|warn)\w*(?: \w+ly)? against|"
    r"(?:suggest|recommend|advis|offer)(?:s|ed|es) no(?! (?:more|later|less|fewer|longer))|"
    r"strongly against|off limits|off the table|forbidden|banned|"
    r"advises avoiding|best avoided|considered for (?:stopping|withdrawal)|keeps? away|refrain\w*"),
    (Axis.USE, -1, 0.9, False, r"(?:rarely|seldom) (?:\w+ )?(?:done|used|given|needed|indicated|recommended)"),
    (
        Axis.USE,
        1,
        1.0,
        True,
        r"first[- ](?:line|choice|pick)|\w+ of choice|go-to|(?:is|are) best(?=\s(?:in|for|against|at)\b|$)|"
        r"(?:the )?usual (?:fix|choice)|prefer(?:s|red)|"
        r"(?:the|as|as a|is|are) (?:usual )?first (?:empirical |initial |recommended )?(?:drug|treatment|therapy|step|"
        r"agent|fluids?|test|investigation|imaging|anticoagulant|inhaler|antibiotic|vasopressor|pressor|option|measure|medicine|opioid|anticonvulsant)|"
        r"favou?r(?:s|ed)|standard (?:treatment|therapy|care|drug|of care)|(?:is|are) (?:the )?standard|mainstay",
    ),
    (
        Axis.USE,
        1,
        1.0,
        False,
        r"recommend(?:s|ed|ation)?|indicated|safe(?:ly|r|st)?|harmless|effective|efficac\w+|advis(?:es|ed|able)|beneficial|"
        r"benefits?|allowed|"
        r"acceptable|accepted|approved|licensed|authori[sz]ed|tolerated|reliable|useful|helps?|helpful|works?|success\w+|"
        r"suitable|appropriate|fine|options?|worth(?:while)?|"
        r"predicts?|reflects?|correlat\w+|replaces?|alternative|available",
    ),
    (
        Axis.USE,
        1,
        0.9,
        False,
        r"should|must|suggest(?:s|ed)?|consider(?:s|ed)?|offer(?:s|ed)?|needs?|needed|required?|requires|"
        r"routine(?:ly)?(?! reasons?)|essential",
    ),
    (
        Axis.USE,
        1,
        0.75,
        False,
        r"given|gives?|giving|used|uses?|start(?:s|ed)?|receives?|added|prescribed|treated|treats?|tak(?:e|en)|"
        r"continue[sd]?|stays? on|carr(?:y|ies|ied) on|"
        r"combin(?:ed|ing|es?)|done|performed|sent|tested|measured|checked|counted|monitored|screened",
    ),
    (
        Axis.USE,
        -1,
        1.0,
        False,
        r"contra-?indicat\w*|avoid(?:s|ed|ing|ance)?|"
        r"(?:is|are|be|strongly|conditionally|advice|recommendation|guidance|evidence|case|speaks?|weighs?) "
        r"against|unsafe|harmful|dangerous|ineffective|useless|"
        r"futile|pointless|needless|unnecessary|wrong|misleading|"
        r"(?:lost|loses|losing) (?:its|their) (?:authori[sz]ation|licen[cs]e|approval|place)|"
        r"unreliable|unproven|insufficient|discourag\w+|withdr(?:awn|ew|aws?)|removed|rul(?:es|ed) out|off the market|"
        r"excluded|fatal|refused|strange|stands? in the way|(?:helps?|benefits?) (?:the )?(?:least|little)|"
        r"(?:of little|least) (?:useful|effective|helpful|use|benefit)|poor(?:ly)?|"
        r"no (?:clear |established )?(?:role|place)",
    ),
    (Axis.USE, -1, 0.8, False, r"stop(?:s|ped|ping)?|withh[eo]ld(?:ing)?|hold(?:s|ing)?|"
    r"com(?:e|es|ing) off|discontinu\w+|delay(?:ed)?|interrupt\w*|"
    r"(?<!with )caution\w*|"
    r"limited"),
    (
        Axis.CHANGE,
        -1,
        1.0,
        False,
        r"keeps?(?= (?:\S+ ){1,4}away\b)|wards? off|(?:drags?|sends?|takes?)(?= (?:\S+ ){0,4}down\b)",
    ),
    (  # "causes fewer falls" is less, whatever "causes" says by itself
        Axis.CHANGE,
        -1,
        1.0,
        False,
        rf"(?:{_BRINGS}) (?:(?:far|much|slightly|somewhat|significantly|clearly|the|a) )*(?:fewer|less|lower|lesser|"
        r"smaller|reduced|decreased|least|fewest|lowest)",
    ),
    (Axis.CHANGE, 0, 1.0, False, rf"(?:{_BRINGS}) (?:no|neither|hardly any)"),
    *(
        (Axis.CHANGE, sign, 0.9, False, rf"(?:linked|associated)(?: (?:both|also))? with (?:an? )?(?:{words})")
        for sign, words in (
            (1, "more|higher|greater|increased|excess|raised"),
            (-1, "less|fewer|lower|reduced|decreased|smaller"),
        )
    ),
    (
        Axis.CHANGE,
        1,
        1.0,
        False,
        r"rais(?:es?|ed|ing)|ris(?:es?|ing)|rose|increas\w+|elevat\w+|higher|speeds?(?: up)?|accelerat\w+|"
        r"enhanc\w+|promot\w+|"
        r"boost\w*|prolong\w*|stretch(?:es|ed|ing)?|lengthen\w*|widen\w*|precipitat\w+|provok\w+|trigger(?:s|ed|ing)|induc(?:e|es|ed|ing)|caus(?:es?|ed|"
        r"ing)|leads? to|"
        r"results? in|"
        r"more (?:frequent|often|likely|common|pronounced|obvious|visible|marked|apparent|noticeable)|"
        r"sets? off|setting off|bring(?:s|ing)? on|spark(?:s|ed)?|"
        r"stimulat\w+|tripled|doubled|new or worse|threatens?|"
        r"excess of|retains?|keeps|gains?|(?:brings?|pushe?s?|drives?|sends?|puts?)(?= (?:\S+ ){0,4}up\b)",
    ),
    (Axis.CHANGE, 2, 1.0, False, r"improv\w+|better"),  # by what: see direction
    (Axis.CHANGE, -2, 1.0, False, r"worse(?:n|ns|ned|ning)?"),
    (
        Axis.CHANGE,
        -1,
        1.0,
        False,
        r"low(?:ers?|ered|ering)|reduc\w+|decreas\w+|falls?|fell|fallen|cuts?|diminish\w*|lessen\w*|impair\w*|"
        r"slow(?:s|ed|er|ing)?|"
        r"delay(?:s|ed|ing)?|suppress\w+|inhibit(?:s|ed|ing)?|blocks|blocked|blocking|prevent(?:s|ed|ing|ion)?|protect\w*|shorten\w*|"
        r"weaken\w*|cur(?:es?|ed|ing)|"
        r"less (?:frequent|often|likely|common|pronounced|obvious|visible|marked|apparent|noticeable)|"
        r"mask(?:s|ed|ing)?|conceal\w*|hid(?:es?|den|ing)|obscur\w+|blunt(?:s|ed|ing)|"
        r"wastes?|halv\w+|guards? against|spar(?:es?|ed|ing)|"
        r"(?:brings?|pulls?|drives?|pushe?s?)(?= (?:\S+ ){0,4}down\b)",
    ),
    (Axis.CHANGE, 0, 1.0, False, r"(?:no|without) (?:significant |clear )?(?:effect|change|influence|"
    r"difference)|unchanged|unaffected"),
    (Axis.CHANGE, 3, 0.9, False, r"chang(?:es?|ed|ing)|affects?|affected|influenc\w+|interact\w*|alter(?:s|"
    r"ed)?"),  # either way
)  # fmt: skip
_CUES = tuple(
    (axis, sign, strength, exclusive, re.compile(rf"(?<![\w-])(?:{pattern})(?![\w])", re.I))
    for axis, sign, strength, exclusive, pattern in _PREDICATES
)
_NEGATOR = re.compile(
    r"\b(?:not|never|no|neither|nor|cannot|can't|don't|doesn't|didn't|isn't|aren't|shouldn't|mustn't|without|"
    r"lack(?:s|ed|ing)?|"
    r"failed|fails?|unlikely to|insufficient evidence|little|hardly|no longer|(?:nothing|none))\b",
    re.I,
)
_NO_NEGATION = re.compile(
    r"\b(?:not only|no longer than|no (?:more|later|less|fewer) than|whether or not|not just)\b", re.I
)
_REACH = 6  # words over which a negation holds
_NOUNS_ONLY = re.compile(r"\b(?:without|lack\w*|little|hardly)$", re.I)  # these reach over two words
_FRAME = re.compile(r"should|must|needs?|suggest(?:s|ed)?|consider(?:s|ed)?", re.I)
_ADVISING = re.compile(r"advis(?:es|ed)|recommend(?:s|ed)|suggest(?:s|ed)", re.I)  # "advised stopping it"
_UNLESS = re.compile(r"\bunless\b[^,;.]*", re.I)
_BARRIER = re.compile(
    r"[;:,()]|\b(?:but|although|unless|except|because|which|who|that|if|when|until|whereas|while)\b", re.I
)
# What follows these is a condition or describes who is meant; it says nothing for or against.
_ASIDE = re.compile(
    r"\b(?:unless|if not|when not|who (?:have|has)(?: a| no)?|with(?:out)? (?:a |an |any |no |"
    r"known )?(?:\w+[- ])?|no (?:absolute )?|"
    r"(?:if|when|where) (?:[^\s,;]+ ){1,4}(?:is|are)|"
    r"despite|until|(?:fails|failed) or (?:is|are)|or(?: not tolerated)? or(?: is)?|not tolerated or)\s*$",
    re.I,
)
_EITHER_WAY = re.compile(r"\bfor (?:or|nor|and) against\b", re.I)
_NOT_YET = re.compile(  # "not yet treated with X": says who is meant
    r"\bnot (?:yet|previously) (?:been )?(?:treated|taking|receiving|given|tested|started)\b", re.I
)
# "If X does not start a diuresis, …", "… if a spacer cannot be used": what is not so is a condition.
_IF = re.compile(
    r"^\W*(?:where|once)\b[^,;]*,|\b(?:if|when|unless|in case|provided|check(?:ed|ing)? that)\b[^,;()]*", re.I
)
_NOT_CHOSEN = re.compile(r"\b(?:rather than|instead of) (?:to be |being |to )?$", re.I)
_DESCRIBED = re.compile(r"^(?:contra-?indicat|benefit|effective|available|tolerated|suitable)", re.I)
_REVERSED = re.compile(  # "instead of X": said for the one, against the other
    r"\b(?:instead of|rather than|in place of|ahead of|preferred (?:to|over)|prefers? \w+ to|first,? not|without|"
    r"(?<!for or )against|"
    r"over|than)"
    r"(?: (?:an?|the|any|routine|systemic|oral|intravenous|direct))*\s*$",
    re.I,
)


@lru_cache(maxsize=4_000)  # one sentence is asked for several times
def cues(text: str) -> tuple[Cue, ...]:
    """All cues in ``text``, in order, negations counted in: "not recommended" is against."""
    found: list[Cue] = []
    taken: list[tuple[int, int]] = [match.span() for match in _UNLESS.finditer(text)]
    taken += [match.span() for pattern in (_NOT_YET, _EITHER_WAY) for match in pattern.finditer(text)]
    unmet = [match.span() for match in _IF.finditer(text) if _NEGATOR.search(match.group())]
    taken += unmet
    for axis, sign, strength, exclusive, pattern in _CUES:
        for match in pattern.finditer(text):
            outside = taken if axis is Axis.USE else unmet
            if any(start < match.end() and match.start() < end for start, end in outside):
                continue
            before = text[: match.start()]
            if axis is Axis.USE and _NOT_CHOSEN.search(before):
                continue  # "rather than delayed": what is not done
            aside = _DESCRIBED.match(match.group()) and _ASIDE.search(before)
            if aside and not re.search(r"\bno (?:absolute )?$", before, re.I):
                continue
            taken.append(match.span())
            cue = Cue(axis, sign, match.start(), match.end(), strength, exclusive and axis is Axis.USE)
            found.append(_with_negation(cue, before) if _negated(before) else cue)
    found.sort(key=lambda cue: (cue.start, -cue.strength))
    return tuple(cue for cue in found if not _frames(cue, found, text))


def _frames(cue: Cue, found: list[Cue], text: str) -> bool:
    """Whether a cue only carries the next one: "should be avoided" says "avoided"."""
    if _ADVISING.fullmatch(text[cue.start : cue.end]) and any(
        other.sign < 0 and other.axis is Axis.USE and other.start == cue.end + 1 for other in found
    ):
        return True
    if cue.axis is not Axis.USE or not _FRAME.fullmatch(text[cue.start : cue.end]):
        return False
    return any(0 < other.start - cue.end <= 30 and not _BARRIER.search(text[cue.end : other.start]) for other in found)


def _with_negation(cue: Cue, before: str) -> Cue:
    """What a cue says that is negated in the text ``before`` it: of use the contrary, of more and less nothing."""
    if cue.axis is not Axis.USE:
        return replace(cue, sign=0)
    # "is not given" is weaker than "is contraindicated", yet more than "is given"
    strength = 1.0 if re.search(r"\bmust\b[^,;]{0,20}$", before, re.I) else cue.strength
    strength = min(1.0, strength + 0.15) if cue.sign > 0 else strength * 0.8
    return replace(cue, sign=-cue.sign, strength=strength, exclusive=False)


def _negated(before: str) -> bool:
    """Whether a negation reaches to the end of ``before``."""
    ends = [match.end() for match in _BARRIER.finditer(before)]
    clause = _NO_NEGATION.sub(" ", before[ends[-1] if ends else 0 :])
    negators = [match.end() for match in _NEGATOR.finditer(clause)]
    if not negators:
        return False
    reach = 2 if _NOUNS_ONLY.search(clause[: negators[-1]]) else _REACH
    return len(clause[negators[-1] :].split()) <= reach


def turned(before: str) -> bool:
    """Whether what follows ``before`` is what is not chosen ("instead of …", "rather than …")."""
    return _REVERSED.search(before) is not None
