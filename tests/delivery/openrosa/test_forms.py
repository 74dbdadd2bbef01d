"""A server is asked for its forms: what it has is compared with what would be sent there."""

import logging
from collections.abc import Iterator
from dataclasses import replace
from xml.etree.ElementTree import fromstring, tostring

import pytest

from ogp_desktop.delivery.answers import Answer
from ogp_desktop.delivery.openrosa import OpenRosa
from ogp_desktop.delivery.openrosa_forms import read_form
from ogp_desktop.domain.connection import Finding, Probed
from ogp_desktop.domain.instance import FormName
from ogp_desktop.domain.server_forms import (
    MOST_LISTED,
    OUR_FIELDS,
    Difference,
    FormCheck,
    ListedForm,
)
from tests.delivery.openrosa.test_encryption import public_key
from tests.delivery.openrosa.test_gateway import HEAD, KEYED, head_of
from tests.delivery.openrosa.test_login import NAME, PASSWORD
from tests.support.central import LIST, Central, central_server
from tests.support.digest_front import stub_front
from tests.support.kobo import TOKEN, Form, Kobo, kobo_server
from tests.support.openrosa import KEY, keyed_url, kit_form
from tests.support.stub_server import Line, http, stub_server
from tests.support.submissions import NOW

KIT = "ogp-strategy-2022"
OURS = FormName(id=KIT, version="1.0.0-1")


@pytest.fixture
def central(central: Central) -> Central:
    """Give the server the form of the kit."""
    central.set(xml=kit_form())
    return central


def probe(url: str, code: str | None = KEY, form: FormName = OURS) -> Probed:
    gateway = OpenRosa(url, code=code)
    try:
        return gateway.probe(now=lambda: NOW, deadline_s=20, form=form)
    finally:
        gateway.close()


def check(port: int) -> FormCheck:
    """Return what a server like ODK Central says."""
    found = probe(f"http://127.0.0.1:{port}{KEYED}")
    assert found.finding is Finding.REACHED
    assert found.form is not None
    return found.form


def test_form_of_the_kit_is_found_and_nothing_differs(central_port: int) -> None:
    told = check(central_port)
    assert (told.differences, told.lacking, told.others) == (frozenset(), 0, ())
    assert told.found is not None
    assert told.found.name == "Community conversation"
    assert told.read is not None
    assert told.read.key is None


def test_it_is_asked_for_one_form_with_the_headers_of_openrosa() -> None:
    form = http(200, kit_form().encode(), "text/xml")
    with stub_server(HEAD, listed(_form("/f.xml?a=1")), form) as stub:
        told = probe(stub.url + KEYED).form
    assert told is not None
    assert told.differences == frozenset()
    asked = [head_of(request) for request in stub.requests]
    assert [first for first, _ in asked] == [
        f"HEAD /v1/key/{KEY}/projects/1/submission HTTP/1.1",
        f"GET /v1/key/{KEY}/projects/1/formList?formID={KIT} HTTP/1.1",
        "GET /f.xml?a=1 HTTP/1.1",
    ]
    for _, headers in asked:
        assert headers["x-openrosa-version"] == "1.0"
        assert "cookie" not in headers


def test_encryption_key_is_taken_from_the_form_itself(central: Central, central_port: int) -> None:
    key = public_key()
    central.set(xml=kit_form(key=key), versions="1.0.0-1 1.0.0-1[encrypted:ab]")
    told = check(central_port)
    assert told.read is not None
    assert told.read.key == key
    assert told.found is not None
    assert told.found.version == "1.0.0-1[encrypted:ab]"
    assert told.differences == {Difference.VERSION, Difference.KEY}
    as_told = FormName(id=KIT, version="1.0.0-1[encrypted:ab]")
    assert replace(told, sent_as=as_told, key=key).differences == frozenset()


@pytest.mark.parametrize("change", [{"state": "closed"}, {"assigned": ""}, {"form": "other"}])
def test_form_that_is_closed_or_not_given_to_this_key_is_missing(
    central: Central, central_port: int, change: dict[str, str]
) -> None:
    central.set(**change)
    told = check(central_port)
    assert told.differences == {Difference.MISSING}
    assert [one.id for one in told.others] == (["other"] if "form" in change else [])


def test_form_of_something_else_is_told_by_its_fields(central: Central, central_port: int) -> None:
    other = fromstring(kit_form())
    data = next(one for one in other.iter() if one.tag.endswith("}data"))
    taken = list(data)[3:]
    for one in taken:
        data.remove(one)
    central.set(xml=tostring(other, encoding="unicode"))
    told = check(central_port)
    assert told.differences == {Difference.OTHER_FORM}
    assert told.lacking > 3
    assert [one.id for one in told.others] == [KIT]


def test_kobo_calls_the_form_otherwise_and_lists_it(kobo: Kobo) -> None:
    told = probe(kobo.url, TOKEN).form
    assert told is not None
    assert told.differences == {Difference.MISSING}
    assert [(one.id, one.name, one.version) for one in told.others] == [
        ("aXb7", "Community conversation", "vQ2"),
        ("aYc8", "Wells", "v1"),
    ]
    named = probe(kobo.url, TOKEN, FormName(id="aXb7", version="vQ2")).form
    assert named is not None
    assert named.differences == frozenset()
    assert {shown for _, _, shown in kobo.asked} == {f"Token {TOKEN}"}


