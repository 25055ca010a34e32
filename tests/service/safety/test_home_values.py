"""Values as those at home write them: out of bounds, off what they should be, within it, or none at all."""

from __future__ import annotations

import pytest

from service.safety.distress.home_values import HomeValues, home_values_in


@pytest.mark.parametrize(
    "message",
    [
        "how low can my sugar be before I mustn't drive",
        "target sats 88 to 92",
        "his best peak flow is 400",
        "my sugar was 2.4 last week",
        "her heart pumps at 35 percent",
        "took 80 mg of furosemide",
        "we are 40 years married",
    ],
)
def test_what_is_aimed_at_past_or_no_measure_is_no_value(message: str) -> None:
    assert home_values_in(message).out == 0


@pytest.mark.parametrize(
    "message",
    [
        "sats 84 on 2 litres",
        "the oximeter shows 79",
        "her bp thing at home says 84/50",
        "74 over 40 on the cuff",
        "I counted 6 breaths in a minute",
        "pulse on my watch is 34",
        "ketone meter says 5.1",
        "mum's sugar is 1.8",
        "the meter reads HI",
        "temp 40.6",
        "pressure at the machine 224/126",
    ],
)
def test_a_value_out_of_bounds_is_read_as_lay_people_write_it(message: str) -> None:
    assert home_values_in(message).out == 1


def test_each_measure_counts_once_and_by_its_worst() -> None:
    assert home_values_in("sats 95, then sats 82, temp 38.4, bp 128/80") == HomeValues(out=1, off=1, within=1)
