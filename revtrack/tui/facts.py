"""What the rows of lists are found by, as the plain lines find them too."""

from revtrack.forms.found_by import (
    addressee_facts,
    audit_facts,
    due_facts,
    event_facts,
    judge_facts,
    reply_facts,
)

__all__ = [
    "addressee_facts",
    "audit_facts",
    "due_facts",
    "event_facts",
    "judge_facts",
    "reply_facts",
]
