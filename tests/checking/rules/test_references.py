"""How a pointer to what is not there is explained."""

import pytest

from nyttokedja.checking.check import check

HEAD = "nyttokedja: 1\nrubrik: A\nskede: utkast\n"
BOXES = "nyttor: {g: Glad, h: Hem, ökad_trygghet: Ökad trygghet}\n"


@pytest.mark.parametrize(
    ("target", "variant", "particular", "value"),
    [
        ("okad_trygghet", "meant", "meant", "ökad_trygghet"),
        ("Ökad trygghet", "meant", "meant", "ökad_trygghet"),
        ("g och h", "several", "items", "[g, h]"),
        ("g, h", "several", "items", "[g, h]"),
        ("(g h)", "several", "items", "[g, h]"),
        ("e -> g", "end", "meant", "g"),
        ("e --> g", "end", "meant", "g"),
        ("något helt annat!", "", "suggestion", "något_helt_annat"),
        ("g\u00a0", "space", "meant", "g"),
    ],
)
def test_what_was_meant_is_said(target, variant, particular, value):
    text = f'{HEAD}effekter: {{e: {{leder_till: "{target}"}}}}\n{BOXES}'
    (found,) = [finding for finding in check(text.encode()).findings if finding.code == "NK101"]
    assert found.variant == variant
    said = found.particulars[particular]
    assert getattr(said, "id", said) == value
