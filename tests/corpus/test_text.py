"""Words, terms and sentences: what counts as the same word, and where a sentence ends."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.text import normalise, sentence_spans, term_set, terms, words


def found(query: str, text: str) -> bool:
    """Whether every term of ``query`` is among those of ``text``."""
    return bool(terms(query)) and set(terms(query)) <= set(terms(text))


def sentences(paragraph: str) -> list[str]:
    return [paragraph[start:end] for start, end in sentence_spans(paragraph)]


class TestTerms:
    @pytest.mark.parametrize(
        ("query", "text"),
        [
            ("IL-6", "Raised IL-6 predicts death."),
            ("IL6", "Raised IL-6 predicts death."),
            ("il-6", "Raised IL-6 predicts death."),
            ("HbA1c", "An HbA1c of 48 mmol/mol or more."),
            ("hba1c", "An HbA₁c of 48 mmol/mol or more."),
            ("≥20%", "Reduction of ≥20% from baseline."),
            ("≥20%", "Reduction of ≥ 20 % from baseline."),
            ("20%", "Reduction of ≥20% from baseline."),
            ("CHA2DS2-VASc", "The CHA₂DS₂-VASc score is 3."),
            ("CD4+", "A CD4+ count below 200."),
            ("10,000", "Some 10000 patients."),
            ("TNF-α", "TNF-alpha inhibitors."),
            ("10⁹", "50 × 109/L"),
        ],
    )
    def test_a_clinical_sign_is_found_however_it_is_written(self, query: str, text: str) -> None:
        assert found(query, text)

    @given(st.lists(st.text(), min_size=1))
    def test_a_text_has_the_terms_and_words_of_its_parts(self, parts: list[str]) -> None:
        parts = [re.sub(r"[<>≤≥=%]", "", part) for part in parts]  # a percentage may go over a space
        text = "\n".join(parts)
        assert terms(text) == [term for part in parts for term in terms(part)]
        assert list(words(text)) == [word for part in parts for word in words(part)]
        assert term_set(text) == set(terms(text))

    @pytest.mark.parametrize(
        ("written", "expected"),
        [
            ("20 % of patients", ["20%", "patient"]),
            ("in > 20% of", [">20%", "20%"]),
            ("≥\u00a05,000.5 %", ["≥5000.5%", "5000.5%"]),
            ("50%, 60% and = 7%", ["50%", "60%", "=7%", "7%"]),
        ],
    )
    def test_a_percentage_is_one_term_whatever_spaces_are_in_it(self, written: str, expected: list[str]) -> None:
        assert terms(written) == expected

    @pytest.mark.parametrize(
        ("american", "british"),
        [
            ("hemorrhage", "haemorrhage"),
            ("anemia", "anaemia"),
            ("edema", "oedema"),
            ("esophageal", "oesophageal"),
            ("diarrhea", "diarrhoea"),
            ("tumor", "tumours"),
            ("pediatric", "paediatric"),
            ("leukocyte", "leucocytes"),
            ("hospitalization", "hospitalisation"),
            ("randomized", "randomised"),
            ("fiber", "fibre"),
            ("sulfate", "sulphate"),
            ("ischemia", "ischaemia"),
            ("µg", "μg"),
        ],
    )
    def test_american_and_british_spellings_meet(self, american: str, british: str) -> None:
        assert terms(american) == terms(british) != []

    @pytest.mark.parametrize(("one", "many"), [("varix", "varices"), ("transfusion", "transfusions")])
    def test_word_forms_meet_where_the_stemmer_knows_them(self, one: str, many: str) -> None:
        assert (terms(one) == terms(many)) is (one == "transfusion")

    @pytest.mark.parametrize(("one", "other"), [("IL-6", "IL-8"), ("≥20%", "≥30%"), ("type 1", "type 2")])
    def test_different_things_stay_apart(self, one: str, other: str) -> None:
        assert not found(one, other)

    def test_stop_words_are_no_terms(self) -> None:
        assert terms("what is the") == []

    @given(st.text())
    def test_terms_are_lower_case_words_without_white_space(self, text: str) -> None:
        assert all(term and term.split() == [term] for term in terms(text))

    @given(st.text())
    def test_terms_are_the_same_for_both_normal_forms(self, text: str) -> None:
        assert terms(unicodedata.normalize("NFD", text)) == terms(text)

    def test_words_keep_their_inner_signs_and_order(self) -> None:
        assert list(words("IL-6 rose by ≥20%.")) == ["il-6", "rose", "by", "≥20%"]


class TestNormalise:
    @given(st.text())
    def test_it_changes_nothing_the_second_time(self, text: str) -> None:
        assert normalise(normalise(text)) == normalise(text)

    @given(st.text())
    def test_what_is_left_can_be_stored_and_seen(self, text: str) -> None:
        stored = normalise(text)
        assert stored.encode().decode() == stored
        assert stored == " ".join(stored.split())
        assert not {unicodedata.category(c) for c in stored} & {"Cc", "Cf", "Cs"}

    def test_soft_hyphens_and_zero_width_signs_go_without_a_gap(self) -> None:
        assert normalise("throm\u00adbo\u200bsis\u00a0of\tveins") == "thrombosis of veins"

    def test_half_a_surrogate_pair_goes(self) -> None:
        assert normalise("a\ud83d b") == "a b"


class TestSentences:
    @pytest.mark.parametrize(
        "sentence",
        [
            "Give paracetamol 1 g q.4h. up to 4 g a day.",
            "E. coli and S. aureus were grown from ascites.",
            "Smith et al. found no benefit vs. placebo in 2019.",
            "A dose of 0.5 mg/kg i.v. is given, e.g. in the ward.",
            "Dr. Jones measured 12.5 mmHg (approx. 10 % lower) at St. Mary's.",
            "Platelets <50 × 10⁹/L are low, and >450 × 10⁹/L are high.",
            "The ratio was 1.8 (95% CI 1.2 to 2.7; p < 0.01).",
            "An INR of 1.5 does not predict bleeding; neither does one of 2.0.",
        ],
    )
    def test_a_full_stop_inside_a_sentence_does_not_end_it(self, sentence: str) -> None:
        assert sentences(f"{sentence} Another one follows.") == [sentence, "Another one follows."]

    def test_what_ends_in_no_full_stop_goes_on(self) -> None:
        assert sentences("Dose of the drug: 5 mg daily") == ["Dose of the drug: 5 mg daily"]

    @given(st.text(max_size=300))
    def test_spans_are_in_order_apart_and_without_white_space_around(self, text: str) -> None:
        paragraph = normalise(text)
        last = 0
        for start, end in sentence_spans(paragraph):
            assert last <= start < end <= len(paragraph)
            assert paragraph[start:end] == paragraph[start:end].strip()
            last = end

    @given(st.text(max_size=300))
    def test_no_word_is_outside_the_sentences(self, text: str) -> None:
        paragraph = normalise(text)
        outside = list(paragraph)
        for start, end in sentence_spans(paragraph):
            outside[start:end] = " " * (end - start)
        assert not "".join(outside).strip()
