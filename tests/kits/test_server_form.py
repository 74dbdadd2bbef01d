"""The form of a kit for OpenRosa servers: whole, in every language, and as pyxform makes it."""

import subprocess
from functools import cache
from pathlib import Path
from shutil import which
from xml.etree.ElementTree import Element, fromstring

import pytest

from ogp_desktop.domain.form_tree import FORM, Node
from ogp_desktop.domain.instance import form_name, instance_xml
from ogp_desktop.domain.sealing import seal
from ogp_desktop.kits.library import KitLibrary
from ogp_desktop.kits.model import Kit
from ogp_desktop.kits.server_form import server_form
from ogp_desktop.kits.xform import xform
from ogp_desktop.kits.xlsform import xlsform
from ogp_desktop.paths import data_root
from tests.support.submissions import sample_submission

X = "{http://www.w3.org/2002/xforms}"
META = "{http://openrosa.org/xforms}"
TEMPLATE = "{http://openrosa.org/javarosa}template"
KITS = ("ogp-strategy-2022", "village-priorities")


@cache
def _kit(kit_id: str) -> Kit:
    return KitLibrary(data_root() / "kits", Path("/nonexistent")).newest(kit_id)


@cache
def _ours(kit_id: str) -> Element:
    return fromstring(xform(server_form(_kit(kit_id))))


@cache
def _theirs(kit_id: str, folder: Path) -> Element:
    """Return what pyxform makes of our workbook."""
    from pyxform.xls2xform import convert

    book = folder / f"{kit_id}.xlsx"
    book.write_bytes(xlsform(server_form(_kit(kit_id))))
    return fromstring(convert(str(book), validate=False).xform)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("forms")


def _tree(node: Element) -> tuple[str, tuple[object, ...]]:
    """Return names below names; what is there once as a template and once plain counts once."""
    name = node.tag.rpartition("}")[2]
    below = {child.tag: child for child in node}
    return name, tuple(_tree(child) for child in below.values())


def _instance(form: Element) -> Element:
    found = form.find(f".//{X}instance")
    assert found is not None
    return found[0]


def _binds(form: Element) -> dict[str, tuple[str | None, str | None]]:
    return {
        bind.attrib["nodeset"]: (bind.get("type"), bind.get("readonly"))
        for bind in form.iter(f"{X}bind")
    }


def _texts(form: Element) -> dict[str, dict[str, str | None]]:
    """Return the words of each language by what they are for; lists by their values."""
    return {
        translation.attrib["lang"]: {
            text.attrib["id"]: text.findtext(f"{X}value") for text in translation.iter(f"{X}text")
        }
        for translation in form.iter(f"{X}translation")
    }


def _lists(form: Element) -> dict[str, list[tuple[str | None, str | None]]]:
    return {
        one.attrib["id"]: [
            (item.findtext(f"{X}name"), item.findtext(f"{X}itextId"))
            for item in one.iter(f"{X}item")
        ]
        for one in form.iter(f"{X}instance")
        if "id" in one.attrib
    }


def _controls(form: Element) -> list[tuple[str, str | None, str | None]]:
    found = []
    for kind in ("input", "select1", "select", "repeat"):
        for one in form.iter(f"{X}{kind}"):
            listed = one.find(f"{X}itemset")
            at = one.get("ref") or one.get("nodeset")
            found.append((kind, at, None if listed is None else listed.get("nodeset")))
    return sorted(found, key=str)


@pytest.mark.slow
@pytest.mark.parametrize("kit_id", KITS)
def test_form_means_what_pyxform_makes_of_the_workbook(kit_id: str, folder: Path) -> None:
    ours, theirs = _ours(kit_id), _theirs(kit_id, folder)
    assert _instance(ours).attrib == _instance(theirs).attrib
    assert _tree(_instance(ours)) == _tree(_instance(theirs))
    assert _binds(ours) == _binds(theirs)
    assert _texts(ours) == _texts(theirs)
    assert _lists(ours) == _lists(theirs)
    assert _controls(ours) == _controls(theirs)


@pytest.mark.slow
@pytest.mark.parametrize("kit_id", KITS)
def test_form_and_pyxforms_are_valid_to_odk_validate(kit_id: str, folder: Path) -> None:
    import pyxform

    jar = Path(pyxform.__file__).parent / "validators/odk_validate/bin/ODK_Validate.jar"
    if which("java") is None or not jar.exists():
        pytest.skip("ODK Validate needs Java and the file that comes with pyxform")
    from xml.etree.ElementTree import tostring

    ours, theirs = folder / f"{kit_id}.ours.xml", folder / f"{kit_id}.theirs.xml"
    ours.write_bytes(xform(server_form(_kit(kit_id))))
    theirs.write_bytes(tostring(_theirs(kit_id, folder)))
    command = ["java", "-Djava.awt.headless=true", "-jar", jar, ours, theirs]
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]


@pytest.mark.parametrize("kit_id", KITS)
def test_form_has_a_place_for_every_member_of_a_submission(kit_id: str) -> None:
    def paths(nodes: tuple[Node, ...], owner: str) -> list[str]:
        return [
            path
            for node in nodes
            for path in ([f"{owner}/{node.tag}"] if node.is_field else [])
            + paths(node.children, f"{owner}/{node.tag}")
        ]

    assert set(_binds(_ours(kit_id))) == {*paths(FORM, "/data"), "/data/meta/instanceID"}


def test_instance_fits_the_form() -> None:
    def fit(written: Element, known: Element) -> None:
        for child in written:
            place = known.find(child.tag)
            assert place is not None, child.tag
            fit(child, place)

    form = _instance(_ours(KITS[0]))
    name = form_name(KITS[0], _kit(KITS[0]).version)
    instance = fromstring(instance_xml(seal(sample_submission()).submission, name))
    assert instance.attrib == form.attrib
    plain = form.find(f"{META}meta")
    assert plain is not None
    for node in form.iter():
        node.tag = node.tag.removeprefix(X)
    fit(instance, form)


@pytest.mark.parametrize("kit_id", KITS)
def test_every_language_of_the_kit_has_every_word(kit_id: str) -> None:
    texts = _texts(_ours(kit_id))
    assert set(texts) == set(_kit(kit_id).languages)
    assert len({frozenset(words) for words in texts.values()}) == 1
    assert all(word for words in texts.values() for word in words.values())


@pytest.mark.parametrize("kit_id", KITS)
def test_same_kit_gives_the_same_files(kit_id: str) -> None:
    form = server_form(_kit(kit_id))
    assert (xform(form), xlsform(form)) == (xform(form), xlsform(form))
