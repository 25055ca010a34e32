"""An edition that grew step by step holds and finds what one built at once holds and finds."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from ingest import build
from tests.fakes import digest
from tests.ingest.workbench import Workbench, content, matches, nearest

WORDS = "liver spleen clot bleed drain fluid varix shunt platelet count".split()

Library = dict[str, list[list[str]]]  # document → its sentences → their words
LIBRARIES = st.lists(
    st.dictionaries(
        st.sampled_from("abcdefgh"),
        st.lists(st.lists(st.sampled_from(WORDS), min_size=2, max_size=9), min_size=1, max_size=9),
        min_size=1,
        max_size=6,
    ),
    min_size=2,
    max_size=4,
)
# Each example builds several editions: the first failing one is told as it is, without minutes of shrinking.
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
FEW = settings(max_examples=5, phases=PHASES, suppress_health_check=[HealthCheck.function_scoped_fixture])
MANY = settings(max_examples=60, phases=PHASES, suppress_health_check=[HealthCheck.function_scoped_fixture])
# Small editions have their indexes built anew each time; with 0 they are copied and changed, as large ones' are.
BOTH_WAYS = pytest.mark.parametrize("renew_below", [5000, 0])


@BOTH_WAYS
@FEW
@given(LIBRARIES)
def test_steps_lead_to_the_same_edition(
    tmp_path_factory: pytest.TempPathFactory, renew_below: int, states: list[Library]
) -> None:
    check_steps(tmp_path_factory, renew_below, states)


@pytest.mark.slow
@BOTH_WAYS
@MANY
@given(LIBRARIES)
def test_many_steps_lead_to_the_same_edition(
    tmp_path_factory: pytest.TempPathFactory, renew_below: int, states: list[Library]
) -> None:
    check_steps(tmp_path_factory, renew_below, states)


def check_steps(tmp_path_factory: pytest.TempPathFactory, renew_below: int, states: list[Library]) -> None:
    """Ingest one state after the other, and the last one by itself: both editions are equal."""
    step_by_step = Workbench(tmp_path_factory.mktemp("steps"), given={"max_lost_share": 1})
    at_once = Workbench(tmp_path_factory.mktemp("once"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(build, "RENEW_BELOW", renew_below)
        for state in states:
            for path in step_by_step.texts.glob("*"):
                path.unlink()
            step_by_step.write(texts_of(state))
            step_by_step.ingest()
    at_once.publish(texts_of(states[-1]))
    assert step_by_step.leftovers() == []
    with step_by_step.reading() as one, at_once.reading() as other:
        assert content(one) == content(other)
        for query in WORDS:
            assert nearest(one, at_once.embedder, query, 1000) == nearest(other, at_once.embedder, query, 1000)
            assert matches(one, query).keys() == matches(other, query).keys()
            if renew_below:  # a copied full text counts deleted passages in its statistics until it is built anew
                assert matches(one, query) == matches(other, query)


def texts_of(library: Library) -> dict[str, str]:
    """The library's files."""
    return {
        f"{name}.md": digest(name, "## About\n\n" + "\n".join(f"The {' '.join(words)} [@g]." for words in sentences))
        for name, sentences in library.items()
    }
