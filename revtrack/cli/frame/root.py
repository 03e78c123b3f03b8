"""The program ``revtrack`` itself: what stands before a command, and finding the command."""

import errno
import getpass
import os
import sys
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

import click
from click.shell_completion import CompletionItem

from revtrack import __version__
from revtrack.cli import COMMANDS, GROUPS, members
from revtrack.cli.frame.output import use_plain_lines
from revtrack.cli.frame.parts import DAY, Command, day_of
from revtrack.cli.frame.start import ShowScreen, Start
from revtrack.domain.errors import RevTrackError, UsageError
from revtrack.settings import Settings, default_database
from revtrack.wording.language import LANGUAGES, _

FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
SHELLS = ("bash", "zsh", "fish")
YES = frozenset({"yes", "ja", "1", "true"})
NO = frozenset({"no", "nej", "0", "false"})


class ReaderGoneError(Exception):
    """Whoever read the output has had enough (``| head``)."""


class Commands(click.Group):
    """Commands of the table that share a beginning, each loaded when it is asked for."""

    prefix = ""
    """The group's name; empty for the program itself."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order of the table."""
        del ctx
        return list(members(self.prefix))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command made in the language in use, None where there is none."""
        del ctx
        name = f"{self.prefix} {cmd_name}".strip()
        if name in GROUPS:
            return _group(name)
        if name not in COMMANDS:
            return None
        module, function = COMMANDS[name].place.split(":")
        made = getattr(import_module(f"revtrack.cli.{module}"), function)()
        if not isinstance(made, Command):
            raise TypeError(name)
        return made

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that the first word names; a misspelt one is met with a proposal."""
        known = members(self.prefix)
        if " ".join(args[:2]) in known:
            args = [" ".join(args[:2]), *args[2:]]
        if args[0] not in known and not ctx.resilient_parsing and not args[0].startswith("-"):
            raise click.NoSuchCommand(args[0], possibilities=known, ctx=ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the table, without loading any command."""
        del ctx
        with formatter.section(_("Commands")):
            known = members(self.prefix)
            formatter.write_dl([(name, _(summary)) for name, summary in known.items()])

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Return the commands and options that begin so, without loading any command."""
        found = [
            CompletionItem(name, help=_(summary))
            for name, summary in members(self.prefix).items()
            if name.startswith(incomplete)
        ]
        return found + click.Command.shell_complete(self, ctx, incomplete)


class Program(Commands):
    """The whole program."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - as click has it
        """Carry out the command; click itself would answer a closed pipe with status 1."""
        try:
            status = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError as fault:
            raise ReaderGoneError from fault
        except OSError as fault:
            if fault.errno not in FULL:
                raise
            raise RevTrackError(
                "The answer could not be written where it goes: the disk is full."
            ) from fault
        return status


def _group(name: str) -> Commands:
    made = Commands(
        name,
        help=_(GROUPS[name]),
        subcommand_metavar=_("COMMAND [ARGUMENTS]…"),
        options_metavar=_("[OPTIONS]"),
    )
    made.prefix = name
    return made


def program(settings: Settings, clock: date, show_screen: ShowScreen) -> Program:
    """Return the program in the language in use; ``clock`` is the day where no other is said."""

    @click.pass_context
    def begin(context: click.Context, /, **said: Any) -> int | None:  # noqa: ANN401 - as click has it
        if shell := said["completion"]:
            return _print_completion(context, shell)
        context.obj = start = _start(settings, clock, said, show_screen)
        if context.invoked_subcommand is not None:
            return None
        from revtrack.cli.frame.screen import open_screen  # noqa: PLC0415 - loads the register

        open_screen(start)
        return None

    return Program(
        "revtrack",
        callback=begin,
        params=_options(),
        help=_(
            "The register in which no recommendation of municipal auditors is lost. "
            "Without a command, the program opens on the screen."
        ),
        invoke_without_command=True,
        subcommand_metavar=_("[COMMAND] [ARGUMENTS]…"),
        options_metavar=_("[OPTIONS]"),
    )


def _options() -> list[click.Parameter]:
    return [
        click.Option(
            ["--database"],
            type=click.Path(path_type=Path),
            metavar=_("PATH"),
            help=_("The register's file (REVTRACK_DATABASE)."),
        ),
        click.Option(
            ["--language"],
            type=click.Choice(LANGUAGES),
            help=_("Swedish or English (REVTRACK_LANGUAGE)."),
        ),
        click.Option(
            ["--today"], type=DAY, help=_("The day that counts as today (REVTRACK_TODAY).")
        ),
        click.Option(["--read-only"], is_flag=True, help=_("Change nothing.")),
        click.Option(
            ["--plain"],
            is_flag=True,
            help=_("Plain lines in place of the screen and of tables (REVTRACK_PLAIN)."),
        ),
        click.Option(["--user"], metavar=_("NAME"), help=_("The name that stands in the history.")),
        click.Option(
            ["--why"], metavar="TEXT", help=_("The reason, kept in the history with the change.")
        ),
        click.Option(
            ["--completion"],
            type=click.Choice(SHELLS),
            help=_("Print the script that completes commands in your shell."),
        ),
        click.Option(
            ["--version"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_print_version,
            help=_("Print the version."),
        ),
    ]


def _print_version(context: click.Context, _option: click.Parameter, is_asked: bool) -> None:
    if is_asked and not context.resilient_parsing:
        click.echo(f"revtrack {__version__}")
        context.exit()


def _print_completion(context: click.Context, shell: str) -> int:
    from click.shell_completion import get_completion_class  # noqa: PLC0415 - only when asked for

    made = get_completion_class(shell)
    if made is None:
        raise TypeError(shell)
    click.echo(made(context.command, {}, "revtrack", "_REVTRACK_COMPLETE").source())
    return 0


def _start(settings: Settings, clock: date, said: dict[str, Any], show_screen: ShowScreen) -> Start:
    from revtrack.domain.texts.prose import clean, clean_line  # noqa: PLC0415 - not for help

    database = said["database"] or settings.database
    today = said["today"] or _stated_day(settings.today)
    is_plain = said["plain"] or _is_yes("plain", settings.plain)
    use_plain_lines(wanted=is_plain)
    return Start(
        database=database or default_database(),
        is_database_chosen=database is not None,
        today=today or clock,
        is_today_chosen=today is not None,
        user=clean_line(said["user"] or settings.user or "") or _login_name(),
        role=settings.role,
        documents=settings.documents,
        templates=settings.templates,
        keys=settings.keys,
        show_screen=show_screen,
        is_read_only=said["read_only"],
        is_plain=is_plain,
        why=clean(said["why"] or "") or None,
    )


def _stated_day(text: str | None) -> date | None:
    if text is None:
        return None
    day = day_of(text)
    if day is None:
        raise UsageError("REVTRACK_TODAY is {text}, which is no day; write YYYY-MM-DD.", text=text)
    return day


def _is_yes(name: str, text: str | None) -> bool:
    if text is None or text.casefold() not in YES | NO:
        if text:
            raise UsageError("The setting {name} is {text}; write yes or no.", name=name, text=text)
        return False
    return text.casefold() in YES


def _login_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a system without names for its users
        return os.environ.get("HOSTNAME", "?")
