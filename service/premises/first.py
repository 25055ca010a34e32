"""Which sentence an answer begins with, where its question takes something for granted."""

from __future__ import annotations

from itertools import takewhile

from service.premises.checked import Checked
from service.sentences.candidates import Candidate

ABOUT_THE_ASSUMPTION = "On what the question takes for granted"  # heading
ASKED = "On what is asked"  # heading of the direct answer where a doubt stands before it


def read_first(checked: Checked, bottom: Candidate, settled: bool) -> tuple[Candidate, Candidate | None, str]:
    """The statement that an answer begins with, the one right behind it if there is one, and its heading: of a question
    that takes something for granted, the sentence that bears on that.

    ``bottom``: what answers most directly. It stays first, or comes second where what bears on an assumption that
    nothing confirms seems to say otherwise. A correction stands before either; where no other sentence bears it out,
    what bears on the assumption most follows it. ``settled``: ``bottom`` gives the verdict.
    """
    bearing = checked.bearing
    if not bearing:
        return bottom, None, ""
    places = {candidate.position for candidate in bearing}
    if checked.correction is not None:
        well = checked.candidate is not None and (
            checked.candidate.position in places or checked.candidate.text == bearing[0].text
        )
        return checked.also or (bottom if well else bearing[0]), None, ""
    if checked.doubtful and bearing[0].position in checked.away and not settled and bottom.position not in places:
        return bearing[0], bottom, ASKED
    # What bears on it less than the first statement does adds nothing, unless it seems to say otherwise.
    adding = {c.position for c in takewhile(lambda c: c.position != bottom.position, bearing)} | checked.away
    beside = next((c for c in bearing if c.position in adding and c.position != bottom.position), None)
    return bottom, beside, ABOUT_THE_ASSUMPTION
