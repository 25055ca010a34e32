"""An answer for a patient: plain enough to read, without doses, and always with when to seek help and whom to ask.

The sentences stay the sources' own. What is added are sentences of the same texts on when to seek help, and notices:
fixed texts, and explanations from the glossary.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from corpus.document import Document
from corpus.glossary import Entry, Glossary
from corpus.reading_grade import reading_grade
from corpus.text import terms
from service.analysis.question import Question, QuestionKind
from service.analysis.wording import capital
from service.answer import Answer, Audience, Notice, statements_of
from service.grounding.draft import Draft, DraftAnswer, DraftSection
from service.patient_details import pieces_told_and_asking
from service.retrieval import Hit, OpenedEdition
from service.sentences.candidates import Candidate, candidates_from
from service.sentences.doses import gives_dose
from service.sentences.framing import as_draft
from service.sentences.readers import HARDEST_GRADE, PLAIN_GRADE, as_read, is_for, reads_easily

SEEK_HELP = "When to seek help"
WITHOUT_DOSE = "What else is known"
EXPLANATION = "explanation"
_SEEK_HELP = re.compile(r"seek (?:medical )?help|call (?:a|the|your) doctor|emergency|red flags?", re.I)
_WH = re.compile(r"\W*(?:and |so )?(?:when|how|why|what|which)\b", re.I)
_WITH = re.compile(r"\b(?:with|together|mix\w*|combin\w*|interact\w*|on top|as well|both|besides?|between)\b", re.I)
_HELP_SENTENCES = 3  # of each text
_HELP_TEXTS = 2
_EXPLAINED = 6  # terms at most
_ANSWERS = 0.3  # as likely one that the answer should hold, a hard sentence is left out after the others only,
_FOR_THE_ANSWER = 1.0  # and where the whole is more than so many school years too hard without them

WHOM_TO_ASK = (
    "Ask your doctor, nurse or pharmacist what this means for you. Do not start, stop or change a medicine because of "
    "what you read here."
)
HELP = (
    "Get help at once if you feel very ill, if you find it hard to breathe, or if you have chest pain, bad bleeding or "
    "a fit, or if someone cannot be woken. Call your doctor if you get worse or if you are not sure."
)
NO_DOSES = (
    "Doses are not shown here, since the right one is not the same for each person. Ask your doctor or pharmacist, and "
    "read the leaflet that came with your medicine."
)
FOR_PROFESSIONALS = (
    "Some of these words come from a text for doctors and nurses. They may be hard to read, so go through them with "
    "someone who knows your health."
)
ONLY_PROFESSIONALS = (
    "No text for patients answers this here. Texts for doctors and nurses may, but it is not safe to show them "
    "in part. Please ask your doctor, nurse or pharmacist."
)


def make_plain(
    draft: DraftAnswer, opened: OpenedEdition, hits: Sequence[Hit], question: Question, glossary: Glossary
) -> None:
    """Take out of the draft what a patient is not shown, keep it at its reading grade, and add when to seek help.

    The grade of the whole is at most 9, or 12 where texts for professionals alone answer. ``hits``: what was found for
    the question; of the texts for patients among them, those that are about it may say when to seek help.
    """
    shown = [item for item in _drafts(draft) if _shown(item, question, glossary)]
    _keep(draft, shown if any(_names_it(item, question, glossary) for item in shown) else [])
    kept = _drafts(draft)
    if not kept:
        return
    answering = draft.bottom_line
    correcting = draft.premise[1] if draft.premise is not None else None
    apart = _never_together(kept, question, glossary)
    if apart:
        draft.not_found.append(f"{' together with '.join(apart)}")
    if draft.bottom_line is not None and (apart or question.kind is QuestionKind.DOSE):
        # what was asked is not shown or not known, and no other sentence is the answer to it
        draft.sections.insert(0, DraftSection(WITHOUT_DOSE, [draft.bottom_line]))
        draft.bottom_line = None
    said = {item.text for item in kept}
    moved = [item for section in draft.sections for item in section.drafts if _is_help(item)]
    more = [item for item in _help(kept, opened, hits, question) if item.text not in said]
    helping = [*moved, *more[: max(1, _HELP_SENTENCES - len(moved))]][: _HELP_SENTENCES + 1]
    kept = [item for item in kept if item not in moved]
    plain = any(is_for(span.document, Audience.PATIENT) for item in kept for span in item.spans)
    limit = PLAIN_GRADE if plain else HARDEST_GRADE
    read = {
        id(item): item.text
        if is_for(item.spans[0].document, Audience.PATIENT)
        else as_read(item.text, question, glossary)
        for item in (*kept, *helping)
    }
    while (grade := reading_grade(read[id(item)] for item in (*kept, *helping))) > limit:
        # what answers most directly stays, and so do what puts the patient right and one sentence on
        # when to seek help; without what is easier than the limit the rest would be harder still
        hard = [item for item in (*kept, *helping) if reading_grade([read[id(item)]]) > limit]
        waiting = [item for item in hard if item in kept and item is not answering and item is not correcting]
        likely = [item for item in waiting if item.useful >= _ANSWERS]
        if likely and len(likely) == len(waiting) and grade <= limit + _FOR_THE_ANSWER:
            break
        waiting = [item for item in waiting if item not in likely] or likely
        waiting = waiting or [item for item in hard if item in helping and len(helping) > 1]
        if not waiting:
            break
        hardest = max(waiting, key=lambda item: reading_grade([read[id(item)]]))
        (kept if hardest in kept else helping).remove(hardest)
    _keep(draft, kept)
    if helping:
        draft.sections.append(DraftSection(SEEK_HELP, helping))


def _never_together(kept: Sequence[Draft], question: Question, glossary: Glossary) -> list[str]:
    """The two medicines that a question names, where no statement bears on both (by name or by class)."""
    drugs = [entry for entry in question.focus if entry.kind == "drug"]
    if len(drugs) != 2 or _asks_of_one(question, glossary):
        return []
    wanted = [{near.term for near in glossary.with_classes(entry)} for entry in drugs]
    for item in kept:
        named = {mention.entry.term for mention in glossary.find(f"{item.spans[0].document.title}. {item.text}")}
        if all(names & named for names in wanted):
            return []
    return [entry.term for entry in drugs]


def _asks_of_one(question: Question, glossary: Glossary) -> bool:
    """Whether a question tells of one medicine and asks how, when or what of another: not whether both go together."""
    told, asking = pieces_told_and_asking(question.text)
    named = {mention.entry.term for mention in glossary.find(asking) if mention.entry.kind == "drug"}
    return bool(told) and len(named) == 1 and _WH.match(asking) is not None and _WITH.search(asking) is None


def _names_it(item: Draft, question: Question, glossary: Glossary) -> bool:
    """Whether a statement, or the title of its text, names something that the question is about: itself, its class, or
    one of its kind. A question that names nothing of the glossary leaves it open.
    """
    if not question.focus:
        return True
    there = frozenset(terms(f"{item.spans[0].document.title}. {item.text}"))  # "low blood sugar" is on blood sugar, too
    return any(near.named_in(there) for near in glossary.family_of(*question.focus))


def _drafts(draft: DraftAnswer) -> list[Draft]:
    correction = [draft.premise[1]] if draft.premise else []
    bottom = [draft.bottom_line] if draft.bottom_line else []
    sides = [side for _, differing in draft.conflicts for side in differing]
    return [*correction, *bottom, *(item for section in draft.sections for item in section.drafts), *sides]


def _is_help(item: Draft) -> bool:
    span = item.spans[0]
    return is_for(span.document, Audience.PATIENT) and bool(
        _SEEK_HELP.search(span.document.sections[span.section].heading)
    )


def _shown(item: Draft, question: Question, glossary: Glossary) -> bool:
    if gives_dose(item.text):
        return False
    document = item.spans[0].document
    return is_for(document, Audience.PATIENT) or reads_easily(item.text, question, glossary)


def _keep(draft: DraftAnswer, kept: Iterable[Draft]) -> None:
    """Keep these statements of the draft and no others; a conflict with one side left is none."""
    held = {id(item) for item in kept}
    if draft.premise is not None and id(draft.premise[1]) not in held:
        draft.premise = None
    if draft.bottom_line is not None and id(draft.bottom_line) not in held:
        draft.bottom_line = None
    for section in draft.sections:
        section.drafts = [item for item in section.drafts if id(item) in held]
    draft.sections = [section for section in draft.sections if section.drafts]
    draft.conflicts = [(about, sides) for about, sides in draft.conflicts if all(id(side) in held for side in sides)]


def _help(kept: Sequence[Draft], opened: OpenedEdition, hits: Sequence[Hit], question: Question) -> list[Draft]:
    """Sentences on when to seek help: of the texts for patients that the answer cites, else of those found that are
    about what was asked.
    """
    cited = [span.document for item in kept for span in item.spans[:1]]
    found = [
        document for document in (opened.document(hit.document_id) for hit in hits) if _is_about(document, question)
    ]
    for texts in (cited, found):
        listed = {document.id: document for document in texts if is_for(document, Audience.PATIENT)}
        most = sorted(listed.values(), key=lambda document: (-cited.count(document), list(listed).index(document.id)))
        drafts = [draft for document in most[:_HELP_TEXTS] for draft in _help_in(document, opened, len(most))]
        if drafts:
            return drafts
    return []


def _is_about(document: Document, question: Question) -> bool:
    title = document.title.casefold()
    return any(form.casefold() in title for entry in question.focus for form in entry.forms())


def _help_in(document: Document, opened: OpenedEdition, texts: int) -> list[Draft]:
    passages = [
        passage
        for passage in opened.edition.catalogue.passages_of(document.id)
        if _SEEK_HELP.search(document.sections[passage.section].heading)
    ]
    found: list[Candidate] = candidates_from([Hit(p, 0.0, 0.0, 0.0, "", "", document.title) for p in passages], opened)
    limit = _HELP_SENTENCES if texts == 1 else _HELP_SENTENCES - 1
    return [as_draft(candidate) for candidate in found if not gives_dose(candidate.text)][:limit]


def add_patient_notices(answer: Answer, question: Question, opened: OpenedEdition, glossary: Glossary) -> None:
    """Add what a patient is told besides the statements: explanations, when to seek help, whom to ask."""
    statements = statements_of(answer)
    answer.notices += [Notice(kind=EXPLANATION, text=text) for text in explanations(answer, glossary)]
    if question.kind is QuestionKind.DOSE:
        answer.notices.append(Notice(kind="no_doses", text=NO_DOSES))
    documents = {item.document_id for statement in statements for item in statement.evidence}
    if any(not is_for(opened.document(document), Audience.PATIENT) for document in documents):
        answer.notices.append(Notice(kind="for_professionals", text=FOR_PROFESSIONALS))
    if not any(section.heading == SEEK_HELP for section in answer.sections):
        answer.notices.append(Notice(kind="seek_help", text=HELP))
    answer.notices.append(Notice(kind="whom_to_ask", text=WHOM_TO_ASK))
    answer.nearest = [passage for passage in answer.nearest if not gives_dose(passage.text)]


def explanations(answer: Answer, glossary: Glossary) -> list[str]:
    """What the clinical words of the statements mean, in order of first use: "Ascites: extra fluid in the belly."

    Words that need no explanation are those that the glossary calls lay words, and those without one in it.
    """
    found: dict[str, str] = {}
    for statement in statements_of(answer):
        for mention in glossary.find(statement.text):
            written = statement.text[mention.start : mention.end]
            if mention.entry.plain and mention.entry.term not in found and not _is_lay(written, mention.entry):
                found[mention.entry.term] = f"{capital(written)}: {mention.entry.plain.rstrip('.')}."
    return list(found.values())[:_EXPLAINED]


def _is_lay(written: str, entry: Entry) -> bool:
    word = written.casefold()
    return any(word in (lay.casefold(), f"{lay.casefold()}s") for lay in entry.lay)
