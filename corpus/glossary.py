"""The glossary: which words mean the same. Abbreviations, lay words, brand names and other spellings of one concept."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from corpus.document import stable_hash
from corpus.errors import BadInputError
from corpus.text import terms, words

SHIPPED = Path(__file__).parent / "library" / "glossary.yaml"

Kind = Literal["drug", "condition", "procedure", "test", "score", "organisation", "other"]


class Entry(BaseModel):
    """One concept."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    term: str = Field(min_length=2, description="The clinical term, as texts use it.")
    kind: Kind = "other"
    abbreviations: tuple[str, ...] = ()
    synonyms: tuple[str, ...] = Field((), description="Other clinical words, other spellings.")
    lay: tuple[str, ...] = Field((), description="What people say who are not clinicians.")
    brands: tuple[str, ...] = Field((), description="Brand names of a drug.")
    members: tuple[str, ...] = Field((), description="Terms of entries that are kinds of it (a drug class's drugs).")
    plain: str | None = Field(None, description="An explanation in plain words.")

    def __eq__(self, other: object) -> bool:
        """As its fields are. Entries are compared some hundred times for a question, mostly with others."""
        if self is other:
            return True
        return isinstance(other, Entry) and self.term == other.term and super().__eq__(other)

    def __hash__(self) -> int:
        return hash(self.term)

    def forms(self) -> tuple[str, ...]:
        """All its names, the clinical term first."""
        return (self.term, *self.abbreviations, *self.synonyms, *self.lay, *self.brands)

    @cached_property
    def wordings(self) -> tuple[tuple[str, ...], ...]:
        """The index terms of each of its names. One of stop words alone ("HE") has none and is left out: it would be
        everywhere. So is one of which stop words leave a single term ("no spleen", "few platelets", "having a fit"):
        that term is the name of something else.
        """
        found = [(form, terms(form)) for form in self.forms()]
        return tuple(
            tuple(own)
            for form, own in found
            if len(own) > 1 or (own and (form == self.term or len(list(words(form))) == 1))
        )

    @cached_property
    def _of_one_term(self) -> re.Pattern[str] | None:
        """Its names that :attr:`wordings` leaves out, as they are written."""
        found = [form for form in self.forms() if form != self.term and len(terms(form)) == 1 < len(list(words(form)))]
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, found))})(?!\w)", re.I) if found else None

    def written_in(self, text: str) -> bool:
        """Whether a text has, word for word, one of the names that its index terms cannot tell ("no spleen")."""
        return self._of_one_term is not None and self._of_one_term.search(text) is not None

    @cached_property
    def term_sets(self) -> tuple[frozenset[str], ...]:
        """The same without order, each once: a text that has all terms of one of them names the concept."""
        return tuple(dict.fromkeys(map(frozenset, self.wordings)))

    def named_in(self, there: AbstractSet[str]) -> bool:
        """Whether a text with these index terms names the concept."""
        for wording in self.term_sets:  # noqa: SIM110 - asked some hundred times for a question: any() takes twice as long
            if wording <= there:
                return True
        return False


@dataclass(frozen=True, slots=True)
class Mention:
    """A concept found in a text: ``text[start:end]`` is one of its names."""

    entry: Entry
    start: int
    end: int


# Abbreviations that are ordinary words, too: they count in capitals only, as those of two letters do.
_ORDINARY = frozenset(
    """act aids arm art cab cap cat fast gold hat hit lam map met mind pass port rest sab sad sag sob std stop tee
    tips toe""".split()
)

# Of those of two letters, what is no word in small letters either, as lay people write it.
_NO_WORDS = frozenset(("af", "bp"))

# "How many hrs", "24 hrs": hours, and no hepatorenal syndrome.
_HOURS = re.compile(
    r"(?:\d|\b(?:many|few|several|some|every|per|next|first|last|one|two|three|four|six|twelve))[ -]?$", re.I
)

_WORD = re.compile(r"(?<![\w-])(?:\w+|\S)")  # with which a name may begin: none behind a hyphen

_LETTER = re.compile(r"\w")

_ENTRIES = TypeAdapter(tuple[Entry, ...])


