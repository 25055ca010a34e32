"""What is asked so strictly that only the very thing answers it: one thing of one subject, when something is started,
the dose of a drug in an illness, the causes of something. What is near it is shown as related where nothing says it,
and that is named as not found.
"""

from __future__ import annotations

from corpus.glossary import Glossary
from service.analysis.question import Question
from service.sentences.bare import Bare, Pair, bare_asked, pair_alone
from service.sentences.dosed import Dosed, dose_asked
from service.sentences.overall import Overall, overall_asked
from service.sentences.starts import Starts, starts_asked

StrictlyAsked = Bare | Pair | Starts | Dosed | Overall


def strictly_asked(question: Question, glossary: Glossary) -> StrictlyAsked | None:
    """What ``question`` asks of the kind; None where it asks nothing of it."""
    asked: StrictlyAsked | None = bare_asked(question, glossary) or starts_asked(question, glossary)
    asked = asked or dose_asked(question, glossary) or overall_asked(question, glossary)
    return asked or pair_alone(question, glossary)
