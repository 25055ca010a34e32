"""What of an earlier answer stands: doubt changes nothing, and a recommendation changes only with new evidence."""

from __future__ import annotations

import copy
import re

from corpus.glossary import Glossary
from service.answer import Answer, Evidence, Notice, Statement, StatementType, statements_of
from service.conversation import Act
from service.grounding.draft import Draft, DraftAnswer, DraftSection, Span
from service.patient_details import details_of
from service.retrieval import OpenedEdition
from service.sentences.roles import negative, recommends

UNCHANGED = "unchanged"
CHANGED = "changed"
_SAID_AGAIN = (
    "title", "standalone_question", "mode", "degraded", "degraded_reason", "status", "notices", "premise",
    "bottom_line", "sections", "references", "conflicts", "calculations", "assumptions", "needs", "not_found",
    "nearest", "follow_ups",
)  # fmt: skip
_AGAINST = re.compile(
    r"\b(?:avoid\w*|contra-?indicated|against|should stop|must stop|is stopped|discontinue\w*)\b", re.I
)
_FIGURE = re.compile(r"\d+(?:[.,]\d+)?(?:\s?(?:%|[a-zµ]+(?:/[a-z]+)*))?", re.I)
_DOUBTED = (
    "The answer is unchanged: it rests on the same evidence as before, since a doubt alone adds none. Its references "
    "and the quoted words show what each statement rests on; name what seems wrong, or add details of the case, and "
    "that is looked up."
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
    """Say that the answer rests on the same evidence; of a claim, whether the words cited say its figures."""
    said = statements_of(answer)
    text = _DOUBTED if said else _NOTHING_CITED
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

    ``why``: what is different now, in a few words (see :func:`new_in`).
    """
    earlier = statements_of(previous)
    cited = {_place(item) for statement in earlier for item in statement.evidence}
    texts = {statement.text for statement in earlier}
    for statement in statements_of(answer):
        fresh = [item.reference for item in statement.evidence if _place(item) not in cited]
        turned = _turned(statement.text, earlier, glossary) if statement.text not in texts and fresh else None
        if turned is not None:
            about = ", ".join(sorted(_interventions(statement.text, glossary) & _interventions(turned.text, glossary)))
            text = (
                f"With {why}: what is said of {about} differs from the answer before, on evidence that was not cited "
                f"there ([{fresh[0]}]). Before: “{turned.text}”"
            )
            answer.notices.append(Notice(kind=CHANGED, text=text))
            return


def direction(text: str) -> int:
    """Whether a sentence recommends for (1) or against (-1) what it names; 0 where it recommends nothing."""
    if _AGAINST.search(text):
        return 0 if negative(re.sub(r"\bagainst\b", "", text)) else -1  # "is not contraindicated" recommends nothing
    return 0 if not recommends(text) else -1 if negative(text) else 1


def _turned(text: str, earlier: list[Statement], glossary: Glossary) -> Statement | None:
    """The first earlier statement that recommends the opposite on the same drug or procedure and condition."""
    way = direction(text)
    own = _interventions(text, glossary) if way else set()
    if not own:
        return None
    conditions = _conditions(text, glossary)
    for statement in earlier:
        if direction(statement.text) == -way and own & _interventions(statement.text, glossary):
            other = _conditions(statement.text, glossary)
            if not conditions or not other or conditions & other:
                return statement
    return None


def _interventions(text: str, glossary: Glossary) -> set[str]:
    return {m.entry.term for m in glossary.find(text) if m.entry.kind in ("drug", "procedure")}


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
