"""Runs a command line: the language first, then the command, at last the exit status."""

import os
import sys
from collections.abc import Sequence
from datetime import datetime

import click

from revtrack.cli import FINE, REFUSED, WRONG_USAGE
from revtrack.cli.frame.output import note, prepare_streams
from revtrack.cli.frame.root import ReaderGoneError, program
from revtrack.cli.frame.start import ShowScreen
from revtrack.domain.days.local_time import HERE
from revtrack.domain.errors import RevTrackError, UsageError
from revtrack.settings import read_settings
from revtrack.wording.language import DEFAULT, LANGUAGES, LOCALE, _, use_language

INTERRUPTED = 130


def run(arguments: Sequence[str], show_screen: ShowScreen) -> int:
    """Carry out a command line and return its exit status; what it says is printed.

    ``show_screen`` shows an open register, where no command is given.
    """
    prepare_streams()
    try:
        return _carry_out(list(arguments), show_screen)
    except RevTrackError as refusal:
        from revtrack.wording import word  # noqa: PLC0415 - labels of codes, only for a refusal

        note(word(refusal))
        return WRONG_USAGE if isinstance(refusal, UsageError) else REFUSED
    except click.UsageError as fault:
        note(_worded(fault))
        return WRONG_USAGE
    except click.ClickException as fault:
        note(fault.format_message())
        return REFUSED
    except (click.Abort, KeyboardInterrupt):
        note(_("Interrupted."))
        return INTERRUPTED
    except ReaderGoneError:
        # Python would complain again when it closes standard output.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINE


def _carry_out(arguments: list[str], show_screen: ShowScreen) -> int:
    _speak(_language_in(arguments) or os.environ.get("REVTRACK_LANGUAGE") or DEFAULT)
    settings = read_settings(os.environ)
    if not _language_in(arguments) and settings.language:
        use_language(settings.language)
        _speak(settings.language)
    made = program(settings, datetime.now(HERE).date(), show_screen)
    status = made.main(arguments, "revtrack", standalone_mode=False)
    return status if isinstance(status, int) else FINE


def _language_in(arguments: Sequence[str]) -> str | None:
    """Return the language that is typed, since even a misspelt command is answered in it."""
    for number, argument in enumerate(arguments):
        name, sign, value = argument.partition("=")
        if name == "--language":
            typed = value if sign else "".join(arguments[number + 1 : number + 2])
            return typed if typed in LANGUAGES else None
    return None


def _speak(language: str) -> None:
    """Choose the language of our own sentences and of click's, which asks gettext for them."""
    import gettext  # noqa: PLC0415 - kept beside its use

    if language in LANGUAGES:
        use_language(language)
        os.environ["LANGUAGE"] = language
        gettext.bindtextdomain("revtrack", str(LOCALE))
        gettext.textdomain("revtrack")


def _worded(fault: click.UsageError) -> str:
    """Return what is wrong with a command line, and where to read how it is written."""
    said = fault.format_message()
    if isinstance(fault, click.BadParameter) and not isinstance(fault, click.MissingParameter):
        return said
    command = fault.ctx.command_path if fault.ctx else "revtrack"
    hint = _("Try '{command} {option}' for help.").format(command=command, option="--help")
    return f"{said} {hint}"
