"""Settings that are others, in words."""

import pytest

from nyttokedja.checking.settings import SettingChange
from nyttokedja.checking.settings.changes import NOT_UNDERSTOOD
from nyttokedja.checking.settings.resolve import DEFAULTS, OF_FILES, OF_RUNS
from nyttokedja.comparing.setting_wording import setting_sentence
from nyttokedja.language.codes import LANGUAGES


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (
            ("ignore", None, None, ("NK401", "NK406")),
            "prövas inte längre: NK401 Ägare saknas, NK406 Tidpunkt saknas",
        ),
        (("select", None, None, ("NK210",)), "prövas nu också: NK210 Genväg"),
        (
            ("severity", "warning", "info", ("NK401",)),
            "räknas nu som upplysning i stället för varning: NK401 Ägare saknas",
        ),
        (("severity", None, "info", ("NK401",)), "räknas nu alltid som upplysning: NK401 Ägare saknas"),
        (
            ("severity", "info", None, ("NK401",)),
            "räknas åter efter kedjans skede, och inte som upplysning: NK401 Ägare saknas",
        ),
        (("stage", None, "follow-up"), "skede för kedjor som inte säger något: inget → uppföljning"),
        (("language", "nb", None), "språk för kedjor som inte säger något: norsk → inget"),
        (("fail-on", "error", "never"), "kedjan underkänns vid: fel → aldrig"),
        (("tolerance", 0.1, 0.125), "så långt efter sin plan får ett mätetal ligga: 10 % → 12,5 % av vägen"),
        (("most-nodes", 60, 99), "så många rutor får en kedja ha: 60 → 99"),
        (("baseline", None, "a {x}.json"), "fil med påpekanden som redan är kända: inget → a {x}.json"),
        (
            (NOT_UNDERSTOOD, "v1:a.toml", None),
            "Inställningarna före ändringen går inte att läsa (v1:a.toml), "
            "så båda versionerna bedöms efter dem som gäller sedan.",
        ),
    ],
)
def test_a_setting_is_told_as_a_person_says_it(change, sentence):
    assert setting_sentence(SettingChange(*change), "sv") == sentence


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_setting_has_its_words_in_every_language(language):
    limits = [f"limits.{name}" for name in DEFAULTS["limits"]]
    apart = ("limits", "severity", "fail-on", "stage", "language", *OF_FILES, *OF_RUNS)
    plain = [key for key in DEFAULTS if key not in apart]
    said = [SettingChange(key, 1, 2, ("NK401",)) for key in (*plain, *limits)]
    said += [
        SettingChange("severity", *both, ("NK401",))
        for both in (("info", "error"), (None, "info"), ("info", None))
    ]
    said += [
        SettingChange("fail-on", "never", "info"),
        SettingChange("stage", None, "plan"),
        SettingChange("language", "sv", "nb"),
    ]
    said += [SettingChange(NOT_UNDERSTOOD, *both) for both in (("a", None), (None, "a"), ("a", "b"))]
    sentences = [setting_sentence(one, language) for one in said]
    assert len(set(sentences)) == len(sentences)
    assert not any("{" in sentence for sentence in sentences)
