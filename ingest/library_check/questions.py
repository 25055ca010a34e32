"""Do the questions beside a text stand at its sentences, and is none both answered and left open?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from corpus.errors import BadInputError
from corpus.text import normalise
from ingest.library_check.sentences import first_words
from ingest.library_check.texts import LibraryText
from ingest.loaders.companion_questions import left_open_file, questions_file, read_left_open, read_questions


def question_problems(text: LibraryText) -> Iterator[str]:
    """Rows that cannot be read, rows whose sentence is not there or not the only one, questions asked twice of one
    sentence, and such as are left open twice or answered as well. A text needs no questions.
    """
    path, other = questions_file(text.file), left_open_file(text.file)
    try:
        rows, left_open = read_questions(path), read_left_open(other)
    except (BadInputError, UnicodeDecodeError) as error:
        yield f"the questions beside {text.file.name} cannot be read: {error}"
        return
    for row in rows:
        begins = normalise(row.begins)
        found = sum(sentence.text.startswith(begins) for sentence in text.sentences)
        if found != 1:
            yield f"{path.name}: {found} sentences begin {begins!r}, instead of one"
        twice = [question for question, count in Counter(map(str.casefold, row.asked)).items() if count > 1]
        if twice:
            yield f"{path.name}: {first_words(begins)} is asked {twice[0]!r} twice"
    answered = {normalise(question).casefold() for row in rows for question in row.asked}
    for question, count in Counter(map(str.casefold, left_open)).items():
        if count > 1:
            yield f"{other.name}: {question!r} stands there twice"
        if question in answered:
            yield f"{other.name}: {question!r} is answered by a sentence, as {path.name} has it"
