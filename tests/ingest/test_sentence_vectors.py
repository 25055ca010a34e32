"""Each sentence of a passage has its vector in the edition, whatever was ingested before."""

from __future__ import annotations

import numpy as np
import pytest

from corpus.edition import Edition
from corpus.glossary import Glossary, shipped_glossary
from tests.ingest.workbench import Workbench

TEXTS = {
    "a.md": "# Ascites\n\nAscites is drained. Albumin is given after 5 L.\n\n## Diuretics\n\nSpironolactone is first.\n",
    "b.md": "# Varices\n\nVarices are ligated. Albumin is given after 5 L. In HRS-AKI diuretics stop.\n",
}


def wrong(desk: Workbench, edition: Edition) -> list[str]:
    """Sentences whose vector is not the embedder's."""
    assert edition.sentence_file is not None
    found = []
    for passage in edition.catalogue.passages(edition.catalogue.rows()).values():
        document = edition.catalogue.document(passage.document_id)
        inside = [
            s for s in document.sections[passage.section].sentences if passage.start <= s.start and s.end <= passage.end
        ]
        assert len(inside) == passage.sentence_count
        for offset, sentence in enumerate(inside):
            text = document.text[sentence.start : sentence.end]
            [held] = edition.sentence_file.rows([passage.sentence_row + offset])
            spelt_out = shipped_glossary().spelt_out(text)
            if not np.allclose(held, desk.embedder.embed([spelt_out])[0], atol=1e-3):
                found.append(text)
    return found


def test_every_sentence_has_its_own_vector(desk: Workbench) -> None:
    desk.publish(TEXTS)
    with desk.reading() as edition:
        assert edition.catalogue.passages(edition.catalogue.rows())
        assert wrong(desk, edition) == []


def test_they_stay_right_when_texts_change_come_and_go(desk: Workbench) -> None:
    desk.publish(TEXTS)
    desk.publish({"a.md": TEXTS["a.md"].replace("first", "second"), "c.md": "# Shunts\n\nA shunt is placed.\n"})
    (desk.texts / "b.md").unlink()
    desk.publish({"d.md": "# Liver\n\nThe liver is large. It is scarred.\n"})
    with desk.reading() as edition:
        assert wrong(desk, edition) == []


def test_what_did_not_change_is_not_embedded_again(desk: Workbench) -> None:
    desk.publish(TEXTS)
    desk.embedder.embedded.clear()
    desk.publish({"c.md": "# Shunts\n\nA shunt is placed.\n"})
    assert [text for text in desk.embedder.embedded if "Ascites is drained" in text or "Varices" in text] == []


def test_where_the_glossary_learns_an_abbreviation_its_sentences_are_embedded_anew_and_no_others(
    desk: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr("ingest.passages.shipped_glossary", lambda: Glossary([]))
        desk.publish(TEXTS)
    with desk.reading() as edition:
        assert wrong(desk, edition) == ["In HRS-AKI diuretics stop."]
    desk.embedder.embedded.clear()
    desk.publish({})
    assert [text for text in desk.embedder.embedded if "Ascites is drained" in text] == []
    with desk.reading() as edition:
        assert wrong(desk, edition) == []
