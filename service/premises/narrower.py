"""Whether a sentence that speaks against a claim does so of fewer people than the claim is about, or of another thing.

"In atrial fibrillation with Child-Pugh B disease, X is contraindicated" says nothing against X in atrial fibrillation.
What is denied in A, B and C is denied in each; what stands before the denial, or follows after "with", holds at once.
"""

from __future__ import annotations

import re

from corpus.glossary import Glossary, Mention
from corpus.text import STOPWORDS, terms
from service.premises.claims import Claim
from service.premises.cues import Axis
from service.premises.occurrences import occurrences
from service.premises.stance import Stance
from service.sentences.candidates import Candidate
from service.sentences.populations import asked_about

_WHO = re.compile(
    r"(?:\b(?:in|with|during|among|under|of|having|on|has|have|without|by|for|after|before)|(?<=\w)[-,])\s+(?:[\w'’≥≤<>-]+\s+){0,3}$",
    re.I,
)  # before a condition: whom it is about
_WHO_ARE = re.compile(
    r"\b(?:patients|people|adults|women|men|children|infants|those|anyone|recipients)\b[^,;]{0,60}?\bwho\s+"
    r"(?P<what>[^,;]{3,60}?)(?=\s(?:receives?|gets?|are|is|should|may|can|must|needs?)\b|[,;]|$)",
    re.I,
)
_AFTER = re.compile(r"\b(?:after|before|during|for)\s+(?:[\w'’-]+\s+){0,3}$", re.I)  # an operation
_IN = re.compile(r"\b(?:in|during|among|for)\b[^;:]*$", re.I)
_TOGETHER = re.compile(r"\b(?:with|and also|who (?:also )?have|complicated by)\s+(?:[\w'’-]+\s+){0,3}$", re.I)
_NEXT_ITEM = re.compile(r"\band\s\w+ing\s", re.I)
_DONE = re.compile(r"(?:ed|en|ing|ly)\s$", re.I)  # "stopped without": says how, not of whom
_ABSENCE = frozenset(terms("without has have free any known active"))
_NEXT_CLAUSE = re.compile(r"[,;]\s(?:and|but|while|whereas)\s(?:in|for|with|during|after|when|if)\s", re.I)
# What a question says is absent is not what it asks about: "in Y without Z".
_ABSENT = re.compile(
    r"\b(?:(?:who|have|has)(?: have| has)? never(?: had)?|never had|without|"
    r"(?<!whether or )(?:has|have|with|and|but|there is) no|free (?:of|from))\s[^,;:?.]+",
    re.I,
)
_REASON = re.compile(
    r"\b(?:because|since|as it|so that|to (?:prevent|treat|lower|reduce|avoid)|(?:lower|reduce|prevent|rais|increas|"
    r"caus|worsen)\w*|risks? of|rates? of|due to|owing to)\b[^;]*$",
    re.I,
)
KIND = re.compile(
    r"\b(?:Child-Pugh|type|grade|stage|class|genotype|phase|CKD|NYHA)(?: class| stage)?\s+(?P<kind>\w{1,4})\b", re.I
)
_GRADES = re.compile(r"\bChild(?:-Pugh)?(?: class)? (?P<kinds>(?-i:[ABC])(?:(?:,| and| or)+ (?-i:[ABC])\b)*)", re.I)
_SUBORDINATE = re.compile(r"\b(?:after|before|when|until|once|if|while|unless)\s+(?:[\w-]+\s+){0,2}$", re.I)
_AGAINST = re.compile(r"\bagainst$", re.I)
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been)\s+(?:\w+ly\s+)?$", re.I)
_VERBAL = re.compile(r"\w+(?:ed|s|ly|ing)$", re.I)
_PASSIVELY = re.compile(r"\b(?:is|are|was|were|be|been)\s(?:not |no longer |never |\w+ly )*$", re.I)
_NONE_FOR = re.compile(r"no (?:clear |established )?(?:role|place) for\b", re.I)
_PROTECTS = re.compile(r"protect|prevent", re.I)
_NAMED_STUDY = re.compile(r"\b[A-Z]{5,}(?:[ -][IV0-9]+)?\b")  # "CONFIRM": whom it was on is known with its name
_TO = re.compile(r"^\s+to (?P<verb>[a-z]+)\b", re.I)
_LEFT_OUT = re.compile(r"exclud|removed|withdr", re.I)
_STUDY = re.compile(r"\b(?:trials?|stud(?:y|ies)|cohort)\b", re.I)
_APPROVED = re.compile(r"\b(?:approved|licensed|authori[sz]ed)\b", re.I)
_UNAPPROVED = re.compile(r"\b(?:authori[sz]ation|licen[cs]e|approval)$", re.I)
_LEADING = re.compile(r"^(?:in|for|with|without|during|after|before|at|under|among|on)\b[^,]*,", re.I)
_LIST_OVER = re.compile(r"^\s?\),")  # "A (x and y), and B is …": B begins a clause
_LIST = re.compile(r"^[\s,()]*(?:and|or|nor|as well as)?[\s,]*(?:an? |the |other )*$", re.I)


