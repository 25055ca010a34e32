"""How an illness is treated."""

from __future__ import annotations

import re

from service.sentences.bare.ask import ILLNESSES, Ask
from service.sentences.bare.reading.illness import OWN_NEAR, aims_elsewhere, is_of_it, signed
from service.sentences.bare.reading.said import Said
from service.sentences.bare.reading.signs import OTHER, SUBJECT
from service.sentences.plainly_told import advises_against, is_hollow, is_item_of_score, tells_a_finding

_ASKED = re.compile(
    r"\bhow (?:is|are|do|does|would|should|can|to) (?=.*\b(?:treat|manag))|"
    r"\b(?:treatments?|treat(?:ed|ing|s)?|managements?|manag(?:e|ed|ing)|therap(?:y|ies)|cures?|cured)\b"
    r"(?: (?:options?|plans?|strateg(?:y|ies)|guidelines?|approach|algorithm))?|\b[TRMtrm]x\b(?: (?:options?|plan))?|"
    r"\bwhat (?:do (?:i|you|we)|to) (?:do|give|use) (?:for|in|about)\b|\bwhat (?:is (?:given|used|done)|helps) (?:for|in|with)\b|"
    r"\b(?:drugs?|medications?|medicines?) (?:for|(?:(?:are|is) )?(?:used|given) (?:for|in|to treat))\b|\bget rid of\b",
    re.I,
)
_TREATED = r"(?:treated|managed|handled|relieved|corrected|controlled|reversed|cured|anticoagulated)"
_TREATMENT = r"(?<![\w-])(?:treatments?|management|therap(?:y|ies)|treating|managing|regimens?|cures?)"
_DONE = (
    r"(?:used|recommended|indicated|given|licen[sc]ed|effective|approved|suggested|preferred|considered|offered|started|"
    r"prescribed|advised|helpful|reserved|kept|added|begun|needed|required|chosen|directed)"
)
_GIVES = (
    r"(?<!who )(?:treats|gives|offers|recommends?|suggests?|advises|prefers?|starts|puts|names|considers|reserves|uses)"
)
_CHOICE = (
    r"(?:drugs?|agents?|medicines?|options?|mainstay|first[- ](?:line|choice)(?: [\w-]+){0,3}|(?:of )?choice|cornerstone|vasopressors?|"
    r"antidotes?|standard of care)"
)
_IS = r"\b(?:is|are|be|been)(?: \w+){0,3}?"
_PERSONS = r"(?:(?:patients|people|adults|anyone|those|women|men) with )?"
_TREATED_ITSELF = rf"^{_PERSONS}(?:(?!(?:in|of|for|with)\b)[\w’'-]+ ){{0,5}}(?:(?:episode|attack|case|form)s? of (?:\w+ )?)?(?:{OTHER},? (?:and|or) )?{SUBJECT}(?:, or [^,;]{{3,50}},)?[^.;,{OTHER}]{{0,90}}{_IS} {_TREATED}\b"
_IS_TREATED = re.compile(_TREATED_ITSELF, re.I)
# Of the illness as a whole, or what comes first in it.
_WHOLE = re.compile(
    rf"{_TREATED_ITSELF}|"
    rf"(?:{_TREATMENT} (?:of|for|in)|\b(?:treating|managing)) {OWN_NEAR}(?:(?!, the\b)[^;]){{0,120}}?\b(?:is|are|rests?|uses|covers|relies|combines|starts?|begins?|consists?|aims?|includes?|addresses|depends|comprises?)\b|"
    rf"\b(?:is|are|remains?|as|names?)\b[^;]*\b(?:{_TREATMENT}|{_CHOICE})\b[^.;,]{{0,40}}?\b(?:for|in|of|to treat|to relieve) {OWN_NEAR}|"
    rf"\b{_GIVES}\b[^;]{{0,120}}\bfirst\b(?! (?:[\w-]+ )?{SUBJECT})[^;]{{0,60}}{SUBJECT}|{SUBJECT}[^.;]{{0,160}}\b(?:first[- ](?:line|choice)|treated first|of choice|mainstay)\b|"
    rf"\bfirst[- ](?:line|choice)\b[^.;]{{0,80}}\b(?:for|in|of) {OWN_NEAR}",
    re.I,
)
# That something comes first.
_FIRST = re.compile(
    r"\bfirst[- ](?:(?:and \w+ )+\w+ )?(?:line|choice|treatments?|drugs?|medicines?|antibiotics?|options?|treated|managed|regimens?)\b(?! doses?)|"
    r"\b(?:treated|managed|given|used|offered) (?:\w+ )?first\b(?! \d)|\b(?:puts?|starts?|places?) (?:(?!with\b)[\w-]+ ){0,4}first\b(?! \d)|\bmainstay\b|\bof choice\b|"
    r"\bis the first \w+ (?:in|for|of)\b|\bpreferred\b(?! to\b)|\bprefers?\b|\b(?:initial|first) (?:\w+ ){0,3}(?:treatments?|therapy|drugs?|regimens?|antibiotics?|management)\b|\bstandard (?:treatment|therapy|regimen|care) (?:of|for|in|is)\b",
    re.I,
)
# A part of the treatment: what is given in it, by whom, when it comes, or what helps.
_PART = re.compile(
    rf"^(?:for|in|with|during)\b[^;]{{0,70}}{SUBJECT}[^;]{{0,160}}?(?:{_IS} (?:{_DONE}|{_TREATED})|\b{_GIVES}|"
    r"\b(?:is|are) the [^.;,]{0,40}\b(?:choice|relievers?|drugs?|treatments?|agents?|regimens?)|\btreatment with [^.;,]{3,40} (?:is|starts))\b|"
    rf""
    rf"{_IS} {_DONE}\b(?! (?:before|after|when|until|while))[^.;,]{{0,60}}?\b(?:for|in|to|to treat|to relieve|as) {OWN_NEAR}|"
    rf"^(?:start|give|use|combine|protect|treat|begin|offer|consider|add|infuse|inject|admit)\b[^.;]{{0,100}}?\b(?:in|for|as soon as|when|to treat|with) {OWN_NEAR}|"
    rf"^(?:treat|relieve|correct|manage|control) {OWN_NEAR}|"
    rf"\bhelps? (?:with|against|in|for|to treat) {OWN_NEAR}|"
    rf"\b(?:guidelines?|guidance|reviews?|recommendations|consensus) (?:on|of|for) {OWN_NEAR}[^.;,]{{0,40}} {_GIVES}\b|"
    rf"{_TREATMENT} [^.;,]{{0,60}}\b(?:reverses?|resolves?|relieves?|improves?|cures?) {OWN_NEAR}|"
    rf"{SUBJECT}[^.;]{{0,80}}\b(?:is|are|be) (?:\w+ )?considered for|{SUBJECT}[^.;]{{0,80}}\bare\b[^.;]{{0,60}}\b{_TREATED} (?:by|with)\b|"
    rf"{SUBJECT}(?: [\w-]+){{0,6}}? (?:receives?|gets?|is given|are given)\b|{SUBJECT} is an? [^.;]{{0,40}}\bemergency, and [^.;,]{{3,40}} (?:is|are) given\b|"
    rf"{SUBJECT}(?: [\w-]+){{0,2}}? (?:calls for|needs?|requires?|responds? to|warrants?)\b(?![^.;]*(?:at least|exclusion))|"
    rf"\b{_GIVES}\b[^;]{{0,120}}?\b(?:for|in|to|to treat|as treatment of) {OWN_NEAR}|\b(?:treats?|relieves?|cures?) {OWN_NEAR}|"
    rf"{SUBJECT}(?: (?!which|that|who)[\w-]+){{0,8}}? (?:is|are|be)(?: \w+){{0,3}}? {_TREATED}\b",
    re.I,
)
_DOSE = re.compile(
    rf"^(?:(?:in|according to) [^,;{SUBJECT}{OTHER}]{{3,60}}, )?[\w-]+(?: [\w-]+){{0,5}} (?:for|(?P<in>in)) {OWN_NEAR}"
    rf"(?:(?!\b(?:is|are|starts?|runs?)\b)[^.;]){{0,120}}\b(?:is|are|starts?|runs?)\b(?! (?:\w+ )?(?:raised|increased|lowered|reduced|changed))",
    re.I,
)
_ON_TREATMENT = re.compile(r"^(?:treatment|management|therapy|what helps)\b|: (?:treatment|management)$", re.I)
_ACTS = re.compile(
    rf"{_IS} (?:{_DONE}|{_TREATED})\b|\b{_GIVES}\b|\b(?:helps?|cures?|treats?|treatment|medicines?|pills)\b|^(?:eat|take|use|keep|drink|lose|rest|try)\b",
    re.I,
)
# What is done to find it out.
_TESTS = re.compile(
    r"^[^.;,]{0,70}\b(?:tests?|imaging|biops\w+|measured|checked|ultrasound|CT|MRI|electrocardiograms?|ECGs?|investigation|cut-?off|markers?|diagnosis|findings|risk factors?|red flags?|signs|features)\b|"
    r"\b(?:to (?:look for|exclude|confirm|rule out|diagnose|detect|find|identify|assess)|diagnosing|excluded|screen\w*|diagnostic|urinalysis|immunoassay|\w+ score)\b",
    re.I,
)
_PREVENTS = re.compile(
    rf"\b(?:prevent\w*|protect\w* (?:against|from))\b (?:(?!(?:in|with|among|from)\b)[\w-]+ ){{0,5}}{SUBJECT}|\bagainst (?:an? )?(?:first |new )?(?:[\w-]+ )?{SUBJECT}|prophyla|^prevent",
    re.I,
)
_NOT_TREATED = re.compile(
    rf"^(?:[\w-]+ ){{0,3}}{SUBJECT}[^.;,]{{0,40}}\b(?:should |is |are |need )(?:not|rarely|seldom) (?:be )?(?:\w+ ){{0,4}}?{_TREATED}",
    re.I,
)
# What is not given, is stopped, or counts in a score.
_NOT_GIVEN = re.compile(
    r"^(?:not all|avoid|without (?:\w+ )?treatment|watch|see (?:a|your) doctor|get (?:\w+ )?help|call)\b|\bis (?:watched|monitored)\b|"
    r"^[^,;]{0,120}\b(?:stop(?:s|ped|ping)?|withh[eo]ld\w*|discontinu\w+|interrupt\w*|contra-?indicat\w+|cautio\w+|"
    r"(?:not|never) be)\b|^.{0,160}\b(?:should|must) not be\b|\bfor stopping\b|\bpoints? each\b|\bscore gives\b|\bbecome pregnant\b|\bnot (?:among|indicated)\b|\bno clear\b|\bstrongly suggests\b|\bsuggested not\b|\bnot to be\b|\blikely to take\b|\bnever been\b|"
    r"\b\d+(?:\.\d+)? ?% of|\bbetween about\b",
    re.I,
)
_AROUND_IT = re.compile(
    rf"\b(?:during|after|before|without|despite|since|response to|failure of) (?:the |any )?(?:\w+ )?{_TREATMENT} (?:of|for) {OWN_NEAR}",
    re.I,
)
_OF_ANOTHER = re.compile(rf"({SUBJECT}) (?:in|of)(?: [\w-]+){{0,4}} {OTHER}", re.I)  # "ascites in cirrhosis" is ascites
_NOT_ON_TREATMENT = re.compile(
    r"^(?:what it is|when to|what to watch|diagnosis|definition|presentation|mechanism|evidence|prognosis|causes)\b",
    re.I,
)
# The illness together with another, from the first words on.
_TWO = re.compile(
    rf"^(?:in|with)\b[^,;]*(?:{SUBJECT}[^,;]* (?:with|and) [^,;]*{OTHER}|{OTHER}[^,;]* (?:with|and) [^,;]*{SUBJECT})|"
    rf"^(?:an? |the )?(?:child|children|adults?|patients?|people|women|men) with [^,;.]*(?:{SUBJECT} and [^,;.]*{OTHER}|{OTHER} and [^,;.]*{SUBJECT})|"
    rf"^for\b[^,;]*(?:{SUBJECT} (?:with|and) [^,;]*{OTHER})",
    re.I,
)
_WITH = re.compile(rf"{SUBJECT} (?:with|who|that|which|when|if|after|treated|above|below|of)\b", re.I)
_WITHOUT = re.compile(rf"\b(?:without|outside|except|not)\b[^.;,]{{0,30}}{OTHER}", re.I)
_FEWER = (0, 4, 6)  # what a sentence loses by being on fewer in so many ways
_HARDLY = re.compile(r"\bcannot be cured\b", re.I)
_ATTACK = re.compile(r"\b(?:attacks?|exacerbations?|cris[ie]s|storm|flares?)\b", re.I)
_FOR_SOME = re.compile(
    rf"\b(?:for|in) (?:\w+ )?(?:outpatients|inpatients|patients|people|adults|women|men|children) (?:with|without|who)\b(?! (?:[\w-]+ ){{0,4}}{SUBJECT})",
    re.I,
)
_LATER = re.compile(
    r"\b(?:chang(?:e|es|ed|ing)|switch\w*|lasts?|who need|continu\w+|adds?|added|adding|intensif\w+|after|second[- ]line|only (?:if|when|where|in)|"
    r"alternative|preferred to|rather than|refractory|resistant|equivalent)\b",
    re.I,
)
_IN_ANOTHER = re.compile(rf"{SUBJECT}[^.;]{{0,60}}{OTHER}|{OTHER}[^.;]{{0,60}}{SUBJECT}")


