"""The sentences of click that people may see, so that the catalogue holds their Swedish.

Click asks gettext for them in the domain that ``run`` points to our catalogues; nothing here is
called but by the test that compares them with click's own.
"""

from revtrack.wording.language import _, ngettext


def sentences() -> tuple[str, ...]:
    """Return them in the language in use."""
    return (
        _("Aborted!"),
        _("Options"),
        _("Positional arguments"),
        _("Commands"),
        _("Missing command."),
        _("required"),
        _("default: {default}"),
        _("Show this message and exit."),
        _("Try '{command} {option}' for help."),
        _("Invalid value: {message}"),
        _("Invalid value for {param_hint}: {message}"),
        _("Missing argument"),
        _("Missing option"),
        _("Missing parameter"),
        _("No such option {name!r}."),
        _("No such command {name!r}."),
        _("Could not open file {filename!r}: {message}"),
        _("Usage:"),
        _("Argument {name!r} takes {nargs} values."),
        _("Option {name!r} does not take a value."),
        _("Choose from:\n\t{choices}"),
        _("Shell completion is not supported for Bash versions older than 4.4."),
        _("Couldn't detect Bash version, shell completion is not supported."),
        ngettext(
            "Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})", 1
        ),
        ngettext(
            "Option {name!r} requires an argument.",
            "Option {name!r} requires {nargs} arguments.",
            1,
        ),
        ngettext("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)", 1),
        ngettext("{value!r} is not {choice}.", "{value!r} is not one of {choices}.", 1),
    )
