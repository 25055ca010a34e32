"""Is the front matter of a text complete, and are its sources well described?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.document import SourceStatus
from ingest.library_check.hosts import host_problem
from ingest.library_check.texts import LibraryText
from ingest.loaders.front_matter import SourceEntry

_REQUIRED = ("id", "title", "kind", "topics", "audience", "jurisdiction", "licence", "written", "review_by", "sources")
_SOURCE_REQUIRED = ("title", "year", "kind", "jurisdiction", "status")
_KEY = re.compile(r"[A-Za-z0-9-]+")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_PMID = re.compile(r"[1-9]\d{0,7}")


def front_matter_problems(text: LibraryText) -> Iterator[str]:
    """What the front matter lacks or gets wrong."""
    head = text.head
    for name in _REQUIRED:
        if not getattr(head, name):
            yield f"the front matter has no {name}"
    if "reviewed_by" not in head.model_fields_set:
        yield "the front matter has no reviewed_by (it stays empty until a named clinician has reviewed the text)"
    if head.id and head.id != text.file.stem:
        yield f"the id {head.id!r} is not the file's name"
    if head.id and not _ID.fullmatch(head.id):
        yield f"the id {head.id!r} is not of lower-case words and hyphens"
    if (head.kind == "patient") != (head.audience == "patient"):
        yield f"kind {head.kind} and audience {head.audience} do not belong together"
    if head.written and head.review_by and head.review_by <= head.written:
        yield "review_by is not after written"
    yield from _source_problems(text)


def _source_problems(text: LibraryText) -> Iterator[str]:
    sources = text.head.sources or {}
    used = {key for sentence in text.sentences for key in sentence.keys}
    first: dict[str, str] = {}
    for key, entry in sources.items():
        if not _KEY.fullmatch(key):
            yield f"the source key {key!r} is not of letters, digits and hyphens"
        for problem in _entry_problems(entry):
            yield f"source {key}: {problem}"
        identity = entry.source().source_id
        if identity in first:
            yield f"source {key} is the same as {first[identity]} ({identity})"
        elif key not in used:
            yield f"source {key} is never cited"
        first.setdefault(identity, key)


def _entry_problems(entry: SourceEntry) -> Iterator[str]:
    for name in _SOURCE_REQUIRED:
        if name not in entry.model_fields_set or getattr(entry, name) is None:
            yield f"no {name}"
    if not (entry.organisation or entry.authors):
        yield "neither organisation nor authors"
    if not (entry.doi or entry.pmid or entry.url):
        yield "no doi, pmid or url"
    if entry.url and (problem := host_problem(entry.url)):
        yield f"the url {entry.url!r}: {problem}"
    if entry.doi and entry.doi[-1] in ".,;":
        yield f"the doi {entry.doi!r} ends in a sign that belongs to the text around it"
    if entry.pmid and not _PMID.fullmatch(entry.pmid):
        yield f"the pmid {entry.pmid!r} is not a number of at most eight digits"
    if entry.superseded_by and entry.status is not SourceStatus.SUPERSEDED:
        yield f"superseded_by belongs to status superseded, not to {entry.status}"
