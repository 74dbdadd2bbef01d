"""The report of what was handed over, made of the sealed submission alone, as one HTML page."""

from html import escape

from ogp_desktop.domain.receipt import Proof
from ogp_desktop.domain.submission import Submission
from ogp_desktop.kits.localised import LocalKit


def report_html(submission: Submission, kit: LocalKit, receipt: Proof | None) -> str:
    """Return the page, in the language of ``kit``; without a receipt it says so."""
    proof = "" if receipt is None else escape(receipt.signed.receipt.sha256)
    return f"<h1>{escape(kit.title)}</h1><p>{escape(submission.id)}</p><p>{proof}</p>"
