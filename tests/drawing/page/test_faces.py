"""Text stays in its box whatever faces a machine has, and whatever script it is in: measured in Chromium."""

import pytest

from nyttokedja.drawing.typesetting.metrics import FAMILY
from nyttokedja.model.chain import Chain
from tests.browser import browser, needs_chromium
from tests.drawing.chains import FULL, FULL_FINDINGS, behaviour, benefit, change, goal, obstacle
from tests.drawing.laid import drawn

SCRIPTS = Chain(
    "Skrifter",
    nodes=(
        change("a", "बुजुर्गों के लिए डिजिटल दवा सूची और बेहतर सुरक्षा रात में भी", to="b"),
        behaviour("b", "ผู้ป่วยรับประทานยาด้วยตนเองตรงเวลาทุกวันโดยไม่ต้องรอเจ้าหน้าที่", owner="เจ้าหน้าที่เทศบาล", to="c"),
        benefit(
            "c",
            "夜間の訪問が減り職員の時間が自由になる 居民更安全 자유 시간 증가",
            owner="護理部主任",
            to="d",
        ),
        goal(
            "d",
            "😀🚑👩🏽‍⚕️🏥💊 Tryggare 🧓🏻🧓🏻🧓🏻🧓🏻🧓🏻🧓🏻🧓🏻🧓🏻 hemma",
            owner="ကျန်းမာရေး ဌာန ក្រសួងសុខាភិបាល",
        ),
        obstacle("o", "அறியாமை మరియు తెలియదు ಗೊತ್ತಿಲ್ಲ അറിയില്ല", hinders=["b"]),
    ),
)
OUTSIDE = """() => [...document.querySelectorAll("g.node")].flatMap(group => {
    const box = group.querySelector("path").getBBox();
    return [...group.querySelectorAll("text")]
        .map(text => [text.textContent, text.getBBox().x + text.getBBox().width - box.x - box.width])
        .filter(([, over]) => over > 0);
})"""


@pytest.fixture(scope="module")
def chromium():
    with browser() as started:
        yield started


@pytest.mark.program
@needs_chromium
@pytest.mark.parametrize("face", [FAMILY, "'DejaVu Sans'", "'DejaVu Serif'", "'Liberation Mono'"])
@pytest.mark.parametrize("chain", [FULL, SCRIPTS], ids=["full", "scripts"])
def test_no_text_leaves_its_box(chain, face, chromium):
    svg = drawn(chain, FULL_FINDINGS if chain is FULL else ())
    family = FAMILY.replace("'", "&#39;")
    assert family in svg
    tab = chromium.new_page()
    tab.set_content(svg.replace(family, face.replace("'", "&#39;")))
    assert tab.evaluate(OUTSIDE) == []
    tab.close()


@needs_chromium
@pytest.mark.program
def test_without_a_length_they_would(chromium):
    """That the test sees what it is for."""
    svg = (
        drawn(FULL)
        .replace("textLength", "data-length")
        .replace(FAMILY.replace("'", "&#39;"), "Liberation Mono")
    )
    tab = chromium.new_page()
    tab.set_content(svg)
    assert tab.evaluate(OUTSIDE) != []
    tab.close()
