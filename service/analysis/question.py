"""What a question asks, without a language model: its kind, the concepts it names, and its words."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property, lru_cache

from corpus.glossary import Entry, Glossary, Mention
from corpus.text import STOPWORDS, words
from service.analysis.own_name import OwnName
from service.analysis.wording import listed
from service.measured import Measured, is_of_kidneys, measured_in, states_of
from service.patient_details import PatientDetails, told_in


class QuestionKind(StrEnum):
    """What is wanted."""

    YES_NO = "yes_no"
    DOSE = "dose"
    PROCESS = "process"
    DEFINITION = "definition"
    HARMS = "harms"
    CONTRAINDICATION = "contraindication"
    INTERACTION = "interaction"
    DIAGNOSIS = "diagnosis"
    MECHANISM = "mechanism"
    PROGNOSIS = "prognosis"
    COMPARISON = "comparison"
    TREATMENT = "treatment"
    GENERAL = "general"


_KINDS: tuple[tuple[QuestionKind, re.Pattern[str]], ...] = (
    (QuestionKind.DOSE, re.compile(r"\b(dos(e|es|ed|ing|age)|how (much|many mg)|titrat\w+|trough)\b", re.I)),
    (QuestionKind.INTERACTION, re.compile(r"\binteract\w*|\bcombin(e|ed|ing) with\b|\btaken? (together )?with\b", re.I)),
    (QuestionKind.CONTRAINDICATION, re.compile(r"\bcontra-?indicat\w+|\bwho should not\b|\bwhen (not|should .* avoid)|\b(?:who|whom|when|which patients)\b[^?]*\b(?:must|should|can|may)(?:n't| not|\b[^?,]{1,40}\bnot)\b", re.I)),
    (
        QuestionKind.HARMS,
        re.compile(r"\b(side.?effects?|adverse|harms?|risks? of|toxicit\w+|complications?|monitor\w*|safety|safe)\b|"
            r"^\W*(can|does|do|could|may) .*\b(cause|lead to|result in|provoke|trigger|induce)s?\b",
            re.I,
        ),
    ),
    (QuestionKind.COMPARISON, re.compile(r"\b(versus|vs\.?|compared? (with|to)|better than|difference between)\b", re.I)),
    (QuestionKind.DIAGNOSIS, re.compile(r"\b(diagnos\w+|work.?up|investigat\w+|test(s|ed)? for|screen\w*|assess\w*)\b|\b(?:next|first|which|what|best) (?:\w+ )?(?:tests?|imaging|scans?|investigations?|bloods)\b", re.I)),
    (QuestionKind.MECHANISM, re.compile(r"\b(mechanism|pathophysiolog\w+|how (does|do) .* (works?|cause|act|protect|suppress)|why (do|does|is|are|can|would)|explain why)\b", re.I)),
    (QuestionKind.PROGNOSIS, re.compile(r"\b(prognos\w+|mortality|survival|outcomes?|life expectancy)\b", re.I)),
    (QuestionKind.PROCESS, re.compile(r"\b(step|steps|protocol|algorithm|how (is|are|do|should) .* (managed?|treat\w*))", re.I)),
    (QuestionKind.DEFINITION, re.compile(r"^\s*(what (is|are)(?! the [\w-]+ of (?:first )?choice\b)|define|definition of)\b", re.I)),
    (QuestionKind.TREATMENT, re.compile(r"\b\w+ of (?:first )?choice\b|\b(?:which|what) (?:\w+ ){0,3}(?:drugs?|agents?|medicines|treatments?|antibiotics?)\b|\bwhat (?:do|should|can|shall|must) (?:i|we|one) (?:do|give|use|start|offer|prescribe)\b|\bwhat (?:else )?(?:now|next|first|then|else)\b|\b(?:next|first) (?:steps?|moves?)\b|\bnext\W*$|\bwhat (?:to|can i|may i|could i) (?:do|give|add|try|use|start)\b|\b(?:add|give|start|do|try) what\b|\bhow (?:do|should|shall) (?:i|we) proceed\b|\b(treat\w*|manage\w*|therap\w+|first.?line|prevent\w*|prophyla\w+)\b", re.I)),
)  # fmt: skip
_YES_NO = re.compile(
    r"^\W*(?:and |but |so |then |also )?(can|could|does|do|did|is|are|was|were|should|would|will|has|have|may|must)\b",
    re.I,
)
# What asks, in a question or without its mark; who writes none of them tells values, to learn what they mean and call for.
_ASKS = re.compile(
    r"\?|\b(?:am i|what|which|who|whom|whose|when|where|why|how|whether|can|could|should|does|do|did|is|are|will|would|may|must|tell|explain|list|describe|"
    r"compare|versus|vs)\b",
    re.I,
)
# What asks for nothing in particular, only what is to be done.
_WHAT_NOW = re.compile(
    r"\b(?:(?:so |and )?what (?:now|next|then)|now what|next (?:steps?|move)|what (?:to|(?:should|do|can|must|shall|would) (?:i|we|you)) do"
    r"(?: (?:now|next|first|here|about (?:it|this|that)|for (?:her|him|them)))?|"
    r"how (?:to|(?:should|do|shall) (?:i|we)) (?:proceed|act|react|manage (?:this|her|him|it)|treat (?:this|her|him|it))|"
    r"any advice|what(?:'s| is) the plan|plan)\b\s*\??",
    re.I,
)
_ASKS_MEANING = re.compile(
    r"\b(?:stag(?:e|ing)|grade|class|category|severity|severe|means?|meaning|interpret\w*|diagnos\w+|counts? as|criteria|risk|normal|significan\w+|rule (?:in|out))\b",
    re.I,
)
# An illness that a question says the patient has not, right before its name and behind it: "no parkinsonism, …",
# "dialysis-dependent: no". In "no gout flare for a year" it is something else that is not there.
_HAS_NOT = re.compile(
    r"\b(?:no|not|never had|denies|does(?:n't| not) have|has(?:n't| not) got)\s+"
    r"(?:(?:known|underlying|active|established|previous|prior|any|an?|(?:history|signs?|evidence) of)\s+){0,2}$",
    re.I,
)
_ENDS = re.compile(r"\s*(?:[,;:.)?!–]|-\s|$|(?:or|nor|and|but|on|with|so|which|what|how)\b)", re.I)
_NO_BEHIND = re.compile(
    r"^[\s-]*(?:dependent|dependence|positive)?\s*[:=(–-]?\s*(?:no|none|nil)\)?\s*(?:[,;.]|$)", re.I
)
# Words of a question that say how it is asked: they carry no topic.
FRAME_WORDS = (
    STOPWORDS
    | frozenset(
        """say says tell explain describe list name summarise summarize know want need understand question patient patients
    people person someone adult adults man woman doctor treat treated treating treatment manage managed managing management
    recommend recommended recommendation recommendations first-line firstline second-line happen happens cause causes work works help helps slow reduce good
    bad best safe safely come comes many much often long there first next new old year years effect effects role option options
    available ok okay alright fine indicated needed require required current guideline guidelines evidence according library still
    approach therapy usual usually common vs versus""".split()
    )
    | frozenset(
        # how lay people tell of themselves and of theirs, of when and of what they feel about it
        """i'm i've i'd i'll she's he's they're it's that's what's husband wife hubby uncle aunt nan nana gran granny mum mom mummy dad daddy sister
    brother friend friends mate partner boyfriend girlfriend neighbour neighbor colleague ago yesterday tonight saturday sunday monday tuesday
    wednesday thursday friday told said think thinks thought heard mentioned wants wanted wonder wondering love loves like likes scared worried
    worry afraid frightened hi hello sorry please thanks thank stupid silly really actually awful awfully lots thing things anything something
    everything nothing nobody somebody keep keeps kept put puts got bit bits stuff""".split()
    )
    | frozenset(
        # without their apostrophe or cut short, but for what is short for something else, too ("im", "hes", "pt")
        """whats wheres whens hows whos thats theres ive didnt doesnt dont isnt wasnt arent werent havent hasnt hadnt
        couldnt shouldnt wouldnt cant youre theyre yr yrs yo wk wks mth mths""".split()
    )
)
# Aspects of a topic: a question of these words alone has no topic of its own.
ASPECT_WORDS = frozenset(
    """dose doses dosing dosage contraindication contraindications contraindicated interaction interactions monitoring monitor
    monitored side harm harms risk risks complication complications adverse safety alternative alternatives duration course
    evidence prognosis mortality diagnosis diagnosed test tests testing symptoms signs follow-up followup cost maximum minimum
    oral intravenous iv route target targets level levels threshold thresholds stop stopped start started avoid avoided surgery
    exceptions more further else example examples details reason pathophysiology pathogenesis mechanism mechanisms severe mild acute chronic elderly older children child""".split()
)


_NOBODY = PatientDetails()


@dataclass(frozen=True)  # no slots: what follows from it is worked out once
class Question:
    """An analysed question."""

    text: str
    kind: QuestionKind
    yes_no: bool
    mentions: tuple[Mention, ...]  # but for those in what is told of the patient only
    key_words: tuple[str, ...]  # its topical words as written, lower case, in order
    carried: frozenset[str] = frozenset()  # terms of concepts that come from earlier questions
    asked: str = ""  # the text without what it tells of the patient besides; empty where that is all of it
    patient: PatientDetails = _NOBODY  # what was told before of the patient of whom it asks
    own: OwnName | None = None  # the name that it asks about and no glossary has
    beside: frozenset[str] | None = None  # drugs and illnesses in it that the patient has; None: as it says

    @property
    def asking(self) -> str:
        """What it asks, without what it tells of the patient only."""
        return self.asked or self.text

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """The glossary's concepts in it, each once."""
        return tuple({mention.entry.term: mention.entry for mention in self.mentions}.values())

    @cached_property
    def focus(self) -> tuple[Entry, ...]:
        """The concepts that it is about: those it names itself, or all where it names none."""
        own = tuple(entry for entry in self.entries if entry.term not in self.carried)
        return tuple(entry for entry in own if entry not in self.denied) or own or self.entries

    def before_each(self, entry: Entry) -> list[str]:
        """What stands before each place at which it names ``entry``, from its beginning on."""
        return [self.text[: mention.start] for mention in self.mentions if mention.entry.term == entry.term]

    @cached_property
    def interventions(self) -> tuple[Entry, ...]:
        """Drugs and procedures that it names."""
        return tuple(entry for entry in self.entries if entry.kind in ("drug", "procedure"))

    @cached_property
    def conditions(self) -> tuple[Entry, ...]:
        """Conditions that it names, without those that the patient has not."""
        return tuple(entry for entry in self.entries if entry.kind == "condition" and entry not in self.denied)

    @cached_property
    def denied(self) -> tuple[Entry, ...]:
        """Conditions that it names only to say that the patient has them not; none where it names nothing else."""
        if not any(mention.entry.kind != "condition" or not self._is_denied(mention) for mention in self.mentions):
            return ()
        there = {m.entry.term for m in self.mentions if not self._is_denied(m)}
        named = (entry for entry in self.entries if entry.kind == "condition")
        return tuple(entry for entry in named if entry.term not in there)

    def _is_denied(self, mention: Mention) -> bool:
        before, behind = self.text[: mention.start], self.text[mention.end :]
        has_not = _HAS_NOT.search(before) is not None and _ENDS.match(behind) is not None
        return has_not or _NO_BEHIND.match(behind) is not None

    @cached_property
    def given(self) -> tuple[Measured, ...]:
        """The values and the age of a patient that it gives itself."""
        return tuple(measured_in(self.text))

    @cached_property
    def values(self) -> tuple[Measured, ...]:
        """The values and the age of the patient, what sentences are held against: those that were told before count
        where it gives none of the measure itself, and of the kidneys none at all.
        """
        given = {value.measure for value in self.given}
        of_kidneys = "creatinine" in given or any(map(is_of_kidneys, given))
        known = (value for value in self.patient.values if value.measure not in given)
        if of_kidneys:
            known = (value for value in known if value.measure != "creatinine" and not is_of_kidneys(value.measure))
        return (*self.given, *known)

    def of(self, patient: PatientDetails, beside: frozenset[str] | None = None) -> Question:
        """The same question of a patient of whom that was told before, who has the drugs ``beside`` already."""
        return replace(self, patient=patient, beside=beside) if patient or beside is not None else self

    @cached_property
    def only_tells(self) -> bool:
        """Whether it gives values and asks nothing in words ("K 6.7 with tall T waves"), or only what now."""
        return bool(self.given) and not self.asks_something

    @property
    def asks_something(self) -> bool:
        """Whether it has a word that asks, or a question mark, but for one that asks what is to be done."""
        return _ASKS.search(_WHAT_NOW.sub(" ", self.text)) is not None

    @cached_property
    def meaning_asked(self) -> str:
        """The word by which it asks what a value is called or means ("stage", "severe"), not what is done; else empty."""
        found = _ASKS_MEANING.search(self.text) if self.given else None
        return found.group().casefold() if found is not None else ""

    @cached_property
    def states(self) -> tuple[str, ...]:
        """What the values that it asks about are called: "hyperkalaemia" for a potassium of 6.8."""
        return states_of(measured_in(self.asking))


