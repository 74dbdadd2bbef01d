"""How somebody who hands over proves later that these are their words, to take them back."""

from hashlib import sha256

_PURPOSE = b"ogp-desktop withdrawal\n"


def withdrawal_proof(data: bytes) -> str:
    """Return the proof, in hex, that whoever asks holds the frozen bytes of a submission.

    It is a digest of its own, not the one on the receipt: id and SHA-256 stand on receipts and in
    lists of evidence, which pass through other hands, and from them this cannot be computed.
    """
    return sha256(_PURPOSE + data).hexdigest()
