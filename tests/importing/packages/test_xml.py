"""XML of foreign files: events and trees, without entities or anything from outside."""

import pytest

from nyttokedja.errors import CannotRead
from nyttokedja.importing.packages.xml import parse_xml, xml_tree

BOMB = b'<!DOCTYPE a [<!ENTITY x "hah"><!ENTITY y "&x;&x;&x;">]><a>&y;</a>'
OUTSIDE = b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>'


def told(*pieces, **options):
    found = []
    parse_xml(
        pieces,
        lambda name, given: found.append((name, given)),
        lambda name: found.append(f"/{name}"),
        found.append,
        **options,
    )
    return found


def test_elements_and_texts_are_told_of_in_their_order():
    document = b'<a xmlns="u:a" xmlns:r="u:r"><b r:id="1">x &amp; y</b></a>'
    assert told(document) == [("a", {}), ("b", {"id": "1"}), "x & y", "/b", "/a"]
    assert told(document, local=False)[:2] == [("{u:a}a", {}), ("{u:a}b", {"{u:r}id": "1"})]
    assert told(document[:9], document[9:]) == told(document)


def test_a_tree_has_the_usual_names_in_strict_files_too():
    for space in (
        "http://purl.oclc.org/ooxml/drawingml/main",
        "http://schemas.openxmlformats.org/drawingml/2006/main",
    ):
        root = xml_tree([f'<a:t xmlns:a="{space}">x<a:b/>y</a:t>'.encode()])
        assert root.tag == "{http://schemas.openxmlformats.org/drawingml/2006/main}t"
        assert "".join(root.itertext()) == "xy"


@pytest.mark.parametrize(
    ("document", "said"),
    [
        (BOMB, "DOCTYPE"),
        (OUTSIDE, "DOCTYPE"),
        (b'<?xml version="1.0" encoding="utf-7"?><a/>', "damaged"),
        (b'<?xml version="1.0" encoding="iso-8859-1"?><a/>', "damaged"),
        (b'<?xml version="1.0" encoding="nonsense"?><a/>', "damaged"),
        (b"<a>&x;</a>", "damaged"),
        (b"<a><b></a>", "damaged"),
        (b"", "damaged"),
        (b"no XML", "damaged"),
        (b"<a>" * 300 + b"</a>" * 300, "damaged"),
    ],
)
def test_what_is_wrong_or_hostile_is_refused(document, said):
    with pytest.raises(CannotRead, match=said):
        xml_tree([document])


def test_utf_16_is_read():
    assert xml_tree(['<?xml version="1.0" encoding="utf-16"?><a>å</a>'.encode("utf-16")]).text == "å"