def beside(claim: Claim, stance: Stance, asked: str, glossary: Glossary) -> bool:
    """Whether ``stance``, which points the other way than ``claim``, is beside it: of fewer people than the question
    ``asked`` means, or of another drug or procedure.
    """
    if stance.cue is None:
        return False
    return (
        _of_the_absent(stance, asked)
        or _of_fewer(claim, stance, asked, glossary)
        or _of_another(claim, stance, glossary)
        or _of_its_kin(claim, stance, glossary)
        or _named_in_passing(stance)
        or _of_its_subject(claim, stance)
        or _for_another_purpose(claim, stance)
        or _no_advice(claim, stance)
        or _of_a_compound(claim, stance.part)
    )


def _of_the_absent(stance: Stance, asked: str) -> bool:
    """Whether a sentence speaks of what the question says is absent: "in Y with Z" of "in Y without Z"."""
    described = [m for m in _ABSENT.finditer(asked) if not _DONE.search(asked[: m.start()])]
    absent = {term for match in described for term in terms(match.group())} - STOPWORDS - _ABSENCE
    text = stance.candidate.text
    return bool(absent & (frozenset(terms(_ABSENT.sub(" ", text)))))


def _of_fewer(claim: Claim, stance: Stance, asked: str, glossary: Glossary) -> bool:
    if stance.cue is None or (claim.universal and claim.sign > 0):
        return False  # said of all: one exception is enough
    if claim.sign and set(_NAMED_STUDY.findall(claim.text)) & set(_NAMED_STUDY.findall(stance.candidate.text)):
        return False
    at = stance.candidate.text.find(stance.part) + stance.cue.start
    return for_fewer(stance.candidate, at, asked, glossary, behind=True)


