"""Whatever a server says of a form has its sentence, in both languages, and holds the names."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from ogp_desktop.domain.instance import FormName
from ogp_desktop.domain.server_forms import (
    OUR_FIELDS,
    Difference,
    FormCheck,
    FormRead,
    ListedForm,
)
from ogp_desktop.paths import data_root
from ogp_desktop.ui import translation
from ogp_desktop.ui.words_server_forms import form_words

SENT = FormName(id="kit", version="1-1")
OURS = ListedForm(id="kit", name="Forum", version="1-1")
READ = FormRead(fields=OUR_FIELDS)
CHECKS = {
    "well": FormCheck(sent_as=SENT, listed=(OURS,), read=READ),
    "unread": FormCheck(sent_as=SENT, listed=(OURS,)),
    "none listed": FormCheck(sent_as=SENT, listed=()),
    "not listed": FormCheck(sent_as=SENT, listed=(ListedForm(id="x", name="X", version="1"),)),
    "other form": FormCheck(sent_as=SENT, listed=(OURS,), read=FormRead(fields=frozenset())),
    "no version": FormCheck(
        sent_as=SENT, listed=(ListedForm(id="kit", name="Forum", version=""),), read=READ
    ),
    "other version": FormCheck(
        sent_as=SENT, listed=(ListedForm(id="kit", name="Forum", version="9"),), read=READ
    ),
    "key there": FormCheck(
        sent_as=SENT, listed=(OURS,), read=FormRead(fields=OUR_FIELDS, key="MII")
    ),
    "key here": FormCheck(sent_as=SENT, listed=(OURS,), read=READ, key="MII"),
    "other key": FormCheck(
        sent_as=SENT, listed=(OURS,), read=FormRead(fields=OUR_FIELDS, key="MII"), key="MIJ"
    ),
}


@pytest.fixture(params=["en", "fr"])
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    """Speak one language."""
    translation.install(qapp, request.param, data_root())
    yield request.param
    translation.install(qapp, "en", data_root())


def test_every_state_of_a_form_has_words_of_its_own(language: str) -> None:
    said = {name: form_words(check, "HOST") for name, check in CHECKS.items()}
    assert len(set(said.values())) == len(CHECKS)
    assert all("HOST" in words for words in said.values())
    assert {one for check in CHECKS.values() for one in check.differences} == set(Difference)


def test_names_and_versions_stand_in_the_sentence(language: str) -> None:
    assert "kit" in form_words(CHECKS["not listed"], "HOST")
    assert "Forum" in form_words(CHECKS["other form"], "HOST")
    assert str(len(OUR_FIELDS)) in form_words(CHECKS["other form"], "HOST")
    assert {"9", "1-1"} <= set(
        form_words(CHECKS["other version"], "HOST")
        .replace("\u2066", " ")
        .replace("\u2069", " ")
        .split()
    )


def test_braces_in_a_strangers_name_are_no_place_for_the_host(language: str) -> None:
    form = ListedForm(id="kit", name="{host} {0} {", version="1-1")
    check = FormCheck(sent_as=SENT, listed=(form,), read=FormRead(fields=frozenset()))
    assert "{host} {0} {" in form_words(check, "HOST")
