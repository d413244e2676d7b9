"""Whatever fits the format can be judged by every rule, and spoken of in every language."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from nyttokedja.checking.check import check
from nyttokedja.checking.config import Config
from nyttokedja.language.schema import canonical
from nyttokedja.language.texts import texts
from nyttokedja.writing.chain_file import to_yaml
from tests.writing.test_chain_file import of

ALL = Config(select=frozenset(["NK"]), today=date(2028, 5, 31))


@given(of(canonical()), st.sampled_from(["sv", "nb", "en"]))
def test_every_rule_can_judge_every_chain_that_fits(data, language):
    checked = check(to_yaml(data, language).encode(), config=ALL)
    assert checked.chain is not None
    for finding in checked.findings:
        said = texts(finding.language)
        assert said.message(finding)
        assert said.remedy(finding)
