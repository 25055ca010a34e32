"""Questions beside a text: their vectors stand in the edition, with the line of the sentence that answers them."""

from __future__ import annotations

import numpy as np
import pytest

from corpus.glossary import shipped_glossary
from tests.fakes import write_texts
from tests.ingest.workbench import Workbench

TEXT = "## A\n\nAscites is fluid. Varices bleed.\n\n## B\n\nGout hurts.\n"
QUESTIONS = """
- begins: Varices bleed
  asked: [What do varices do?, varices risk]
- begins: Gout
  asked: [Does gout hurt?]
"""


def answers(desk: Workbench) -> dict[str, str]:
    """Question → the sentence at which it stands, by the edition's own files."""
    with desk.reading() as edition:
        assert edition.question_file is not None
        assert edition.sentence_file is not None
        vectors = edition.question_file.rows(range(len(edition.question_file)))
        sentences = {}
        for document_id in desk.documents():
            document = edition.catalogue.document(document_id)
            lines = edition.catalogue.sentence_lines(document_id)
            for section in document.sections:
                for sentence in section.sentences:
                    sentences[lines[sentence.start]] = document.text[sentence.start : sentence.end]
        texts = [text for _, _, text in edition.catalogue.questions()]
        found = {}
        for text in texts:
            at = int(np.argmax(vectors @ desk.embedder.embed([text])[0]))
            found[text] = sentences[edition.question_lines[at].sentence]
        assert len(texts) == len(vectors)
        return found


def test_each_question_stands_at_its_sentence(desk: Workbench) -> None:
    desk.publish({"a.md": TEXT, "a.questions.yaml": QUESTIONS})
    assert answers(desk) == {
        "What do varices do?": "Varices bleed.", "varices risk": "Varices bleed.", "Does gout hurt?": "Gout hurts.",
    }  # fmt: skip


def test_a_library_without_questions_has_none(desk: Workbench) -> None:
    desk.publish({"a.md": TEXT})
    with desk.reading() as edition:
        assert edition.question_file is None
        assert len(edition.question_lines) == 0


def test_the_file_of_questions_is_no_document(desk: Workbench) -> None:
    desk.publish({"a.md": TEXT, "a.questions.yaml": QUESTIONS})
    assert desk.documents().keys() == {"a"}


def test_a_question_whose_sentence_went_is_left_out(desk: Workbench) -> None:
    desk.publish({"a.md": TEXT.replace("Gout hurts", "Urate rises"), "a.questions.yaml": QUESTIONS})
    assert answers(desk).keys() == {"What do varices do?", "varices risk"}


def test_rows_that_cannot_be_read_fail_the_text_and_are_named(desk: Workbench) -> None:
    desk.write({"a.md": TEXT, "a.questions.yaml": "- begins: Gout\n", "b.md": "Sound text stays.\n"})
    [failure] = desk.ingest().failed
    assert failure.path == "a.md"
    assert "a.questions.yaml, row 1: asked" in failure.reason


def test_a_new_question_changes_the_edition_and_only_it_is_embedded(desk: Workbench) -> None:
    desk.publish({"a.md": TEXT, "a.questions.yaml": QUESTIONS})
    desk.embedder.embedded.clear()
    desk.write({"a.questions.yaml": QUESTIONS.replace("[Does gout hurt?]", "[Does gout hurt?, Why gout?]")})
    report = desk.ingest()
    assert (report.changed, report.passages_embedded) == (["a"], 0)
    assert desk.embedder.embedded == ["Why gout?"]
    assert answers(desk)["Why gout?"] == "Gout hurts."


@pytest.mark.parametrize("gone", ["b.md", "a.questions.yaml"])
def test_questions_stay_at_their_sentences_when_others_go(desk: Workbench, gone: str) -> None:
    desk.publish({
        "a.md": TEXT, "a.questions.yaml": QUESTIONS,
        "b.md": "Malaria kills. Measles spread.\n", "b.questions.yaml": "- {begins: Measles, asked: [measles spread]}",
        "c.md": "Asthma wheezes.\n", "c.questions.yaml": "- {begins: Asthma, asked: [Who wheezes?]}",
    })  # fmt: skip
    (desk.texts / gone).unlink()
    desk.ingest()
    assert answers(desk)["Who wheezes?"] == "Asthma wheezes."


