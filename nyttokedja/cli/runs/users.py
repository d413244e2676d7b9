"""``users``: a table with a row a user is added up, told, and written into a chain."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from itertools import islice

import click

from nyttokedja.cli.exit_codes import CANNOT
from nyttokedja.cli.runs.measuring import measure, table_bytes
from nyttokedja.cli.runs.targets import the_one
from nyttokedja.cli.translation import metavar
from nyttokedja.cli.unfit import Unfit
from nyttokedja.editing.orders import MeasureOrder
from nyttokedja.errors import CannotRead
from nyttokedja.importing.tables.users import Refusal, read_users
from nyttokedja.language.figures import Written
from nyttokedja.language.safe_text import clean, clean_line
from nyttokedja.language.texts import Texts, texts
from nyttokedja.model.periods import parse
from nyttokedja.model.user_sums import sums_of
from nyttokedja.reports.findings.text import safe_file_name
from nyttokedja.reports.model import Content, ReportContext
from nyttokedja.reports.users import reporter
from nyttokedja.reports.users.document import UserReport

_MOST_REFUSALS = 10


class UsersRun:
    """One call of the command: the sums of a table.

    Raises:
        Unfit: the date is none.
        CannotRead: it is no table of users.
    """

    def __init__(self, file: str, language: str, until: str | None) -> None:
        self.language, self._said = language, texts(language)
        self._until = _day(until) if until is not None else ""
        table = read_users(table_bytes(file), file, self._until)
        name = safe_file_name(file)
        if table.refusals:
            for line in _refused(table.refusals, self._said):
                click.echo(clean_line(clean(f"{name}: {line}")), err=True)
            click.echo(self._said.word("users/refusals", "nothing_read"), err=True)
            raise SystemExit(CANNOT)
        self._made = UserReport(sums_of(table.users), name, table.unit, self._until, table.unread)

    def report(self, format: str, context: ReportContext) -> Content:
        """The sums, as a report in a format."""
        return reporter(format)(self._made, context)

    def tell(self) -> None:
        """Print the sums."""
        click.echo(self.report("text", ReportContext(self.language)), nl=False)

    def tell_how(self) -> None:
        """Say how the sum comes into a chain."""
        if self._made.sums.everyone is None:
            return
        click.echo()
        if not self._until:
            click.echo(self._said.word("users/told", "day_first"))
            return
        click.echo(self._said.word("users/told", "measure"))
        places = " ".join(metavar(name, self.language) for name in ("CHAIN", "INDICATOR"))
        click.echo(f"  nyttokedja users {shlex.quote(self._made.file)} {places} --date {self._until}")

    def measure(
        self, chain: str, indicator: str, *, mean: bool, replace: bool, dry_run: bool, force: bool
    ) -> None:
        """Write the sum, or the mean for a user, into a chain as what an indicator was measured to.

        Raises:
            CannotRead: too few users are counted.
        """
        everyone = self._made.sums.everyone
        if everyone is None:
            raise CannotRead("Fewer than five users are counted, so nothing is written into the chain.")
        sheet = the_one((chain,))
        value = round(everyone.mean, 2) if mean else everyone.latest
        comment = texts(sheet.language).say("users/comment", "mean" if mean else "sum", n=everyone.users)
        order = MeasureOrder(indicator, f"{value.normalize():f}", self._until, f"{comment}.", "", replace)
        measure(sheet, order, dry_run=dry_run, force=force)


def _day(written: str) -> str:
    try:
        return parse(written.strip()).written
    except ValueError:
        sentence = "{written!r} is no date; write it as 2027, 2027-Q3, 2027-09 or 2027-09-30"
        raise Unfit(sentence, "--date", written=written) from None


def _refused(refusals: tuple[Refusal, ...], said: Texts) -> Iterator[str]:
    for refusal in islice(refusals, _MOST_REFUSALS):
        where = ""
        if refusal.row:
            place = "cell" if refusal.heading else "row"
            where = said.say("users/where", place, row=refusal.row, heading=refusal.heading)
        yield said.say("users/refusals", refusal.reason, where=Written(where), heading=refusal.heading)
    if (more := len(refusals) - _MOST_REFUSALS) > 0:
        yield said.say("users/refusals", "more", n=more)
