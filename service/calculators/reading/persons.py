"""Of whom a message tells, where it tells of several people: what of it is about the one whose score is asked for.

A wife's stroke is no criterion of her husband. Where it cannot be told whose a finding is, nothing is read and the asker
is asked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from service.calculators.reading.findings import read_findings, read_sex
from service.measured import ages_in, mentions_in

_WOMEN = r"wife|mother|mum|mom|daughter|sister|girlfriend|aunt|grandmother|grandma|niece"
_MEN = r"husband|father|dad|son|brother|boyfriend|uncle|grandfather|grandad|grandpa|nephew"
_FAMILY = r"family history|fhx?"
_KIN = re.compile(
    rf"\b(?:(?P<of>an?|my|our|his|her|their|whose|the|(?:(?:my|the|this) )?(?:patient|man|woman)['’]s)\s+)?"
    rf"(?:(?:elder(?:ly)?|old(?:er)?|young(?:er)?|late|frail|twin|little|own|\d{{1,3}}[- ]?(?:years?[- ]old|yo|y/o))\s+)*"
    rf"(?:(?P<she>{_WOMEN})|(?P<he>{_MEN})|(?P<either>partner|spouse|parents?|siblings?|cousin|friend|neighbou?r|colleague|relatives?|{_FAMILY}))\b(?!-)",
    re.I,
)
_OWN = ("my", "our")
_NOBODYS = ("", "the")
_A_PERSON = re.compile(
    r"\b(?:man|woman|male|female|lady|gentleman|patient|pt|boy|girl|he|she|(?:mr|mrs|ms)\.? [a-z]|i(?:['’]m| am| have))\b|\b\d{2,3}\s?-?(?-i:[MF])\b",
    re.I,
)
# Where what is told of one of the family ends, and the patient is spoken of again.
_BACK = re.compile(
    r"\b(?:(?P<male>he|him|his)|(?P<female>she|her))\b|[,;]\s+(?:(?:the|my|our) patient\b|\d{2,3}\s?-?(?:(?-i:[MF])\b|(?:year|yo\b|y/o)))",
    re.I,
)
_END = re.compile(r"[.;?!\n](?=\s|$)|\b(?:but|however|although|whereas)\b", re.I)
_DENIED = re.compile(r"\b(?:no|nil|without|negative|denies)\s+$", re.I)
# Somebody who is only there: "lives with her husband, hypertension".
_ONLY_THERE = re.compile(r"\b(?:with|by|to|from|and)\s+$", re.I)
_IS_TOLD_OF = re.compile(r"\s*[,(]?\s*(?:who|has|had|have|is|was|with|aged|also|takes|\d)\b", re.I)
_GOES_ON = re.compile(r"[.;!?]\s+(?:(?P<male>he|his)|(?P<female>she|her))\b", re.I)
_SCORE = r"(?:[a-z\d]+[- ]?){0,3}?(?:vasc|vas?|bled|pugh|meld|wells|padua|improve|curb|crb|sofa|e?gfr|bmi|65|scores?|points)\b"
_ASKED_BY_WORD = re.compile(
    rf"\b{_SCORE}(?: score)?(?: is| would be)? (?:for|of|in) (?:the|his|her|my|our|their) (?:[\w-]+ ){{0,4}}?(?P<kin>{_WOMEN}|{_MEN})\b(?!['’]s)"
    rf"|\b(?:for|of) (?:the|his|her|my|our|their) (?P<last>{_WOMEN}|{_MEN})\W*$|\b(?P<whose>{_WOMEN}|{_MEN})['’]s {_SCORE}",
    re.I,
)
_ASKED_OF = re.compile(rf"\b{_SCORE}(?: score)? (?:for|of|in) ", re.I)
_ASKED_BY_PRONOUN = re.compile(
    rf"\b(?:(?P<her>her)|his) {_SCORE}|\bfor (?:(?P<to_her>her)|him)\W*$|\b{_SCORE} for (?:(?P<of_her>her)|him)\b",
    re.I,
)
_LABEL = re.compile(r"\b(?:patient|pt|case|bed) ?(?:no\.? ?)?(?P<label>(?-i:[A-D])|[1-9])(?![\w.,]*\d)(?!\w)", re.I)
_ASKS_OF = re.compile(r"\b(?:for|of|in|about|on)\s+$", re.I)
_SEVERAL = re.compile(r"\b(?:two|2|three|3|both|several) (?:[\w-]+ ){0,2}(?:patients|people|men|women|cases)\b", re.I)


@dataclass(frozen=True, slots=True)
class _Span:
    """What a message tells of one of the family: from ``start`` to ``end``; ``of``: whose ("his", "my"), as written."""

    kin: str
    sex: str
    of: str
    start: int
    end: int


def told_of_one(text: str, of_another: bool = False) -> str | None:
    """What of a message (made plain) tells of the one whose score is asked for; None where that cannot be told.

    ``of_another``: it begins with somebody new ("and her husband, 75 with diabetes?").
    """
    labels = list(_LABEL.finditer(text))
    if len({label["label"].upper() for label in labels}) > 1:
        return _of_labelled(text, labels)
    spans = _spans(text)
    if spans:
        return _of_family(text, spans, of_another)
    ages = ages_in(text)
    apart = len({age.sex for age in ages if age.sex}) > 1 or _SEVERAL.search(text) is not None
    return None if apart and len({age.number for age in ages}) > 1 else text


def leaves_out_what_is_told(text: str) -> bool:
    """Whether a finding or a value of the message is another's and not read."""
    told = told_of_one(text)
    if told in (None, text):
        return False
    return read_findings(text) != read_findings(told or "") or len(mentions_in(text)) != len(mentions_in(told or ""))


