"""The words in which a question says what it takes for granted, before, behind or amid what it asks.

"As X is given daily, how much …?", "X starting at 350, which tests …?", "…, since X is safe?", "Why does X …?", "How is
age scored in X, the one that counts urea over 10?": facts of wording, not of medicine.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from service.measured import values_and_places
from service.premises.cues import Axis, cues
from service.premises.pronouns import PRONOUN, with_name
from service.sentences.figures import figures

ASKING = (
    r"(?:what|which|how|when|where|why|(?-i:[Ww]ho)|whom|whose|should|shall|can|could|do|does|did|is|are|was|were|may|must|"
    r"will|would|has(?!-)|have|any|(?:at|by|for|in|over|within|after|below|above|to|from|on|until|with) "
    r"(?:what|which|how|whom))\b"
)
_LEAD = (
    r"(?:since|because of the fact that|because|as|given(?: the fact)?(?: that)?|now that|seeing (?:as|that)|"
    r"considering(?: that)?|knowing(?: that)?|assuming(?: that)?|if it is true that|granted(?: that)?|once|with|"
    r"aiming for|targeting|after|following|on the basis that|in view of|in light of|due to|thanks to)"
)
_WEAK_LEAD = re.compile(r"^\W*(?:once|with|after|following)\b", re.I)
# Where the clause in front ends and the question begins: ", which …", "; when …", " – so what …", ": how many …".
_TURN = re.compile(
    rf"\s*(?:[,;:.!]|\s[–—-])\s*(?P<then>then|so|and|but)?,?\s*(?={ASKING})|"
    r":\s+(?=(?:[\w-]+ ){1,3}(?:at|by|for|in|over|within|every) (?:what|which|how)\b)",  # ": X at which dose?"
    re.I,
)
_STATED_WHEN = re.compile(
    rf"^\W*(?:when|where|in whom)\s(?!(?:is|are|do|does|did|can|should|may|must|will|to|was|"
    rf"were)\b)[^,?]+,\s(?!{ASKING})[^?]+$",
    re.I,
)
_PIECE = re.compile(r"\s*[;:.]\s+|\s[–—-]\s")  # "INR 7, no bleeding: since …"
_ASKED_NEXT = re.compile(rf",\s(?:and |but |so )?{ASKING}.*$", re.I | re.S)  # "…, given that X, how long …?"
_IT = re.compile(r"\b(?:it|them)\b", re.I)
_WHICH = re.compile(  # "X, which A puts first, is given how often?"
    rf"^\W*(?!{ASKING})(?P<head>[^,;:?]{{2,80}}), (?P<relative>(?:which|who|where)\s[^,;:?]{{8,140}}), ", re.I
)
_NOUN_PHRASE = re.compile(r"^\W*the\s+(?:[\w'’/%-]+\s+){4,}[\w'’/%-]+$", re.I)  # "The harm that X does in Y: …"
_MARKED = re.compile(rf"^\W*(?:so |and |but )?(?P<lead>{_LEAD})\s+(?P<clause>.+)$", re.I | re.S)
_MARKED_ALONE = re.compile(  # and a question without a word that asks: "Given that X, with or without Y?"
    r"^\W*(?:so |and |but )?(?:since|because|given that|seeing (?:as|that)|considering that|knowing that|now that)\s"
    r"(?P<clause>[^?;:]+), (?P<asked>[^?,;:]+)\?$",
    re.I,
)
_BEHIND = re.compile(
    r"(?:,\s*|\s)(?:since|because(?! of\b)|given that|now that|seeing (?:as|that)|considering that|knowing that|"
    r"assuming that|(?<=, )given)\s+(?!\d|last\b|yesterday|birth|childhood|then\b)"
    r"(?P<clause>(?:[^?.;]|(?<=\d)\.(?=\d))+?)\s*(?:;[^?]*)?\?*\s*$|"
    r",\s*as\s+(?P<as>[^?,]+?)\s*\?*\s*$",
    re.I,
)
# Who says so is no part of what is said: "I was taught that …", "my registrar was told …", "…, the nurse says".
_SAYING = (
    r"(?:the fact|(?:it is|it's) (?:well )?known|(?:we|I) (?:(?:all|always|have|had|just|once) )?(?:know|knew|read|"
    r"heard|hear|understand|gather|thought|believed?|learn(?:ed|t)|assumed?)|"
    r"(?:I|we|he|she|(?:my|our|the|a) [\w-]+)(?P<of> (?:on|with|taking|after|in) [\w-]+(?: (?!was|is|"
    r"were|has|have|am)[\w-]+)?)?(?:'m| am| was| were| have been| has been)? (?:told|taught|advised)|"
    r"(?:it|they|(?:my|our|the|a|some|every) ?[\w-]+) (?:says?|said|tells? (?:me|us)|told (?:me|us)|insists?|claims?|"
    r"thinks?))"
)
_WHOLE = r"(?:[^,.?–—]|(?<=\d)[.,–](?=\d))+"  # to the end of the clause; "1.6" and "120–129" are whole
_FACT = re.compile(rf"(?:^|(?<=[\s,;:.(])){_SAYING} (?:that |(?<=understand )it,? )?(?P<clause>{_WHOLE})", re.I)
_SAID = re.compile(rf",\s+(?:or so )?{_SAYING}(?: so)?\s*[.;:–—]?\s*$", re.I)
_AMID = re.compile(
    r",\s*(?:the ones? (?:that|which|who)|i\.?\s?e\.?|that is)[\s,]+(?P<relative>[^,?]+)|"
    r"\((?P<bracket>[^()?]*\d[^()?]*)\)",
    re.I,
)
# "How is X, harmless in Y, given?", "… on X, which has no Z?": what is said of X beside the question.
_BESIDE = re.compile(
    r"(?P<head>[\w-]+(?: [\w-]+)?), "
    r"(?P<said>(?!and\b|or\b|but\b|if\b|when\b|for\b|with\b|in\b)[\w'’-]+(?: [\w'’/%-]+){2,14})\s*[,?]",
    re.I,
)
_BARE = re.compile(rf"^(?:{ASKING}|the|an?|on|for|of|to|with|give|given|in|by|about|from|is|does) ", re.I)
_NONE = re.compile(r"\b(?:no|not|never|without)\b", re.I)
_LED = (
    r"^\W*(?:so |and |but )?(?:(?P<where>(?:in|with|for|during|after|before|among|on|at|under|"
    r"when)\s[^,;:?]{3,80}),\s)?"
)
_WHY = re.compile(
    rf"{_LED}(?:why|how come)\s+(?P<aux>does|do|did|is|are|was|were|has|have|should|must|can|will|may)\s+"
    r"(?P<rest>[^?]+)",
    re.I,
)
# "By how much does X raise Y?", "How quickly does …?" take for granted that it does.
_HOW_MUCH = re.compile(
    rf"{_LED}(?:by how (?:much|many [\w-]+)|how (?:much|far|strongly|often|soon|fast|quickly|long|well|early|late)|"
    r"(?:after|for|within|in|over) how (?:long|many [\w-]+)|to what extent|through which [\w-]+|by what [\w-]+)\s+"
    r"(?P<aux>does|do|did)\s+(?!(?:i|we|you|one|he|she|they|it)\b)(?P<rest>[^?]+)",
    re.I,
)
# Whoever has to explain something takes it for granted.
_EXPLAINED = re.compile(
    r"\b(?:explain|justify|make clear|reassure|remind|convince|tell|warn)\b[^?,;:.]{0,40}?\s(?:that|why)\s"
    r"(?P<clause>(?:[^?;]|(?<=\d)\.(?=\d))+?)\s*\?*\s*$|"
    r"\b(?:despite|in spite of|besides) the fact that (?P<fact>[^?,;]+)",
    re.I,
)
_WHY_NEXT = re.compile(
    rf",\s*(?:and|or|but)\s+(?={ASKING}).*$|"
    r"\s(?:and|but)\s+(?:what|which|how|when|where|why|who)\s(?:\w+\s)?(?:is|are|do|does|did|can|could|should|shall|may|must|"
    r"will|would|has|have)\b.*$",
    re.I,
)
# What was done to somebody, so many times: "needed 2 adrenalines".
_BEFELL = re.compile(
    r"\b(?:needed|required|received|got|had|took|(?:was|were|been) given)\s+(?:about |only |just )?"
    r"(?:\d|one\b|two\b|three\b|four\b)",
    re.I,
)
_OF_SOMEONE = re.compile(
    r"\b(?:he|she|his|her|my|pt|patient|pregnant|man|woman|boy|girl|lad|lady|mum|dad|\d+\s?[mf]|y/?o|ago|candidate|"
    r"convert\w*|switch\w*|what proportion|for years)\b|-old\b",
    re.I,
)
_WHETHER = r"(?:is|are|do|does|did|can|could|should|would|may|must|will|shall|has|have|was|were)\b"
_NAMED = (
    r"(?:targets?|doses?|thresholds?|cut-?offs?|courses?|limits?|maximum|minimum|intervals?|durations?|goals?|ceiling|"
    r"troughs?|windows?|ratio)"
)
_KNOWN = r"(?:the|its|their|usual|standard|recommended|normal)"
# The bolus of 20 that A recommends for Y, as a noun with what is said of it.
_OF_FIGURE = re.compile(
    r"^\W*the\s(?:[\w-]+\s){1,5}of\s(?:at (?:least|most)\s|about\s)?[<>≤≥]?\d[^?:;]*\s(?:that|which|in|"
    r"for|of|after|with|under)\s[^?:;]+$",
    re.I,
)
_DEFINITE = re.compile(
    rf"\b(?P<named>{_KNOWN}\s+(?:[\w/-]+\s+){{0,4}}?{_NAMED}\s+(?:of|from|at|under|below|above|over|being|is)\s+"
    rf"[<>≤≥]?\s?\d[^?]*|{_KNOWN}\s+(?:[A-Za-z][\w/-]*\s+){{0,2}}?\d[\w.,/-]*\s?[\w%/-]*\s+(?:\w+\s+)?{_NAMED}\b[^?]*)",
    re.I,
)
DOSES_AND_TIMES = ("mass", "units", "time", "interval", "ratio")
_PERIOD = r"\d+(?:[.,]\d+)?[\s-]?(?:min(?:ute)?s?|h|hours?|days?|weeks?|months?|years?)"
_CIRCUMSTANCE = re.compile(
    rf"\b(?:after|in (?:the )?first|first|for (?:the )?(?:past|last)|since|at|by|delayed|missed)\s+"
    rf"(?:about\s+)?{_PERIOD}\b|"
    rf"\b{_PERIOD}\s+(?:after|before|post|into|later|ago|from|late|overdue|old|earlier|since|prior|out|pregnant|"
    r"gestation)\b|\b(?:(?:on|at|by|in)\s+)?(?:day|week|month)s?\s+\d+\b",
    re.I,
)
_TAG = re.compile(
    r",?\s+(?:isn't|doesn't|don't|aren't|wasn't|won't|right|correct|yes|no)\s*(?:it|they|he|she|we|you)?,?$", re.I
)
_TAGGED = re.compile(
    rf",?\s+(?:right|correct|yes|no|true|(?:is|does|do|are|was|has|have|can)n't (?:it|they|he|she|we|you))\?\s+"
    rf"(?={ASKING})",
    re.I,
)  # "X is given Y, right? How much?"
_PERSON = re.compile(
    r"^\W*(?:an? |my |this |our |the )?(?:\d+[- ]?(?:year|yo\b|y\b|yrs?\b|[mf]\b)|(?:he|she|they|i|we|his|her)\b|"
    r"(?:my|this|our) (?:patient|man|woman|child|mother|father|wife|husband)\b)",
    re.I,
)
_FIGURE = re.compile(r"\d")
_VERB = re.compile(
    r"\b(?:can|may|must|should|will|could|cannot|is|are|was|were|being|be|has|have|had|runs?|"
    r"causes?|has to|have to|goes?|got|gets?|means?|begins?|starting|starts?|ends?|ending|comes?|"
    r"held|stays?|lasts?|lasting|takes?|counts?|needs?|climbs?|applies|covers?|wants?|points?|pointing|makes?|made|"
    r"works?|(?:as )?the (?:first|only|usual|standard|preferred|best|drug|treatment|aim|target|rule|norm|choice|limit)|"
    r"given|said|shown?|going home on)\b",
    re.I,
)
_BEING = re.compile(
    r"^\W*(?P<of>[^,;:]{2,80}?)\s(?:(?:not|no longer|also|only|still)\s)?being\s"
    r"(?:about |at |some |up to |only )?(?P<what>\S[^,;:]*)$",
    re.I,
)
_LIMIT_OF_ALL = re.compile(rf"\b{_NAMED}\b", re.I)
_STATING = 0.75  # strength of a cue that makes a statement
_FEWEST = 3  # words of a clause that says something


@dataclass(frozen=True, slots=True)
class Granted:
    """The clause, and what is asked besides it. ``marked``: by a word such as "since" or by the form of the question;
    else it only stands in front, and may be no more than the setting.
    """

    clause: str
    asked: str
    marked: bool
    front: str = ""  # all that stands before the question, where the clause is only the end of that
    follows: bool = False  # the question follows from it: "…, so …?"
    setting: bool = False  # only what or whom it is about; of it no more than doses and times can be wrong

    @property
    def told(self) -> bool:
        """Whether it is said as what is so, and not only named."""
        return self.marked or self.follows


@lru_cache(maxsize=64)  # asked for before a question is judged, and when it is answered
def granted(text: str) -> Granted | None:
    """What the wording of a question takes for granted; None where it only asks."""
    text = _TAGGED.sub(": ", " ".join(text.split()))
    turn = _turn(text)
    if turn is not None:
        clause, asked, _ = turn
        said = _FACT.match(clause)
        if said is not None and _says(said["clause"]):
            return Granted(_of_what(said), asked, True)
        match = _MARKED.match(_PIECE.split(clause)[-1]) or _MARKED.match(clause)
        front = clause if match is not None and match.group() != clause else ""
        if match is not None and _says(match["clause"]):
            weak = _WEAK_LEAD.match(clause) is not None
            told = not weak or _states(match["clause"])
            return Granted(match["clause"], asked, not weak, front) if told else None
    if turn is None and (match := _MARKED_ALONE.match(text)) is not None and _says(match["clause"]):
        return Granted(match["clause"], match["asked"], True)
    for pattern, marked in ((_FACT, True), (_EXPLAINED, True), (_BEHIND, True), (_AMID, True)):
        match = pattern.search(text)
        clause = next((group for group in match.groups() if group), "") if match is not None else ""
        if match is not None and pattern is _FACT:
            clause = _of_what(match)
        clause = _ASKED_NEXT.sub("", clause)
        if match is not None and pattern is _AMID and match["bracket"] and _tells_a_case(text, match["bracket"]):
            continue
        if match is not None and _says(clause):
            if pattern is _AMID:  # what it is said of stands before it
                clause = f"{_without_asking(text[: match.start()])}, {clause}"
            if PRONOUN.match(clause):  # "…, as it is the best?": what it is stands before
                clause = with_name(clause.strip(), _without_asking(text[: match.start()]))
            return Granted(clause.strip(), text[: match.start()], marked)
    beside = _said_beside(text)
    if beside is not None:
        return beside
    match = _WHICH.match(text)
    if match is not None and not _PERSON.match(text):
        return Granted(f"{match['head']}, {match['relative']}", text, True)
    match = _WHY.match(text) or _HOW_MUCH.match(text)
    if match is not None:
        rest = _WHY_NEXT.sub("", match["rest"].strip())
        if not _says(rest) or (match.re is _HOW_MUCH and not _moves(rest)):
            return None
        where = f" {match['where']}" if match["where"] else ""
        return Granted(f"{declared(match['aux'], rest)}{where}", text, True)
    if turn is not None and _BEFELL.search(turn[0]):
        return None  # what was done to somebody
    if turn is not None:
        before, asked, then = turn
        clause, front = _after_a_case(before)
        if not _PERSON.match(clause) and (_states(clause) or _OF_FIGURE.match(clause) or _follows(clause, then)):
            return Granted(clause, asked, _is_being(clause), front, then in ("so", "then"))
    return _figure_in_passing(text, turn)


def is_of_someone(text: str) -> bool:
    """Whether ``text`` tells of a patient."""
    return _PERSON.match(text) is not None or _OF_SOMEONE.search(text) is not None


def _tells_a_case(text: str, bracket: str) -> bool:
    """Whether what stands in brackets tells how things are with somebody: a case is told, or it is a measured value."""
    if is_of_someone(text):
        return True
    for _, start, end in reversed(values_and_places(bracket)):
        bracket = f"{bracket[:start]} {bracket[end:]}"
    return not any(character.isalnum() for character in bracket)


def _after_a_case(before: str) -> tuple[str, str]:
    """What is stated after a case has been told, and both: "He is well on X. A stops X after a week"; where no case is
    told, all of it.
    """
    *case, last = re.split(r"(?<=[\w)])\.\s+", before)
    said = any(cue.axis is Axis.USE and cue.strength >= _STATING for cue in cues(last))
    if case and said and _PERSON.match(before) and not _OF_SOMEONE.search(last):
        return last, before
    if case and _says(last) and _states(last) and not _PERSON.match(last) and not _OF_SOMEONE.search(last):
        return last, before
    return before, ""


def _is_being(clause: str) -> bool:
    """Whether a clause says what something is ("X being the first choice"), and is no value of someone's ("INR being
    5").
    """
    match = _BEING.match(clause)
    if match is None or _PERSON.match(clause) or _OF_SOMEONE.search(clause):
        return False
    return _LIMIT_OF_ALL.search(match["of"]) is not None or not _FIGURE.match(match["what"])


def _said_beside(text: str) -> Granted | None:
    """What a question says in passing of something that it names."""
    if not re.match(rf"^\W*{ASKING}", text, re.I):
        return None
    for match in _BESIDE.finditer(text):
        said = match["said"]
        if re.match(ASKING, said, re.I) and not re.match(r"which|who", said, re.I):
            continue
        if any(cue.strength >= _STATING for cue in cues(said)) or _NONE.search(said):
            return Granted(f"{_BARE.sub('', match['head'])}, {said}", text, True)
    return None


def _figure_in_passing(text: str, turn: tuple[str, str, str] | None) -> Granted | None:
    """A figure that is named as if known: "the initial target of 80", "the 14-day course", a dose or a time."""
    match = _DEFINITE.search(text)
    if match is not None:
        return Granted(match["named"].strip(), text, False)
    # When something is asked about ("3 hours after", "in the first 3 hours") is circumstance, no assumption.
    clause = _CIRCUMSTANCE.sub(" ", turn[0] if turn is not None else text)
    if turn is None and re.match(rf"^\W*{_WHETHER}", text, re.I):
        return None  # asks whether it is so
    if _OF_SOMEONE.search(text):
        return None  # what a patient takes or has had is no assumption
    told = any(f.kind.startswith(DOSES_AND_TIMES) and _FIGURE.match(clause[f.start]) for f in figures(clause))
    return Granted(clause, text, False, setting=True) if told else None


def _of_what(said: re.Match[str]) -> str:
    """What somebody said; "it" is what they are on: "my patient on X was told that Y goes with it"."""
    clause = said["clause"].strip()
    return f"{clause}{said['of']}" if said["of"] and _IT.search(clause) else str(clause)


def _moves(clause: str) -> bool:
    """Whether a clause says that something goes up or down."""
    return any(cue.axis is Axis.CHANGE and cue.sign for cue in cues(clause))


def _without_asking(text: str) -> str:
    return re.sub(rf"^\W*(?:{ASKING}\s*)+", "", text, flags=re.I).strip()


def _follows(clause: str, then: str) -> bool:
    """Whether the question follows from the clause ("…, so …?"), or the clause names something with what it does."""
    return (then in ("so", "then") and not _OF_SOMEONE.search(clause)) or _NOUN_PHRASE.match(clause) is not None


def _turn(text: str) -> tuple[str, str, str] | None:
    """The clause in front of the question, the question, and the word between; None where nothing stands in front."""
    for match in _TURN.finditer(text):
        before = text[: match.start()]
        if re.match(rf"^\W*{ASKING}", before, re.I) and not re.match(r"^\W*with\b", before, re.I):
            if _STATED_WHEN.match(before):  # "When X fails, Y is given: how much?"
                return before, text[match.end() :], (match["then"] or "").casefold()
            return None
        if _says(before):
            return _SAID.sub("", _TAG.sub("", before.strip())), text[match.end() :], (match["then"] or "").casefold()
    return None


def _says(clause: str) -> bool:
    return len(clause.split()) >= _FEWEST or (len(clause.split()) > 1 and _FIGURE.search(clause) is not None)


def _states(clause: str) -> bool:
    """Whether a clause says something of something, not only what or whom the question is about."""
    return _VERB.search(clause) is not None or any(cue.strength >= _STATING for cue in cues(clause))


def declared(auxiliary: str, rest: str) -> str:
    """ "Why is X safe in Y" as "X is safe in Y": the auxiliary goes before the first cue of the rest."""
    found = cues(rest)
    if not found:
        return rest
    start = found[0].start
    negation = re.search(r"\b(?:(?:not|never|no longer)(?:\s+\w+)?|well|badly|poorly|\w+ly)\s+$", rest[:start])
    start = negation.start() if negation is not None else start
    passive = re.search(r"\bbe\s+$", rest[:start])  # "should X be taken"
    start = passive.start() if passive is not None else start
    plain = negation is None or not re.match(r"not|never|no", negation.group(), re.I)
    verb = "" if auxiliary.casefold() in ("does", "do", "did") and plain else f"{auxiliary.lower()} "
    return f"{rest[:start]}{verb}{rest[start:]}"
