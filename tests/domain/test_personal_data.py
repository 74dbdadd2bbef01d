"""What could lead to a person is found; removing it spares every other word."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ogp_desktop.domain.personal_data import PersonalData, findings, without_findings


@pytest.mark.parametrize(
    ("text", "kind", "piece"),
    [
        ("write to ama@example.org today", PersonalData.EMAIL, "ama@example.org"),
        ("call +228 90 12 34 56", PersonalData.PHONE, "+228 90 12 34 56"),
        ("au 06.12.34.56.78 le soir", PersonalData.PHONE, "06.12.34.56.78"),
        ("card 4402 1187 223", PersonalData.NUMBER, "4402 1187 223"),
        ("follow @ama_k there", PersonalData.HANDLE, "@ama_k"),
        ("says Mr Kofi Mensah of the market", PersonalData.NAME, "Mr Kofi Mensah"),
        ("selon Mme Adjo, trop tard", PersonalData.NAME, "Mme Adjo"),
        ("d'après M. Élie Ékoué", PersonalData.NAME, "M. Élie Ékoué"),
        ("ask Dr.Amina", PersonalData.NAME, "Dr.Amina"),
    ],
)
def test_finding_is_told_with_its_kind_and_place(text: str, kind: PersonalData, piece: str) -> None:
    (found,) = findings(text)
    assert (found.kind, text[found.start : found.end]) == (kind, piece)


@pytest.mark.parametrize(
    "text",
    [
        "In 2022 and 2023, 18 people in 4 communes",
        "30 jours, 1 500 000 francs",
        "from 9.30 to 11.00",
        "a@b",
        "M. le maire et Mme la préfète",
        "The Dr said so, Mr. is short",
        "HMS Beagle, Ms",
        "at 10 A.M. Monday, 3 M Euros",
    ],
)
def test_ordinary_numbers_are_left_alone(text: str) -> None:
    assert [one for one in findings(text) if one.kind is not PersonalData.NUMBER] == []


@given(st.text(alphabet="ab @.+-0123456789\n", max_size=80))
def test_findings_do_not_overlap_and_removing_leaves_none(text: str) -> None:
    found = findings(text)
    assert all(one.end <= two.start for one, two in pairwise(found))
    if not found:
        assert without_findings(text) == text


def test_removing_spares_every_other_word() -> None:
    text = "Before ama@example.org between +228 90 12 34 56 after"
    assert without_findings(text) == "Before … between … after"
