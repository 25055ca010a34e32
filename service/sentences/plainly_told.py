"""What a plain question asks of an illness, and whether a sentence says so in its own words: not that it is on the
matter (:mod:`service.sentences.aspects` tells that), but that it is the very statement ("… is treated first with …").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

# What stands first where the first treatment is asked for.
_FIRST = (
    r"\bfirst[- ](?:line|choice|drugs?|treatments?|medicines?|options?)\b|\b(?:treated|managed|given|used) first\b|\bfirst managed\b|"
    r"\bfirst\b[^.;]{0,40}\b(?:regimen|treatment|drug|strategy|vasopressor)\b|\bregimen for\b[^.;]{0,60}\bis\b|\bpreferred\b|\bof choice\b|\bmainstay\b|\binitial (?:\w+ )?(?:treatment|therapy|drug|regimen)\b|"
    r"\b(?:main|standard|usual) (?:way|drug|treat\w+|regimen|therapy)|\bstandard of\b|\bstep (?:one|1)\b|\bprefers? [\w-]+-based\b|\bare pills\b"
)
_TREATED = (
    r"\b(?:is|are) (?:\w+ly )?(?:treated|managed|handled|relieved|anticoagulated|controlled)\b|"
    r"\b(?:treatment|management|treating|therapy) (?:of|for|in)\b[^.;]{0,70}\b(?:is|are|rests|starts|begins|consists|aims|includes|calls)\b|"
    r"\b(?:guideline|guidance|NICE|WHO|review|[A-Z]{3,}(?: \d{4})?) (?:\w+ly )?(?:treats|gives|offers|recommends)\b|"
    r"^(?:for|in)\b[^,]{3,80},[^.;]{3,90}\b(?:starts?|given|used|treated|receives?|gets|offered)\b|\b(?:is|are) (?:\w+ly )?recommended\b(?! to (?:diagnos|confirm|exclude))|\bfor\b[^.;,]{3,60}\bstarts? (?:at|with)\b|\b(?:is|are) the (?:\w+ ){0,2}(?:regimen|treatment|drugs?)\b|\bmedicines? for\b|\bhelps? to (?:lower|treat|relieve|control|ease)\b|\bdrugs? (?:called|may be used)\b"
)


@dataclass(frozen=True, slots=True, eq=False)  # each is one of the table
class Ask:
    """One thing that is asked of an illness: what asks for it, and what says it."""

    name: str
    asked: re.Pattern[str]
    told: re.Pattern[str]
    heads: re.Pattern[str] | None = None  # what heads a section all of which says it


def _ask(name: str, asked: str, told: str, heads: str = "") -> Ask:
    headed = re.compile(heads, re.I) if heads else None
    return Ask(name, re.compile(asked, re.I), re.compile(told, re.I), headed)


# In the order in which they are tried: "complications of the treatment" asks for complications.
_ASKS = (
    _ask(
        "complications",
        r"\bcomplications?\b|\bwhat can go wrong\b|\brisks of\b|\bdangers? of\b",
        r"\b(?:commonest|common|frequent) (?:\w+ )?complications?\b|\bcomplications? (?:include|are)\b|\brisks? (?:of|include)\b|\bincidence\b|\boccur(?:s|red)\b|"
        r"\b(?:can|may) (?:lead|cause|result|damage|harm)\b|\bleads? to\b|\bputs? [^.;]{0,30}at (?:high )?risk\b",
    ),
    _ask(
        "prevention",
        r"\bprevent|\bprophyla|\b(?:lower|reduce) (?:my|the|your) risk\b|\bstop (?:[\w-]+ ){1,3}from\b",
        r"\bprevent|\bprophyla|\bprotect\w* (?:against|from)\b|\bagainst an?\b|\blower(?:s|ing)? (?:the|your|my) (?:risk|chance)|\bless likely\b|\bvaccin|\bstops? [^.;]{0,20}\b(?:attacks?|flares?|recurrence)\b|"
        r"\breduc\w+ (?:the )?risk|\bmodifiable risk factors\b",
        r"^prevention$|^prophylaxis$",
    ),
    _ask(
        "first treatment",
        r"\bfirst[- ]?(?:line|choice)\b|\bdrug of choice\b|\binitial (?:treatment|therapy|management)\b|\bstandard (?:treatment|therapy)\b",
        _FIRST,
    ),
    _ask(
        "causes",
        r"\bcauses?\b|\bcaused\b|\ba?etiology\b|\bwhy\b|\btriggers?\b|\bprecipitat\w+|\b(?:brings?|sets?|bring|set) (?:on|off)\b",
        r"\bcauses? (?:of|are|include|lie)\b|\b(?:several|many|possible|commonest|common) causes\b|\bcaused by\b|\bdue to\b|"
        r"\bresults? from\b|\bcomes? from\b|\brisk factors? for\b|\btriggers? (?:of|for|in)\b|\bprecipitat\w+|\bset off\b|\bbrings? on\b|"
        r"\bunderl(?:ies|ying)\b|\b(?:local|systemic|leading|main) (?:\w+ )?(?:risk factors?|causes?)\b|\bcan (?:each )?lead to\b|"
        r"\bhigher risk of\b|\baccounts? for\b|\barises? from\b|\bcombines\b|\bspreads\b|\bcatch\b|(?<!, )\bbecause\b|\bmore likely\b",
    ),
    _ask(
        "where to",
        r"\brefer(?:s|red|ral)?\b|\badmi(?:t|ts|tted|ssion)\b|\bhospitali[sz]ed?\b",
        r"\b(?:is|are|be) (?:\w+ly )?(?:referred|admitted)\b|\bneeds? (?:\w+ )?(?:specialist|admission|referral)\b|\breferral\b|\bgo directly to\b|"
        r"\bto decide on admission\b|\bcan go home\b|\bmay be managed\b|\bis due\b|\bgoes to\b",
    ),
    _ask(
        "outlook",
        r"\bprognos|\boutlook\b|\bmortality\b|\bsurviv|\blife expectancy\b",
        r"\bmortality\b|\bsurviv|\bprognos|\bd(?:ie|ies|ied)\b|\bdeaths?\b|\bkills\b|\bfatal\b|\blife expectancy\b|\brecurrence\b",
    ),
    _ask(
        "screening",
        r"\bscreen|\bsurveillance\b",
        r"\bscreen|\bsurveillance\b|\bcase finding\b|\btest(?:ed|ing)\b|\bchecked whenever\b",
    ),
    _ask(
        "criteria",
        r"\bcriteria\b|\bcut-?offs?\b|\bdefinition of\b",
        r"(?<!before )(?<!before diagnostic )\bcriteri|\b(?:is|are) (?:\w+ly )?(?:diagnosed|defined|confirmed)\b|\bmeans\b|\bdiagnos(?:es|tic of)\b|\bneeds\b|"
        r"\bhighly likely when\b",
    ),
    _ask(
        "when to suspect",
        r"\bsuspect\b|\bsymptoms?\b|\bsigns? of\b|\bsigns\W*$|\bred flags?\b|\bpresent(?:s|ation)\b",
        r"\b(?:is|are|be) (?:\w+ly )?suspected\b|\bsuspecting\b|\braises? the (?:thought|question|suspicion)|\bsigns? (?:of|can|are)\b|\bcan be (?:a )?signs?\b|\bsymptoms?\b|\bred f(?:lags?|eatures)\b|"
        r"\byou may feel\b|\bshows? (?:itself|lethargy|one)|\bpoints? to\b|\bfeel\b|\bhelps you spot\b|\bmay need to\b",
    ),
    _ask(
        "for whom",
        r"\b(?:who|whom|which patients)\b[^?]{0,20}\b(?:needs?|should|gets?|qualif\w+|benefits?|treated)\b|\bindications?\b|"
        r"\bwhen (?:to|should|do|is|are|must)\b(?![^?]*\b(?:take|taken|measured?|tests?|check\w*|repeat\w*|samples?|bloods?|stop\w*|restart\w*)\b)",
        r"\b(?:is|are|be) (?:\w+ly )?(?:recommended|indicated|offered|considered|for|treated|given)\b|\bshould (?:be|receive|have|enter)\b|"
        r"\b(?:recommends|suggests|offers|considers)\b|\bcan be considered\b|\bcalls? for\b|\brequires?\b",
    ),
    _ask(
        "diagnosis",
        r"(?<!at )(?<!newly )\bdiagnos|\bwork(?:ed)?[- ]?(?:it )?up\b|\b(?:what|which) (?:\w+ )?(?:tests?|imaging|investigations?)\b|"
        r"\bhow (?:is|are|would|do|can) [^?]*\b(?:found|confirmed|detected|know)\b",
        r"\b(?:is|are|be) (?:\w+ly )?(?:diagnosed|confirmed|scored|suspected)\b|\bdefines\b|\bbases the diagnosis\b|\bdiagnosis (?:of|rests)\b|\bdiagnostic\b|\bcriteri|"
        r"\b(?:tests?|work-?up|examination)\b[^.;]{0,60}\b(?:includes?|covers?|are used|is done|shows?|are the first)\b|\bwork-?up (?:of|for|includes|covers)\b|\btests\b[^.;]{0,60}\bare\b|"
        r"\bis (?:checked|measured|done|recorded)\b|\bis used to confirm\b|\bcan usually show\b|\bonly way to know\b|\bcan be diagnosed\b",
    ),
    _ask(
        "treatment",
        r"\btreat|\btherap(?:y|ies)\b|\bmanage|\bmanagement\b|\bget rid of\b|\bcured?\b|\bhow do (?:you|they|i) stop\b",
        f"{_FIRST}|{_TREATED}",
    ),
    _ask("definition", r"^\W*(?:what (?:is|are)\b|what does\b.*\bmean\b|define\b)", r"(?!)"),  # told by how it begins
)
# What is found out is no treatment.
_ON_TESTS = re.compile(
    r"^[^.;,]{0,70}\b(?:tests?|imaging|screening|biops\w+|measured|checked|ultrasound|CT|MRI|angiography|antibod\w+|investigation|cut-?off)\b",
    re.I,
)
OF_TREATMENT = frozenset({"treatment", "first treatment"})
_TREATING = OF_TREATMENT | {"prevention", "for whom"}
# What speaks of treatment and says none: a condition, what leaves out, what went before.
_HOLLOW = re.compile(
    r"\bif (?:it is |they are )?(?:not treated|untreated)\b|\b(?:is|are) not treated\b|\bexcludes\b|\bcan be (?:managed|treated) if\b|"
    r"\bwere treated\b|\btreatment (?:are|is) limited\b|\bonly limited data\b|\btreated as\b|\bas you were told\b|\badded recommendations\b|\breplaces the guideline\b|\bif complications arise\b|\bentered? surveillance\b",
    re.I,
)
_STUDY = re.compile(
    r"\b(?:trials?|cohort|meta-analysis|case-control|randomi[sz]ed|of \d[\d,]* (?:patients|people|adults|children)|(?:hazard|odds|risk) ratio)\b|"
    r"\boccurred in \d|\bP ?[=<] ?0",
    re.I,
)
_ADVISES_AGAINST = re.compile(
    r"\b(?:is|are|be|was|were|has|have) (?:not|no longer)\b|\bnot (?:\w+ )?(?:recommended|given|indicated|advised|routine)|\bdoes not\b|"
    r"\b(?:advis\w+|suggest\w*|recommend\w*) (?:strongly )?against\b|\bno (?:benefit|evidence|specific|routine)\b|\binsufficient\b|"
    r"\bavoided\b|(?<!unless )(?<!if )\bcontra-?indicat|\bremoved\b|\bwithdr[ae]w\w*\b|\bheld back\b|\bdid not\b|\bno demonstrated\b|^no (?:drug|treatment|specific)\b",
    re.I,
)
_SUBORDINATE = re.compile(r",? ?\b(?:if|when|unless|until|where|who|that|which|because)\b[^,;.]*", re.I)
_AGAINST_AT = 160  # characters from its beginning within which a sentence says its main thing
_PREVENTS = re.compile(r"\bprophyla\w+|\bprevent\w*", re.I)
_ANOTHER = re.compile(r"\b(?:in|with|among)\b", re.I)  # "prevent fractures in osteoporosis": another thing is prevented
_PREVENTS_AT = 90  # characters from its beginning within which a sentence says so
_ALSO = re.compile(r"\b(?:can|may|is|are|should|could) also\b|, too\b|^(?:\w+ ){1,6}also (?!used)\w+", re.I)
# What is done about causes is no cause; what is done when signs are seen is no sign.
_SEEKS_CAUSES = re.compile(
    r"\b(?:correct|treat|find|seek|sought|look|exclud|identif|search|assess|remov)\w*\b[^.;]{0,40}\bcauses?\b|\bcauses?\b[^.;]{0,30}\b(?:is|are) "
    r"(?:treated|sought|corrected|excluded|removed)",
    re.I,
)
_BRINGS_ABOUT = re.compile(
    r"\bcauses (?!(?:of|are|include|lie)\b)|\b(?:can|may|could|to|often|rarely) cause\b|\bbrings? on\b|\bleads? to\b|\bresults? in\b",
    re.I,
)
_OF_WHAT = re.compile(r"\b(?:causes?|complications?|triggers?|risk factors?|risks?) (?:of|for)$", re.I)
_NEAR = 30  # characters behind that within which it is named of what
_ORDERS = re.compile(r"^(?:call|do not|don't|get|see|go|tell|ask|note|sit)\b", re.I)
_ITEM_OF_SCORE = re.compile(
    r"\b(?:gives?|adds?|subtracts?|scores?|counts?) (?:\w+ )?\d* ?points?\b|\bin the [\w ]{2,30}score\b", re.I
)
_NAME_AT = 12  # characters from its beginning within which a definition names what it defines
_IN_IT = re.compile(r"In an? ", re.I)
_IS = re.compile(
    r"\s*(?:, or [^,]{2,40},|(?:\([^)]*\)\s*)*(?:,[^,]{3,60},\s*)?"
    r"(?:(?:is|are) (?:\w+ )?(?:an?|the|one|what|any)\b|(?:is|are) when\b|means?\b|covers\b|refers\b|"
    r"(?:happens|occurs) when\b|makes\b))",
    re.I,
)


def asked_of(question: str) -> Ask | None:
    """What a question asks of an illness; None where it asks nothing of these."""
    return next((ask for ask in _ASKS if ask.asked.search(question)), None)


def is_told(ask: Ask, text: str, heading: str = "") -> bool:
    """Whether a sentence says it in its own words, or stands in a section of nothing else."""
    if ask.name in _TREATING and (is_hollow(text) or advises_against(text)):
        return False
    if ask.name in OF_TREATMENT and _ON_TESTS.match(text):
        return False
    if ask.name == "causes" and seeks_causes(text):
        return False
    if ask.name == "when to suspect" and _ORDERS.match(text):
        return False
    return ask.told.search(text) is not None or _is_headed(ask, heading)


def _is_headed(ask: Ask, heading: str) -> bool:
    return ask.heads is not None and ask.heads.search(heading.rsplit(" › ")[-1].strip()) is not None


def is_told_of(ask: Ask, text: str, names: Sequence[tuple[int, int]], heading: str) -> bool:
    """Whether a sentence says it of what stands at ``names``: causes of that, not of another illness."""
    if not is_told(ask, text, heading):
        return False
    return _is_headed(ask, heading) or any(
        _OF_WHAT.search(match[0]) is None or any(0 <= start - match.end() <= _NEAR for start, _ in names)
        for match in ask.told.finditer(text)
    )


def is_item_of_score(text: str) -> bool:
    """Whether a sentence says what an item of a score counts."""
    return _ITEM_OF_SCORE.search(text) is not None


def asks_what_is_done(ask: Ask) -> bool:
    """Whether it is asked what is done: to treat, to prevent, or for whom."""
    return ask.name in _TREATING


def is_hollow(text: str) -> bool:
    """Whether a sentence speaks of treatment or complications without saying what they are."""
    return _HOLLOW.search(text) is not None


def advises_against(text: str) -> bool:
    """Whether the first thing that a sentence says is what is not done."""
    return _ADVISES_AGAINST.search(_SUBORDINATE.sub(" ", text)[:_AGAINST_AT]) is not None


def tells_a_finding(text: str) -> bool:
    """Whether a sentence tells in its own words what a study found, whatever its source is: no guideline says that."""
    return _STUDY.search(text) is not None


def is_on_prevention(text: str, names: Sequence[tuple[int, int]]) -> bool:
    """Whether the first thing that a sentence speaks of is how that is prevented which stands at ``names``: not what
    the treatment of it prevents.
    """
    found = _PREVENTS.search(text[:_PREVENTS_AT])
    if found is None:
        return False
    if found[0].casefold().startswith("prophyla"):
        return True
    return any(
        found.end() <= start <= found.end() + _NEAR and not _ANOTHER.search(text[found.end() : start])
        for start, _ in names
    )


def goes_on(text: str) -> bool:
    """Whether a sentence adds to something said before it ("can also be signs")."""
    return _ALSO.search(text) is not None


def defines(text: str, name: tuple[int, int]) -> bool:
    """Whether a sentence begins with a name, from and to these characters, and says what that is: "X is a …", "In an X,
    a doctor takes …".
    """
    before, behind = text[: name[0]], text[name[1] :]
    if _IN_IT.fullmatch(before):
        return behind.startswith(",")
    return len(before) <= _NAME_AT and _IS.match(behind) is not None


def seeks_causes(text: str) -> bool:
    """Whether a sentence says what is done about causes, not what they are."""
    return _SEEKS_CAUSES.search(text) is not None


def tells_effects(text: str, names: Sequence[tuple[int, int]]) -> bool:
    """Whether a sentence tells what something brings about, and not what brings it about: all its names, from and to
    these characters, stand before the verb.
    """
    verb = _BRINGS_ABOUT.search(text)
    return verb is not None and bool(names) and all(end <= verb.start() for _, end in names)
