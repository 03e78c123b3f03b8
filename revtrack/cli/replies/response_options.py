"""The options of ``respond``: what there is to say of a reply and of its answers."""

import click

from revtrack.cli.frame.parts import PAIR, code_option, day_option
from revtrack.cli.replies.answers import ANSWER_FORM
from revtrack.domain.codes import Position, ResponseKind
from revtrack.wording import _


def document_options() -> list[click.Parameter]:
    """Return the options that tell of the document and of the decision behind it."""
    return [
        code_option("--kind", ResponseKind, _("What kind of document it is; else a decision")),
        day_option("--decided", _("The meeting that adopted it.")),
        day_option("--received", _("The day it reached the auditors; else today.")),
        click.Option(
            ["--received-day-unknown"],
            is_flag=True,
            help=_("It has come, but its day is not stated."),
        ),
        click.Option(
            ["--not-received"], is_flag=True, help=_("Adopted, but it has not been sent in.")
        ),
        day_option("--sent", _("The day it was sent.")),
        day_option("--dated", _("The document's own day.")),
        click.Option(["--paragraph"], metavar="§", help=_("Paragraph of the minutes: 85.")),
        click.Option(
            ["--diary-number"], metavar=_("NUMBER"), help=_("The committee's own diary number.")
        ),
        click.Option(
            ["--decided-by"],
            metavar="TEXT",
            help=_(
                "The body that decided where it is another than the committee: KS for another "
                "committee, arbetsutskottet or ordföranden by delegation."
            ),
        ),
        click.Option(
            ["--referred-back"],
            is_flag=True,
            help=_(
                "The committee sent the officials' draft back, at the meeting of --decided; with "
                "--existing the draft that is registered."
            ),
        ),
        click.Option(["--decision"], metavar="TEXT", help=_("What was decided.")),
        click.Option(
            ["--motions/--no-motions", "has_motions"],
            default=None,
            help=_("Whether motions were put; no names are kept."),
        ),
        click.Option(
            ["--reservations/--no-reservations", "has_reservations"],
            default=None,
            help=_("Whether reservations were made; no names are kept."),
        ),
        click.Option(
            ["--sent-to"],
            multiple=True,
            metavar="TEXT",
            help=_("Whom the decision is sent to; may be given several times."),
        ),
        click.Option(
            ["--conditions"], metavar="TEXT", help=_("What it depends on: money, another body.")
        ),
        click.Option(["--remarks"], metavar="TEXT", help=_("Remarks to pass on to the auditors.")),
        click.Option(
            ["--text", "text_file"],
            metavar=_("FILE"),
            help=_("The reply's own text, to be kept with it; - for standard input."),
        ),
        code_option("--position", Position, _("The position on the report as a whole")),
        click.Option(
            ["--with", "joint"],
            multiple=True,
            metavar=_("COMMITTEE"),
            help=_("Another committee that the same reply comes from; may be given several times."),
        ),
        click.Option(
            ["--existing"],
            is_flag=True,
            help=_(
                "Complete the reply that is registered already with what is said here; with "
                "--supplement its latest supplement, with --kind draft the latest draft."
            ),
        ),
        click.Option(["--replaces"], is_flag=True, help=_("It takes the earlier reply's place.")),
        click.Option(["--supplement"], is_flag=True, help=_("It adds to the earlier reply.")),
    ]


def answer_options() -> list[click.Parameter]:
    """Return the options that tell what the reply says on each recommendation."""
    positions = ", ".join(Position)
    return [
        click.Option(
            ["--answer", "positions"],
            type=PAIR,
            multiple=True,
            metavar=ANSWER_FORM,
            help=_(
                "Position on a recommendation ({positions}), and after a colon what the committee "
                "says it has done (not_started, planned, under_way, done, will_not)."
            ).format(positions=positions),
        ),
        click.Option(
            ["--quote", "quotes"],
            type=PAIR,
            multiple=True,
            metavar="R1=TEXT",
            help=_("The words of the reply that the position rests on."),
        ),
        click.Option(
            ["--action", "actions"],
            type=PAIR,
            multiple=True,
            metavar=_("R1,R2=TEXT|RESPONSIBLE|DUE"),
            help=_(
                "An action, who answers for it and when it is to be done; the last two if known."
            ),
        ),
        click.Option(
            ["--answers-json"],
            metavar=_("FILE"),
            help=_("Answers as JSON, of the shape that show --json gives; - for standard input."),
        ),
    ]
