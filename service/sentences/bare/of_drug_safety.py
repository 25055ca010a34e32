"""What is asked of a drug's safety."""

from __future__ import annotations

from service.sentences.bare.ask import Ask
from service.sentences.bare.breastfeeding import BREASTFEEDING
from service.sentences.bare.contraindications import CONTRAINDICATIONS
from service.sentences.bare.pregnancy import PREGNANCY
from service.sentences.bare.side_effects import SIDE_EFFECTS

OF_DRUG_SAFETY: tuple[Ask, ...] = (BREASTFEEDING, PREGNANCY, CONTRAINDICATIONS, SIDE_EFFECTS)
