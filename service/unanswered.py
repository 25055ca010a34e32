"""What is said when a question is not answered from the library, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpus.glossary import Glossary, shipped_glossary
from corpus.settings import Settings
from service.analysis.question import analyse, title_of
from service.answer import Answer, Audience, NearestPassage, Notice, Status
from service.compose import said_of
from service.compose.patients import ONLY_PROFESSIONALS
from service.consultation import Turn
from service.conversation import Standalone, is_pleasantry
from service.retrieval import Hit
from service.safety import Finding, check_message
from service.safety.distress import distress
from service.safety.instructions import without_instructions
from service.safety.language import is_english
from service.safety.resemblance import Resemblance
from service.sentences.material import Material
from service.sufficiency import Verdict
from service.turns.evidence_of_readings import Evidence
from service.turns.history import NO_QUESTION, answered
from service.turns.stopped import eased, with_what_it_points_at
from service.turns.way_on import WayOn, alarm_stands, without_taken_back

_NEAREST = 3
_FEW = 3  # words
_NEAREST_CHARS = 600
_TITLES = {
    Status.EMERGENCY: "This may be an emergency",
    Status.DECLINED: "This request is declined",
    Status.OUT_OF_SCOPE: "Outside what Footnote answers",
    Status.UNSUPPORTED_LANGUAGE: "Please ask in English",
}
GREETED = "Hello. Ask a medical question: it is answered from the texts of this library, with its sources."
NOTHING_ASKED = "You are welcome. Ask on about the same topic or patient, or ask a new question."
ONLY_CORRECTED = (
    "The library does not hold enough evidence to answer the question itself. What it takes for granted is "
    "contradicted by a source, so that is said."
)
ONLY_ASSUMED = (
    "The library does not hold enough evidence to answer the question itself. What it says of what the question takes "
    "for granted is shown."
)
ONLY_REFUSED = "The library does not hold what is asked. What it says against giving the drug there at all is shown."
_ENGLISH_ONLY = (
    "The library is in English, and questions are understood in English only so far. Please ask again in English."
)
_OUTSIDE = (
    "This question is outside what the library covers: Footnote answers medical questions from the texts that were put "
    "into it."
)
_UNCLEAR = "It is not clear which value the number is, so nothing was looked up with it. Say what it is the value of."
_MISSING = (
    "The library does not hold enough evidence to answer this question, so no answer is given. What was looked for and "
    "the nearest passages are shown below; they do not answer the question."
)


def refusal_of(
    message: str, settings: Settings, resemblance: Resemblance, history: Sequence[Turn], way: WayOn | None = None
) -> Finding | None:
    """Why the message is not answered from the library, if it is not.

    ``way``: what is asked where the message takes an alarm back; of danger that has been heard already.
    """
    if way is not None:
        return _judged(way.message, settings, resemblance, history, heard=True)
    alarm = alarm_stands(message, history)
    finding = _judged(message, settings, resemblance, history, heard=False)
    if alarm and (finding is None or finding.status is not Status.EMERGENCY):
        finding = Finding(Status.EMERGENCY, alarm[0], further=tuple(alarm[1:]))
    return finding


def title_of_refusal(finding: Finding) -> str:
    """What stands above an answer that only tells why there is none."""
    return "Nothing was asked" if finding.notice.kind == NO_QUESTION else _TITLES[finding.status]


def _judged(
    message: str, settings: Settings, resemblance: Resemblance, history: Sequence[Turn], heard: bool
) -> Finding | None:
    earlier = answered(without_taken_back(history))
    finding = check_message(message, settings, resemblance, earlier, heard=heard)
    if finding is not None and (rest := without_instructions(message)) != message and distress(message) is None:
        # an order to say something false is not followed; what is asked beside it is judged by itself
        finding = check_message(rest, settings, resemblance, earlier, heard=heard)
    finding = eased(finding, message, history)
    if finding is not None and finding.status is Status.EMERGENCY and not finding.aside_for_all:
        named = with_what_it_points_at(message, history)
        if named and check_message(named, settings, resemblance, earlier, heard=heard) is None:
            finding = replace(finding, aside=True, aside_for_all=True)
    if not history and (finding is None or finding.status is Status.OUT_OF_SCOPE) and is_pleasantry(message):
        return Finding(Status.OUT_OF_SCOPE, Notice(kind=NO_QUESTION, text=GREETED))
    if finding is None and not is_english(message) and not (earlier and _is_a_name(message)):
        notice = Notice(kind="unsupported_language", text=_ENGLISH_ONLY)
        finding = Finding(Status.UNSUPPORTED_LANGUAGE, notice)
    return finding


def _is_a_name(message: str) -> bool:
    """Whether a message of a few words has a name from medicine ("JAK inhibitor?"): after an answered question it asks
    of that, and it is the same in other languages.
    """
    return len(message.split()) <= _FEW and bool(shipped_glossary().find(message))


def say_whose(answer: Answer, material: Material) -> None:
    """Tell a patient that what was found is for professionals, instead of that nothing was."""
    if answer.audience is Audience.PATIENT and material.hits:
        answer.notices = [Notice(kind="for_professionals", text=ONLY_PROFESSIONALS)]


def insufficient(answer: Answer, found: Evidence, glossary: Glossary) -> None:
    """Say that what was found does not answer, and what is known nevertheless: that it would answer a professional, or
    that nothing recommends what is asked about.
    """
    outside = found.assessment.verdict is Verdict.OUT_OF_SCOPE
    not_answered(answer, found.hits, found.assessment.not_found, outside)
    if found.for_others:
        say_whose(answer, found.material)
    gap = None if outside else said_of(found.question, found.material.found, glossary)
    if gap is not None:
        answer.notices.append(Notice(kind="no_recommendation", text=gap))


def nothing_stands(answer: Answer, found: Evidence, not_found: list[str]) -> None:
    """Say that there is no answer, where none of the statements could be made or let through."""
    not_answered(answer, found.hits, not_found, outside=False)
    say_whose(answer, found.material)


def ask_which(answer: Answer, said: Standalone) -> None:
    """Ask which value a number is, where it can be several: nothing is looked up with a guess."""
    answer.status = Status.INSUFFICIENT_EVIDENCE
    answer.title = title_of(analyse(said.text, shipped_glossary()))
    answer.standalone_question, answer.needs = said.text, [said.ask]
    answer.notices = [Notice(kind="unclear_value", text=_UNCLEAR)]


def not_answered(answer: Answer, hits: list[Hit], not_found: list[str], outside: bool) -> None:
    """Say that the question is outside what the library covers, or that what was found does not answer it; the nearest
    passages are shown.
    """
    if outside:
        answer.status = Status.OUT_OF_SCOPE
        answer.notices = [Notice(kind="out_of_scope", text=_OUTSIDE)]
        return
    answer.status = Status.INSUFFICIENT_EVIDENCE
    answer.not_found = not_found
    answer.notices = [Notice(kind="missing_evidence", text=_MISSING)]
    answer.nearest = [
        NearestPassage(
            passage_id=hit.passage_id, document_id=hit.document_id, title=hit.title, section=hit.section,
            score=max(0.0, min(1.0, hit.cosine)), text=hit.text[:_NEAREST_CHARS],
        )
        for hit in hits[:_NEAREST]
    ]  # fmt: skip
