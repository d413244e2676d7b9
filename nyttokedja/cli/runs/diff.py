"""A run that compares: both sides of each chain are checked and compared, and told of."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path, PurePosixPath

import click

from nyttokedja.batch.check import BUG
from nyttokedja.batch.engines import layout_of
from nyttokedja.checking.check import Checked, check_guarded, own_fault
from nyttokedja.checking.config import Config
from nyttokedja.checking.settings import Lookup
from nyttokedja.cli import options
from nyttokedja.cli.failures import complain
from nyttokedja.cli.terminal import look, progress
from nyttokedja.comparing import Weight, compare_judged
from nyttokedja.comparing.findings import known_apart
from nyttokedja.comparing.model import Compared, Comparison
from nyttokedja.drawing.changes import draw_change
from nyttokedja.errors import CannotDraw, CannotWrite, crash_message
from nyttokedja.language.safe_text import clean, clean_line
from nyttokedja.reports.comparison import reporter
from nyttokedja.reports.comparison.text import run_lines
from nyttokedja.reports.model import Content, ReportContext
from nyttokedja.versions.judged_pairs import JudgedPair, TwoSettings
from nyttokedja.versions.pairs import Sides
from nyttokedja.writing.saving import save


class Comparing:
    """One call of a command that compares, and what came of it."""

    def __init__(self, sides: Sides, lookup: Lookup) -> None:
        self._sides = sides
        self._lookup = lookup
        self.compared: tuple[Compared, ...] = ()

    def run(self) -> None:
        """Compare every chain that is not the same on both sides, or is judged by other settings.

        Raises:
            WrongSettings: the settings of one cannot be understood.
        """
        with TwoSettings(self._sides, self._lookup) as settings:
            pairs = settings.judged()
        made = progress(map(_compared, pairs), len(pairs))
        self.compared = tuple(one for one in made if one.changed or one.comparison.settings.changes)

    @property
    def failed(self) -> bool:
        """Whether nyttokedja itself failed on one of the files."""
        return any(side.failed for one in self.compared for side in one.comparison.unread)

    @property
    def weight(self) -> Weight:
        """What the gravest change weighs."""
        return max((one.weight for one in self.compared), default=Weight.NONE)

    def language(self, said: str | None) -> str:
        """The language that the run as a whole speaks."""
        return options.speaker(said, (one.comparison.language for one in self.compared))

    def report(self, format: str, setting: ReportContext) -> Content:
        """What has changed, as a report in a format."""
        return reporter(format)(self.compared, setting)

    def draw(self, path: Path, *, everything: bool) -> bool:
        """Save the picture of each change, in a file or a folder; whether all could be.

        Raises:
            CannotWrite: several are to be one file, or one cannot be written.
        """
        is_file = path.suffix.lower() == ".svg" and not path.is_dir()
        if path.suffix and not is_file and not path.is_dir():
            raise CannotWrite(
                f"{path} is no name of a picture. Name a file that ends with .svg, or a folder."
            )
        changed = [one for one in self.compared if one.is_another]
        if is_file and len(changed) > 1:
            raise CannotWrite(f"{path} is one file, but {len(changed)} chains have changed. Name a folder.")
        succeeded = True
        for one in changed:
            try:
                drawn = draw_change(
                    one.comparison, everything=everything, names=self._sides.called, layout=layout_of()
                )
            except CannotDraw as error:
                complain(error)
                succeeded = False
            except Exception as error:  # noqa: BLE001 - as above
                click.echo(
                    f"nyttokedja: {clean(one.name)}: {clean(BUG.format(crash_message(error)))}", err=True
                )
                succeeded = False
            else:
                save(path if is_file else path / _picture_name(one.name), drawn)
        return succeeded

    def tell(self, language: str | None) -> None:
        """Say what has changed, chain by chain."""
        paint = look().paint
        between = " → ".join(name for name in self._sides.called if name)
        click.echo(paint(clean_line(between), "soft"), color=True)
        for line in run_lines(self.compared, self.language(language), paint):
            click.echo(line, color=True)


def _compared(judged: JudgedPair) -> Compared:
    pair = judged.pair
    finds_alike = judged.before.finds_as(judged.after)
    before = _checked(pair.before, pair.before_name, judged.before)
    as_before = before if pair.is_same else _checked(pair.after, pair.name, judged.before)
    after = as_before if finds_alike else _checked(pair.after, pair.name, judged.after)
    try:
        comparison = compare_judged(before, after, as_before, judged.settings)
        if judged.known and after:
            was, now, chain = judged.known
            effect = known_apart(comparison.settings, after, str(chain), was, now)
            comparison = replace(comparison, settings=effect)
    except Exception as error:  # noqa: BLE001 - a fault of ours in one file never stops the others
        comparison = Comparison(before, own_fault(pair.name, error, judged.after), {})
    return Compared(pair.name, pair.before_name, comparison)


def _checked(data: bytes | None, name: str, config: Config) -> Checked | None:
    return None if data is None else check_guarded(data, name, config)


def _picture_name(name: str) -> str:
    """The name of a chain's picture; the folders that it lies in are part of it, so that each has its own."""
    parts = PurePosixPath(name).with_suffix(".svg").parts
    return "-".join(part for part in parts if part not in ("/", ".", ".."))
