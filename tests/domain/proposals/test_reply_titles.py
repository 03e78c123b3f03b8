"""The title of the audit that a reply is about, whatever the reply calls itself."""

import pytest

from revtrack.domain.proposals.front.title_words import audit_title


@pytest.mark.parametrize(
    ("title", "audit"),
    [
        ("Svar på revisionsrapport – Granskning av bygglov", "Granskning av bygglov"),
        ("Svar till revisorerna om bygglovshanteringen", "Bygglovshanteringen"),
        ("Yttrande till revisorerna: granskning av bygglov", "Granskning av bygglov"),
        ("Yttrande över kommunens revisorers granskning av bygglov", "Granskning av bygglov"),
        ("Revisionsrapport om bygglovshanteringen - nämndens svar", "Bygglovshanteringen"),
        (
            "Gemensamt svar från byggnadsnämnden och miljönämnden på granskning av bygglov",
            "Granskning av bygglov",
        ),
        ("Nämndens yttrande över rapporten ”Granskning av bygglov”", "Granskning av bygglov"),
        ("Svarsformulär - granskning av bygglov", "Granskning av bygglov"),
        ("Svarsmall för granskning av bygglov", "Granskning av bygglov"),
        ("Svarsblankett granskning av bygglov", "Granskning av bygglov"),
        ("Svar på revisionsfrågor", "Svar på revisionsfrågor"),
    ],
)
def test_the_audit_of_a_reply_is_told_without_the_reply(title: str, audit: str) -> None:
    assert audit_title(title) == audit
