"""The bytes of bundles, to be changed before an endpoint opens them."""

import io
import tarfile

import pyrage
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from ogp_desktop.delivery.installation_key import InstallationKey
from ogp_desktop.domain.bundle import Contents, KeyPlace
from ogp_desktop.domain.errors import Refusal
from ogp_desktop.domain.gateway import Parcel
from ogp_desktop.domain.ids import SubmissionId
from ogp_desktop.domain.sealing import seal
from ogp_desktop.domain.submission import Observations
from tests.support.bundles import Office
from tests.support.delivering import parcel
from tests.support.submissions import sample_submission

BUNDLE_ID = "0f2f6a52-3c49-4c8e-9d0a-0b8f3f1f7a11"
OTHER = seal(sample_submission(id=SubmissionId("5b9ad3c1-94ad-4b39-a9cf-5b0ed6d3f0a2")))
SMALL = seal(sample_submission(observations=Observations(), views=None, kit_fields=()))
KEY = InstallationKey(private=Ed25519PrivateKey.generate(), place=KeyPlace.FILE)


def contents(office: Office, *parcels: Parcel) -> Contents:
    """Return what goes into a bundle for the office."""
    return Contents(
        bundle_id=BUNDLE_ID,
        endpoint=office.signer.endpoint_id,
        recipient=office.opener.recipient,
        parcels=parcels or (parcel(),),
    )


def encrypted(tar: bytes, office: Office) -> bytes:
    """Encrypt whatever this is for the office, as anybody can."""
    data: bytes = pyrage.encrypt(tar, [pyrage.x25519.Recipient.from_str(office.opener.recipient)])
    return data


def code_of(office: Office, data: bytes) -> str:
    """Return why a bundle is refused; nothing of it may be stored."""
    with pytest.raises(Refusal) as caught:
        office.take(data)
    assert office.held() == {}
    return caught.value.code


def taken_apart(tar: bytes) -> dict[str, bytes]:
    """Return the members of a tar, read by the standard library."""
    with tarfile.open(fileobj=io.BytesIO(tar)) as file:
        found = {one.name: file.extractfile(one) for one in file.getmembers()}
    return {name: opened.read() for name, opened in found.items() if opened is not None}
