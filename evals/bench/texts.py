"""The texts that both sides are given: a BEIR folder, made from the library that ships unless one is named."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import BadInputError

LIBRARY = Path(__file__).resolve().parents[2] / "corpus" / "library"
_MARK = re.compile(r"\s*\[@[^\]]*\]")
_SENTENCE_END = re.compile(r"(?<=\.)\s+(?=[A-Z])")
_SENTENCES = 30  # of a made document
_PARAGRAPH = 6


@dataclass(frozen=True, slots=True)
class Texts:
    """A folder of documents in BEIR's layout, and questions to ask about them."""

    folder: Path
    characters: int
    documents: int
    questions: tuple[str, ...]


def make_texts(folder: Path, characters: int, questions: int) -> Texts:
    """Write about ``characters`` characters of documents into ``folder``.

    They are the sentences of the shipped library, shuffled into documents anew in each round, so that no passage occurs
    twice and an index that knows equal passages gains nothing by it. Questions are the openings of other sentences.
    """
    sentences = list(_sentences())
    shuffled = random.Random(7)  # noqa: S311 - the same texts in every run
    written = count = 0
    with (folder / "corpus.jsonl").open("w", encoding="utf-8") as file:
        while written < characters:
            shuffled.shuffle(sentences)
            for start in range(0, len(sentences), _SENTENCES):
                own = sentences[start : start + _SENTENCES]
                text = "\n".join(" ".join(own[at : at + _PARAGRAPH]) for at in range(0, len(own), _PARAGRAPH))
                title = " ".join(own[0].split()[:6])
                file.write(json.dumps({"_id": f"d{count}", "title": title, "text": text}, ensure_ascii=False) + "\n")
                written += len(text)
                count += 1
                if written >= characters:
                    break
    asked = shuffled.sample(sentences, min(questions, len(sentences)))
    return Texts(folder, written, count, tuple(" ".join(sentence.split()[:9]) + "?" for sentence in asked))


def read_texts(folder: Path, questions: int) -> Texts:
    """A BEIR folder and its questions. Raises BadInputError when it has no corpus.jsonl or no queries.jsonl."""
    try:
        documents = [json.loads(line) for line in (folder / "corpus.jsonl").read_text("utf-8").splitlines() if line]
        queries = [json.loads(line) for line in (folder / "queries.jsonl").read_text("utf-8").splitlines() if line]
    except (OSError, ValueError) as error:
        raise BadInputError(f"{folder} is no BEIR folder with corpus.jsonl and queries.jsonl: {error}") from None
    asked = tuple(dict.fromkeys(query["text"] for query in queries))[:questions]
    return Texts(folder, sum(len(document["text"]) for document in documents), len(documents), asked)


def _sentences() -> Iterator[str]:
    """The sentences of the library without their marks: roughly parted, since both sides get the same."""
    for path in sorted(LIBRARY.rglob("*.md")):
        _, _, body = path.read_text("utf-8").partition("\n---\n")
        for paragraph in re.split(r"\n\s*\n", body):
            if not paragraph.lstrip().startswith("#"):
                yield from filter(None, _SENTENCE_END.split(" ".join(_MARK.sub("", paragraph).split())))
