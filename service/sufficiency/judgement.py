"""Does what was found answer the question? When it does not, saying so is the right answer."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from enum import StrEnum

from corpus.embedding import Embedder
from corpus.glossary import Glossary
from corpus.text import terms
from service.analysis.long_case import asking_of_case
from service.analysis.question import Question, QuestionKind
from service.analysis.taken import told_of_case
from service.answer import Audience
from service.premises.barring import barring_of
from service.retrieval import Retriever
from service.sentences.astray import astray
from service.sentences.bare import BareOfOwnName, bare_asked, pair_alone
from service.sentences.candidates import Candidate, names
from service.sentences.coverage import asks_number
from service.sentences.material import Material
from service.sufficiency.answerability import shipped_model
from service.sufficiency.asked_as_drug import asked_as_drug
from service.sufficiency.deeds import unnamed_deed
from service.sufficiency.grounds import Grounds, gather, pieces
from service.sufficiency.lacking_words import as_named, lacking_words
from service.sufficiency.other_matters import unanswered_matter
from service.sufficiency.stand_ins import missing_for
from service.sufficiency.subjects import NO_SUBJECT, names_no_subject
from service.sufficiency.undosed import undosed
from service.sufficiency.unit_lacking import unit_lacking
from service.sufficiency.unmeasured import unmeasured
from service.sufficiency.unsaid import unsaid

_OFF_TOPIC = 0.30  # cosine below which nothing in the library is even near,
_NEAR = 0.36  # and below which a question without a medical name is not about what the library is about
_ALL = 0.99
# Below which probability of an answer a quantity must be told beside which share of the words that it is asked with.
_WITH_WORDS = ((0.5, 0.4), (0.8, 0.3))
_SURE = 0.9
_OF_SENTENCES = ("digest", "patient")  # kinds of texts that are written sentence by sentence
# Where editors noted what is left open, the probability knows near misses: from the first on a neighbour is no longer
# taken to stand in another's place, below the second the words of one sentence alone are no answer.
_KNOWN_ANSWER, _DOUBTFUL = 0.95, 0.35
# Cosine from which on a question is one that is noted as left open, where those that are answered are so much farther.
_THE_SAME, _FARTHER = 0.93, 0.03
# Probability from which on a text without questions beside it answers among texts that have them: what is near in
# their many sentences makes all look likelier to the model that knows no questions.
_PLAIN_AMONG_OTHERS = 0.45
_FOLLOWS = 2.0  # by how much the odds of an answer are better for a question that goes on with an answered one
_CLOSE = 0.5  # cosine of a sentence that says in the main what is asked
_HOPELESS = 0.02  # probability of an answer below which such a question is outside
_GAPS_BELOW = 0.45  # coverage of the topical words below which those not covered are named
_CLINICAL = (  # what is asked so is about medicine, though the library may have nothing of it
    QuestionKind.DIAGNOSIS,
    QuestionKind.DOSE,
    QuestionKind.CONTRAINDICATION,
    QuestionKind.INTERACTION,
    QuestionKind.PROGNOSIS,
)
# Words that only medicine has: what is asked with one of them is a medical question, too.
_MEDICAL = re.compile(
    r"\b(?:patients?|in-?patients?|out-?patients?|clinical(?:ly)?|diagnos\w+|symptoms?|syndromes?|diseases?|disorders?|infections?|"
    r"fractures?|wounds?|bites?|stings?|poison\w*|overdos\w+|antidotes?|antibiotics?|vaccin\w+|surg(?:ery|ical\w*)|surgeons?|"
    r"chemotherapy|radiotherapy|prognosis|prophylaxis|tablets?|pills?|capsules?|dos(?:e|es|age)|drugs?|medicines?|medications?|"
    r"seizures?|blood|hospital|clinic|nurses?|doctors?|(?:sero)?(?:positive|negative)|pos|neg|"
    r"(?:man|woman|boy|girl|child|baby|lady) of \d+|\d+[- ](?:year|month|week|day)s?[- ]olds?|\d+ ?(?:yo|y/o)|"
    r"waist|bmi|mg|mcg|\w{3,}(?:itis|osis|aemia|emia|oma|opathy|ectomy|otomy|uria))\b",
    re.I,
)

# Short for something, as those in the trade write it: two capitals at least among three letters or more.
_SHORT = re.compile(r"(?<!\w)(?=\w*[A-Z]\w*[A-Z])[A-Za-z]{3,6}\d{0,3}(?!\w)")
_ORGANISM = re.compile(r"\b[A-Z]\. ?[a-z]{4,}\b")  # "C. difficile"


class Verdict(StrEnum):
    """Whether to answer."""

    SUFFICIENT = "sufficient"
    INSUFFICIENT = "insufficient"
    OUT_OF_SCOPE = "out_of_scope"


@dataclass(slots=True)
class Assessment:
    """The verdict and its grounds."""

    verdict: Verdict
    probability: float  # that what was found answers the question, 0 to 1
    values: list[float]  # what it was judged by: service.sufficiency.answerability.FEATURES
    not_found: list[str] = field(default_factory=list)  # what the question names and the library has not
    lacking: list[str] = field(default_factory=list)  # the same in the question's own words, where it is put otherwise
    only_unlikely: bool = False  # not answered, and nothing is wanting but likeness
    unmeasured: bool = False  # a quantity is wanted that no sentence gives


def assess(material: Material, embedder: Embedder, threshold: float | None = None, goes_on: bool = False) -> Assessment:
    """Judge whether what was found can answer the question.

    ``threshold``: the probability from which on it is answered; None: the one that ships for
    the kind of the likeliest sentence's document. ``goes_on``: the question
    goes on with one that was answered, so that the library has its topic: half the odds suffice, and it is not out of
    scope.
    """
    grounds = gather(material, embedder)

    def judged(verdict: Verdict, not_found: list[str]) -> Assessment:
        return Assessment(verdict, grounds.probability, grounds.values, not_found, not_found)

    def lacks() -> Assessment:
        words = grounds.missing or lacking_words(grounds, material.question)
        named = grounds.missing or as_named(words, grounds, material.question)
        return replace(judged(Verdict.INSUFFICIENT, named), lacking=words)

    bare = bare_asked(material.question, material.glossary)
    if isinstance(bare, BareOfOwnName) and bare.own.nowhere:
        return judged(Verdict.INSUFFICIENT, [bare.subject.term])
    if bare is not None and any(map(bare.told_by, grounds.ordered)):
        return judged(Verdict.SUFFICIENT, [])
    other = _other_than_asked(grounds, material)
    if other:
        return judged(Verdict.INSUFFICIENT, other)
    if _is_noted_as_open(grounds):
        return lacks()
    if bare is not None:  # answered by what says just that, and by nothing else
        return judged(Verdict.INSUFFICIENT, [bare.missing()])
    pair = pair_alone(material.question, material.glossary)
    if pair is not None and not any(map(pair.told_by, grounds.ordered)):
        return judged(Verdict.INSUFFICIENT, grounds.missing or [pair.missing()])
    likely_enough = grounds.probability >= _least(grounds, material, threshold, goes_on)
    doubtful = _knows_near_misses(grounds, material) and grounds.probability < _DOUBTFUL
    sure = (_surely(grounds.told, material.question) and not doubtful) or _is_barred(grounds, material)
    if sure or (likely_enough and not _strange(grounds, material)):
        wanting = [] if goes_on else _unmeasured(grounds, material)
        if wanting:
            return replace(judged(Verdict.INSUFFICIENT, grounds.missing or wanting), unmeasured=True)
        return judged(Verdict.SUFFICIENT, grounds.missing or _gaps(grounds, embedder))
    if not goes_on and _is_outside(grounds, material):
        return judged(Verdict.OUT_OF_SCOPE, grounds.missing)
    return replace(lacks(), only_unlikely=not likely_enough)


def _least(grounds: Grounds, material: Material, threshold: float | None, goes_on: bool) -> float:
    """The probability from which on a question is answered; see :func:`assess`."""
    kind = grounds.ordered[0].document.kind if grounds.ordered else "digest"
    least = shipped_model(grounds.with_questions).threshold_for(kind) if threshold is None else threshold
    if threshold is None and material.with_questions and not grounds.with_questions:
        least = max(least, _PLAIN_AMONG_OTHERS)
    return least / (least + _FOLLOWS * (1 - least)) if goes_on else least


def _unmeasured(grounds: Grounds, material: Material) -> list[str]:
    """The quantity that is asked and given by no sentence, where each of the text stands alone. The likelier an answer
    is, the fewer of the other words have to stand beside the quantity.
    """
    if not _stands_alone(grounds) or _is_put_in_words(grounds):
        return []
    least = next((share for below, share in _WITH_WORDS if grounds.probability < below), 0.0)
    return unmeasured(material.question, grounds.ordered, grounds.asked, material.glossary, least)


def _is_put_in_words(grounds: Grounds) -> bool:
    """Whether a text for patients very likely answers, which may put a quantity in words ("a high dose")."""
    return grounds.ordered[0].document.kind == "patient" and grounds.probability >= _SURE


def _other_than_asked(grounds: Grounds, material: Material) -> list[str]:
    """What is asked, where what was found is surely on something else, however near it is; empty where it is not."""
    question, glossary, likeliest = material.question, material.glossary, grounds.likeliest
    if names_no_subject(question):
        return [NO_SUBJECT]
    sure = _knows_near_misses(grounds, material) and grounds.probability >= _KNOWN_ANSWER
    matter = None if sure else unanswered_matter(question.text, [candidate.text for candidate in likeliest])
    if matter is not None:
        return [matter]
    if _elsewhere(likeliest, question, glossary):
        return [entry.term for entry in question.conditions]
    if grounds.illnesses_lacking:
        return [entry.term for entry in grounds.illnesses_lacking]
    of_others = []
    if not sure:
        of_others = missing_for(question, grounds.ordered, grounds.asked, glossary)
    if material.audience is Audience.PATIENT:
        of_others = of_others or unnamed_deed(question, likeliest, glossary)
    of_others = of_others or unsaid(question, grounds.ordered, glossary, material.audience)
    if of_others or not _stands_alone(grounds):
        return of_others
    return undosed(question, grounds.ordered, glossary) or unit_lacking(question, grounds.ordered)


def _stands_alone(grounds: Grounds) -> bool:
    """Whether the likeliest sentence is of a text each sentence of which carries what it is about."""
    return bool(grounds.ordered) and grounds.ordered[0].document.kind in _OF_SENTENCES


def _knows_near_misses(grounds: Grounds, material: Material) -> bool:
    """Whether the texts that were found have notes on what they leave open, and the model has learnt what these say."""
    return material.with_questions and grounds.told["left_open"] > 0


def _is_noted_as_open(grounds: Grounds) -> bool:
    """Whether editors noted this very question as one that no text answers."""
    return grounds.told["left_open"] >= _THE_SAME and grounds.told["asked_over_left_open"] < -_FARTHER


def _is_barred(grounds: Grounds, material: Material) -> bool:
    """Whether a likely sentence says that the one drug asked about, be it by its class, is not given in an illness of
    the patient: that answers, whatever else the question tells.
    """
    barring = barring_of(material.question, material.glossary)
    if barring is None or len(barring.asked) != 1 or asks_number(material.question.text):
        return False
    return material.audience is not Audience.PATIENT and any(map(barring.plainly_by, grounds.likeliest))


def _gaps(grounds: Grounds, embedder: Embedder) -> list[str]:
    """The words of an answered question that are named as not found: terms, where most of it is not covered."""
    if grounds.coverage >= _GAPS_BELOW:
        return []
    return [word for word in grounds.uncovered if pieces(word, embedder) > 1 and word.isalpha()]


def _is_outside(grounds: Grounds, material: Material) -> bool:
    """Whether a question that nothing answers, and that goes on with none, is not about medicine at all."""
    question, cosine = material.question, grounds.told["cosine"]
    unclinical = not grounds.missing and question.kind not in _CLINICAL
    far = unclinical and cosine < _NEAR and grounds.probability < _HOPELESS
    medical = bool(question.entries) or bool(_MEDICAL.search(question.text) or _ORGANISM.search(question.text))
    return not (medical or _in_short(question.text, material.retriever)) and (cosine < _OFF_TOPIC or far)


def _in_short(text: str, retriever: Retriever) -> bool:
    """Whether something stands in a text by its letters ("UKELD") that the library knows by them; where all is in
    capitals nothing does.
    """
    if text.isupper():
        return False
    return any(retriever.occurs(term) for short in _SHORT.findall(text) for term in terms(short))


def _elsewhere(likeliest: list[Candidate], question: Question, glossary: Glossary) -> bool:
    """Whether a drug is asked for in an illness, and all of the likeliest sentences on it (or on its class) are on
    others.
    """
    told = told_of_case(question)
    drugs = [entry for entry in question.focus if entry.kind == "drug" and entry.term not in told]
    related = glossary.family_of(*drugs)
    on_it = [c for c in likeliest if any(names(entry, c) for entry in related)]
    return bool(on_it) and all(astray(candidate, question, glossary) for candidate in on_it)


def _surely(told: dict[str, float], question: Question) -> bool:
    """Whether all that is asked stands in one sentence: under any name, of two concepts at least; or word by word, in
    one that is near in meaning, too.
    """
    whole = (
        told["likeliest_covers"] > _ALL and told["near_and_covering"] > _CLOSE and not told["likeliest_lacks_expected"]
    )
    named = len(question.entries) > 1 and told["one_sentence"] > _ALL
    return (named or whole) and not (told["children"] or told["unknown"])


def _strange(grounds: Grounds, material: Material) -> bool:
    """Whether a drug is named that the library lacks, or a name that nobody knows is asked about as one: what it says
    of others is no answer. What it says of the drug's class by name is (an ACE inhibitor in pregnancy, where lisinopril
    is asked about), but for a number.
    """
    if any(asked_as_drug(name, material.question.text) for name in grounds.missing):
        return True
    if not grounds.told["unknown_drug"] or _told_only(grounds, material.question):
        return False
    if not grounds.drugs_lacking or asks_number(material.question.text):
        return True
    return not all(
        any(
            names(parent, candidate)
            for parent in material.glossary.classes_of(entry)
            for candidate in grounds.likeliest
        )
        for entry in grounds.drugs_lacking
    )


def _told_only(grounds: Grounds, question: Question) -> bool:
    """Whether a long case names the drugs that the library lacks only where it tells of the patient."""
    told, asking = told_of_case(question), asking_of_case(question.text).casefold()
    lacking = [entry.term for entry in grounds.drugs_lacking]
    return bool(lacking) and told.issuperset(lacking) and not any(word in asking for word in grounds.missing)
