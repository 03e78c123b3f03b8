"""Words of order, and the two numbers that texts are told apart by."""

ORDINALS = (
    *("första", "andra", "tredje", "fjärde", "femte", "sjätte", "sjunde", "åttonde", "nionde"),
    "tionde",
)
"""In Swedish, from the first to the tenth."""
CARDINALS = ("en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv")
"""In Swedish, from one to twelve."""
PAIR = 2
"""So many parts has what says one thing of another: a label and its value."""
SEVERAL = 2
"""From so many on, something is said of more than one."""
