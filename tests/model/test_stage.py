"""The stages of the work."""

from nyttokedja.model.stage import Stage


def test_the_stages_come_in_the_order_of_the_work():
    assert list(Stage) == ["draft", "analysis", "plan", "follow-up"]
