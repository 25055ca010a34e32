"""Settings: a wrong or misspelt one is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.errors import BadInputError
from corpus.settings import load_settings


@pytest.fixture(autouse=True)
def no_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """None but what a test sets."""
    for name in ("FOOTNOTE_DATA", "FOOTNOTE_MODEL_CACHE", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))


def test_a_variable_sets_what_it_is_named_after(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOOTNOTE_DATA", "/srv/footnote")
    monkeypatch.setenv("FOOTNOTE_KEEP_EDITIONS", "9")
    settings = load_settings()
    assert (settings.data, settings.keep_editions) == (Path("/srv/footnote"), 9)
    assert settings.shelf_directory == Path("/srv/footnote/shelf")


def test_an_empty_variable_is_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DATA", "LLM", "PORT"):
        monkeypatch.setenv(f"FOOTNOTE_{name}", "")
    settings = load_settings()
    assert (settings.data, settings.llm, settings.port) == (Path("data"), None, 8000)


def test_what_the_command_line_says_goes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOOTNOTE_DATA", "/srv/footnote")
    assert load_settings(data=Path("/elsewhere")).data == Path("/elsewhere")
    assert load_settings(data=None).data == Path("/srv/footnote")


def test_a_misspelt_variable_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOOTNOTE_DATTA", "x")
    with pytest.raises(BadInputError, match=r"Unknown setting FOOTNOTE_DATTA; .*docs/settings\.md"):
        load_settings()


@pytest.mark.parametrize("name", ["FOOTNOTE_TEST_ANYTHING", "FOOTNOTE_TORCH_INDEX"])
def test_variables_of_tests_and_installation_are_no_settings(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(name, "x")
    load_settings()


@pytest.mark.parametrize(
    ("name", "value"),
    [("PASSAGE_TOKENS", "31"), ("PASSAGE_TOKENS", "many"), ("MAX_LOST_SHARE", "1.5"), ("PORT", "-1"), ("WORKERS", "0")],
)
def test_a_value_that_cannot_be_is_named(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(f"FOOTNOTE_{name}", value)
    with pytest.raises(BadInputError, match=f"^FOOTNOTE_{name}: "):
        load_settings()


def test_models_are_kept_in_the_users_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert load_settings().models_directory == tmp_path / ".cache" / "footnote" / "models"
    monkeypatch.setenv("XDG_CACHE_HOME", "/var/cache")
    assert load_settings().models_directory == Path("/var/cache/footnote/models")
    monkeypatch.setenv("FOOTNOTE_MODEL_CACHE", "/models")
    assert load_settings().models_directory == Path("/models")
