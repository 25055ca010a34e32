"""What of an earlier answer stands: doubt changes nothing, and a recommendation changes only with new evidence."""

from __future__ import annotations

import copy
import re

from corpus.glossary import Glossary
from service.answer import Answer, Evidence, Notice, Statement, StatementType, statements_of
from service.conversation import Act, asks_for_the_source
from service.grounding.draft import Draft, DraftAnswer, DraftSection, Span
from service.patient_details import details_of
from service.retrieval import OpenedEdition
from service.sentences.roles import recommends

UNCHANGED = "unchanged"
CHANGED = "changed"
_SAID_AGAIN = (
    "title", "standalone_question", "mode", "degraded", "degraded_reason", "status", "notices", "premise",
    "bottom_line", "sections", "references", "conflicts", "calculations", "assumptions", "needs", "not_found",
    "nearest", "follow_ups",
)  # fmt: skip
_AGAINST = re.compile(
    r"\b(?:avoid\w*|contra-?indicat\w+|against|should stop|must stop|is stopped|discontinue\w*)\b", re.I
)
_NOT = re.compile(r"\b(?:not|never|neither|nor|cannot)\b", re.I)
# What is said of how something is decided or told is said of no drug.
_NO_USE = re.compile(r"\b(?:decides?|judge|predicts?|determines?|delay(?:ed|s)?|distinguish)\b", re.I)
_PART = re.compile(r";\s|,?\s(?:whereas|while|although|but|though|except)\s", re.I)
_BESIDE = re.compile(
    r"\b(?:preferred to|over|rather than|instead of|than|in preference to|alternative to|in place of|except)\b", re.I
)
# What is taken beside it, or comes before it, is not ruled on: "vitamin K on warfarin".
_SETTING = re.compile(r"\b(?:on|with|taking|without|after|during|before|from|holding|stopping)\s+(?:\w+\s+)?$", re.I)
_FIGURE = re.compile(r"\d+(?:[.,]\d+)?(?:\s?(?:%|[a-zµ]+(?:/[a-z]+)*))?", re.I)
_DOUBTED = (
    "The answer is unchanged: it rests on the same evidence as before, since a doubt alone adds none. Its references "
    "and the quoted words show what each statement rests on; name what seems wrong, or add details of the case, and "
    "that is looked up."
)
_SOURCES = (
    "The answer is unchanged: the numbers behind each statement lead to who says it, in which year, and to the quoted "
    "words, which also tell how firmly it is said."
)
_NOTHING_CITED = (
    "Nothing changes: what was said before still holds. Ask in other words, or add details of the case, and the "
    "library is searched again."
)


def say_again(answer: Answer, previous: Answer, act: Act) -> None:
    """Make ``answer`` say what ``previous`` said, with a notice of kind ``unchanged`` that says why."""
    for name in _SAID_AGAIN:
        setattr(answer, name, copy.deepcopy(getattr(previous, name)))
    note_unchanged(answer, act)


def note_unchanged(answer: Answer, act: Act) -> None:
    """Say that the answer rests on the same evidence, or where its sources stand; of a claim, whether the words cited
    say its figures.
    """
    said = statements_of(answer)
    held = _SOURCES if asks_for_the_source(answer.question) else _DOUBTED
    text = held if said else _NOTHING_CITED
    if act is Act.CLAIM and said:
        text = f"{_of_the_claim(answer.question, said)} {_DOUBTED}"
    answer.notices = [notice for notice in answer.notices if notice.kind not in (UNCHANGED, CHANGED)]
    answer.notices.append(Notice(kind=UNCHANGED, text=text))


def _of_the_claim(claim: str, said: list[Statement]) -> str:
    figures = [" ".join(found.group().split()) for found in _FIGURE.finditer(claim)]
    named = [figure for figure in figures if re.search(r"[a-z%]", figure, re.I)] or figures
    for figure in named:
        pattern = re.compile(rf"(?<![\d.,]){re.escape(figure).replace(' ', r'[ ]?')}(?!\w)", re.I)
        numbers = [str(n) for s in said if any(pattern.search(e.quote) for e in s.evidence) for n in s.citations]
        if numbers:
            where = ", ".join(dict.fromkeys(numbers))
            return f"“{figure}” does stand in what is cited here ([{where}]): see there for whom it holds."
    if named:
        return f"What was claimed is not taken over: none of the words cited here say “{named[0]}”."
    return "What was claimed is not taken over: a statement needs a source in the library."


def hold_to(draft: DraftAnswer, previous: Answer, opened: OpenedEdition, glossary: Glossary) -> None:
    """Take out of the draft what turns an earlier recommendation round without evidence that was not cited before; what
    was said then stands in its place.
    """
    earlier = statements_of(previous)
    cited = {_place(item) for statement in earlier for item in statement.evidence}
    texts = {statement.text for statement in earlier}
    for section in draft.sections:
        for item in list(section.drafts):
            turned = _turned(item.text, earlier, glossary)
            if turned is not None and item.text not in texts and not _is_new(item, cited):
                section.drafts.remove(item)
                _put_back(section, turned, draft, previous, opened)
    draft.sections = [section for section in draft.sections if section.drafts]
    bottom, before = draft.bottom_line, previous.bottom_line
    if bottom is None or before is None or _is_new(bottom, cited):
        return
    if _turned(bottom.text, [before], glossary) is None:
        return
    stands = _as_draft(before, previous, opened)
    if stands is None:
        return
    for section in draft.sections:
        section.drafts = [item for item in section.drafts if item.text != stands.text]
    draft.bottom_line = stands
    if bottom.text in texts:  # it was said then, too, and is still true; only not the answer in short
        draft.sections.insert(0, DraftSection("Also said before", [bottom]))
    draft.sections = [section for section in draft.sections if section.drafts]


