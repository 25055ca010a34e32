"""What the sentence that bears on an assumption most refuses, where the question takes it for granted.

"Y is not given for Z", "A advises against Y in Z", "no longer makes Z": the sentence is found by meaning, so its words
need not all be in the question as :mod:`service.premises.denied` asks for; but what is refused has to be what the
assumption speaks of, and for no fewer people.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from corpus.glossary import Glossary
from corpus.text import STOPWORDS, terms
from service.analysis.question import Question
from service.premises.bearing import MEANT, Bearing, is_near
from service.premises.cues import TOO_MUCH, Axis, cues
from service.premises.naming import akin, all_names, is_named
from service.premises.narrower import for_fewer, of_another_grade
from service.premises.others import PROFESSIONAL
from service.sentences.applicable import holds_for
from service.sentences.candidates import Candidate
from service.sentences.figures import comparable, figures, same_value
from service.sentences.people import (
    BREASTFEEDING,
    OLD_AGE,
    PREGNANCY_AND_MOTHERS,
    YOUNG_PEOPLE,
    terms_naming_people,
)

_LOOKED_AT = 2  # sentences that bear on the assumption most, of which one may refuse it
_NEAR = 0.93  # share of the best bearing,
_COVERED = 0.35  # and share of what the assumption names that it must have
_HALF = 0.5  # share of the words of what is refused that the assumption must have
_LIMITED = re.compile(  # words of a clause that takes no use for granted
    r"\b(?:not|never|no|nor|neither|none|cannot|without|\w+n't|avoid\w*|contra-?indicat\w*|instead|rather|"
    r"(?:advis\w+|recommend\w*|suggest\w*|guidance|evidence|is|are|speaks?|warn\w*) against|"
    r"un(?:safe|suitable|wise|necessary|able|reliable|helpful|licensed)|bad|harm(?!less)\w*|danger\w*|ineffective|useless|"
    r"pointless|only|unless|except|alternative|limit\w*|caution\w*|fail\w*|wrong\w*|off|out|barred|bars|kept away|"
    r"keep\w* away|restrict\w*|reserv\w*|rare\w*|last|banned|forbid\w*|refus\w*|little|hardly|less|discourag\w*|"
    rf"{TOO_MUCH}|warn\w*|problem\w*|wors\w+|insufficient|dropped|(?:has|have|had) to go|replac\w+|leav\w+ [^,]* "
    r"alone|giv\w+ up|reject\w*|lost)\b",
    re.I,
)
# To stop, delay or leave something out: that is refused by whoever wants it given.
_UNDONE = re.compile(
    r"\b(?:stop(?:s|ped|ping)?|discontinu\w+|withh[eo]ld\w*|held|hold(?:s|ing)?|delay\w*|wait\w*|postpon\w+|skip\w*|"
    r"omit\w*|cut(?:s|ting)? (?:down|back)|com(?:es?|ing) off|leav\w+ (?:[\w-]+ ){1,3}out|left out|withdr\w+|"
    r"interrupt\w*|defer\w*)\b",
    re.I,
)
_APPROVED = re.compile(r"\b(?:licen[cs]\w*|approv\w*|authori[sz]\w*|indicated)\b", re.I)
_SUBORDINATE = re.compile(r"\b(?:when|if|where|until|unless|because|once|while)\b[^,;:]*", re.I)
_LEADING_ONE = re.compile(rf"(?:even |only |but |and |now )?{_SUBORDINATE.pattern}", re.I)  # what is said follows it
_DEFINES = re.compile(r"\b(?:defin\w+|means|marks|counts as)\b", re.I)
_BE = r"(?:is|are|was|were|be|been)"
_DONE = (
    r"(?:recommended|advised|given|used|offered|indicated|needed|necessary|required|placed|done|started|suitable|"
    r"licensed|approved|effective|prescribed|performed|screened|treated|tested|taken|continued|helpful|reliable|repeated|"
    r"supported|justified|measured|checked|stopped|delayed|withheld|interrupted|discontinued|for)"
)
_PASSIVE = re.compile(  # what is refused stands before
    rf"\b(?:{_BE} (?:not|never|no longer)(?: to be)?(?: an?| the)?(?: \w+ly| routine)? ?{_DONE}|"
    r"(?:should|must|may|can) (?:not|never|no longer) be (?:\w+ly )?\w+|cannot be (?:\w+ly )?\w+|"
    rf"{_BE}(?: strongly| generally| usually| best| absolutely)? (?:avoided|contra-?indicated)|should be avoided|"
    rf"{_BE}(?: \w+ly)? (?:recommended|advised|suggested) against|has no (?:role|place|proven|demonstrated)|"
    r"do(?:es)? not (?:benefit|help|work)|causes? harm)\b",
    re.I,
)
_ACTIVE = re.compile(  # what is refused follows
    r"\b(?:(?<!is )(?<!are )(?:advis|recommend|suggest)\w*(?: \w+ly)? against|"
    r"(?:does|do) not(?: \w+ly)? (?:offer|recommend|advise|suggest|support|use|give)|not to (?:offer|give|use))\s+"
    r"(?:(?:the|any|an?|routine|use of|using|giving|treating \w+ in \w+(?: or \w+)? with) )*",
    re.I,
)
_MUST_NOT = re.compile(
    r"\b(?:must|should|may|can) (?:not|never) (?!be\b)(?P<what>[\w-]+(?:(?:,| or| and) [\w-]+)*)", re.I
)
_ONLY_NOT = re.compile(  # "only for people who do not smoke" refuses it to those who do
    r"\bonly (?:for|in|to|if|when)\b[^,;:()]*?\b(?:not|no|never|without)(?: currently| any)? (?P<what>[^,;:()]+)", re.I
)
_ORDER = re.compile(  # "With X, do not take Y": what is refused follows
    r"(?:^|[,;:]\s|\b(?:and|but)\s)(?:do not|don['’]t|never)\s"
    r"(?P<done>[a-z]+(?:, [a-z]+)*(?:,? (?:or|and) [a-z]+)?(?: down| up| off| out| back)?)\s(?P<what>[^,;:.]+)",
    re.I,
)
_IT = re.compile(r"it|them|this|these|that", re.I)
_WORD = re.compile(r"[\w'’-]+")
_RULED_OUT = re.compile(  # what is refused stands before, as in a passive
    r"\b(?:brings?|gives?|gave|brought|shows?|showed|has|have|had|of) no (?:\w+ )?benefit\b|"
    r"\bno longer (?:a|used|given|advised)\b|"
    r"\b(?:is|are) (?:\w+ )?(?:considered for stopping|unsuitable|ineffective|unsafe)\b|"
    r"\b(?:is|are) (?:to be )?(?:\w+ )?(?:stopped|withheld|discontinued) (?:in|with)\b|\bexcept (?:in|for|with|when)\b",
    re.I,
)
_RULES_OUT = re.compile(r"\brul(?:es?|ed) out\s", re.I)
_CLEARANCE = re.compile(r"(?:below|under|above|over) \d+ ml/min", re.I)  # of what it is stands further ahead, if at all
_TOGETHER = re.compile(r"\s*together\b", re.I)
_ONLY_SO = re.compile(  # for one purpose, beside one drug, as a routine: otherwise it may be given
    r"^[^,;]*\b(?:sole|together|combined|combination|in addition to)\b", re.I
)
_ON_ADVICE = re.compile(r"\s(?:unless|without)\s(?:[\w-]+ ){0,3}?(?:doctor|team|nurse|pharmacist|clinic)\b.*$", re.I)
_SPLIT = re.compile(r",\s*(?:and |or |nor )?|\s(?:and|or|nor)\s", re.I)
_CLAUSE = re.compile(r"[;:]\s|,\s(?:and|but|whereas|while|so)\s|\s(?:but|whereas|while|because|since|although)\s", re.I)
_OF_WHAT = re.compile(r"\s(?:for|in|with|(?<!such )as|during|after|on|to|among|at|before|by)\s", re.I)
_IF = re.compile(r"\b(?:if|when|where|unless|until|once|whom|who|which)\b[^,;]*$", re.I)
_VERB = re.compile(r"\s(?:is|are|was|were|has|have|should|may|must|can)\s")
_LEADING = re.compile(r"^\s*(?:in|for|with|during|after|before|at|under|among|on)\b[^,]*,\s", re.I)
_PURPOSE = re.compile(r"^\s*(?:for|in|with|as|during|to|among)\b", re.I)
_BUT = re.compile(r"\b(?:if|when|unless|until|below|above|within|before|after|over|under|from|outside|alone)\b", re.I)
_SIDE = re.compile(r"below|above|over|under", re.I)  # of a value
_LED_BY = re.compile(
    r"^\s*(?P<case>(?:after|below|above|within|before|under|over|beyond|until)\s[<>≤≥]?\d\S*(?:\s(?:minutes|hours|days|weeks|"
    r"months|years|mL/min|%))?)\s(?P<what>.+)$",
    re.I,
)
_EXCEPT = re.compile(r",?\s(?:except|apart from|other than)\b", re.I)
_SYSTEMIC = re.compile(r"\b(?:systemic|routine|any|the)\s", re.I)
_EVERY = re.compile(r"\b(?:every\w*|all|always|any|routine\w*|whatever)\b", re.I)
_PEOPLE = (YOUNG_PEOPLE, PREGNANCY_AND_MOTHERS, BREASTFEEDING, OLD_AGE)  # of each something else may hold
_EMPTY = STOPWORDS | frozenset(
    terms(
        "patient patients people adult adults use used treatment therapy drug drugs systemic routine routinely first "
        "line standard usual acute guideline"
    )
)


@dataclass(frozen=True, slots=True)
class _Assumed:
    """A clause, and the terms by which it is known."""

    clause: str
    own: frozenset[str]
    undone: bool  # takes for granted that something is stopped, delayed or left out
    names: tuple[frozenset[str], ...] = ()  # of what it names; where all of what is refused has to be named

    def means(self, parts: Iterable[str]) -> bool:
        """Whether it speaks of one of ``parts``."""
        if self.names:
            there = frozenset(terms(self.clause))
            return any(is_named(part, self.clause, there, self.names) for part in parts)
        return any(self.share(part) >= _HALF for part in parts)

    def share(self, part: str) -> float:
        """The share of what ``part`` says that the clause says."""
        told = {term for term in terms(_ASIDE.sub(" ", part)) if not term[0].isdigit()} - _EMPTY
        if not told:
            return 0.0
        return sum(term in self.own or any(akin(term, other) for other in self.own) for term in told) / len(told)


_GOOD_FOR = re.compile(r"better (?:for|in|with)\b", re.I)
_ASIDE = re.compile(r"\([^()]*\)")


def refused(
    clause: str, borne: Sequence[Bearing], asked: str, glossary: Glossary, named: bool = False
) -> Candidate | None:
    """The sentence of ``borne`` (best first) that refuses what ``clause`` takes for granted; None where none does
    surely. ``asked``: the whole question. ``named``: all of what is refused, and most of what for, has to be named.
    """
    said = _SUBORDINATE.sub("", clause) if not _LEADING_ONE.match(clause) else clause
    if not borne or _LIMITED.search(said) or _tells_an_effect(said):
        return None
    names = tuple(all_names(clause, glossary))
    own = frozenset(terms(clause)).union(*names) - _EMPTY
    assumed = _Assumed(clause, own, _UNDONE.search(said) is not None, names if named else ())
    for bearing in borne[:_LOOKED_AT]:
        if (
            is_near(bearing, borne[0], MEANT, _NEAR)
            and bearing.coverage >= _COVERED
            and not _on_other_people(bearing.candidate, asked)
            and any(
                _is_refused(assumed, what, behind, done)
                and not for_fewer(bearing.candidate, at, asked, glossary, behind=True)
                for what, behind, done, at in _refusals(bearing.candidate.text)
            )
        ):
            return bearing.candidate
    return None


def refuses_use(candidate: Candidate, question: Question, glossary: Glossary) -> bool:
    """Whether a sentence refuses the use of a drug of the question in so many words, for no fewer people than it asks
    about and not only at other values than the patient's: a limit that is not reached, a harm or a caution does not.
    """
    text = candidate.text
    if _on_other_people(candidate, question.text):
        return False
    drugs = glossary.with_classes(*(entry for entry in question.focus if entry.kind in ("drug", "procedure")))
    own = {entry.term for entry in drugs}
    ill = {entry.term for entry in glossary.family_of(*question.conditions)}
    return any(
        any(mention.entry.term in own for mention in glossary.find(what))
        and (not ill or any(mention.entry.term in ill for mention in glossary.find(f"{text[:at]} {behind}")))
        and holds_for(_CLEARANCE.sub(r"a creatinine clearance \g<0>", behind), question.values) >= 0
        and not _ONLY_SO.search(behind)
        and not of_another_grade(behind, question.text)
        and not for_fewer(candidate, at, question.text, glossary, behind=True)
        for what, behind, _, at in (*_refusals(text), *_without_use(text))
    )


def _without_use(text: str) -> Iterator[tuple[str, str, str, int]]:
    """The same of what is excepted, ruled out, without benefit or given up."""
    for match in _RULED_OUT.finditer(text):
        yield text[: match.start()], text[match.end() :], match.group(), match.start()
    for match in _RULES_OUT.finditer(text):
        tail = text[match.end() :].split(",")[0]
        what = _OF_WHAT.split(tail, maxsplit=1)[0]
        yield what, tail[len(what) :], "", match.start()


def _tells_an_effect(clause: str) -> bool:
    """Whether a clause says what something does or means, not that it is used: that it is avoided speaks for it, if
    anything.
    """
    if _DEFINES.search(clause):
        return True
    told = cues(clause)
    return any(cue.axis is Axis.CHANGE for cue in told) and not any(
        (cue.axis is Axis.USE and cue.sign > 0) or _GOOD_FOR.match(clause[cue.start :]) for cue in told
    )


def _on_other_people(candidate: Candidate, asked: str) -> bool:
    there, wanted = candidate.own_terms, terms_naming_people(asked)
    return any(group.named_in(there) and not group.named_in(wanted) for group in _PEOPLE)


def _refusals(text: str) -> Iterator[tuple[str, str, str, int]]:
    """What is refused, what follows that, the words of the refusal, and where they stand."""
    for match in _PASSIVE.finditer(text):
        if _IF.search(text[: match.start()]):
            continue
        head = _LEADING.sub("", _CLAUSE.split(text[: match.start()])[-1])
        tail = _CLAUSE.split(text[match.end() :])[0]
        if not head.strip():  # "A is done in X, but is avoided in Y": A
            subject = _VERB.split(text)[0]
            yield subject, tail, match.group(), len(subject)
            continue
        led = _LED_BY.match(head)  # "after 12 hours A may not be needed"
        head, tail = (led["what"], f"{led['case']} {tail}") if led is not None else (head, tail)
        what = _OF_WHAT.split(head)[0]
        yield what, f"{head[len(what) :].rstrip()} {tail}", match.group(), match.start()
    for match in _ACTIVE.finditer(text):
        tail = _CLAUSE.split(text[match.end() :])[0]
        what = _OF_WHAT.split(tail, maxsplit=1)[0]
        yield what, tail[len(what) :], "", match.start()
    for match in _ORDER.finditer(text):
        what = _OF_WHAT.split(match["what"], maxsplit=1)[0]
        if _IT.fullmatch(what.strip()):  # "while you take X, do not stop it"
            what = " ".join(_WORD.findall(text[: match.start()])[-1:])
        yield what, match["what"][len(what) :], match["done"], match.start()
    for pattern in (_MUST_NOT, _ONLY_NOT):
        for match in pattern.finditer(text):
            yield match["what"], "", "", match.start()


def _is_refused(assumed: _Assumed, what: str, behind: str, done: str) -> bool:
    if _ON_ADVICE.search(behind) and not PROFESSIONAL.search(assumed.clause):
        behind = _ON_ADVICE.sub("", behind)
    elif _ON_ADVICE.search(behind):
        return False  # who asks has the advice
    undone = (_UNDONE.search(what) is not None) != (_UNDONE.search(done) is not None)
    if undone != assumed.undone or not assumed.means(_SPLIT.split(_SYSTEMIC.sub("", what))):
        return False
    together = _TOGETHER.match(behind) or done.endswith("combined")
    if together and not all(assumed.means([part]) for part in _SPLIT.split(what)):
        return False  # each by itself may be given
    behind = _EXCEPT.split(behind)[0]
    limit = None if _EVERY.search(assumed.clause) else _BUT.search(behind)
    if limit is not None and not assumed.means(_SPLIT.split(_condition(behind, limit))):
        return False  # under a condition that is not meant
    if _APPROVED.search(done) and not _APPROVED.search(assumed.clause):
        return False  # what is not approved may be used
    if figures(behind) and not _of_these_figures(assumed.clause, behind):
        return False
    if not _PURPOSE.match(behind):
        return True
    return assumed.means(_SPLIT.split(behind)) if assumed.names else assumed.share(behind) > 0


def _of_these_figures(clause: str, behind: str) -> bool:
    """Whether ``clause`` has figures, and one of those in ``behind`` wherever the two can be compared."""
    pairs = [(f, g) for f in figures(clause) for g in figures(behind) if comparable(f, g)]
    return bool(figures(clause)) and (not pairs or any(same_value(f, g) for f, g in pairs))


def _condition(behind: str, limit: re.Match[str]) -> str:
    """The condition that begins with ``limit``: of "an eGFR below 20" with what is measured, which a bare 20 is not."""
    following = behind[limit.end() :]
    measured = figures(following) and _SIDE.fullmatch(limit.group())
    return f"{_SPLIT.split(behind[: limit.start()])[-1]} {following}" if measured else following
