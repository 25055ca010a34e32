"""Free text with ``[1]`` marks and a list of references, read as statements with citations."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpus.text import sentence_spans
from evals.response import Cited, Response, Said
from service.answer import Status

_HEADING = re.compile(
    r"^[#*_\s]*(?:references?|sources?|bibliography|citations?|works cited|literature)[*_\s:]*$", re.IGNORECASE
)
_ENTRY = re.compile(r"^\s*(?:[-*]\s+)?(?:\[(?P<a>\d+)\]:?|(?P<b>\d+)[.)])\s+(?P<text>\S.*)$")
_BRACKETED = re.compile(r"^\s*(?:[-*]\s+)?\[\d+\]:?\s+\S")
_MARK = re.compile(r"\[(\d+(?:\s*(?:,|;|–|-)\s*\d+)*)\]")
# Marks behind the full stop belong to the sentence before it.
_MARKS_BEHIND = re.compile(r"(?P<stop>[.!?])\s*(?P<marks>(?:\[\d+(?:\s*[,;–-]\s*\d+)*\]\s*)+)")
_URL = re.compile(r"https?://[^\s)\]>\"”]+")
_QUOTED = re.compile(r"[“\"](?P<quote>[^”\"]{20,})[”\"]")
_BULLET = re.compile(r"^\s*(?:[-*•]|\d+[.)])\s+")
_MARKUP = re.compile(r"[*_`]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}")
_DISCLAIMER = re.compile(
    r"not (?:a )?substitute for|not (?:intended as )?medical advice|does not replace|"
    r"for (?:informational|educational) purposes|consult (?:a|your|with)[^.]{0,40}(?:doctor|physician|clinician|"
    r"professional|provider)|clinical judge?ment",
    re.IGNORECASE,
)
# Read in this order; the first that is found decides.
_STATUSES: tuple[tuple[Status, re.Pattern[str]], ...] = (
    (
        Status.EMERGENCY,
        re.compile(
            r"call (?:911|112|999|000|an ambulance|(?:your |the )?(?:local )?emergency)|"
            r"emergency (?:department|room|services?) (?:now|immediately|right away|at once)|seek (?:immediate|"
            r"emergency|urgent) (?:medical )?(?:help|care|attention)|"
            r"(?:nearest|closest) (?:emergency|A&E|ER)\b|crisis (?:line|hotline)|suicide (?:prevention )?(?:hot)?line",
            re.IGNORECASE,
        ),
    ),
    (
        Status.DECLINED,
        re.compile(
            r"(?:can(?:no|')t|can not|unable to|won't|will not|not able to) "
            r"(?:help|assist|comply|provide (?:that|this)|fulfil)|(?:must|have to) decline|request is declined|"
            r"against (?:my|our) (?:policy|guidelines)",
            re.IGNORECASE,
        ),
    ),
    (
        Status.OUT_OF_SCOPE,
        re.compile(
            r"outside (?:of )?(?:the |my |our )?(?:scope|what|area)|only (?:answer|help with) medical", re.IGNORECASE
        ),
    ),
    (
        Status.INSUFFICIENT_EVIDENCE,
        re.compile(
            r"(?:not (?:have |hold |contain )?enough|insufficient|no (?:relevant|sufficient|specific)) "
            r"(?:information|evidence|data|sources?|passages?|documents?)|(?:do|does|did) not (?:contain|mention|"
            r"cover|include|address|provide|say)|"
            r"i (?:do not|don't) know|(?:cannot|can't|could not|couldn't|unable to) (?:answer|find|be answered)|"
            r"no answer (?:is|can be|could be)|nothing (?:was|is) found|no information (?:on|about)",
            re.IGNORECASE,
        ),
    ),
)
_SHORT = 3  # sentences up to which a text is a refusal when any of them reads as one


@dataclass(frozen=True, slots=True)
class _Sentence:
    text: str
    citations: tuple[int, ...]


def parse_answer(text: str, references: Sequence[Mapping[str, str]] = ()) -> Response:
    """The response that ``text`` is.

    references: title and url of references that the target gives beside the text, numbered from 1; they count where the
    text has no list of its own. The status is read from the words, because the target gives none.
    """
    body, entries = split_references(text)
    if not entries:
        entries = [
            Cited(number=number, title=entry.get("title", ""), url=entry.get("url") or None)
            for number, entry in enumerate(references, start=1)
        ]
    sentences = _sentences(body)
    disclaimers = [
        sentence.text for sentence in sentences if _DISCLAIMER.search(sentence.text) and not sentence.citations
    ]
    sentences = [sentence for sentence in sentences if sentence.text not in disclaimers]
    status = _status(sentences)
    answered = status in (Status.ANSWERED, Status.PARTIAL)
    return Response(
        status=status,
        status_declared=False,
        statements=tuple(Said(text=s.text, citations=s.citations) for s in sentences) if answered else (),
        references=tuple(entries),
        notices=() if answered else tuple(sentence.text for sentence in sentences),
        disclaimer=" ".join(disclaimers) or None,
    )


def split_references(text: str) -> tuple[str, list[Cited]]:
    """The text without its list of references, and that list: below a heading of that name, or at the end where lines
    begin with ``[1]``.
    """
    lines = text.strip().split("\n")
    begin = next((i for i in range(len(lines) - 1, -1, -1) if _HEADING.match(lines[i])), None)
    if begin is not None:
        return "\n".join(lines[:begin]), _entries(lines[begin + 1 :])
    begin = len(lines)
    while begin > 0 and (_BRACKETED.match(lines[begin - 1]) or not lines[begin - 1].strip()):
        begin -= 1
    return "\n".join(lines[:begin]), _entries(lines[begin:])


def _entries(lines: Sequence[str]) -> list[Cited]:
    found: dict[int, str] = {}
    number: int | None = None
    for line in lines:
        match = _ENTRY.match(line)
        if match:
            number = int(match["a"] or match["b"])
            found.setdefault(number, match["text"].strip())
        elif number is not None and line.strip() and not line.lstrip().startswith("#"):
            found[number] += " " + line.strip()
        elif line.lstrip().startswith("#"):
            break
    return [_entry(number, text) for number, text in sorted(found.items())]


def _entry(number: int, text: str) -> Cited:
    url, quoted = _URL.search(text), _QUOTED.search(text)
    title = _QUOTED.sub(" ", _URL.sub(" ", text))
    title = _MARKUP.sub("", re.sub(r"[\[\]()<>]", " ", title))
    return Cited(
        number=number,
        title=" ".join(title.split()).strip(" .,:;–—-"),
        text=quoted["quote"] if quoted else None,
        url=url.group().rstrip(".,;") if url else None,
    )


def _sentences(body: str) -> list[_Sentence]:
    found = []
    for line in body.split("\n"):
        if not line.strip() or line.lstrip().startswith("#") or re.fullmatch(r"\s*[*_]{2}[^*_]+[*_]{2}:?\s*", line):
            continue
        line = _MARKUP.sub("", _BULLET.sub("", line))
        line = _MARKS_BEHIND.sub(lambda match: f" {match['marks'].strip()}{match['stop']} ", line)
        for start, end in sentence_spans(line):
            sentence = line[start:end]
            citations = tuple(dict.fromkeys(n for mark in _MARK.findall(sentence) for n in _numbers(mark)))
            plain = re.sub(r"\s+([.,;:!?])", r"\1", " ".join(_MARK.sub(" ", sentence).split()))
            if any(char.isalnum() for char in plain):
                found.append(_Sentence(plain, citations))
    return found


def _numbers(mark: str) -> list[int]:
    found: list[int] = []
    for part in re.split(r"\s*[,;]\s*", mark):
        low, _, high = part.replace("–", "-").partition("-")
        first, last = int(low), int(high or low)
        found += range(first, last + 1) if first <= last < first + 50 else [first, last]
    return found


def _status(sentences: Sequence[_Sentence]) -> Status:
    if not sentences:
        return Status.INSUFFICIENT_EVIDENCE
    short = len(sentences) <= _SHORT
    opening = " ".join(sentence.text for sentence in sentences[: _SHORT if short else 2])
    cited = any(sentence.citations for sentence in sentences)
    for status, pattern in _STATUSES:
        if pattern.search(opening):
            if not cited:
                return status
            if status is Status.INSUFFICIENT_EVIDENCE:
                return Status.PARTIAL
    return Status.ANSWERED