def new_in(message: str, glossary: Glossary) -> str:
    """What a message brings that is new, in a few words: the patient's details ("eGFR 25"), else the concepts that it
    names. Never its own words, which may tell who is asked about.
    """
    details = details_of([message], glossary).listed()
    names = dict.fromkeys(mention.entry.term for mention in glossary.find(message))
    return ", ".join(details or list(names)[:3]) or "this question"


def note_changes(answer: Answer, previous: Answer, why: str, glossary: Glossary) -> None:
    """Say where the answer recommends otherwise than the one before, on which new evidence, and because of what.

    What an answer recommends is what it says in short: its other statements speak of many drugs in many settings, and
    two that point in opposite ways change nothing. ``why``: what is different now, in a few words (see :func:`new_in`).
    """
    now, before = answer.bottom_line, previous.bottom_line
    if now is None or before is None or now.text == before.text:
        return
    cited = {_place(item) for statement in statements_of(previous) for item in statement.evidence}
    fresh = [item.reference for item in now.evidence if _place(item) not in cited]
    about = ", ".join(_turned_on(now.text, before.text, glossary)) if fresh else ""
    if about:
        text = (
            f"With {why}: what is said of {about} differs from the answer before, on evidence that was not cited "
            f"there ([{fresh[0]}]). Before: “{before.text}”"
        )
        answer.notices.append(Notice(kind=CHANGED, text=text))


def direction(text: str) -> int:
    """Whether a sentence recommends for (1) or against (-1) what it names; 0 where it recommends nothing."""
    if _NO_USE.search(text):
        return 0
    if _AGAINST.search(text):
        return 0 if _NOT.search(text) else -1  # "is not contraindicated" recommends nothing
    return 0 if not recommends(text) else -1 if _NOT.search(text) else 1


def directions(text: str, glossary: Glossary) -> dict[str, int]:
    """Which way a text points for each drug or procedure that it rules on, part by part: 1 for, -1 against."""
    found: dict[str, int] = {}
    for part in _PART.split(text):
        way = direction(part)
        ruled_on = _BESIDE.split(part)[0]  # "preferred to warfarin" rules on what is preferred
        for mention in glossary.find(ruled_on) if way else ():
            if mention.entry.kind in ("drug", "procedure") and not _SETTING.search(ruled_on[: mention.start]):
                found.setdefault(mention.entry.term, way)
    return found


def _turned_on(text: str, other: str, glossary: Glossary) -> list[str]:
    """The drugs and procedures for which two texts point in opposite ways, unless each is on another condition."""
    conditions, others = _conditions(text, glossary), _conditions(other, glossary)
    if conditions and others and not conditions & others:
        return []
    one, two = directions(text, glossary), directions(other, glossary)
    return sorted(name for name, way in one.items() if two.get(name) == -way)


def _turned(text: str, earlier: list[Statement], glossary: Glossary) -> Statement | None:
    """The first earlier statement that recommends the opposite on the same drug or procedure and condition."""
    return next((statement for statement in earlier if _turned_on(text, statement.text, glossary)), None)


def _conditions(text: str, glossary: Glossary) -> set[str]:
    return {m.entry.term for m in glossary.find(text) if m.entry.kind == "condition"}


def _is_new(draft: Draft, cited: set[tuple[str, int, int]]) -> bool:
    return any((span.document.id, span.start, span.end) not in cited for span in draft.spans)


def _place(item: Evidence) -> tuple[str, int, int]:
    return item.document_id, item.start, item.end


def _put_back(
    section: DraftSection, statement: Statement, draft: DraftAnswer, previous: Answer, opened: OpenedEdition
) -> None:
    there = {item.text for part in draft.sections for item in part.drafts}
    if statement.text in there or (draft.bottom_line is not None and draft.bottom_line.text == statement.text):
        return
    stands = _as_draft(statement, previous, opened)
    if stands is not None:
        section.drafts.append(stands)


def _as_draft(statement: Statement, previous: Answer, opened: OpenedEdition) -> Draft | None:
    """An earlier statement before the gate again; None where the edition has its text no longer."""
    if statement.type is StatementType.COMPUTED:
        return None
    spans = []
    for item in statement.evidence:
        source_id = previous.references[item.reference - 1].source_id
        document = opened.document(item.document_id)
        section = next(
            (
                n
                for n, part in enumerate(document.sections)
                if any(s.start <= item.start < s.end for s in part.sentences)
            ),
            None,
        )
        if section is None or document.text[item.start : item.end] != item.quote:
            return None
        source = opened.edition.catalogue.source(source_id)
        spans.append(
            Span(
                document,
                item.passage_id,
                section,
                item.start,
                item.end,
                item.quote,
                source,
                item.strength,
                item.certainty,
            )
        )
    return Draft(statement.text, statement.type, spans)
