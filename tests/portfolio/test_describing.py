"""The page about the tables says what the schema says."""

from pathlib import Path

from nyttokedja.portfolio.describing import described


def test_the_page_is_made_of_the_schema():
    """Where this fails, put what `described` gives below the line `made by` of the page."""
    page = Path("docs/portfolio.md").read_text("utf-8")
    assert described() in page
