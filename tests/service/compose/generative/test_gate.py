"""Nothing that a model writes is taken on trust: what its sentence does not support is dropped, the rest passes."""

from __future__ import annotations

import pytest

from service.answer import Mode
from tests.scripted_llm import number_of
from tests.service.compose.generative.replies import STARTS, Consult, generated, says


@pytest.mark.parametrize(
    ("text", "rests"),
    [
        pytest.param("Start velmorine at 50 mg once daily.", STARTS, id="another number"),
        pytest.param("Start velmorine at 5 g once daily.", STARTS, id="another unit"),
        pytest.param("Start velmorine at 5 mg twice daily.", STARTS, id="another frequency"),
        pytest.param("Raise velmorine to 10 mg once daily after 2 months.", STARTS, id="another time"),
        pytest.param("Raise velmorine to 10 mg once daily before 2 weeks.", STARTS, id="before for after"),
        pytest.param("Lower velmorine to 10 mg once daily after 2 weeks.", STARTS, id="the other direction"),
        pytest.param("Velmorine is recommended in severe renal impairment.", "Velmorine is not", id="dropped negation"),
        pytest.param("Velmorine never starts at 5 mg once daily.", STARTS, id="added negation"),
        pytest.param("Velmorine only starts at 5 mg once daily.", STARTS, id="added exception"),
        pytest.param(
            "Velmorine decreases the serum potassium in heart failure.", "Velmorine increases", id="turned round"
        ),
        pytest.param(
            "Velmorine is recommended with an ejection fraction above 40%.",
            "Velmorine is recommended",
            id="another comparator",
        ),
        pytest.param("Start furosemide at 5 mg once daily.", STARTS, id="foreign drug, known"),
        pytest.param("Start quorvastatin at 5 mg once daily.", STARTS, id="foreign drug, unknown"),
        pytest.param("Start velmorine with Digoxin at 5 mg once daily.", STARTS, id="foreign name"),
        pytest.param("Velmorine starts at 5 mg once daily in patients with cirrhosis.", STARTS, id="foreign condition"),
        pytest.param("Start velmorine at 5 mg once daily.", [], id="no sentence"),
        pytest.param("Start velmorine at 5 mg once daily.", [99], id="sentence that was not given"),
        pytest.param("Start velmorine at 5 mg once daily.", [0], id="sentence zero"),
        pytest.param("Start velmorine at 5 mg once daily.", [-1], id="sentence from behind"),
        pytest.param("Start velmorine at 5 mg once daily.", "Velmorine is not", id="another sentence"),
    ],
)
def test_what_its_sentence_does_not_support_is_dropped(answered: Consult, text: str, rests: str | list[int]) -> None:
    answer = answered(says((text, rests)))
    assert not generated(answer)
    assert answer.degraded
    assert answer.mode is Mode.EXTRACTIVE


def test_what_is_left_out_is_no_contradiction(answered: Consult) -> None:
    [statement] = generated(answered(says(("Start velmorine at 5 mg.", STARTS))))
    assert statement.text == "Start velmorine at 5 mg."


def test_of_several_statements_only_the_unsupported_are_dropped(answered: Consult) -> None:
    answer = answered(
        says(("Start velmorine at 50 mg once daily.", STARTS), ("Start velmorine at 5 mg once daily.", STARTS))
    )
    assert [statement.text for statement in generated(answer)] == ["Start velmorine at 5 mg once daily."]
    assert not answer.degraded


def test_one_wrong_number_among_right_ones_drops_the_statement(answered: Consult) -> None:
    def reply(prompt: str) -> str:
        return says(("Start velmorine at 5 mg once daily.", [number_of(prompt, STARTS), 77]))(prompt)

    assert not generated(answered(reply))


def test_a_statement_is_made_once(answered: Consult) -> None:
    text = "Start velmorine at 5 mg once daily."
    answer = answered(says((text, STARTS), (text, STARTS)))
    assert [statement.text for statement in generated(answer)] == [text]


def test_people_and_animals_are_not_mixed_in_one_statement(answered: Consult) -> None:
    def reply(prompt: str) -> str:
        both = [number_of(prompt, STARTS), number_of(prompt, "The dose of velmorine in heart failure that")]
        return says(("The dose of velmorine starts at 5 mg once daily in heart failure.", both))(prompt)

    assert not generated(answered(reply))


def test_a_supported_statement_passes_with_the_span_it_rests_on(answered: Consult) -> None:
    answer = answered(says(("Start velmorine at 5 mg once daily.", STARTS)))
    assert answer.mode is Mode.GENERATIVE
    assert not answer.degraded
    [statement] = generated(answer)
    assert statement.evidence[0].quote.startswith("Velmorine starts at 5 mg once daily")
    assert statement.citations == [1]
    assert {"numbers", "negation", "direction", "names"} <= set(statement.support.checks)


def test_marks_of_citations_are_taken_out_of_the_text(answered: Consult) -> None:
    [statement] = generated(answered(says(("Start velmorine at 5 mg once daily [1, 2].", STARTS))))
    assert statement.text == "Start velmorine at 5 mg once daily ."


def test_a_finding_in_animals_says_so(answered: Consult) -> None:
    [statement] = generated(
        answered(
            says(("Velmorine lowered mortality by half at 3 mg/kg.", "The dose of velmorine in heart failure that"))
        )
    )
    assert statement.text == "In animals: Velmorine lowered mortality by half at 3 mg/kg."
    assert "animal" in statement.labels


def test_words_around_the_json_do_no_harm(answered: Consult) -> None:
    def reply(prompt: str) -> str:
        return f"Here it is:\n```json\n{says(('Start velmorine at 5 mg once daily.', STARTS))(prompt)}\n```"

    assert generated(answered(reply))
