"""Files as they are on the disk: what they say now, and the settings that hold for each."""

from nyttokedja.checking.config import Config
from nyttokedja.checking.settings import Lookup
from nyttokedja.serving.watching import Files

CHAIN = "nyttokedja: 1\nrubrik: T\n"


def test_settings_that_break_leave_each_file_with_its_own(tmp_path):
    for folder, line in (("a", 'ignore = ["NK305"]\n'), ("b", "")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "k.yaml").write_text(CHAIN, "utf-8")
        (tmp_path / folder / "nyttokedja.toml").write_text(line, "utf-8")
    files = Files([str(tmp_path)], lambda: Lookup(Config()))
    first, other = files.listed()
    before = {file.name: files.read(file).config for file in (first, other)}
    assert before[first.name] != before[other.name]
    for folder in "ab":
        (tmp_path / folder / "nyttokedja.toml").write_text("ignore = [", "utf-8")
    for file in (first, other):
        reading = files.read(file)
        assert reading.settings
        assert reading.config == before[file.name]


def test_a_file_that_is_gone_says_why(tmp_path):
    path = tmp_path / "k.yaml"
    path.write_text(CHAIN, "utf-8")
    files = Files([str(path)], lambda: Lookup(Config()))
    (file,) = files.listed()
    assert files.read(file).is_there
    path.unlink()
    assert files.stamp(file) is None
    assert not files.read(file).is_there
    assert files.read(file).file.trouble
