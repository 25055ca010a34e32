"""English is answered; what is plainly another language is told so."""

from __future__ import annotations

import pytest

from service.safety.language import is_english
from tests.service.read_tables import messages


@pytest.mark.parametrize(
    "message",
    [
        "Wie wird eine Varizenblutung bei Leberzirrhose behandelt?",
        "Was ist die Dosis von Apixaban und wann wird es gegeben?",
        "Quelle est la dose de la warfarine chez les patients âgés?",
        "Comment traiter une hémorragie digestive avec une cirrhose?",
        "¿Cuál es la dosis de carvedilol para la hipertensión portal?",
        "Qual é a dose de varfarina para os idosos?",
        "Qual è la dose di furosemide per il paziente con ascite?",
        "Wat is de dosering van het middel bij een patiënt met jicht?",
        "Vad är dosen av warfarin för en patient som är gammal?",
        "Как лечить асцит при циррозе?",
        "肝硬変の腹水の治療は？",
        "ما هو علاج ارتفاع ضغط الدم البابي؟",
        "Was hilft gegen Aszites bei Leberzirrhose?",
        "Gicht Behandlung",
        "ascitis tratamiento",
        "jak leczyć dnę moczanową",
        "hvordan behandles gikt",
        "Hoe behandel je jicht",
        "Πώς αντιμετωπίζεται η κίρρωση του ήπατος;",
    ],
)
def test_another_language_is_recognised(message: str) -> None:
    assert not is_english(message)


@pytest.mark.parametrize("message", [*messages("answerable"), *messages("emergencies"), *messages("no_emergencies")])
def test_english_is_english(message: str) -> None:
    assert is_english(message)


@pytest.mark.parametrize(
    "message",
    [
        "cirrhosis plt 45, EVL, FFP?", "72F AF CHA2DS2-VASc 4", "MELD 18 TIPS", "α-blocker, β-blocker, κ light chains", "IL-6 ↑ CRP 120",
        "E. coli UTI", "Budd-Chiari", "café-au-lait spots", "Ménière disease treatment", "Sjögren syndrome in pregnancy", "die of sepsis", "",
    ],
)  # fmt: skip
def test_terse_notes_and_foreign_names_are_english(message: str) -> None:
    assert is_english(message)


@pytest.mark.parametrize("message", ["PVT, no cirrhosis: JAK2 test worthwhile?", "JAK2 and CALR negative, now what?"])
def test_a_gene_is_no_foreign_word(message: str) -> None:
    assert is_english(message)
