"""A use that a question takes for granted only by asking how it is done, and that a sentence denies.

"Which dose of X do I give in Y?" takes for granted that X is given in Y. "X is contraindicated in Y and Z" denies it:
what the sentence speaks of is named in the question, and so is one of the things for which it is denied, with all that
narrows it ("severe", "below 30"). A question that itself speaks of something denied, replaced or harmful takes no use
for granted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from corpus.glossary import Glossary
from corpus.text import terms
from service.premises.cues import TOO_MUCH, Axis, cues
from service.premises.naming import all_names, is_named, tells
from service.premises.narrower import of_another_grade
from service.sentences.candidates import Candidate

_WHETHER = re.compile(
    r"^\W*(?:(?:and|but|so|then) )?(?:is|are|was|were|can|could|should|shall|does|do|did|may|must|will|would|has|have|"
    r"why)\b",
    re.I,
)
_PIECE = re.compile(r"[,:;.]\s+|\s[–—-]\s")  # "eGFR 18: can I give …?" asks whether
_WHY_NOT = re.compile(r"\bwhy (?:not|no|avoid|never)\b", re.I)  # agrees with who denies it
_WHY = re.compile(r"^\W*(?:(?:and|but|so) )?(?:why|how come)\b", re.I)
_IN_DOUBT = re.compile(
    r"\b(?:ok|okay|allowed|permitted|advisable|wise)\s*\?\s*$", re.I
)  # "Trimethoprim ok?" asks whether
# What asks how something is done, and so takes for granted that it is: "X in Y?" or "X in Y, what now?" does not.
_HOW = re.compile(
    r"\bhow (?:much|many|often|long|fast|high|low|soon|quickly|strictly|is|are|do|does|should|to|can|may|must|late|"
    r"far)\b|\b(?:which|when|where)\b|\bat what\b|\bwhat(?: [\w'’-]+){0,4} (?:dose|dosage|dosing|rate|interval|"
    r"course|regimen|route|strength|schedule|target|trough|level|size|diameter|duration|timing)s?\b|"
    r"\b(?:dose|dosage|dosing|course|schedule)\s*\?|\b\d+ or \d+\b",
    re.I,
)
# Words by which a question shows that something is denied, left out, replaced or harmful.
_AWARE = re.compile(
    r"\b(?:not|never|no|nor|neither|none|only|rarely|seldom|hardly|reject\w*|"
    r"cannot|without|\w+n't|nothing|avoid\w*|against|contra-?indicat\w*|instead|"
    r"replac\w+|place|alternativ\w*|stop\w*|out|bar(?:s|red)?|banned|un(?:safe|suitable|wise|able)|harm(?!less)\w*|"
    r"danger\w*|(?:kept|keep\w*) (?:away|(?:\w+ )?from)|preclud\w*|(?<!to )prevent(?!i)\w*|prohibit\w*|"
    r"besides|aside|apart|except(?:ing)?|rather|other than|else|fail(?!ure)\w*|unless|rul(?:es?|ed|ing)|lost|wrong|"
    rf"{TOO_MUCH}|wors\w+|giv(?:e|en) up|dropped|"
    r"has to go|have to go|forbid\w*|withdr(?!awal\b)\w+|withheld|hold|held|off|"
    r"exclu\w+|caution|limit\w*|lack\w*|risk\w*|"
    r"problem\w*|side[- ]effects?|ineffective|useless|interact\w*|caus\w+|overdose|poison\w*|toxic\w*|antidote|"
    r"rais\w+|increas\w+|lower\w*|"
    r"switch\w*|chang\w+|differen\w+|compar\w+|versus|vs|safe\w* of|evidence|trials?|stud(?:y|ies)|left|despite)\b",
    re.I,
)
_IN_PLACE = re.compile(r"\b(?:can|may|could|should) (?:replace|take the place of)\b|\bin (?:the )?place of\b", re.I)
_DESCRIBED = re.compile(  # whom or what is meant: "AKI without haemorrhage", "the risk of HIT is low"
    r"(?<=\w) without (?:an? |any )?[\w-]+(?: [\w-]+)?\s*$|\b(?:[\w-]+ )?risk (?:is|of)\b", re.I
)
_NO_BAR = re.compile(  # "X is not contraindicated in Y" says that it may be given
    r"\b(?:(?:is|are|does|do|being) (?:not|never|no longer)|(?:is|are|does|do)n['’]t|no)\s"
    r"(?:an? |really |generally |absolute(?:ly)? )?"
    r"(?:contra-?indicat\w*|stand(?:s)? in the way(?: of)?|harm(?:ful|s)?|unsafe|dangerous|barred|forbidden|"
    r"(?:a )?(?:problem|obstacle|barrier|bar|reason) (?:for|to|with|in|against))",
    re.I,
)
_DENIAL = re.compile(
    r"\b(?:(?:is|are|was|were)(?: strongly| absolutely| generally| usually| best)? (?:contra-?indicated|avoided)|"
    r"(?:is|are) (?:not|no longer|never) (?:to be )?(?:an? |the )?(?:routinely |usually |generally |normally )?"
    r"(?:recommended|advised|given|used|offered|indicated|placed|done|started|suitable|licensed|approved|effective|"
    r"treatment|routine treatment|routinely|routine|option|prescribed|combined|performed|screened|treated)|"
    r"(?:should|must|shall|may|can) (?:not|never|no longer) be (?:routinely )?"
    r"(?:given|used|offered|started|prescribed|combined|done|recommended|treated|placed|screened|taken|continued)|"
    r"(?:should|must) be avoided|cannot be (?:used|recommended|given|advised)|causes? harm|"
    r"(?:can|may) (?:worsen|harm)|worsens?|(?:is|are) neither \w+ nor \w+)\b",
    re.I,
)
_COMBINED = re.compile(r"[\w ]+?\b(?:combined\b|together\b|(?:given|used|taken) (?:together|with)\b)", re.I)
# One of these is in whatever that finds: to look for a word is far quicker than to try a pattern.
_DENYING = ("not", "avoid", "contra", "never", "no longer", "harm", "worsen", "neither", "against", "s no ", "except")
_FORBIDS = re.compile(  # the other way round: "Y is a contraindication to X"
    r"\b(?:is|are) (?:an? |the )?(?:absolute |main |known )?contra-?indications? (?:to|for|against)\b", re.I
)
_ADVISED_AGAINST = re.compile(
    r"\b(?:advis|recommend|suggest)\w*\s(?:no|against)\s(?:(?:the|any|routine|use of|using|giving)\s)*"
    r"(?!more|later|less|fewer|longer)",
    re.I,
)
_PEOPLE = re.compile(r"(?:patients?|people|persons?|adults?|women|woman|men|man|children|child|those)\b", re.I)
_OF_ALL = re.compile(
    rf"\b(?:everyone|everybody|anyone|always|(?:every|each|any|all)\s(?:\w+\s)?{_PEOPLE.pattern})", re.I
)
_ANOTHER_CLAUSE = re.compile(r",\s(?:and|but|whereas|while)\s")
_SUCH = re.compile(r"\bsuch (?:an? )?(?P<what>[\w'’-]+)", re.I)
_EXCEPTED = re.compile(
    r"^(?P<subject>[^,;:()]+?)(?:\s\([^()]*\))? (?:is|are) (?:preferred|recommended|first|given|used|suggested)\b"
    r"[^;]*?,? (?:except|but not) (?:with|in|for|during|after) (?P<what>[^;:()]+)",
    re.I,
)
_SUCH_AS = re.compile(r"\s(?:such as|including|for example|like)\s", re.I)
_BRACKET = re.compile(r"\s?\((?P<names>[^()]+)\)")
_WITHOUT_COMMA = re.compile(  # "In X ASH advises against …"
    r"^(?P<whom>(?:In|For|With|During|After|Before)\s.+?)(?:\s(?:the )?[A-Z][\w/-]*)*(?:\s\d{4})?\s*$"
)
_END = re.compile(r"[;:(]|,?\s\b(?:because|since|unless|although|though|whereas|while|where|so that|as (?:it|they))\b")
_AND = re.compile(r"[,;]?\s(?:and|but|whereas|while)\s|;\s", re.I)
_SAYING = re.compile(r"\b(?:is|are|was|were|has|have)\b", re.I)  # says something else before: of that it may be
_LEADING = re.compile(r"^(?:in|for|with|during|after|before|at|under|among|if|when)\b[^,]*,\s*", re.I)
_SPLIT = re.compile(
    r",\s*(?:and|or)?\s*|"
    r"\s+(?:and|or|nor)\s+(?!(?-i:[A-D])\b|(?:above|below|over|under|more|less|higher|lower|older|younger|later|longer)\b)",
    re.I,
)
_OF_WHAT = re.compile(r"\s+(?:for|in|with|(?<!such )as|during|after|on|by)\s+", re.I)


def denied_use(text: str, candidates: Iterable[Candidate], glossary: Glossary, said: str = "") -> Candidate | None:
    """The first of ``candidates`` that denies the use that the question ``text`` takes for granted; None where none
    does, or where the question asks whether, or shows that it may not be. ``said``: the clause that states it, if one
    does.
    """
    if (not said and not takes_use_for_granted(text)) or _IN_DOUBT.search(text) or _WHY_NOT.search(text):
        return None
    if _WHY.match(text) and not any(cue.axis is Axis.USE and cue.sign > 0 for cue in cues(said)):
        return None
    text = _IN_PLACE.sub("", said) or text
    if _AWARE.search(text):
        return None
    own = frozenset(terms(text))
    wider = all_names(text, glossary)
    for candidate in candidates:
        source = candidate.spans[0].source.kind
        if not source.preclinical and _denies(candidate.text, text, own, wider, glossary):
            return candidate
    return None


def takes_use_for_granted(text: str) -> bool:
    """Whether a question takes a use for granted only by asking how, which or when; not where it asks whether, or shows
    that it may not be.
    """
    asks = _WHETHER.match(text) or _WHETHER.match(_PIECE.split(text)[-1])
    return not (asks or _IN_DOUBT.search(text) or _AWARE.search(text)) and _HOW.search(text) is not None


def in_doubt(clause: str) -> bool:
    """Whether a clause shows by a word that something is denied, left out, replaced or harmful."""
    return _AWARE.search(_DESCRIBED.sub("", _NO_BAR.sub("", clause))) is not None


def _denies(sentence: str, text: str, own: frozenset[str], names: Sequence[frozenset[str]], glossary: Glossary) -> bool:
    if sentence.isascii():  # other letters may count as these
        lower = sentence.lower()
        if not [word for word in _DENYING if word in lower]:
            return False
    if (
        _forbids(sentence, text, own, names)
        or _excepts(sentence, text, own, names)
        or _advises_against(sentence, text, own, names)
    ):
        return True
    if of_another_grade(sentence, text):
        return False
    return any(
        _denied_there(sentence[: match.start()], sentence[match.end() :], text, own, names, glossary)
        and (not _COMBINED.match(sentence, match.start()) or _names_both(sentence[: match.start()], text, own, names))
        for match in _DENIAL.finditer(sentence)
    )


def _names_both(head: str, text: str, own: frozenset[str], names: Sequence[frozenset[str]]) -> bool:
    """Whether all that is not to be combined is in the question: each by itself may be given."""
    about = _OF_WHAT.split(_LEADING.sub("", head), maxsplit=1)[0]
    return all(is_named(part, text, own, names) for part in _SPLIT.split(about) if tells(part))


def _denied_there(
    head: str, tail: str, text: str, own: frozenset[str], names: Sequence[frozenset[str]], glossary: Glossary
) -> bool:
    """Whether what stands before and behind a denial is in the question: what is denied, and one of the purposes."""
    said = head
    head = _AND.split(head)[-1] if _SAYING.search(head) else head  # "…, and X is contraindicated in Y"
    *_, last = _ANOTHER_CLAUSE.split(head)
    if last != head and _denied_there(last, _resolved(tail, said), text, own, names, glossary):
        return True  # "A needs B, and X is contraindicated in Y"
    tail = _resolved(tail, said)
    if _END.search(head) or _SAYING.search(head) or len(head.split()) > 16:
        return False
    leading = _LEADING.match(head)
    conditions = [leading.group().strip(" ,")] if leading is not None else []
    subject = head[leading.end() :] if leading is not None else head
    about, *narrower = _OF_WHAT.split(subject, maxsplit=1)
    subjects = [p for part in _SPLIT.split(about) for p in _SUCH_AS.split(part) if is_named(p, text, own, names)]
    if not subjects:
        return False
    if not all(is_named(part, text, own, names, empty=True) for part in (*conditions, *narrower)):
        return False
    end = _END.search(tail)
    purposes = _SPLIT.split(tail[: end.start()] if end is not None else tail)
    told = [purpose for purpose in purposes if tells(purpose)]
    if not told:
        return bool(conditions or narrower)
    # "in hypersensitivity to X, heparin or latex": what only names the drug again, or its class, is no condition.
    itself = {term for part in subjects for term in terms(part)}
    itself.update(term for form in all_names(" ".join(subjects), glossary) for term in form)
    told = [part for purpose in told for part in _SUCH_AS.split(purpose)]
    return any(is_named(part, text, own, names) and not set(terms(part)) <= itself for part in told)


def _resolved(tail: str, said: str) -> str:
    """``tail`` with "such a valve" written out as what ``said`` names so: "mechanical heart valve"."""

    def named(match: re.Match[str]) -> str:
        before = re.findall(rf"(?:[\w'’-]+ ){{1,2}}{re.escape(match['what'])}\b", said, re.I)
        return str(before[-1]) if before else match.group()

    return _SUCH.sub(named, tail)


def _advises_against(sentence: str, text: str, own: frozenset[str], names: Sequence[frozenset[str]]) -> bool:
    """ "A advises no X for Y in Z": denies X where X, Y and Z are named."""
    match = _ADVISED_AGAINST.search(sentence)
    if match is None:
        return False
    tail = re.sub(r"\s?\([^()]*\)", "", sentence[match.end() :]).rstrip(" .")
    end = _END.search(tail)
    about, *narrower = _OF_WHAT.split(tail[: end.start()] if end is not None else tail)
    leading = _LEADING.match(sentence[: match.start()])
    if len(about.split()) > 8 or not (narrower or leading):
        return False
    told = [*narrower, *([leading.group().strip(" ,")] if leading is not None else [])]
    unmarked = _WITHOUT_COMMA.match(sentence[: match.start()]) if leading is None else None
    if unmarked is not None:
        told.append(unmarked["whom"])
    if _OF_ALL.search(text):
        people = next((n for n, part in enumerate(told) if _PEOPLE.match(part)), len(told))
        told = told[:people]  # said of all: some for whom it is not done are enough
    if not all(any(is_named(p, text, own, names, empty=True) for p in _SPLIT.split(part)) for part in told):
        return False
    return any(is_named(part, text, own, names) for part in _SPLIT.split(about))


def _excepts(sentence: str, text: str, own: frozenset[str], names: Sequence[frozenset[str]]) -> bool:
    """ "X is preferred to Z, except with A or B": denies X in A and in B."""
    match = _EXCEPTED.search(sentence)
    if match is None or not is_named(match["subject"], text, own, names):
        return False
    return any(tells(part) and is_named(part, text, own, names) for part in _SPLIT.split(match["what"]))


def _forbids(sentence: str, text: str, own: frozenset[str], names: Sequence[frozenset[str]]) -> bool:
    """ "Heart failure and pulmonary hypertension are contraindications to X": denies X in each of these."""
    match = _FORBIDS.search(sentence)
    if match is None:
        return False
    head, tail = sentence[: match.start()], sentence[match.end() :]
    end = _END.search(tail)
    about, *narrower = _OF_WHAT.split((tail[: end.start()] if end is not None else tail).strip(" ."), maxsplit=1)
    beside = _BRACKET.match(tail[end.start() :]) if end is not None else None  # what it is called, or of what kinds
    called = [about, *(_SPLIT.split(beside["names"]) if beside is not None else ())]
    if _END.search(head) or _SAYING.search(head) or not any(is_named(name, text, own, names) for name in called):
        return False
    if not all(re.match(r"any\b|all\b", part) or is_named(part, text, own, names, empty=True) for part in narrower):
        return False
    return any(tells(part) and is_named(part, text, own, names) for part in _SPLIT.split(head))
