"""What the commands are built from: words, days and names on the command line."""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

import click

from revtrack.cli import COMMANDS
from revtrack.wording.language import _

Kind = TypeVar("Kind")


class Command(click.Command):
    """A command whose help ends with examples."""

    def __init__(
        self,
        name: str,
        callback: Callable[..., int | None],
        params: Sequence[click.Parameter],
        text: str,
        examples: Sequence[str],
    ) -> None:
        """Take the command's parts; ``text`` is what its help says after the table's line."""
        summary = _(COMMANDS[name].summary)
        super().__init__(
            name,
            callback=click.pass_obj(callback),
            options_metavar=_("[OPTIONS]"),
            params=list(params),
            help=f"{summary} {text}",
        )
        self.examples = tuple(examples)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples, one a line, never broken."""
        del ctx
        with formatter.section(_("Examples")):
            for example in self.examples:
                formatter.write(f"  {example}\n")


class _Read(click.ParamType[Kind]):
    """A kind of value that is read from a text, or refused in a sentence."""

    @abstractmethod
    def read(self, text: str) -> Kind | None:
        """Return what the text says, None where it cannot be read."""

    @abstractmethod
    def refusal(self) -> str:
        """Return what is said of an ``input`` that cannot be read; of its ``form`` too, maybe."""

    def shown(self) -> str | None:
        """Return what help shows in its place, where that is not the option's own word."""
        return None

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str | None:
        """Return the same."""
        del param, ctx
        return self.shown()

    def convert(
        self,
        value: object,
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> Kind:
        """Return what is given; fail where it cannot be read."""
        found = self.read(str(value))
        if found is None:
            form = param.metavar if param else ""
            self.fail(self.refusal().format(input=value, form=form), param, ctx)
        return found


class DayType(_Read[date]):
    """A day of the calendar, as YYYY-MM-DD."""

    name = "day"

    def shown(self) -> str:
        """Return how it is written."""
        return _("YYYY-MM-DD")

    def read(self, text: str) -> date | None:
        """Return the day, None where the calendar has none such."""
        return day_of(text)

    def refusal(self) -> str:
        """Return how a day is written."""
        return _("{input} is no day in the calendar; write YYYY-MM-DD.")


def day_of(text: str) -> date | None:
    """Return the day that a text says as YYYY-MM-DD, None where it is no day that is dealt with."""
    from revtrack.domain.days.dates import FIRST_YEAR, LAST_YEAR  # noqa: PLC0415 - not for help

    if len(text) != len("2023-03-20"):
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None


class YearType(_Read[int]):
    """A year that audits are from."""

    name = "year"

    def shown(self) -> str:
        """Return the word for it."""
        return _("YEAR")

    def read(self, text: str) -> int | None:
        """Return the year, None where it is none that is dealt with."""
        day = day_of(f"{text}-01-01")
        return day.year if day else None

    def refusal(self) -> str:
        """Return how a year is written."""
        return _("{input} is no year; write it with four figures.")


class CountType(_Read[int]):
    """A whole number, 0 or more."""

    name = "count"

    def read(self, text: str) -> int | None:
        """Return the number, None where it is none."""
        is_count = text.isascii() and text.isdigit() and len(text) <= len("100000")
        return int(text) if is_count else None

    def refusal(self) -> str:
        """Return between what it is to be."""
        return _("{input} is no whole number of days from 0 to 999999.")


class PairType(_Read[tuple[str, str]]):
    """Two words with a sign between them: ``KFN=2023-03-24``."""

    name = "pair"

    def __init__(self, sign: str = "=") -> None:
        """Take the sign that parts them; the first one counts."""
        self.sign = sign

    def read(self, text: str) -> tuple[str, str] | None:
        """Return the words before and after the sign, None where one is missing."""
        first, _sign, second = (each.strip() for each in text.partition(self.sign))
        return (first, second) if first and second else None

    def refusal(self) -> str:
        """Return what its form is."""
        return _("{input} is not of the form {form}.")


DAY = DayType()
YEAR = YearType()
COUNT = CountType()
PAIR = PairType()


def audit_argument(*, required: bool = True) -> click.Argument:
    """Return the argument that names an audit."""
    return click.Argument(
        ["audit"],
        required=required,
        metavar=_("AUDIT") if required else _("[AUDIT]"),
        help=_("Reference of the audit, or a part of its title that fits no other."),
    )


def municipality_argument() -> click.Argument:
    """Return the argument that names a municipality where there are several."""
    return click.Argument(
        ["municipality"],
        required=False,
        metavar=_("[MUNICIPALITY]"),
        help=_("Its name or abbreviation, unless only one is registered."),
    )


def file_argument(text: str) -> click.Argument:
    """Return the argument that names a file, which its help tells of."""
    return click.Argument(["file"], type=click.Path(path_type=Path), metavar=_("FILE"), help=text)


def folder_option(text: str) -> click.Option:
    """Return the option that says into which folder what is made is put; it must be said."""
    return click.Option(
        ["--to", "folder"],
        type=click.Path(path_type=Path),
        required=True,
        metavar=_("FOLDER"),
        help=text,
    )


def out_option() -> click.Option:
    """Return the option that says into which folder documents are written."""
    return click.Option(
        ["--out"],
        type=click.Path(path_type=Path),
        metavar=_("FOLDER"),
        help=_("Where it is written; else the folder of the settings, or this one."),
    )


def committee_argument() -> click.Argument:
    """Return the argument that names a committee."""
    return click.Argument(
        ["committee"],
        metavar=_("COMMITTEE"),
        help=_("Name or abbreviation of the committee."),
    )


def day_option(name: str, text: str, *, required: bool = False) -> click.Option:
    """Return an option that takes a day."""
    return click.Option([name], type=DAY, required=required, help=text)


def as_of_option() -> click.Option:
    """Return the option that shows the register as it stood on a day."""
    return day_option("--as-of", _("As the register stood on this day, told by its history."))


def year_option(text: str = "", *, required: bool = False) -> click.Option:
    """Return an option that takes a year; without a text it is what a document is about."""
    said = text or _("The audit year that it is about.")
    return click.Option(["--year"], type=YEAR, required=required, help=said)


def code_option(name: str, codes: type[StrEnum], text: str) -> click.Option:
    """Return an option that takes one of the codes of a vocabulary, which its help lists."""
    return click.Option(
        [name],
        type=click.Choice([code.value for code in codes]),
        metavar=_("CODE"),
        help=f"{text} ({', '.join(codes)})",
    )


def json_option() -> click.Option:
    """Return the option that prints JSON."""
    return click.Option(
        ["--json", "as_json"], is_flag=True, help=_("Print one JSON document and nothing else.")
    )


def csv_option() -> click.Option:
    """Return the option that prints CSV."""
    return click.Option(
        ["--csv", "as_csv"], is_flag=True, help=_("Print rows for a spreadsheet (CSV).")
    )