_AT_RISK = re.compile(rf"\brisk (?:of|for) {OWN_NEAR}", re.I)  # who may come to have it is not treated for it
_TREATED_AS = re.compile(r"\btreated as\b", re.I)
_ON_DOSES = re.compile(r"^(?:dos|treatment|management|therapy)", re.I)
NOT_HOW = re.compile(
    r"\bhow (?:long|much|many|often|soon|common|well|effective)\b|\b(?:when|why|who|whom|where)\b", re.I
)


def names_first(said: Said) -> bool:
    """Whether a sentence says in so many words what comes first."""
    return _FIRST.search(said.text) is not None


def _gives_dose(said: Said, text: str) -> bool:
    found = _DOSE.search(text)
    if found is None or not said.names:
        return False
    if not (any(end <= said.names[0][0] for _, end in said.drugs) or _ON_DOSES.search(said.heading)):
        return False
    return said.on_it or found["in"] is None


def tells_treatment(said: Said) -> bool:
    """Whether a sentence says how the illness is treated."""
    if not is_of_it(said) or is_hollow(_TREATED_AS.sub("", said.text)) or is_item_of_score(said.text):
        return False
    text = _OF_ANOTHER.sub(r"\1", _AROUND_IT.sub("", _TREATED_AS.sub("seen as", _AT_RISK.sub("at risk", signed(said)))))
    if _NOT_TREATED.search(text):
        return True
    if _NOT_GIVEN.search(text) or _PREVENTS.search(text) or advises_against(said.text):
        return False
    if _TESTS.search(text) and not _IS_TREATED.search(text):
        return False
    if aims_elsewhere(text) or (_TWO.search(text) and not said.on_it):
        return False
    if said.fewer > 1 and not (said.on_it or _IS_TREATED.search(text)):
        return False
    if _WHOLE.search(text):
        return True
    if tells_a_finding(said.text) or (not said.drugs and _NOT_ON_TREATMENT.search(said.heading)):
        return False
    if _PART.search(text) or _gives_dose(said, text):
        return True
    return said.on_it and bool(_ON_TREATMENT.search(said.heading)) and OTHER not in text and bool(_ACTS.search(text))


def order(said: Said) -> int:
    """The whole before a part, and before what is for fewer; what says of it what comes first before all others."""
    text = _OF_ANOTHER.sub(r"\1", signed(said))
    whole = _WHOLE.search(text) is not None
    in_another = not said.on_it and _IN_ANOTHER.search(_WITHOUT.sub("", signed(said))) is not None
    ways = ((_FOR_SOME, 3), (_HARDLY, 3), (_LATER, 2), (_WITH, 1))
    less = _FEWER[min(2, said.fewer)] + 3 * in_another + sum(n for way, n in ways if way.search(text) is not None)
    less += 2 * (not whole and _ATTACK.search(said.text) is not None)
    return 3 * whole + 2 * said.on_it + 3 * names_first(said) - less


TREATMENT = Ask("treatment", ILLNESSES, _ASKED, tells_treatment, "treatment of {}", order, unless=NOT_HOW)