def _of_labelled(text: str, labels: Sequence[re.Match[str]]) -> str | None:
    """What is told of "patient 2"; None where it is not said which of them is asked about."""
    asked = {label["label"].upper() for label in labels if _ASKS_OF.search(text[: label.start()])}
    if len(asked) != 1:
        return None
    ends = [label.start() for label in labels[1:]] + [len(text)]
    told = [
        text[label.end() : end]
        for label, end in zip(labels, ends, strict=True)
        if label["label"].upper() in asked and not _ASKS_OF.search(text[: label.start()])
    ]
    return " ".join(told) if told else None


def _of_family(text: str, spans: Sequence[_Span], of_another: bool) -> str | None:
    rest = _without(text, spans)
    owned = [span for span in spans if span.of.lower() not in (*_NOBODYS, *_OWN)]
    beside = bool(owned) or _A_PERSON.search(rest) is not None
    kin = _asked(text, rest, spans, owned, beside)
    if kin is None:
        return None
    if not kin and (of_another or (not beside and _is_the_patient(text, spans[0]))):
        kin, beside = spans[0].kin, False
        if any(span.kin != kin and ages_in(text[span.start : span.end]) for span in spans):
            return None  # "his wife is 70, his son is 45"
    if not kin:
        return rest if _is_apart(text, rest, spans) else None
    if beside:
        return " ".join(text[span.start : span.end] for span in spans if span.kin == kin)
    return _without(text, [span for span in spans if span.kin != kin])


def _is_apart(text: str, rest: str, spans: Sequence[_Span]) -> bool:
    """Whether it is plain what is told of the patient and what of the family. "His wife had a stroke, diabetes" is not;
    two people with their ages are told of alike, unless one is asked about.
    """
    asked = _ASKED_OF.search(text)
    named = asked is not None and _A_PERSON.search(text[asked.end() : max(asked.end(), spans[0].start)]) is not None
    for span in spans:
        told = text[span.start : span.end]
        aged = bool(ages_in(told))
        if aged and not named and ages_in(rest):
            return False
        behind = told.partition(",")[2]
        if not aged and (read_findings(behind) or mentions_in(behind)):
            return False
    return True


def _asked(text: str, rest: str, spans: Sequence[_Span], owned: Sequence[_Span], beside: bool) -> str | None:
    """Which of the family is asked about: empty where none is, None where it may be one of two people."""
    by_word = _ASKED_BY_WORD.search(text)
    if by_word is not None:
        return str(next(filter(None, by_word.groups()))).lower()
    pronoun = _ASKED_BY_PRONOUN.search(text)
    if pronoun is None or not beside:
        return ""
    wanted = "female" if any(pronoun.groups()) else "male"
    meant = list({span.kin: span for span in spans if span.sex in (wanted, "")}.values())
    sexes = {
        "female" if span.of.lower() in ("her", "woman's") else "male"
        for span in owned
        if span.of.lower() in ("his", "her")
    }
    own = read_sex(rest.replace(pronoun.group(), " ")) or (sexes.pop() if len(sexes) == 1 else None)
    if not meant or (own == wanted and all(span in owned for span in meant)):
        return ""  # "68F, her mother had a stroke. Her score?"
    return meant[0].kin if len(meant) == 1 and own not in (wanted, None) else None


def _is_the_patient(text: str, span: _Span) -> bool:
    """Whether one of the family, nobody else being told of, is whose score is asked for ("my mother is 80 with AF")."""
    return span.of.lower() in _OWN or (span.of.lower() in _NOBODYS and bool(ages_in(text[span.start : span.end])))


def _spans(text: str) -> list[_Span]:
    found = [kin for kin in _KIN.finditer(text) if (kin["of"] or "").lower() not in ("a", "an")]  # "a mother of 30"
    spans: list[_Span] = []
    for place, kin in enumerate(found):
        sex = "female" if kin["she"] else "male" if kin["he"] else ""
        end = _END.search(text, kin.end())
        ends = [end.start() if end is not None else len(text)]
        ends += [later.start() for later in found[place + 1 : place + 2]]
        family = re.match(_FAMILY, kin["either"] or "", re.I) is not None
        ends += [
            back.start()
            for back in _BACK.finditer(text, kin.end())
            if back.lastgroup is None or family or (sex and back.lastgroup != sex)
        ]
        if family and _DENIED.search(text[: kin.start()]):
            ends += [comma for comma in [text.find(",", kin.end())] if comma >= 0]
        only_there = _ONLY_THERE.search(text[: kin.start()]) and not _IS_TOLD_OF.match(text, kin.end())
        stop = kin.end() if only_there else min(ends)
        if (kin["of"] or "").lower() in (*_OWN, *_NOBODYS) and _A_PERSON.search(text[: kin.start()]) is None:
            while (more := _GOES_ON.match(text, stop)) is not None and more.lastgroup == sex:
                end = _END.search(text, more.end())  # "My dad has AF. He takes aspirin."
                stop = end.start() if end is not None else len(text)
        word = kin["she"] or kin["he"] or kin["either"]
        spans.append(_Span(word.lower(), sex, kin["of"] or "", kin.start(), stop))
    return spans


def _without(text: str, spans: Sequence[_Span]) -> str:
    for span in sorted(spans, key=lambda span: -span.start):
        text = f"{text[: span.start]} {text[span.end :]}"
    return text