@pytest.fixture
def kobo() -> Iterator[Kobo]:
    forms = (
        Form(id="aXb7", name="Community conversation", version="vQ2", xml=kit_form().encode()),
        Form(id="aYc8", name="Wells", version="v1"),
        Form(id="aZd9", name="Old", version="v1", is_open=False),
    )
    with kobo_server(Kobo(forms=forms)) as running:
        yield running


def test_ona_answers_head_to_anybody_and_its_list_tells_that_the_token_is_wrong(
    kobo: Kobo,
) -> None:
    kobo.tells_anybody_that_it_is_there = True
    found = probe(kobo.url, TOKEN.replace("c0", "c1"))
    assert (found.finding, found.form) == (Finding.ACCESS_CODE, None)


def test_login_is_negotiated_for_the_list_and_the_form_too(central: Central) -> None:
    with (
        central_server(central) as port,
        stub_front(port, NAME, PASSWORD) as front,
    ):
        # The key of the address is the server's, the password that of the front.
        url = keyed_url(front.port)
        told = probe(url, f"{NAME}:{PASSWORD}").form
    assert told is not None
    assert told.differences == frozenset()
    assert [(one.method, one.was_shown) for one in front.asked] == [
        ("HEAD", False),
        ("HEAD", True),
        ("GET", True),
        ("GET", True),
    ]


def listed(*forms: str, name: str = "xforms", space: str = LIST) -> bytes:
    return http(200, f'<{name} xmlns="{space}">{"".join(forms)}</{name}>'.encode(), "text/xml")


def _form(url: str) -> str:
    return (
        f"<xform><formID>{KIT}</formID><name>N</name><version>1.0.0-1</version>"
        f"<downloadUrl>{url}</downloadUrl></xform>"
    )


_BOMB = b'<!DOCTYPE x [<!ENTITY a "aaaa">]><xforms xmlns="' + LIST.encode() + b'">&a;</xforms>'
NO_LISTS = {
    "page": http(200, b"<html></html>", "text/html"),
    "list of before": http(200, b"<forms><form url='x'>A</form></forms>", "text/xml"),
    "list of another space": listed(space="http://example.org"),
    "not found": http(404),
    "forbidden": http(403),
    "redirect": http(302, Location="http://127.0.0.1:1/formList"),
    "redirect within the server": http(302, Location="/login"),
    "entities": http(200, _BOMB, "text/xml"),
    "deep": http(200, b"<a>" * 20_000, "text/xml"),
    "cut off": http(200, f'<xforms xmlns="{LIST}">'.encode(), "text/xml"),
    "large": listed(" " * 1_100_000),
    "silence": Line(),
}


@pytest.mark.parametrize("name", NO_LISTS)
def test_server_that_gives_no_list_is_reached_and_no_more(name: str) -> None:
    with stub_server(HEAD, NO_LISTS[name]) as stub:
        found = probe(stub.url + KEYED)
    assert (found.finding, found.form) == (Finding.REACHED, None)
    assert len(stub.requests) == 2


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:1/f.xml",
        "https://example.org/f.xml",
        "file:///etc/passwd",
        "http://me@127.0.0.1/f.xml",
        "http://[",
        "",
    ],
)
def test_form_elsewhere_is_not_fetched_and_its_key_not_known(url: str) -> None:
    with stub_server(HEAD, listed(_form(url))) as stub:
        told = probe(stub.url + KEYED).form
    assert told is not None
    assert (told.read, told.differences) == (None, frozenset())
    assert len(stub.requests) == 2


NO_FORMS = {
    "page": b"<html></html>",
    "nothing": b"",
    "entities": b'<!DOCTYPE x [<!ENTITY a "aaaa">]><a>&a;</a>',
    "no instance": b'<h xmlns="http://www.w3.org/2002/xforms"><model/></h>',
    "large": b" " * 5_000_000,
}


@pytest.mark.parametrize("name", NO_FORMS)
def test_what_is_no_form_tells_nothing(name: str) -> None:
    assert read_form(Answer(status=200, headers={}, body=NO_FORMS[name])) is None


def test_deep_form_of_a_stranger_is_read_without_a_fault() -> None:
    space = "http://www.w3.org/2002/xforms"
    inner = "<a>" * 5_000 + "</a>" * 5_000
    body = f'<h xmlns="{space}"><model><instance><data>{inner}</data></instance></model></h>'
    told = read_form(Answer(status=200, headers={}, body=body.encode()))
    assert told is None or len(told.fields) == 5_000


@pytest.mark.parametrize("kit_id", ["ogp-strategy-2022", "village-priorities"])
def test_every_kits_own_form_has_a_place_for_all_that_is_sent(kit_id: str) -> None:
    told = read_form(Answer(status=200, headers={}, body=kit_form(kit_id).encode()))
    assert told is not None
    assert told.fields >= OUR_FIELDS


def test_of_several_versions_ours_is_the_one_that_counts() -> None:
    forms = tuple(
        ListedForm(id=KIT, name="N", version=version) for version in ("3", "1.0.0-1", "2")
    )
    told = FormCheck(sent_as=OURS, listed=forms)
    assert told.differences == frozenset()
    many = tuple(ListedForm(id=str(n), name="N", version="1") for n in range(200))
    assert len(FormCheck(sent_as=OURS, listed=many).others) == MOST_LISTED


def test_key_in_the_address_of_a_form_is_in_no_representation(
    central_port: int, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    told = check(central_port)
    assert told.found is not None
    assert KEY in told.found.url
    assert KEY not in f"{told!r}{caplog.text}"
