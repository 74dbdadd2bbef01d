"""Files of an endpoint, signed by one key or another."""

from dataclasses import replace
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from ogp_desktop.domain.endpoint_file import EndpointCard, endpoint_file
from ogp_desktop.endpoint.signing import Signer

SIGNER = Signer(Ed25519PrivateKey.from_private_bytes(b"1" * 32))
OTHER = Signer(Ed25519PrivateKey.from_private_bytes(b"2" * 32))
URL = "https://example.org/feedback"


def card(signer: Signer = SIGNER, **more: Any) -> EndpointCard:
    """Return a card, with what is given instead."""
    usual = EndpointCard(name="Open forum", url=URL, receipt_key=signer.public_key)
    return replace(usual, **more)


def file_of(one: EndpointCard, signer: Signer = SIGNER) -> bytes:
    """Return the signed file of a card."""
    return endpoint_file(one, signer.sign_bytes)
