"""Do the questions beside a text stand at its sentences?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from corpus.errors import BadInputError
from corpus.text import normalise
from ingest.library_check.sentences import first_words
from ingest.library_check.texts import LibraryText
from ingest.loaders.companion_questions import questions_file, read_questions


def question_problems(text: LibraryText) -> Iterator[str]:
    """Rows that cannot be read, rows whose sentence is not there or not the only one, and questions asked twice of one
    sentence. A text needs no questions.
    """
    path = questions_file(text.file)
    try:
        rows = read_questions(path)
    except (BadInputError, UnicodeDecodeError) as error:
        yield f"{path.name} cannot be read: {error}"
        return
    for row in rows:
        begins = normalise(row.begins)
        found = sum(sentence.text.startswith(begins) for sentence in text.sentences)
        if found != 1:
            yield f"{path.name}: {found} sentences begin {begins!r}, instead of one"
        twice = [question for question, count in Counter(map(str.casefold, row.asked)).items() if count > 1]
        if twice:
            yield f"{path.name}: {first_words(begins)} is asked {twice[0]!r} twice"
