"""What an answer to ``HEAD``, or the lack of one, says of the way to an OpenRosa server.

ODK Central answers so whatever the key and the form: more than that it is there is not known.
"""

from datetime import datetime

from ogp_desktop.delivery.answers import Answer, http_date
from ogp_desktop.delivery.exchange import Lost
from ogp_desktop.delivery.openrosa_answers import is_openrosa
from ogp_desktop.delivery.probe import finding_by_status, silence
from ogp_desktop.domain.connection import Finding, Probed


def probed(told: Answer | Lost, now: datetime) -> Probed:
    """Return what was found; ``now`` is our clock when the answer came."""
    if isinstance(told, Lost):
        return Probed(finding=silence(told))
    theirs = http_date(told.headers.get("date", ""))
    return Probed(finding=_answered(told), clock_off=None if theirs is None else now - theirs)


def _answered(answer: Answer) -> Finding:
    if answer.status == 204 and is_openrosa(answer.headers):
        return Finding.REACHED
    if answer.status == 405:  # a place that takes something else than submissions
        return Finding.ADDRESS
    return Finding.LOGIN_PAGE if answer.status < 400 else finding_by_status(answer.status)
