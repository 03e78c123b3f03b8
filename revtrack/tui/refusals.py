"""What a refusal says to who sits at a screen: the key where a command is named."""

from revtrack.domain.errors import RevTrackError
from revtrack.forms.refusals import told
from revtrack.tui.keys import key_of


def word_here(refusal: RevTrackError) -> str:
    """Return a refusal in words that hold at a screen."""
    return told(refusal, key_of)
