"""A server's own name for the form of a kit, and a token of KoboToolbox, up to the receipt."""

import logging
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest

from ogp_desktop.delivery.keyring_secrets import MemorySecrets
from ogp_desktop.domain.destination import OPENROSA, Destination, FormThere
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.outbox import OutboxState
from ogp_desktop.domain.outcome import OutcomeKind
from ogp_desktop.services import addressing
from ogp_desktop.services.delivering import Sender, deliver_next
from ogp_desktop.services.probing import probe_destinations
from ogp_desktop.services.workplace import Workplace
from ogp_desktop.wiring import gateways, gateways_with
from tests.support.clock import FixedClock
from tests.support.kobo import TOKEN, Form, Kobo, kobo_server
from tests.support.openrosa import kit_form
from tests.support.sealed import sealed_sample
from tests.support.workplaces import workplace_at

pytestmark = pytest.mark.slow

KIT = "ogp-strategy-2022"
ASSET = Form(id="aXb7", name="Conversation", version="vQ2", xml=kit_form().encode())


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Workplace]:
    with workplace_at(tmp_path / "data", FixedClock()) as opened:
        yield opened


@pytest.fixture
def secrets() -> MemorySecrets:
    return MemorySecrets()


@pytest.fixture
def kobo() -> Iterator[Kobo]:
    with kobo_server(Kobo(forms=(ASSET,))) as running:
        yield running


def set_kobo(
    at: Workplace, secrets: MemorySecrets, url: str, form: FormThere, code: str = TOKEN
) -> Destination:
    return addressing.set_destination(
        at, secrets, name="Kobo", url=url, protocol=OPENROSA, form=form, access_code=code
    )


def test_submission_goes_under_the_name_that_kobo_gave_the_form_and_is_confirmed(
    at: Workplace, secrets: MemorySecrets, kobo: Kobo, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    to = set_kobo(at, secrets, kobo.url, FormThere(kit_id=KIT, id=ASSET.id, version="vQ2"))
    made = sealed_sample(at)
    addressing.send(at, item_id=made.item.id, destination_id=to.id)
    sender = Sender(owner="t", open_gateway=gateways(secrets), jitter=lambda: 0.5)
    done = deliver_next(at, sender)
    assert done is not None
    assert done.item.state is OutboxState.CONFIRMED
    [stored] = kobo.stored.values()
    root = fromstring(stored)
    assert (root.get("id"), root.get("version")) == ("aXb7", "vQ2")
    assert {shown for _, _, shown in kobo.asked} == {f"Token {TOKEN}"}
    assert TOKEN not in f"{done!r}{to!r}{caplog.text}"
    assert secrets.code(to.id) == TOKEN
    [(_, probed)] = probe_destinations(at, gateways_with(secrets))
    assert probed.form is not None
    assert probed.form.differences == frozenset()
    assert probed.form.found is not None
    assert probed.form.found.id == ASSET.id


def test_name_of_one_kits_form_is_never_used_for_another_kit(
    at: Workplace, secrets: MemorySecrets, kobo: Kobo
) -> None:
    to = set_kobo(at, secrets, kobo.url, FormThere(kit_id="another-kit", id=ASSET.id))
    made = sealed_sample(at)
    addressing.send(at, item_id=made.item.id, destination_id=to.id)
    sender = Sender(owner="t", open_gateway=gateways(secrets), jitter=lambda: 0.5)
    done = deliver_next(at, sender)
    assert done is not None
    assert done.outcome.kind is OutcomeKind.CLOSED  # it knows no form of our name
    assert kobo.stored == {}


def test_naming_the_form_of_one_kit_leaves_those_of_others(
    at: Workplace, secrets: MemorySecrets
) -> None:
    first = FormThere(kit_id=KIT, id="aXb7")
    to = set_kobo(at, secrets, "https://kc.example.org", first)
    second = FormThere(kit_id="other", version=" 2 ", key="")
    addressing.set_destination(
        at,
        secrets,
        name="Kobo",
        url=to.url,
        protocol=OPENROSA,
        destination_id=to.id,
        form=second,
    )
    [kept] = addressing.destinations(at)
    assert kept.form_of(KIT) == first
    assert kept.form_of("other") == FormThere(kit_id="other", version="2")
    assert kept.form_of("third") == FormThere(kit_id="third")


def test_other_server_knows_nothing_of_the_names_of_the_first(
    at: Workplace, secrets: MemorySecrets
) -> None:
    to = set_kobo(at, secrets, "https://kc.example.org", FormThere(kit_id=KIT, id="aXb7"))
    addressing.set_destination(
        at,
        secrets,
        name="Ona",
        url="https://odk.example.org",
        protocol=OPENROSA,
        destination_id=to.id,
        form=FormThere(kit_id="other"),
    )
    [kept] = addressing.destinations(at)
    assert kept.form_of(KIT) == FormThere(kit_id=KIT)


@pytest.mark.parametrize("typed", [TOKEN, f" {TOKEN} ", f"Token {TOKEN}"])
def test_token_is_kept_bare_however_it_was_pasted(
    at: Workplace, secrets: MemorySecrets, typed: str
) -> None:
    to = set_kobo(at, secrets, "https://kc.example.org", FormThere(kit_id=KIT), code=typed)
    assert secrets.code(to.id) == TOKEN


@pytest.mark.parametrize("typed", ["password", TOKEN[:-1], TOKEN.upper(), f"{TOKEN}0", "Token x"])
def test_password_without_a_name_is_never_shown_as_a_token(
    at: Workplace, secrets: MemorySecrets, typed: str
) -> None:
    with pytest.raises(Refusal, match="bad_login"):
        set_kobo(at, secrets, "https://kc.example.org", FormThere(kit_id=KIT), code=typed)


def test_wrong_token_is_one_attempt_and_the_access_codes_fault(
    at: Workplace, secrets: MemorySecrets, kobo: Kobo
) -> None:
    wrong = TOKEN[::-1]
    to = set_kobo(at, secrets, kobo.url, FormThere(kit_id=KIT, id=ASSET.id), code=wrong)
    made = sealed_sample(at)
    addressing.send(at, item_id=made.item.id, destination_id=to.id)
    sender = Sender(owner="t", open_gateway=gateways(secrets), jitter=lambda: 0.5)
    done = deliver_next(at, sender)
    assert done is not None
    assert (done.outcome.kind, done.outcome.bytes_may_have_left) == (OutcomeKind.AUTH, False)
    assert kobo.asked == [("HEAD", "/submission", f"Token {wrong}")]