class Glossary:
    """Finds concepts in texts."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = tuple(entries)
        self._by_form: dict[str, Entry] = {}
        self._exact: dict[str, Entry] = {}
        self._by_term = {entry.term.casefold(): entry for entry in self.entries}
        self._classes: dict[str, tuple[Entry, ...]] = {}
        for entry in self.entries:
            for member in entry.members:
                self._classes[member] = (*self._classes.get(member, ()), entry)
            for form in (entry.term, *entry.synonyms, *entry.lay, *entry.brands):
                self._by_form.setdefault(form.casefold(), entry)
            for form in entry.abbreviations:
                self._exact.setdefault(form, entry)
                if (len(form) > 2 or form.casefold() in _NO_WORDS) and form.casefold() not in _ORDINARY:
                    self._by_form.setdefault(form.casefold(), entry)
        names = sorted({*self._by_form, *(form.casefold() for form in self._exact)}, key=len, reverse=True)
        self._openings = _by_first_word(names)
        self.fingerprint = stable_hash(*(entry.model_dump_json() for entry in self.entries))
        self.abbreviations_fingerprint = stable_hash(*sorted({f"{form}={e.term}" for form, e in self._exact.items()}))
        self._found = lru_cache(maxsize=16_384)(self._find)  # one question asks the same sentences several times
        self._kin = lru_cache(maxsize=4096)(self._kin_of)

    def find(self, text: str) -> list[Mention]:
        """The concepts named in ``text``, in order, longest names first, not overlapping."""
        return list(self._found(text))

    def _find(self, text: str) -> tuple[Mention, ...]:
        found = []
        end = 0
        folded = text.casefold()
        if len(folded) != len(text):  # one letter folds to two ("ß"): each keeps its place
            folded = "".join(own if len(own := letter.casefold()) == 1 else letter for letter in text)
        for word in _WORD.finditer(folded):
            names = self._openings.get(word[0])
            if names is None or word.start() < end:
                continue
            if text[word.start() : word.end()] == "hrs" and _HOURS.search(text, 0, word.start()):
                continue
            stop = _end_of_any(names, folded, word.start())
            if stop:
                end = stop
                entry = self._look_up(text[word.start() : end])
                if entry is not None:
                    found.append(Mention(entry, word.start(), end))
        return tuple(found)

    def _look_up(self, form: str) -> Entry | None:
        for candidate in (form, form.removesuffix("s"), form.removesuffix("es")):
            entry = self._exact.get(candidate) or self._by_form.get(candidate.casefold())
            if entry is not None:
                return entry
        return None

    def spelt_out(self, text: str, every_name: bool = False) -> str:
        """``text`` with the terms of its abbreviations behind it, as far as it does not have them itself; with
        ``every_name`` those of brand names, lay words and other names as well, as questions are embedded.

        An embedding model knows few abbreviations: "HRS-AKI" by itself is near to nothing.
        """
        there = text.casefold()
        terms_of = dict.fromkeys(
            mention.entry.term
            for mention in self._found(text)
            if every_name or text[mention.start : mention.end] in mention.entry.abbreviations
        )
        added = [term for term in terms_of if term.casefold() not in there]
        return f"{text} ({'; '.join(added)})" if added else text

    def classes_of(self, entry: Entry) -> tuple[Entry, ...]:
        """The entries that name ``entry`` among their members."""
        return self._classes.get(entry.term, ())

    def members_of(self, entry: Entry) -> tuple[Entry, ...]:
        """The entries that a class ("statin") has as members, as far as they are in the glossary."""
        return tuple(member for term in entry.members if (member := self.get(term)) is not None)

    def with_classes(self, *entries: Entry) -> tuple[Entry, ...]:
        """``entries`` each followed by its classes, in the glossary's order; none twice. A text on the class ("statins
        …") speaks of its members, too.
        """
        return self._kin(entries, classes=True)

    def with_members(self, *entries: Entry) -> tuple[Entry, ...]:
        """``entries`` each followed by its members; none twice. What is said of a member is said of its class."""
        return self._kin(entries, members=True)

    def family_of(self, *entries: Entry) -> tuple[Entry, ...]:
        """``entries`` each followed by its classes and then by its members, one step up and one down; none twice. What
        names one of them is on ``entries`` in the wide sense, what names others only is on something else.
        """
        return self._kin(entries, classes=True, members=True)

    def _kin_of(self, entries: tuple[Entry, ...], classes: bool = False, members: bool = False) -> tuple[Entry, ...]:
        """``entries`` each followed by its classes, if these are wanted, and then by its members; none twice."""
        found: dict[str, Entry] = {}
        for entry in entries:
            above = self.classes_of(entry) if classes else ()
            below = self.members_of(entry) if members else ()
            for one in (entry, *above, *below):
                found.setdefault(one.term, one)  # a term names one entry
        return tuple(found.values())

    def get(self, term: str) -> Entry | None:
        """The entry of a clinical term."""
        return self._by_term.get(term.casefold())


def terms_of(entries: Iterable[Entry]) -> frozenset[str]:
    """The index terms of all names of ``entries``."""
    return frozenset(term for entry in entries for wording in entry.term_sets for term in wording)


def _by_first_word(names: Iterable[str]) -> dict[str, list[str]]:
    """For each word the names that begin with it, in their order; a name of one word begins with its plural, too. One
    pattern for all names would try thousands at every word of a text.
    """
    found: dict[str, list[str]] = {}
    for name in names:
        first = _WORD.match(name)
        word = first[0] if first is not None else name
        for opening in (word, f"{word}s", f"{word}es") if word == name else (word,):
            found.setdefault(opening, []).append(name)
    return found


def _end_of_any(names: Iterable[str], text: str, start: int) -> int:
    """Where the first of ``names`` that stands at ``start`` ends, be it in the plural; 0 where none does."""
    for name in names:
        if text.startswith(name, start):
            end = start + len(name)
            for plural in ("es", "s", ""):
                stop = end + len(plural)
                if text.startswith(plural, end) and not _LETTER.match(text, stop):
                    return stop
    return 0


def read_glossary(path: Path) -> Glossary:
    """The glossary in a YAML file: a list of entries. Raises BadInputError naming the entry that is wrong."""
    try:
        return Glossary(_ENTRIES.validate_python(yaml.safe_load(path.read_text(encoding="utf-8")) or []))
    except (OSError, yaml.YAMLError) as error:
        raise BadInputError(f"{path} cannot be read: {' '.join(str(error).split())}.") from None
    except ValidationError as error:
        first = error.errors()[0]
        raise BadInputError(f"{path}: entry {first['loc']}: {first['msg']}.") from None


@lru_cache(maxsize=1)
def shipped_glossary() -> Glossary:
    """The glossary that ships."""
    return read_glossary(SHIPPED)
