"""The words in which a question says what it takes for granted, before, behind or amid what it asks.

"As X is given daily, how much …?", "X starting at 350, which tests …?", "…, since X is safe?", "Why does X …?", "How is
age scored in X, the one that counts urea over 10?": facts of wording, not of medicine.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from service.premises.front import ASKING, SAYING, after_a_case, follows, is_being, is_of_figure, says, states, turn
from service.premises.in_passing import dose_or_time, named_figure, said_beside
from service.premises.persons import BEFELL, PERSON, is_of_someone, tells_a_case
from service.premises.pronouns import PRONOUN, with_name, with_place
from service.premises.reason_asked import reason_asked

_LEAD = (
    r"(?:since|because of the fact that|because|as|given(?: the fact)?(?: that)?|now that|seeing (?:as|that)|"
    r"considering(?: that)?|knowing(?: that)?|assuming(?: that)?|if it is true that|granted(?: that)?|once|with|"
    r"aiming for|targeting|after|following|on the basis that|in view of|in light of|due to|thanks to)"
)
_WEAK_LEAD = re.compile(r"^\W*(?:once|with|after|following)\b", re.I)
_PIECE = re.compile(r"\s*[;:.]\s+|\s[–—-]\s")  # "INR 7, no bleeding: since …"
_ASKED_NEXT = re.compile(rf",\s(?:and |but |so )?{ASKING}.*$", re.I | re.S)  # "…, given that X, how long …?"
_IT = re.compile(r"\b(?:it|them)\b", re.I)
_WHICH = re.compile(  # "X, which A puts first, is given how often?"
    rf"^\W*(?!{ASKING})(?P<head>[^,;:?]{{2,80}}), (?P<relative>(?:which|who|where)\s[^,;:?]{{8,140}}), ", re.I
)
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
_WHOLE = r"(?:[^,.?–—]|(?<=\d)[.,–](?=\d))+"  # to the end of the clause; "1.6" and "120–129" are whole
_FACT = re.compile(rf"(?:^|(?<=[\s,;:.(])){SAYING} (?:that |(?<=understand )it,? )?(?P<clause>{_WHOLE})", re.I)
_AMID = re.compile(
    r",\s*(?:the ones? (?:that|which|who)|i\.?\s?e\.?|that is)[\s,]+(?P<relative>[^,?]+)|"
    r"\((?P<bracket>[^()?]*\d[^()?]*)\)",
    re.I,
)
# Whoever has to explain something takes it for granted.
_EXPLAINED = re.compile(
    r"\b(?:explain|justify|make clear|reassure|remind|convince|tell|warn)\b[^?,;:.]{0,40}?\s(?:that|why)\s"
    r"(?P<clause>(?:[^?;]|(?<=\d)\.(?=\d))+?)\s*\?*\s*$|"
    r"\b(?:despite|in spite of|besides) the fact that (?P<fact>[^?,;]+)",
    re.I,
)
_TAGGED = re.compile(
    rf",?\s+(?:right|correct|yes|no|true|(?:is|does|do|are|was|has|have|can)n't (?:it|they|he|she|we|you))\?\s+"
    rf"(?={ASKING})",
    re.I,
)  # "X is given Y, right? How much?"


# "X is given, as recommended: …?", "…, as the guideline asks": what stands before is held to be right.
_AS_HELD = re.compile(
    r"^(?P<clause>.+?),?\s(?:just )?as (?:(?:it|one|they) should(?: be)?|(?:is |was |are )?(?:recommended|advised)"
    r"(?: by [\w ]{2,30})?|(?:the |our )?(?:guidelines?|guidance|protocols?|leaflets?|label) "
    r"(?:asks?|says?|recommends?|advises?|wants?|requires?|tells?|allows?))(?: it| for it| us| me)?\W*$",
    re.I,
)
# "X is back to normal, so Y can be stopped": what is concluded, where that is what to do.
_CONCLUDED = re.compile(
    r"^[^.;:]+?,?\s(?:so|therefore|hence)\s(?!that\b|far\b|much\b|many\b)(?P<clause>[^,;:]+)$", re.I
)
_DECIDES = re.compile(
    r"\b(?:can|cannot|must|should|may|need not|(?:has|have|needs?) to|does not need)\s(?:not )?(?:be )?[a-z]", re.I
)


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
    turned = turn(text)
    if turned is not None:
        clause, asked, _ = turned
        said = _FACT.match(clause)
        if said is not None and says(said["clause"]):
            return Granted(_of_what(said), asked, True)
        match = _MARKED.match(_PIECE.split(clause)[-1]) or _MARKED.match(clause)
        front = clause if match is not None and match.group() != clause else ""
        if match is not None and says(match["clause"]):
            weak = _WEAK_LEAD.match(clause) is not None
            told = not weak or states(match["clause"])
            return Granted(with_place(match["clause"], front), asked, not weak, front) if told else None
        held = _AS_HELD.match(clause)
        if held is not None and says(held["clause"]) and not re.match(rf"^\W*(?:if|{ASKING})", clause, re.I):
            if PERSON.match(held["clause"]):
                return None  # what somebody takes, as they believe they should
            last = _PIECE.split(held["clause"])[-1]
            return Granted(
                with_place(last, held["clause"]), asked, True, held["clause"] if last != held["clause"] else ""
            )
    if turned is None and (match := _MARKED_ALONE.match(text)) is not None and says(match["clause"]):
        return Granted(match["clause"], match["asked"], True)
    for pattern, marked in ((_FACT, True), (_EXPLAINED, True), (_BEHIND, True), (_AMID, True)):
        match = pattern.search(text)
        clause = next((group for group in match.groups() if group), "") if match is not None else ""
        if match is not None and pattern is _FACT:
            clause = _of_what(match)
        clause = _ASKED_NEXT.sub("", clause)
        if match is not None and pattern is _AMID and match["bracket"] and tells_a_case(text, match["bracket"]):
            continue
        if match is not None and says(clause):
            if pattern is _AMID:  # what it is said of stands before it
                clause = f"{_without_asking(text[: match.start()])}, {clause}"
            if PRONOUN.match(clause):  # "…, as it is the best?": what it is stands before
                clause = with_name(clause.strip(), _without_asking(text[: match.start()]))
            return Granted(clause.strip(), text[: match.start()], marked)
    beside = said_beside(text)
    if beside is not None:
        return Granted(beside, text, True)
    match = _WHICH.match(text)
    if match is not None and not PERSON.match(text):
        return Granted(f"{match['head']}, {match['relative']}", text, True)
    reason, asks_for_it = reason_asked(text)
    if asks_for_it:
        return Granted(reason, text, True) if reason else None
    if turned is not None and BEFELL.search(turned[0]):
        return None  # what was done to somebody
    if turned is not None:
        before, asked, then = turned
        clause, front = after_a_case(before)
        concluded = _CONCLUDED.match(clause)
        if concluded is not None and not is_of_someone(clause) and _DECIDES.search(concluded["clause"]):
            return Granted(clause, asked, False, front, True)
        if not PERSON.match(clause) and (states(clause) or is_of_figure(clause) or follows(clause, then)):
            return Granted(clause, asked, is_being(clause), front, then in ("so", "then"))
    named = named_figure(text)
    if named is not None:
        return Granted(named, text, False)
    dosed = dose_or_time(text, turned[0] if turned is not None else "")
    return Granted(dosed, text, False, setting=True) if dosed is not None else None


def _of_what(said: re.Match[str]) -> str:
    """What somebody said; "it" is what they are on: "my patient on X was told that Y goes with it"."""
    clause = said["clause"].strip()
    return f"{clause}{said['of']}" if said["of"] and _IT.search(clause) else str(clause)


def _without_asking(text: str) -> str:
    return re.sub(rf"^\W*(?:{ASKING}\s*)+", "", text, flags=re.I).strip()