def analyse(text: str, glossary: Glossary, carried: frozenset[str] = frozenset()) -> Question:
    """Analyse a standalone question. ``carried``: terms of the concepts in it that come from earlier questions."""
    return _analysed(text, glossary, carried)


@lru_cache(maxsize=512)  # the questions before a message are looked at by each that reads it
def _analysed(text: str, glossary: Glossary, carried: frozenset[str]) -> Question:
    kind = next((kind for kind, pattern in _KINDS if pattern.search(text)), QuestionKind.GENERAL)
    yes_no = _YES_NO.match(text) is not None
    if kind is QuestionKind.GENERAL and yes_no:
        kind = QuestionKind.YES_NO
    told = told_in(text, glossary)
    key_words = tuple(dict.fromkeys(word for word in words(told.rest) if word and word not in FRAME_WORDS))
    mentions = tuple(mention for mention in glossary.find(text) if not told.holds(mention))
    return Question(text, kind, yes_no, mentions, key_words, carried, told.rest if told.spans else "")


def title_of(question: Question) -> str:
    """A title for the answer: the concepts that the question is about (what a value shows before others), or its own
    words.
    """
    drugs = [entry.term for entry in question.interventions]
    conditions = list(dict.fromkeys([*question.states, *(entry.term for entry in question.conditions)]))
    if drugs and conditions:
        return _capital(f"{_listed(drugs)} in {_listed(conditions)}")
    if drugs or conditions:
        return _capital(_listed(drugs or conditions))
    text = re.sub(r"\s+", " ", question.text).strip()
    text = text.rstrip("?.! ") or text
    return _capital(text if len(text) <= 90 else text[:87].rsplit(" ", 1)[0] + "…")


def _listed(names: list[str]) -> str:
    return listed(names[:3])


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:] if text[:4] != "mTOR" else text
