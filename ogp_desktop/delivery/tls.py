"""Tells why TLS said no, in OpenSSL's or the system's own words, which are no person's."""

import ssl


def distrust(error: BaseException | None) -> str | None:
    """Return why TLS said no, ``None`` when it did not (a connection that merely broke, say)."""
    while error is not None:
        if isinstance(error, ssl.SSLCertVerificationError):
            return error.verify_message
        if isinstance(error, ssl.SSLEOFError | ssl.SSLZeroReturnError):
            return None
        if isinstance(error, ssl.SSLError):
            return error.reason or "TLS"
        error = error.__cause__ or error.__context__
    return None
