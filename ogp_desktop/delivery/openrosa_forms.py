"""Reads the list of forms of an OpenRosa server (OpenRosa Form List API) and a form (ODK XForms).

What is neither, too long, cut off or sets a trap is read as nothing.
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from ogp_desktop.delivery.answers import Answer, plain_text
from ogp_desktop.delivery.openrosa_answers import parsed
from ogp_desktop.domain.server_forms import FormRead, ListedForm

LONGEST_LIST = 1024 * 1024
LONGEST_FORM = 4 * 1024 * 1024

_LIST = "{http://openrosa.org/xforms/xformsList}"
_XFORMS = "{http://www.w3.org/2002/xforms}"
_KEY = "base64RsaPublicKey"


def listed_forms(answer: Answer) -> tuple[ListedForm, ...] | None:
    """Return the forms in an answer; nothing when it is no list."""
    root = _root(answer, LONGEST_LIST)
    if root is None or root.tag != f"{_LIST}xforms":
        return None
    return tuple(_listed(one) for one in root.iter(f"{_LIST}xform"))


def _listed(one: Element) -> ListedForm:
    form_id = _text(one, "formID")
    return ListedForm(
        id=form_id,
        name=plain_text(_text(one, "name")) or form_id,
        version=_text(one, "version"),
        url=_text(one, "downloadUrl"),
    )


def _text(one: Element, name: str) -> str:
    return (one.findtext(f"{_LIST}{name}") or "").strip()


def read_form(answer: Answer) -> FormRead | None:
    """Return the fields and the key of a form; nothing when it is none."""
    root = _root(answer, LONGEST_FORM)
    model = None if root is None else next(root.iter(f"{_XFORMS}model"), None)
    data = None if model is None else model.find(f"{_XFORMS}instance/*")
    if model is None or data is None:
        return None
    submission = model.find(f"{_XFORMS}submission")
    key = "" if submission is None else "".join(submission.get(_KEY, "").split())
    return FormRead(fields=frozenset(_paths(data)), key=key or None)


def _paths(data: Element) -> Iterator[str]:
    """Yield where each field is; however deep a stranger's form goes."""
    waiting = [(data, "")]
    while waiting:
        owner, above = waiting.pop()
        for one in owner:
            path = f"{above}/{one.tag.rpartition('}')[2]}"
            yield path
            waiting.append((one, path))


def _root(answer: Answer, longest: int) -> Element | None:
    is_whole = answer.status == 200 and len(answer.body) <= longest
    return parsed(answer.body) if is_whole else None
