"""Nothing of a submission is lost on its way into the XML of an OpenRosa server."""

from dataclasses import replace
from xml.etree.ElementTree import fromstring

from hypothesis import given
from hypothesis import strategies as st

from ogp_desktop.domain.canonical import clean
from ogp_desktop.domain.form_tree import FORM, Node, NodeKind
from ogp_desktop.domain.instance import form_name, instance_xml
from ogp_desktop.domain.sealing import seal
from ogp_desktop.domain.submission import FreeText, Point, Submission, ViewsTotals
from tests.support.instances import instance_id_of, read_instance
from tests.support.submissions import SAMPLE_ID, sample_submission

FORM_NAME = form_name("ogp-strategy-2022", "1.0.0")


def _sealed(**changes: object) -> Submission:
    return seal(sample_submission(**changes)).submission


def test_instance_read_back_is_the_submission() -> None:
    sealed = _sealed()
    assert read_instance(instance_xml(sealed, FORM_NAME)) == sealed


def test_instance_without_views_and_with_free_texts_reads_back() -> None:
    texts = (FreeText(item_id="q2a", texts=("Une ligne", "  deux\n  lignes ")),)
    for views in (None, ViewsTotals(received=7, free_texts=texts)):
        sealed = _sealed(views=views)
        assert read_instance(instance_xml(sealed, FORM_NAME)) == sealed


def test_instance_names_its_form_and_itself() -> None:
    xml = instance_xml(_sealed(), FORM_NAME)
    root = fromstring(xml)
    assert root.attrib == {"id": "ogp-strategy-2022", "version": "1.0.0-1"}
    assert instance_id_of(xml) == f"uuid:{SAMPLE_ID}"


def test_correction_has_its_own_id_and_names_the_old_one() -> None:
    old = "11111111-1111-4111-8111-111111111111"
    xml = instance_xml(_sealed(revision=2, replaces=old), FORM_NAME)
    assert instance_id_of(xml) == f"uuid:{SAMPLE_ID}"
    assert fromstring(xml).findtext("replaces") == old


def test_instance_of_one_submission_is_the_same_bytes() -> None:
    sealed = _sealed()
    assert instance_xml(sealed, FORM_NAME) == instance_xml(replace(sealed), FORM_NAME)


@given(st.text(max_size=60))
def test_whatever_is_typed_arrives_but_for_what_xml_cannot_hold(typed: str) -> None:
    said = sample_submission().observations
    cards = (replace(said.cards[0], other=(Point(kind_id="other", text=typed),)),)
    sealed = _sealed(observations=replace(said, cards=cards, summary=typed))
    read = read_instance(instance_xml(sealed, FORM_NAME))
    assert read.observations.summary == clean(typed)
    assert read.observations.cards[0].other[0].text == clean(typed)


def test_no_two_repeats_have_one_tag() -> None:
    def repeats(nodes: tuple[Node, ...]) -> list[str]:
        own = [node.tag for node in nodes if node.kind is NodeKind.REPEAT]
        return own + [tag for node in nodes for tag in repeats(node.children)]

    found = repeats(FORM)
    assert len(set(found)) == len(found)
