"""The verdict of a yes/no question: the word in front of the sentence that gives it, or none where it is not sure.

A wrong word is worse than none. The sentence has to name what the question does, point clearly one way, and stand
against no other that points the other way; the strength of the word follows the strength of what is quoted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.glossary import Glossary
from corpus.text import STOPWORDS, terms
from service.analysis.question import Question
from service.answer import StatementType
from service.compose.conflicts import sets_sources_apart
from service.compose.differed_about import asks_for_difference
from service.compose.effect_asked import effect_asked
from service.grounding.draft import Draft
from service.premises.claims import Claim, claim_of
from service.premises.cues import Axis, cues
from service.premises.denied import denied_use
from service.premises.occurrences import occurrences
from service.premises.reason_asked import declared
from service.premises.stance import Stance, stances
from service.sentences.candidates import Candidate
from service.sentences.framing import in_context
from service.sentences.told_of_drugs import is_on_a_sibling

_SURE = 0.72  # fit from which a sentence carries a verdict
_MIXED = 0.94  # share of the best fit from which a sentence to the contrary leaves it open
_ASKED = re.compile(
    r"^\W*(?:and |but |so |then |also )?"
    r"(?P<aux>can|could|does|do|did|is|are|was|were|should|would|will|may|must|has|have)\s+"
    r"(?:(?:i|we|you|one|it be|there be)\s+)?(?P<rest>[^?]+)",
    re.I,
)
_OR = re.compile(r"\bor\b(?! not\b)", re.I)
_WEAK = re.compile(
    r"\b(?:suggest\w*|consider\w*|may|might|could|can be|reasonable|option|weak|conditional|low-quality)\b", re.I
)
_WEAK_STRENGTH = re.compile(r"^\s*(?:weak|conditional|2\w?|iib|b|ii)\s*$", re.I)
_CONDITION = re.compile(
    r"\b(?:if|when|unless|only|except|provided|as long as|depending|outside|until|after|with caution|at least|"
    r"below|above)\b|[<>≤≥]",
    re.I,
)
_FIGURE = re.compile(r"(?<![\w.,-])\d+(?:[.,]\d+)?(?![\w-])")
_LIMIT = re.compile(
    r"(?:(?P<below>\b(?:below|under|less than|lower than|at most|up to)\b|[<≤])|"
    r"(?:\b(?:above|over|more than|greater than|higher than|at least|exceed\w*)\b|[>≥]))"
    r"\s*(?:an?\s+)?(?:[A-Za-z]\w*\s+(?:of\s+)?){0,3}(?P<figure>\d+(?:[.,]\d+)?)",
    re.I,
)
_FORBIDDEN = re.compile(r"\bcontra-?indicat\w*|\bmust (?:not|never)\b|\bavoid\w*|\bnever\b", re.I)
_DENIES = re.compile(r"\b(?:not|never|contra-?indicat\w*|avoid\w*|against|neither|nor)\b", re.I)
_CLAUSE = re.compile(r"[,;]\s(?:and|but|or|whereas|while|although)\s|;\s", re.I)
_DOES_GOOD = re.compile(r"\b(?:benefits?|beneficial|effective|efficac\w+|helps?|helpful|works?|success\w+)\b", re.I)
_SAYS_NO = re.compile(
    r"\b(?:not|never|no|nor|neither|cannot|contra-?indicat\w*|avoid\w*|against|stop\w*|with(?:held|hold\w*|draw\w*)|unsafe|"
    r"unnecessary|ineffective|harmful|ruled out|rules out|excluded|insufficient|without|no longer|discontinu\w*)\b",
    re.I,
)
_APART = re.compile(
    r"\b(?:not|other than|except|apart from|excluding)\s(?:(?:at|in|with|for|after|during|by|to|a|an|the)\s)+"
    r"(?P<what>[\w'’-]+(?:\s[\w'’-]+)?)|\b(?:other than|except|apart from|excluding)\s(?P<whom>[\w'’-]+)",
    re.I,
)
_IS_NONE = re.compile(r"\b(?:is|are) none\b", re.I)
_DEGREE = re.compile(
    r"\b(?:mild|moderate|severe|early|late|advanced|high|low|intermediate|acute|chronic|uncomplicated|complicated)\b",
    re.I,
)
_WHEN = re.compile(r"\b(?:during|before|after|while|until)\b", re.I)
# What is asked with these is found out, and neither recommended nor advised against.
_FINDS = re.compile(
    r"^\W*(?:does|do|did|can|could|is|are|was|were|has|have)\b[^?]*?\b(?:predict\w*|correlat\w+|reflect\w*|associat\w+|differ\w*|"
    r"depend\w*|explain\w*|linked|related|superior|inferior|better|worse|caus\w+|leads? to|results? in|"
    r"worsen\w*|provok\w+|trigger\w*|induc\w+|side[- ]effects?|risk factors?)\b",
    re.I,
)
# "A patient whose gout cannot be treated with an NSAID is referred": who cannot have it, not that nobody can.
_OF_SOME = re.compile(
    r"^(?:an? |the |those )?(?:adult |older |most |other )?"
    r"(?:patients?|people|persons?|adults?|women|woman|men|man|child|children)\s(?:whose|who|in whom|for whom)\b",
    re.I,
)
_GRANTED = re.compile(r"\b(?:although|though|even if)\s$", re.I)
_GRANTED_FIRST = re.compile(r"^\W*(?:although|though|even though|even if|despite)\b[^,]*,", re.I)
_FIRST = re.compile(r"\bfirst\b|\bof choice\b|\bprefer", re.I)
_NOT_WITHOUT = re.compile(r"\W*(?:\w+ ){0,2}without\b", re.I)
_PART_OF_THE_TIME = re.compile(r"\bat term\b|\btrimesters?\b|\bweeks?\b", re.I)
_ROUTINE = re.compile(r"\broutine(?:ly)?\b", re.I)


@dataclass(frozen=True, slots=True)
class Verdict:
    """The word and the sentence that it stands before."""

    word: str
    candidate: Candidate

    def draft(self) -> Draft:
        """As a statement: the word, then the source's own sentence."""
        return Draft(f"{self.word}: {in_context(self.candidate)}", StatementType.FRAMED, self.candidate.spans)