def for_fewer(candidate: Candidate, at: int, asked: str, glossary: Glossary, behind: bool = False) -> bool:
    """Whether what a sentence says from the character ``at`` on holds for fewer people than the question ``asked``
    means: before that it names a group, a stage or a condition that neither the question nor its own headings do;
    ``behind``: or lists, after it, only conditions that they do not name.
    """
    text = candidate.text
    asked = _ABSENT.sub(" ", asked)
    told = frozenset(terms(asked)) | candidate.context_terms
    groups = asked_about(asked)
    if any(group not in groups and not group.named_in(candidate.context_terms) for group in asked_about(text[:at])):
        return True
    kinds = {match["kind"].casefold() for match in KIND.finditer(text[:at])}
    asked_kinds = {match["kind"].casefold() for match in KIND.finditer(asked)}
    if kinds and not kinds & asked_kinds:
        return True
    if behind and asked_kinds and of_another_grade(text, asked):
        return True
    if any(not _is_told(match["what"], told) for match in _WHO_ARE.finditer(text[:at])):
        return True
    last = 0
    listed: list[bool] = []
    ahead: list[list[bool]] = []  # whether each of "in A, B and C" is named: one of them is enough
    next_clause = _NEXT_CLAUSE.search(text, at)
    for mention in glossary.find(text):
        if next_clause is not None and mention.start > next_clause.start():
            break  # "…, and in Z it is monitored" says nothing of whom the first holds for
        between, before = text[last : mention.start], text[: mention.start]
        if mention.entry.kind != "condition" and not (mention.entry.kind == "procedure" and _AFTER.search(before)):
            continue
        if _NEXT_ITEM.search(text[mention.end : at]):
            continue  # "losing weight in X and limiting Y": X is of the first
        last = mention.end
        named = _is_named(mention, text, told, candidate, glossary)
        if mention.end <= at:
            if ahead and _LIST.match(between):
                ahead[-1].append(named)
            elif _WHO.search(before) and not _REASON.search(before):
                ahead.append([named])
        elif behind and _TOGETHER.search(between):
            if not named:
                return True
        elif behind and _IN.search(before[at:]) and not _REASON.search(before[at:]):
            listed.append(named)
    if not all(any(group) for group in ahead):
        return True
    return bool(listed) and not any(listed)


def of_another_grade(text: str, asked: str) -> bool:
    """Whether ``text`` names classes of liver disease ("Child-Pugh B and C") and ``asked`` another one."""
    told, wanted = (
        {kind.casefold() for match in _GRADES.finditer(part) for kind in re.findall(r"\b[A-C]\b", match["kinds"])}
        for part in (text, asked)
    )
    return bool(told and wanted) and not told & wanted


def _is_named(mention: Mention, text: str, told: frozenset[str], candidate: Candidate, glossary: Glossary) -> bool:
    """Whether the question or the headings name what is mentioned, be it by its class; the headings may name it by its
    last word ("stroke").
    """
    own = terms(text[mention.start : mention.end])
    if own and own[-1] in candidate.context_terms:
        return True
    if any(entry.named_in(told) for entry in glossary.family_of(mention.entry)):
        return True
    if any(member.named_in(told) for member in glossary.members_of(mention.entry)):
        return True  # what is said of a class holds for each in it
    return bool(own) and frozenset(own) <= told


def _named_in_passing(stance: Stance) -> bool:
    """Whether what a sentence says is not said of what the claim is about, which it only names: in a clause of time or
    condition ("… continue after X is stopped"), or before something else that is advised against.
    """
    if stance.cue is None or stance.at == (0, 0):
        return False
    part, at, cue = stance.part, stance.at, stance.cue
    if cue.end <= at[0]:
        return _SUBORDINATE.search(part[cue.end : at[0]]) is not None
    if at[1] > cue.start:
        return False
    active = _AGAINST.search(part[cue.start : cue.end]) and not _PASSIVE.search(part[: cue.start])
    return bool(active) or (part[cue.end :].startswith(" from ") and not _PROTECTS.match(part[cue.start : cue.end]))


def _of_its_subject(claim: Claim, stance: Stance) -> bool:
    """Whether a denial is of what stands before it, and the claim's agent only says where: "A is not recommended in Y
    treated with X" says nothing of X.
    """
    if stance.cue is None or stance.at[0] < stance.cue.end or not _PASSIVELY.search(stance.part[: stance.cue.start]):
        return False
    if _NONE_FOR.match(stance.part[stance.cue.start :]):
        return False  # "there appears to be no role for X"
    subject = frozenset(terms(stance.part[: stance.cue.start]))
    return not any(concept.named(subject) for concept in claim.concepts)


def _for_another_purpose(claim: Claim, stance: Stance) -> bool:
    """Whether something is only not given "to normalise Y", which the claim does not say."""
    purpose = _TO.match(stance.part[stance.cue.end :]) if stance.cue is not None else None
    return purpose is not None and not frozenset(terms(purpose["verb"])) & frozenset(terms(claim.text))