def test_an_edition_made_anew_keeps_the_questions_of_what_was_not_given(desk: Workbench) -> None:
    desk.publish({"a.md": TEXT, "a.questions.yaml": QUESTIONS})
    before = answers(desk)
    desk.given["passage_tokens"] = 48  # all is cut and embedded anew, the text itself out of the edition
    other = write_texts(desk.folder / "other", {"x.md": "Xylophone.\n"})
    assert desk.ingest(other).changed == ["a"]
    assert answers(desk) == before


LEFT_OPEN = "- How long does gout hurt?\n- Do varices hurt?\n"


def left_open(desk: Workbench) -> dict[str, str]:
    """Question that is left open → its document, by the edition's own files; each has its own vector."""
    with desk.reading() as edition:
        if edition.left_open_file is None:
            return {}
        vectors = edition.left_open_file.rows(range(len(edition.left_open_file)))
        for line, vector in zip(edition.left_open_lines, vectors, strict=True):
            spelt = shipped_glossary().spelt_out(line.text, every_name=True)
            assert np.allclose(vector, desk.embedder.embed([spelt])[0], atol=1e-2)
        return {line.text: line.document for line in edition.left_open_lines}


@pytest.mark.parametrize(
    ("rows", "told"), [("a: b\n", "not a list of questions"), ("- Why?\n- 5\n", "row 2"), ("- ''\n", "row 1")]
)
def test_what_is_left_open_and_cannot_be_read_fails_the_text(desk: Workbench, rows: str, told: str) -> None:
    desk.write({"a.md": TEXT, "a.left-open.yaml": rows, "b.md": "Sound text stays.\n"})
    [failure] = desk.ingest().failed
    assert "a.left-open.yaml" in failure.reason
    assert told in failure.reason


def test_a_library_whose_editors_noted_nothing_left_open_has_none(desk: Workbench) -> None:
    desk.publish({"a.md": TEXT, "a.questions.yaml": QUESTIONS})
    assert left_open(desk) == {}


def test_what_is_left_open_stands_in_the_edition_and_is_no_document(desk: Workbench) -> None:
    desk.publish({"a.md": TEXT, "a.questions.yaml": QUESTIONS, "a.left-open.yaml": LEFT_OPEN})
    assert left_open(desk) == {"How long does gout hurt?": "a", "Do varices hurt?": "a"}
    assert answers(desk)["Does gout hurt?"] == "Gout hurts."
    assert desk.documents().keys() == {"a"}


def test_a_question_newly_left_open_changes_the_edition_and_only_it_is_embedded(desk: Workbench) -> None:
    desk.publish({"a.md": TEXT, "a.left-open.yaml": LEFT_OPEN})
    desk.embedder.embedded.clear()
    desk.write({"a.left-open.yaml": LEFT_OPEN + "- Who has gout?\n"})
    report = desk.ingest()
    assert (report.changed, report.passages_embedded) == (["a"], 0)
    assert desk.embedder.embedded == ["Who has gout?"]


@pytest.mark.parametrize("gone", ["a.md", "a.left-open.yaml"])
def test_what_was_left_open_goes_with_its_text_or_its_file(desk: Workbench, gone: str) -> None:
    desk.publish(
        {"a.md": TEXT, "a.left-open.yaml": LEFT_OPEN, "b.md": "Malaria kills.\n", "b.left-open.yaml": "- Why?\n"}
    )
    (desk.texts / gone).unlink()
    desk.ingest()
    assert left_open(desk) == {"Why?": "b"}


@pytest.mark.parametrize("name", ["gout.questions.yaml", "gout.left-open.yaml"])
def test_questions_beside_no_text_are_named(desk: Workbench, name: str) -> None:
    desk.write({"b.md": "Malaria kills.\n", "c.md": "Gout hurts.\n", name: "- Why?\n"})
    [failure] = desk.ingest().failed
    assert (failure.path, failure.reason) == (name, "its questions belong to no text: there is no gout.md beside it")


def test_questions_belong_to_a_text_with_any_suffix_of_its_format(desk: Workbench) -> None:
    desk.publish({"a.MARKDOWN": TEXT, "a.left-open.yaml": "- Why?\n"})
    assert left_open(desk) == {"Why?": "a"}
