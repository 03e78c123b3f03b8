"""The demo: a real audit, from its questions to its papers, in a register that is thrown away."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from revtrack.cli.frame.opened import person_of
from revtrack.cli.frame.output import note, say
from revtrack.cli.frame.parts import Command
from revtrack.cli.frame.start import Sitting, Start, is_at_terminal, is_terminal_dumb
from revtrack.services.demo import make_demo, produce_all
from revtrack.services.papers.placing import Produced
from revtrack.wording import _, ngettext

FOLDER = Path("revtrack-demo")


def demo() -> Command:
    """Return the command that shows the demo."""
    return Command(
        "demo",
        _demo,
        [
            click.Option(
                ["--out"],
                type=click.Path(path_type=Path),
                default=FOLDER,
                show_default=True,
                metavar=_("FOLDER"),
                help=_("Where the documents are written."),
            )
        ],
        _(
            "A temporary register is filled with sample data, every document is made, and the "
            "program opens if this is a terminal. Nothing of it is kept but the documents."
        ),
        ["revtrack demo", "revtrack demo --out papper"],
    )


def _demo(start: Start, out: Path) -> None:
    with TemporaryDirectory(prefix="revtrack-demo-", ignore_cleanup_errors=True) as folder:
        note(_("Filling a temporary register with sample data …"))
        made = make_demo(Path(folder), person_of(start))
        try:
            today = start.today if start.is_today_chosen else made.today
            note(
                _(
                    "The demo stands on {day}. Making the documents of {reference} in {folder} …"
                ).format(day=today, reference=made.audit.reference, folder=out)
            )
            papers = produce_all(made, today, out, _tell)
            said = ngettext("{n} document is ready.", "{n} documents are ready.", len(papers))
            note(said.format(n=len(papers)))
            is_plain = start.is_plain or is_terminal_dumb()
            if is_at_terminal() or start.is_plain:
                sitting = Sitting(today, out, start.keys, is_demo=True, is_plain=is_plain)
                start.show_screen(lambda _tell: made.store, sitting)
        finally:
            made.store.close()


def _tell(made: Produced) -> None:
    say(str(made.path))
    sys.stdout.flush()
