"""The glossary: which words of a text name which concept."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import BadInputError
from corpus.glossary import Entry, Glossary, read_glossary, shipped_glossary
from corpus.text import terms

GLOSSARY = Glossary(
    [
        Entry(term="portal vein thrombosis", abbreviations=("PVT",), lay=("clot in the portal vein",)),
        Entry(term="thrombosis", synonyms=("thrombus",)),
        Entry(term="transjugular intrahepatic portosystemic shunt", abbreviations=("TIPS", "TIPSS")),
        Entry(term="pulmonary embolism", abbreviations=("PE",)),
        Entry(term="sirolimus", brands=("Rapamune",), synonyms=("rapamycin",), kind="drug"),
        Entry(term="α-fetoprotein", abbreviations=("AFP",)),
    ]
)


def named(text: str) -> list[tuple[str, str]]:
    return [(text[m.start : m.end], m.entry.term) for m in GLOSSARY.find(text)]


def test_a_letter_that_folds_to_two_moves_no_name_behind_it() -> None:
    text = "Straße, ß: Rapamune and TIPS"
    assert named(text) == [("Rapamune", "sirolimus"), ("TIPS", "transjugular intrahepatic portosystemic shunt")]


def test_entries_are_equal_only_if_all_of_them_is() -> None:
    entry = Entry(term="gout", lay=("podagra",))
    assert entry == Entry(term="gout", lay=("podagra",))
    assert entry != Entry(term="gout")
    assert entry != "gout"
    assert len({entry, Entry(term="gout", lay=("podagra",)), Entry(term="gout")}) == len(("the one", "the other"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PVT after surgery", [("PVT", "portal vein thrombosis")]),
        ("Portal Vein Thrombosis", [("Portal Vein Thrombosis", "portal vein thrombosis")]),
        ("a thrombus or PVT", [("thrombus", "thrombosis"), ("PVT", "portal vein thrombosis")]),
        ("a clot in the portal vein", [("clot in the portal vein", "portal vein thrombosis")]),
        ("pvt", [("pvt", "portal vein thrombosis")]),
        ("RAPAMUNE or rapamycin", [("RAPAMUNE", "sirolimus"), ("rapamycin", "sirolimus")]),
        ("raised α-fetoprotein", [("α-fetoprotein", "α-fetoprotein")]),
        ("TIPSS", [("TIPSS", "transjugular intrahepatic portosystemic shunt")]),
    ],
)
def test_a_concept_is_found_by_any_of_its_names(text: str, expected: list[tuple[str, str]]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize("text", ["tips for the ward", "pe teacher", "anti-thrombosis", "xPVT", "PVT1"])
def test_ordinary_words_and_parts_of_words_are_no_names(text: str) -> None:
    assert named(text) == []


@pytest.mark.parametrize("text", ["PE", "TIPS"])
def test_an_ordinary_word_in_capitals_is_a_name(text: str) -> None:
    assert [form for form, _ in named(text)] == [text]


def test_a_plural_is_found() -> None:
    assert named("two PVTs") == [("PVTs", "portal vein thrombosis")]


@given(st.lists(st.sampled_from(["PVT", "thrombus", "and", "TIPS,", "clot in the portal vein", "α-fetoprotein"])))
def test_mentions_are_in_order_and_apart(pieces: list[str]) -> None:
    text = " ".join(pieces)
    last = 0
    for mention in GLOSSARY.find(text):
        assert last <= mention.start < mention.end <= len(text)
        last = mention.end


def test_a_term_leads_to_its_entry() -> None:
    entry = GLOSSARY.get("SIROLIMUS")
    assert entry is not None
    assert entry.forms() == ("sirolimus", "rapamycin", "Rapamune")
    assert GLOSSARY.get("rapamycin") is None


class TestFamilies:
    """Classes stand above an entry, members below it."""

    antidiabetic = Entry(term="antidiabetic drug", members=("SGLT2 inhibitor",))
    sglt2 = Entry(term="SGLT2 inhibitor", members=("dapagliflozin", "empagliflozin", "one that has no entry"))
    gliflozins = Entry(term="gliflozin", members=("dapagliflozin",))
    dapagliflozin = Entry(term="dapagliflozin")
    empagliflozin = Entry(term="empagliflozin")
    drugs = Glossary([antidiabetic, sglt2, gliflozins, dapagliflozin, empagliflozin])

    def test_an_entry_comes_first_then_its_classes_then_its_members(self) -> None:
        assert self.drugs.family_of(self.sglt2) == (
            self.sglt2, self.antidiabetic, self.dapagliflozin, self.empagliflozin,
        )  # fmt: skip

    def test_it_reaches_one_step_up_and_one_step_down_only(self) -> None:
        assert self.antidiabetic not in self.drugs.family_of(self.dapagliflozin)
        assert self.dapagliflozin not in self.drugs.family_of(self.antidiabetic)
        assert self.empagliflozin not in self.drugs.family_of(self.dapagliflozin)  # a sister is another drug

    def test_with_classes_leaves_the_members_out(self) -> None:
        assert self.drugs.with_classes(self.sglt2) == (self.sglt2, self.antidiabetic)

    def test_what_two_entries_share_stands_once(self) -> None:
        assert self.drugs.with_classes(self.dapagliflozin, self.empagliflozin) == (
            self.dapagliflozin, self.sglt2, self.gliflozins, self.empagliflozin,
        )  # fmt: skip
        assert self.drugs.family_of(self.sglt2, self.gliflozins).count(self.dapagliflozin) == 1

    def test_of_nothing_there_is_none(self) -> None:
        assert self.drugs.family_of() == self.drugs.with_classes() == ()


@pytest.mark.parametrize(
    ("text", "spelt_out"),
    [
        ("A clot.", "A clot."),
        ("PVT is a clot.", "PVT is a clot. (portal vein thrombosis)"),
        ("PVT, then PVT again.", "PVT, then PVT again. (portal vein thrombosis)"),
        ("Portal vein thrombosis (PVT) is a clot.", "Portal vein thrombosis (PVT) is a clot."),
        ("Rapamune is taken daily.", "Rapamune is taken daily."),
    ],
)
def test_abbreviations_are_spelt_out_once_where_the_text_does_not_do_so(text: str, spelt_out: str) -> None:
    assert GLOSSARY.spelt_out(text) == spelt_out


def test_an_empty_glossary_finds_nothing() -> None:
    assert Glossary([]).find("PVT") == []


def test_the_fingerprint_changes_with_the_entries() -> None:
    assert (
        Glossary([Entry(term="ascites")]).fingerprint != Glossary([Entry(term="ascites", lay=("fluid",))]).fingerprint
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("- {term: ascites, colour: blue}", r"\(0, 'colour'\)"),
        ("- {term: ascites}\n- {kind: drug}", r"\(1, 'term'\)"),
        ("- {term: ascites, kind: thing}", r"\(0, 'kind'\)"),
        ("term: ascites", "valid"),
        ("- [", "cannot be read"),
    ],
)
def test_what_is_wrong_with_a_file_is_named(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "glossary.yaml"
    path.write_text(text)
    with pytest.raises(BadInputError, match=f"glossary.yaml.*{told}"):
        read_glossary(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match=r"gone\.yaml cannot be read"):
        read_glossary(tmp_path / "gone.yaml")


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("thrombocytopenia", "In thrombocytosis platelets are above 450 × 10⁹/L."),  # "few platelets"
        ("splenectomy", "The spleen is felt below the ribs."),  # "spleen out"
        ("seizure", "A fit adult of 70 years is treated like a younger one."),  # "having a fit"
        ("vomiting", "On sick days metformin is paused."),  # "being sick"
    ],
)
def test_what_stop_words_leave_of_a_name_names_nothing(term: str, text: str) -> None:
    entry = shipped_glossary().get(term)
    assert entry is not None
    assert not entry.named_in(frozenset(terms(text)))


@pytest.mark.parametrize(
    ("term", "text", "written"),
    [
        ("asplenia", "Shots are advised to people with no spleen.", True),
        ("asplenia", "The spleen is no larger than before.", False),
        ("vomiting", "Call a nurse if you keep being sick.", True),
        ("vomiting", "Call a nurse on a sick day.", False),
        ("ascites", "Ascites is fluid in the belly.", False),  # told by its terms, and not looked for word by word
    ],
)
def test_a_name_that_its_terms_cannot_tell_is_known_word_by_word(term: str, text: str, written: bool) -> None:
    entry = shipped_glossary().get(term)
    assert entry is not None
    assert entry.written_in(text) is written


def test_the_shipped_glossary_can_be_read() -> None:
    assert shipped_glossary().get("cirrhosis") is not None


SHIPPED = shipped_glossary()


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("HIT on day 7", "heparin-induced thrombocytopenia"), ("a TOE was done", "echocardiography"), ("sAg negative", "HBsAg"),
        ("core antibody positive", "anti-HBc"), ("CHADSVASc of 3", "CHA2DS2-VASc score"), ("HAS BLED of 3", "HAS-BLED score"),
        ("lyse or not?", "thrombolysis"), ("clot retrieval", "thrombectomy"), ("a portal clot", "portal vein thrombosis"),
        ("CCF and AF", "heart failure"), ("the clap", "gonorrhoea"), ("a vomiting bug", "gastroenteritis"), ("DM and IHD", "diabetes mellitus"),
        ("Hb 84", "haemoglobin"), ("on the pill", "combined hormonal contraception"), ("black poo", "gastrointestinal bleeding"),
        ("my blue puffer", "short-acting beta2-agonist"), ("she gets fits", "seizure"), ("bp machine says", "blood pressure"),
        ("two epi pens", "adrenaline auto-injector"), ("had a hypo", "hypoglycaemia"), ("rubber bands on them", "endoscopic variceal ligation"),
        ("i have af", "atrial fibrillation"), ("a wee infection", "urinary tract infection"), ("a piece of my liver", "liver biopsy"),
    ],
)  # fmt: skip
def test_the_shipped_glossary_knows_how_people_write(text: str, term: str) -> None:
    assert term in [mention.entry.term for mention in SHIPPED.find(text)]


@pytest.mark.parametrize(
    "text",
    [
        "I hit my toe and sob", "the skin may sag", "a cab home", "feeling sad about it", "tips on the bus", "the dm said hb", "we met there",
        "a fit man", "lactate and gas", "the tumour lysis syndrome is no lysis", "which of these fits",
    ],
)  # fmt: skip
def test_everyday_words_name_no_concept_of_the_shipped_glossary(text: str) -> None:
    named_by_slip = {"heparin-induced thrombocytopenia", "HBsAg", "anti-HBc", "anti-HBs", "breathlessness", "echocardiography", "metformin", "thrombolysis", "diabetes mellitus", "haemoglobin", "seizure", "blood gas", "transjugular intrahepatic portosystemic shunt"}  # fmt: skip
    assert named_by_slip.isdisjoint(mention.entry.term for mention in SHIPPED.find(text))


@pytest.mark.parametrize("text", ["how many hrs after the last dose", "within 24 hrs", "every 6 hrs", "the std dose"])
def test_hours_and_standards_cut_short_are_no_illness(text: str) -> None:
    assert SHIPPED.find(text) == []


def test_a_syndrome_in_small_letters_is_one() -> None:
    assert [mention.entry.term for mention in SHIPPED.find("terlipressin in hrs")] == [
        "terlipressin",
        "hepatorenal syndrome",
    ]
