"""The severities: their order and their words."""

from nyttokedja.model.severity import NEVER, Severity


def test_severities_are_ordered_and_have_words():
    assert Severity.INFO < Severity.WARNING < Severity.ERROR
    assert [severity.word for severity in Severity] == ["info", "warning", "error"]
    assert NEVER not in {severity.word for severity in Severity}