def _no_advice(claim: Claim, stance: Stance) -> bool:
    """Whether a sentence only says whom a study left out, or that something is not approved: it may be right."""
    if stance.cue is None:
        return False
    word = stance.part[stance.cue.start : stance.cue.end]
    if _LEFT_OUT.match(word) and _STUDY.search(stance.candidate.text):
        return True
    return (_APPROVED.match(word) or _UNAPPROVED.search(word)) is not None and not _APPROVED.search(claim.text)


def _of_a_compound(claim: Claim, part: str) -> bool:
    """Whether a plain word for what is changed is part of another thing in the sentence: "heart" in "heart block"."""
    target = claim.targets[0] if claim.axis is Axis.CHANGE and claim.targets else None
    if target is None or target.kind or len(target.forms[0]) > 1:
        return False
    behind = [_next(text, start) for text in (claim.text, part) for _, start in occurrences(target.forms, text)[:1]]
    return len(behind) == 2 and behind[1] not in ("", behind[0])


def _next(text: str, at: int) -> str:
    """The word that follows at once, if it may belong to the one before."""
    match = re.match(r"\s+([a-z][a-z-]+)", text[at:])
    return match[1] if match is not None and match[1] not in STOPWORDS and not _VERBAL.match(match[1]) else ""


def _is_told(what: str, told: frozenset[str]) -> bool:
    """Whether at least half of what describes people is in the question or the headings."""
    own = frozenset(terms(what)) - STOPWORDS
    return 2 * len(own & told) >= len(own)


def leads_elsewhere(candidate: Candidate, asked: str, glossary: Glossary) -> bool:
    """Whether a sentence begins by saying that it is about others ("In pregnancy, …") than the question ``asked``."""
    leading = _LEADING.match(candidate.text)
    if leading is None:
        return False
    if re.match("without", leading.group(), re.I):  # "Without X, …" of what is asked with X
        lacking = frozenset(terms(leading.group())) - STOPWORDS - _ABSENCE
        if lacking & frozenset(terms(_ABSENT.sub(" ", asked))):
            return True
    return for_fewer(candidate, leading.end(), asked, glossary)


def _of_another(claim: Claim, stance: Stance, glossary: Glossary) -> bool:
    """Whether the drug or procedure that the cue speaks of is another than the claim's: one that stands between the
    two and is no other item of the same list.
    """
    if stance.cue is None or stance.at == (0, 0):
        return False
    part, at, cue = stance.part, stance.at, stance.cue
    start, end = (at[1], cue.start) if at[1] <= cue.start else (cue.end, at[0])
    if start >= end:
        return False
    last = start
    for mention in glossary.find(part):
        if mention.entry.kind not in ("drug", "procedure", "test") or mention.start < start or mention.end > end:
            continue
        own = frozenset(terms(part[mention.start : mention.end]))
        between = part[last : mention.start]
        same_list = _LIST.match(between) is not None and not _LIST_OVER.match(between)
        if any(concept.named(own) for concept in claim.concepts) or same_list:
            last = mention.end
            continue
        return True
    return False


def _of_its_kin(claim: Claim, stance: Stance, glossary: Glossary) -> bool:
    """Whether a sentence names only the class of what the claim is about, and that in the name of another one of it:
    "direct oral anticoagulants" are oral anticoagulants as warfarin is, and are not warfarin.
    """
    agent, part, at = claim.agent, stance.part, stance.at
    if not agent.kind or at == (0, 0) or any(form <= frozenset(terms(part[slice(*at)])) for form in agent.forms):
        return False
    names = {*agent.forms, *agent.related}
    mentions = glossary.find(part)
    if any(m.start < at[1] and at[0] < m.end and not names & set(m.entry.term_sets) for m in mentions):
        return True
    # "The macrolides X and Y": said of these, which the claim's is not.
    behind = next((m for m in mentions if m.start >= at[1]), None)
    return behind is not None and part[at[1] : behind.start].isspace() and behind.entry.kind == agent.kind == "drug"
