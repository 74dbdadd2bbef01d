"""A web form opens with the answers in its address, whole and readable, or says what is missing."""

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QUrl

from ogp_desktop.domain.hand_form import ANSWER_IDS
from ogp_desktop.kits.errors import KitFault
from ogp_desktop.kits.localised import in_language
from ogp_desktop.kits.model import FormEntry, WebForm
from ogp_desktop.kits.reading import read_kit
from ogp_desktop.kits.web_form import LONGEST_URL, is_web_address, prefilled
from tests.kits.test_reading import refusal
from tests.support.kits import changed, kit_files, write_folder

GOOGLE = "https://docs.google.com/forms/d/e/1FAIpQ/viewform?usp=pp_url"
FORM = WebForm(
    id="form",
    url=GOOGLE,
    entries=tuple(
        FormEntry(name=f"entry.{place}", answer=answer) for place, answer in enumerate(ANSWER_IDS)
    ),
)
KIT_FORM = """
[[web_forms]]
id = "google"
url = "https://docs.google.com/forms/d/e/1FAIpQ/viewform?usp=pp_url"
entries = [{ name = "entry.1", answer = "summary" }, { name = "entry.2", answer = "question.ask" }]

[consent]"""
TEXTS = st.dictionaries(
    st.sampled_from(ANSWER_IDS), st.text(st.characters(exclude_categories=["Cs"]), max_size=900)
)


def read_back(url: str) -> Mapping[str, str]:
    """Return what a server reads out of an address."""
    pairs = parse_qsl(urlsplit(url).query, keep_blank_values=True, strict_parsing=True)
    assert len(pairs) == len(dict(pairs))
    return dict(pairs)


@given(answers=TEXTS)
def test_server_reads_exactly_what_was_answered(answers: dict[str, str]) -> None:
    made = prefilled(FORM, answers)
    read = dict(read_back(made.url))
    assert read.pop("usp") == "pp_url"
    names = {entry.name: entry.answer for entry in FORM.entries}
    wanted = {one: text for one, text in answers.items() if text and one not in made.left_out}
    assert {names[name]: text for name, text in read.items()} == wanted


@given(answers=TEXTS)
def test_address_is_never_too_long_and_loses_only_the_longest(answers: dict[str, str]) -> None:
    made = prefilled(FORM, answers)
    assert len(made.url) <= LONGEST_URL
    assert made.url.isascii()
    kept = [len(prefilled_part(answers[one])) for one in answers if one not in made.left_out]
    lost = [len(prefilled_part(answers[one])) for one in made.left_out]
    assert min(lost, default=LONGEST_URL) >= max(kept, default=0) - len("entry.00")
    assert list(made.left_out) == [one for one in ANSWER_IDS if one in made.left_out]


def prefilled_part(text: str) -> str:
    """Return how one answer looks in an address."""
    return QUrl.toPercentEncoding(text).data().decode()


@given(answers=TEXTS)
def test_browser_is_given_the_very_same_address(answers: dict[str, str]) -> None:
    url = prefilled(FORM, answers).url
    opened = QUrl(url, QUrl.ParsingMode.StrictMode)
    assert opened.isValid()
    assert read_back(opened.toEncoded().data().decode()) == read_back(url)


def test_one_answer_too_many_stays_out_and_the_rest_goes() -> None:
    made = prefilled(FORM, {"summary": "é" * 2_000, "place": "Kpalimé", "date": "1 August"})
    assert made.left_out == ("summary",)
    assert set(read_back(made.url).values()) == {"pp_url", "Kpalimé", "1 August"}


def test_address_without_a_query_gets_one_and_no_answer_leaves_it_alone() -> None:
    bare = WebForm(
        id="f", url="https://example.org/f", entries=(FormEntry(name="a", answer="place"),)
    )
    assert (
        prefilled(bare, {"place": "A & B=C?#"}).url
        == "https://example.org/f?a=A%20%26%20B%3DC%3F%23"
    )
    assert prefilled(bare, {"place": ""}).url == bare.url


@pytest.mark.parametrize(
    "url",
    [
        "http://example.org/f",
        "https://me:code@example.org/f",
        "https://example.org/f#top",
        "https:///f",
        "https://example.org:port/f",
        "https://exämple.org/f",
        "javascript:alert(1)",
        "file:///etc/passwd",
    ],
)
def test_address_that_is_no_plain_https_is_none(url: str) -> None:
    assert not is_web_address(url)


def test_kit_says_where_its_form_is_in_its_own_words(tmp_path: Path) -> None:
    kit = read_kit(write_folder(tmp_path, _with_form()))
    [form] = in_language(kit, "fr").web_forms
    assert (form.id, form.name) == ("google", "The form")
    assert form.form.url == GOOGLE
    assert [entry.answer for entry in form.form.entries] == ["summary", "question.ask"]


def _with_form(old: str = "", new: str = "") -> dict[str, bytes]:
    files = kit_files()
    files["kit.toml"] = changed("kit.toml", "[consent]", KIT_FORM)["kit.toml"]
    for name in ("text.en.toml", "text.fr.toml"):
        files[name] = files[name].replace(
            b"[consent]", b'[web_forms.google]\nname = "The form"\n\n[consent]', 1
        )
    assert old.encode() in files["kit.toml"]
    files["kit.toml"] = files["kit.toml"].replace(old.encode(), new.encode(), 1)
    return files


@pytest.mark.parametrize(
    ("old", "new", "fault", "field"),
    [
        ("https://docs", "http://docs", KitFault.WRONG_VALUE, "web_forms[0].url"),
        ("https://docs", "https://me@docs", KitFault.WRONG_VALUE, "web_forms[0].url"),
        ("entry.2", "entry.1", KitFault.DUPLICATE_ID, "web_forms[0].entries.name"),
        ("question.ask", "summary", KitFault.DUPLICATE_ID, "web_forms[0].entries.answer"),
        ("question.ask", "question.no", KitFault.UNKNOWN_ID, "web_forms[0].entries[1].answer"),
        ('"summary"', '"names"', KitFault.UNKNOWN_ID, "web_forms[0].entries[0].answer"),
        ("entry.1", "entry 1", KitFault.WRONG_VALUE, "web_forms[0].entries[0].name"),
    ],
)
def test_kit_with_a_faulty_form_is_refused_by_field(
    old: str, new: str, fault: KitFault, field: str
) -> None:
    refused = refusal(_with_form(old, new))
    assert (refused.reason, refused.field, refused.file) == (fault, field, "kit.toml")


def test_form_without_a_name_is_refused() -> None:
    files = kit_files() | {"kit.toml": _with_form()["kit.toml"]}
    assert refusal(files).reason is KitFault.MISSING_TEXT