def verdict_of(question: Question, candidates: Sequence[Candidate], glossary: Glossary) -> Verdict | None:
    """The verdict that ``candidates`` (those an answer may show) give, or None where none is sure."""
    found = _found(question, candidates, glossary)
    effect = effect_asked(question, glossary) if found is not None else None
    if found is None or effect is None or effect.told_by(found.candidate.text, found.word.startswith("Yes")):
        return found
    return None


def _found(question: Question, candidates: Sequence[Candidate], glossary: Glossary) -> Verdict | None:
    """The verdict by what is claimed and which way the sentences point."""
    match = _ASKED.match(question.text)
    if match is None or _OR.search(question.text) or asks_for_difference(question):
        return None
    drugs = [entry for entry in question.entries if entry.kind == "drug"]
    # What thiazides do says nothing of spironolactone, though both are diuretics.
    candidates = [c for c in candidates if not is_on_a_sibling(c, drugs, glossary)]
    claim = claim_of(declared(match["aux"], match["rest"].strip()), glossary)
    if claim is None or not claim.targets:
        return _denied(question, claim, candidates, glossary)
    told = [s for s in stances(claim, candidates, glossary) if claim.agent.named(s.candidate.own_terms)]
    if not told or told[0].fit < _SURE or not _answers(told[0], claim, question.text):
        return _denied(question, claim, candidates, glossary)
    best = told[0]
    if any(_differ_about(claim, candidate, glossary) for candidate in candidates):
        return None
    if best.sign < 0 and _OF_SOME.match(best.candidate.text):
        return None
    if _conceded(best) or _only_in_part(best, claim, question.text):
        return None
    if best.sign < 0 and _denied_of_another(claim, best.candidate.text, glossary):
        return None
    other = next((stance for stance in told if stance.sign != best.sign), None)
    if other is not None and other.fit >= _MIXED * best.fit:
        return None
    if best.sign < 0 and claim.axis is Axis.USE and _FINDS.search(question.text):
        return None
    return Verdict(_word(claim.axis, claim.sign, best), best.candidate)


def _differ_about(claim: Claim, candidate: Candidate, glossary: Glossary) -> bool:
    """Whether a sentence tells that sources differ on what is asked: neither yes nor no is the answer then."""
    named = all(c.named(candidate.own_terms) for c in (claim.agent, *(t for t in claim.targets if t.kind)))
    return named and sets_sources_apart(candidate, glossary)


def _denied_of_another(claim: Claim, text: str, glossary: Glossary) -> bool:
    """Whether all that a sentence denies or forbids is said of other drugs ("heparin is given, and DOACs must not be").

    What names no drug of its own goes on with the one before.
    """
    found = False
    for denial in _DENIES.finditer(text):
        before = text[: denial.start()]
        clause = _CLAUSE.split(before)[-1]
        drugs = [mention for mention in glossary.find(clause) if mention.entry.kind == "drug"]
        if not drugs or claim.agent.named(frozenset(terms(clause))):
            return False
        found = True
    return found


def _conceded(stance: Stance) -> bool:
    """Whether what points that way is only granted ("X is used in Y although its leaflet advises against it")."""
    text = stance.candidate.text
    at = text.find(stance.part)
    leading = _GRANTED_FIRST.match(stance.part)
    in_front = leading is not None and stance.cue is not None and stance.cue.end <= leading.end()
    return in_front or _GRANTED.search(text[: max(at, 0)]) is not None


def _only_in_part(stance: Stance, claim: Claim, asked: str) -> bool:
    """Whether a use is denied only as the first, only without something, or only in a part of the time that is asked
    about ("at term").
    """
    cue = stance.cue
    if claim.axis is not Axis.USE or cue is None or stance.sign * claim.sign > 0:
        return False
    behind = stance.part[cue.end :]
    as_first = _FIRST.search(stance.part[cue.start : cue.end]) is not None and not claim.exclusive
    at_times = _PART_OF_THE_TIME.search(behind) is not None and _PART_OF_THE_TIME.search(asked) is None
    return as_first or at_times or _NOT_WITHOUT.match(behind) is not None


