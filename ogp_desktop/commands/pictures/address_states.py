"""Pictures of the page of an address: what a test of it, or a picture of a code, may come to."""

from PySide6.QtCore import QTimer

from ogp_desktop.commands.pictures.studio import Studio
from ogp_desktop.domain.connection import Finding, Probed
from ogp_desktop.domain.instance import FormName
from ogp_desktop.domain.server_forms import OUR_FIELDS, FormCheck, FormRead, ListedForm
from ogp_desktop.ui.send.choosing_page import ChoosingPage
from ogp_desktop.ui.send.choosing_state import AddressForm, Choosing
from ogp_desktop.ui.send.told import Told

_SENT = FormName(id="ogp-strategy-2022", version="1.0.0-1")


def pages(studio: Studio, page: ChoosingPage) -> None:
    """A form that goes by another name, one that is encrypted, and a code that is dirty."""
    now = studio.clock.now()
    for name, check in (("missing", _missing()), ("encrypted", _encrypted())):
        probed = Probed(finding=Finding.REACHED, form=check)
        url = "https://forms.example.org/v1/key/*/projects/1"
        page.found.show_state(
            Choosing(form=AddressForm(), probed=probed, probed_url=url, probed_at=now)
        )
        QTimer.singleShot(0, page, page.bring_found_into_view)
        studio.take(f"send-form-{name}")
    page.offer.show_state(None, Told(code="damaged_code"), is_reading=False)
    QTimer.singleShot(0, page, page.bring_offer_into_view)
    studio.take("send-endpoint-picture")


def _missing() -> FormCheck:
    assets = (
        ("aXb7Q2mZr9Kd", "Community conversation"),
        ("aWf3T8nLc5Pj", "Wells and water points"),
    )
    listed = tuple(ListedForm(id=asset, name=name, version="v3") for asset, name in assets)
    return FormCheck(sent_as=_SENT, listed=listed)


def _encrypted() -> FormCheck:
    there = ListedForm(id=_SENT.id, name="Conversation", version="1.0.0-1[encrypted:9f2c]")
    return FormCheck(
        sent_as=_SENT, listed=(there,), read=FormRead(fields=OUR_FIELDS, key="MIIBIjANBg")
    )
