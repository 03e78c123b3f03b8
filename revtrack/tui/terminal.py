"""What the terminal can show."""


def knows_colours() -> bool:
    """Tell whether the terminal shows colours, as its description says; yes where it has none."""
    try:
        import curses  # noqa: PLC0415 - not there on Windows, whose terminals show colours
    except ImportError:
        return True
    try:
        curses.setupterm()
        return curses.tigetnum("colors") != -1
    except (curses.error, OSError, ValueError):
        return True
