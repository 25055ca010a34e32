"""The sentences that were found for a question: what each is about, for whom and on what it holds, how likely an answer
should hold it.
"""

from service.sentences.candidates import Candidate, SentenceVectors
from service.sentences.material import Material

__all__ = ["Candidate", "Material", "SentenceVectors"]
