"""From paths to a published edition: what is published, what is told, and what stays as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.errors import BadInputError, DamagedEditionError, GateRefusedError
from tests.fakes import HashingEmbedder, write_texts
from tests.ingest.workbench import Workbench

ONE = {"a.md": "Ascites is fluid in the belly.\n", "b.md": "Varices bleed into the gut.\n"}


class TestWhatIsPublished:
    def test_the_first_ingest_publishes_all_documents(self, desk: Workbench) -> None:
        desk.write(ONE)
        report = desk.ingest()
        assert (report.published, report.added, report.exit_code) == (True, ["a", "b"], 0)
        assert desk.shelf.current_id() == report.edition
        assert desk.documents().keys() == {"a", "b"}

    def test_a_second_ingest_of_unchanged_texts_embeds_and_publishes_nothing(self, desk: Workbench) -> None:
        first = desk.publish(ONE)
        desk.embedder.embedded.clear()
        report = desk.ingest()
        assert (report.published, report.edition, report.unchanged) == (False, first, ["a", "b"])
        assert desk.embedder.embedded == []
        assert desk.shelf.ids() == [first]
        assert desk.leftovers() == []

    def test_only_what_changed_is_embedded(self, desk: Workbench) -> None:
        desk.publish({**ONE, "c.md": "## A\n\nOne stays.\n\n## B\n\nTwo goes.\n"})
        desk.embedder.embedded.clear()
        desk.write({"c.md": "## A\n\nOne stays.\n\n## B\n\nThree comes.\n"})
        report = desk.ingest()
        assert (report.changed, report.unchanged, report.passages_embedded) == (["c"], ["a", "b"], 1)
        assert [text.split("\n")[-1] for text in desk.embedder.embedded] == ["Three comes."] * 2  # passage and sentence

    def test_equal_passages_are_embedded_once(self, desk: Workbench) -> None:
        text = "---\ntitle: T\n---\nThe same words.\n"
        desk.write({"a.md": text, "b.md": text})
        assert desk.ingest().passages_embedded == 1
        with desk.reading() as edition:
            assert len(edition.vectors.nearest(desk.embedder.embed(["same"])[0], 5)) == 2

    def test_a_path_replaces_what_the_same_path_gave_and_leaves_the_rest(self, desk: Workbench) -> None:
        desk.publish(ONE)
        other = write_texts(desk.folder / "other", {"x.md": "Xylophone.\n", "y.md": "Yellow fever.\n"})
        desk.ingest(other)
        (other / "x.md").unlink()
        report = desk.ingest(other)
        assert report.removed == ["x"]
        assert desk.documents().keys() == {"a", "b", "y"}

    def test_only_makes_the_paths_the_whole_library(self, desk: Workbench) -> None:
        desk.publish(ONE)
        other = write_texts(desk.folder / "other", {"x.md": "Xylophone.\n"})
        report = desk.ingest(other, only=True)
        assert (report.added, report.removed) == (["x"], ["a", "b"])
        assert desk.documents().keys() == {"x"}

    def test_a_single_file_is_a_path_of_its_own(self, desk: Workbench) -> None:
        desk.write(ONE)
        desk.ingest(desk.texts / "a.md")
        desk.ingest(desk.texts / "b.md")
        assert desk.documents().keys() == {"a", "b"}

    def test_several_paths_are_one_edition(self, desk: Workbench) -> None:
        desk.write(ONE)
        report = desk.ingest(desk.texts / "a.md", desk.texts / "b.md")
        assert report.added == ["a", "b"]
        assert len(desk.shelf.ids()) == 1

    def test_a_path_is_the_same_however_it_is_written(self, desk: Workbench, monkeypatch: pytest.MonkeyPatch) -> None:
        desk.publish(ONE)
        monkeypatch.chdir(desk.folder)
        assert not desk.ingest(Path("texts")).published
        assert not desk.ingest(desk.texts / ".." / "texts").published

    def test_the_manifest_tells_what_the_edition_is(self, desk: Workbench) -> None:
        first = desk.publish(ONE)
        second = desk.publish({"a.md": "Ascites is drained.\n", "c.md": "Clots.\n", "d.odt": ""})
        manifest = desk.shelf.manifest(second)
        assert (manifest.parent, manifest.embedder.fingerprint) == (first, desk.embedder.fingerprint)
        assert manifest.counts == {"documents": 3, "sources": 3, "passages": 3}
        assert manifest.changes == {"added": 1, "changed": 1, "removed": 0, "unchanged": 1, "passages_embedded": 2}
        assert [failure["path"] for failure in manifest.failed] == ["d.odt"]
        assert {gate.gate for gate in manifest.gates if gate.passed} >= {"unreadable", "lost", "vectors", "chroma"}

    def test_equal_texts_have_equal_content_hashes(self, desk: Workbench, tmp_path: Path) -> None:
        first = desk.publish(ONE)
        desk.publish({"a.md": "Other words.\n"})
        again = desk.publish(ONE)
        hashes = {i: desk.shelf.manifest(i).content_hash for i in desk.shelf.ids()}
        assert hashes[first] == hashes[again]
        assert len(set(hashes.values())) == 2

    def test_editions_sort_by_time_even_when_the_clock_goes_back(
        self, desk: Workbench, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        first = desk.publish(ONE)
        later = f"2999{first[4:]}"
        editions = desk.shelf.directory / "editions"
        (editions / first).rename(editions / later)
        (desk.shelf.directory / "CURRENT").write_text(later)
        second = desk.publish({"a.md": "Other words.\n"})
        assert desk.shelf.ids() == [later, second]


class TestWhatCannotBeRead:
    def test_a_broken_file_among_good_ones_is_named_and_costs_nothing_else(self, desk: Workbench) -> None:
        desk.write({**ONE, "broken.md": "---\nkind: leaflet\n---\nText.\n"})
        report = desk.ingest()
        assert (report.exit_code, report.added) == (3, ["a", "b"])
        assert [(failure.path, failure.reason[:5]) for failure in report.failed] == [("broken.md", "kind:")]
        assert desk.documents().keys() == {"a", "b"}

    def test_a_file_that_breaks_later_leaves_its_document_as_it_was(self, desk: Workbench) -> None:
        desk.publish(ONE)
        desk.write({"a.md": "", "c.md": "Clots.\n"})
        report = desk.ingest()
        assert (report.exit_code, report.removed) == (3, [])
        assert desk.documents()["a"].text == "Ascites is fluid in the belly."

    def test_so_it_does_when_the_whole_library_is_embedded_anew(self, desk: Workbench) -> None:
        desk.publish(ONE)
        desk.write({"a.md": ""})
        desk.embedder = HashingEmbedder("another")
        report = desk.ingest()
        assert (report.exit_code, report.removed) == (3, [])
        assert desk.documents().keys() == {"a", "b"}

    def test_nothing_new_and_a_broken_file_is_told_without_a_new_edition(self, desk: Workbench) -> None:
        desk.publish(ONE)
        desk.write({"broken.md": ""})
        report = desk.ingest()
        assert (report.published, report.exit_code) == (False, 3)

    def test_ids_that_collide_are_named(self, desk: Workbench) -> None:
        desk.write({"a.md": "---\nid: x\n---\nOne.\n", "b.md": "---\nid: x\n---\nTwo.\n", "c.md": "Three.\n"})
        report = desk.ingest()
        assert [(f.path, f.reason) for f in report.failed] == [("b.md", "the id 'x' is already taken by a.md")]
        assert desk.documents()["x"].text == "One."

    def test_when_too_many_files_cannot_be_read_nothing_is_published(self, desk: Workbench) -> None:
        first = desk.publish(ONE)
        desk.write({"c.md": "New.\n", **{f"{number}.md": "" for number in range(4)}})
        with pytest.raises(GateRefusedError, match=r"unreadable: 4 of 7 .*FOOTNOTE_MAX_FAILED_SHARE") as refused:
            desk.ingest()
        assert refused.value.exit_code == 4
        assert desk.shelf.ids() == [first]
        assert desk.leftovers() == []

    def test_when_too_many_documents_are_gone_nothing_is_published(self, desk: Workbench) -> None:
        first = desk.publish({f"{number}.md": f"Number {number}.\n" for number in range(5)})
        for number in (1, 2):
            (desk.texts / f"{number}.md").unlink()
        with pytest.raises(GateRefusedError, match=r"lost: 2 of 5 .*FOOTNOTE_MAX_LOST_SHARE"):
            desk.ingest()
        assert desk.shelf.current_id() == first
        desk.given["max_lost_share"] = 0.5
        assert len(desk.ingest().removed) == 2

    def test_a_path_that_does_not_exist_is_refused_before_anything_is_done(self, desk: Workbench) -> None:
        with pytest.raises(BadInputError, match="does not exist"):
            desk.ingest(desk.folder / "gone")
        assert not desk.shelf.directory.exists()


class TestAnotherEmbedder:
    def test_every_document_is_embedded_anew_and_none_is_lost(self, desk: Workbench) -> None:
        other = write_texts(desk.folder / "other", {"x.md": "Xylophone.\n"})
        desk.publish(ONE)
        desk.ingest(other)
        desk.embedder = HashingEmbedder("another")
        report = desk.ingest()
        assert (report.published, report.passages_embedded) == (True, 3)
        with desk.reading() as edition:
            edition.require(desk.embedder)
            assert edition.catalogue.counts()["documents"] == 3
            assert len(edition.vector_file) == 3

    def test_other_passages_of_the_same_embedder_use_equal_vectors_again(self, desk: Workbench) -> None:
        desk.publish({**ONE, "c.md": " ".join(f"The liver number {n} rises here." for n in range(12)) + "\n"})
        desk.embedder.embedded.clear()
        desk.given["passage_tokens"] = 40
        report = desk.ingest()
        assert (report.published, report.changed) == (True, ["a", "b", "c"])
        assert report.passages_embedded == sum("\n" in text for text in desk.embedder.embedded) > 0
        assert all("number" in text for text in desk.embedder.embedded)


class TestADamagedEdition:
    @pytest.mark.parametrize("name", ["catalogue.sqlite", "vectors.f32", "sentences.f16"])
    def test_nothing_is_built_upon_it(self, desk: Workbench, name: str) -> None:
        first = desk.publish(ONE)
        path = desk.shelf.path(first) / name
        data = bytearray(path.read_bytes())
        data[len(data) // 2] ^= 1
        path.write_bytes(data)
        desk.write({"c.md": "New.\n"})
        with pytest.raises(DamagedEditionError, match=f"{name}.*roll back.*--only"):
            desk.ingest()
        assert desk.shelf.current_id() == first

    def test_only_builds_without_it(self, desk: Workbench) -> None:
        first = desk.publish(ONE)
        (desk.shelf.path(first) / "catalogue.sqlite").unlink()
        report = desk.ingest(only=True)
        assert report.published
        assert desk.documents().keys() == {"a", "b"}
