"""What is asked of a drug for whom it is chosen: whether it is safe, for whom it is not, and what it is for."""

from __future__ import annotations

from service.sentences.bare.ask import Ask
from service.sentences.bare.beside_a_drug import CONTRACEPTION, DRIVING, GRAPEFRUIT
from service.sentences.bare.breastfeeding import BREASTFEEDING
from service.sentences.bare.contraindications import CONTRAINDICATIONS
from service.sentences.bare.pregnancy import PREGNANCY
from service.sentences.bare.safety import SAFETY
from service.sentences.bare.side_effects import SIDE_EFFECTS
from service.sentences.bare.uses import USES
from service.sentences.bare.warnings import BOXED_WARNING, WARNINGS

OF_DRUG_SAFETY: tuple[Ask, ...] = (
    *(BREASTFEEDING, PREGNANCY),
    *(CONTRAINDICATIONS, SIDE_EFFECTS),
    *(SAFETY, BOXED_WARNING, WARNINGS),
    *(DRIVING, GRAPEFRUIT, CONTRACEPTION),
    USES,
)