def _answers(stance: Stance, claim: Claim, asked: str) -> bool:
    """Whether a sentence speaks of all that the question does: its figures, its times, and each thing that it names, be
    it in the headings above.
    """
    told = stance.candidate.text
    there = stance.candidate.around
    if not _names_in_one_place(claim, told, stance.candidate) or (claim.axis is Axis.CHANGE and _both_ways(told)):
        return False
    if _sets_apart(asked, told) or not _of_the_same_degree(asked, told, stance.sign > 0):
        return False
    if claim.axis is Axis.USE and claim.sign > 0 and stance.sign < 0 and not _SAYS_NO.search(told):
        return False  # that it may harm does not say that it must not be given
    if claim.axis is Axis.USE and claim.sign < 0 and stance.sign < 0 and _DOES_GOOD.search(told):
        return False  # asked whether it is stopped: that it does good is no answer
    when = {word.casefold() for word in _WHEN.findall(asked)}
    return (
        of_the_same_figures(asked, told)
        and when <= {word.casefold() for word in _WHEN.findall(told)}
        and all(target.named(there) for target in claim.targets if target.kind or target.written[:1].isupper())
    )


def _names_in_one_place(claim: Claim, told: str, candidate: Candidate) -> bool:
    """Whether each illness of the claim that the sentence itself has the words of is named by words side by side:
    "thyroid disorder, slow heart rate" names no slow thyroid.
    """
    ill = [target for target in claim.targets if target.kind == "condition" and target.named(candidate.own_terms)]
    return all(occurrences((*target.forms, *target.related), told) for target in ill)


def _both_ways(told: str) -> bool:
    """Whether a sentence tells of one change up and of another down: which is of what is not sure enough."""
    return {1, -1} <= {cue.sign for cue in cues(told) if cue.axis is Axis.CHANGE}


def _sets_apart(asked: str, told: str) -> bool:
    """Whether a sentence makes an exception of what is asked about ("…, and not at a high one", "other than egg")."""
    own = frozenset(terms(asked)) - STOPWORDS
    for match in _APART.finditer(told):
        named = frozenset(terms(match["what"] or match["whom"])) - STOPWORDS
        if named and 2 * len(named & own) >= len(named):
            return True
    return _IS_NONE.search(told) is not None


def _of_the_same_degree(asked: str, told: str, confirms: bool) -> bool:
    """Whether a sentence is of the degree or stage that is asked about ("moderate"); one that denies may name none."""
    wanted = {word.casefold() for word in _DEGREE.findall(asked)}
    there = {word.casefold() for word in _DEGREE.findall(told)}
    return wanted <= there or (not confirms and not there)


def _denied(
    question: Question, claim: Claim | None, candidates: Sequence[Candidate], glossary: Glossary
) -> Verdict | None:
    """The verdict of a sentence that denies the very use that is asked about."""
    if _FINDS.search(question.text) or (claim is not None and (claim.axis is not Axis.USE or claim.sign < 0)):
        return None
    fit = (c for c in candidates if c.document.audience != "patient" and not _OF_SOME.match(c.text))
    candidate = denied_use(question.text, fit, glossary, question.text)
    if candidate is not None and not _of_the_same_degree(question.text, candidate.text, confirms=False):
        return None
    if candidate is None or not of_the_same_figures(question.text, candidate.text):
        return None
    return Verdict(_against(candidate.text), candidate)


def _against(text: str) -> str:
    if _ROUTINE.search(text):
        return "Not routinely"
    return "No" if _FORBIDDEN.search(text) else "Not recommended"


def of_the_same_figures(asked: str, told: str) -> bool:
    """Whether each figure of the question stands in the sentence, and behind a limit ("below 30") with the same limit:
    what holds from 30 to 45 says nothing of what is below 30.
    """
    limits = {(way, figure) for way, figure in _limits(told)}
    if any(limit not in limits for limit in _limits(asked)):
        return False
    there = set(_FIGURE.findall(told))
    return all(figure in there for figure in _FIGURE.findall(asked))


def _limits(text: str) -> list[tuple[str, str]]:
    found = (match for match in _LIMIT.finditer(text))
    return [("below" if match["below"] else "above", match["figure"]) for match in found]


def _word(axis: Axis, claimed: int, best: Stance) -> str:
    text = best.candidate.text
    weak = _WEAK.search(text) is not None or _WEAK_STRENGTH.match(best.candidate.spans[0].strength or "") is not None
    if axis is Axis.CHANGE:
        if best.cue is not None and best.cue.axis is Axis.CHANGE and best.cue.sign == 0:
            return "Not shown"
        return "Yes" if best.sign > 0 else "No"
    if best.sign > 0:
        conditional = claimed > 0 and (weak or _CONDITION.search(text) is not None)
        return "Yes, conditionally" if conditional else "Yes"
    if claimed < 0:  # asked whether it is to be avoided, and it is not
        return "No, conditionally" if weak or _CONDITION.search(text) else "No"
    return _against(text)
