"""What an OpenRosa server answers to ``HEAD``, and to the question for its forms.

ODK Central answers ``HEAD`` alike whatever the key and the form; only its list tells more.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from urllib.parse import urlencode

from ogp_desktop.delivery.answers import Answer
from ogp_desktop.delivery.exchange import Lost
from ogp_desktop.delivery.openrosa_answers import is_openrosa
from ogp_desktop.delivery.openrosa_forms import (
    LONGEST_FORM,
    LONGEST_LIST,
    listed_forms,
    read_form,
)
from ogp_desktop.delivery.probe import clock_off, finding_by_status, silence
from ogp_desktop.domain.connection import Finding, Probed
from ogp_desktop.domain.instance import FormName
from ogp_desktop.domain.server_forms import FormCheck, ListedForm

Get = Callable[[str, int], Answer | Lost]
"""Gets what is at an address, and reads hardly more of it than so many bytes."""


def form_check(
    get: Get, list_url: str, form: FormName, same_place: Callable[[str], str | None]
) -> FormCheck | Finding | None:
    """Return what the server says of a form, or that it lets nobody look; nothing if neither.

    It is asked for the one form, which is short, and for all of them when that is not there.
    ``same_place`` returns an address if it is on the very same server.
    """
    listed = _listed(get(f"{list_url}?{urlencode({'formID': form.id})}", LONGEST_LIST))
    if not isinstance(listed, tuple):
        return listed
    found = FormCheck(sent_as=form, listed=listed)
    there = None if found.found is None else same_place(found.found.url)
    told = None if there is None else get(there, LONGEST_FORM)
    if isinstance(told, Answer):
        found = replace(found, read=read_form(told))
    if found.found is not None and not found.lacking:
        return found
    whole = _listed(get(list_url, LONGEST_LIST))
    return replace(found, listed=whole) if isinstance(whole, tuple) else found


def _listed(told: Answer | Lost) -> tuple[ListedForm, ...] | Finding | None:
    if isinstance(told, Lost):
        return None
    return Finding.ACCESS_CODE if told.status == 401 else listed_forms(told)


def probed(told: Answer | Lost, now: datetime) -> Probed:
    """Return what was found; ``now`` is our clock when the answer came."""
    if isinstance(told, Lost):
        return Probed(finding=silence(told))
    finding = _answered(told)
    return Probed(finding=finding, clock_off=clock_off(finding, told, now))


def _answered(answer: Answer) -> Finding:
    if answer.status == 204 and is_openrosa(answer.headers):
        return Finding.REACHED
    if answer.status == 405:  # a place that takes something else than submissions
        return Finding.ADDRESS
    return Finding.LOGIN_PAGE if answer.status < 400 else finding_by_status(answer.status)
