"""What has come in a reply case, told under the list of replies, oldest first."""

from collections.abc import Iterator

from rich.text import Text

from revtrack.domain.codes import ResponseKind
from revtrack.domain.exchange.versions import file_versions
from revtrack.domain.follow_up import ReplyLine
from revtrack.domain.records import Response
from revtrack.domain.texts.prose import lines_of
from revtrack.tui import words
from revtrack.tui.tabs.view import CaseView
from revtrack.wording import _
from revtrack.wording.labels import symbol
from revtrack.wording.responses import (
    file_told,
    response_title,
    response_told,
    review_told,
    shared_told,
)


def chain_told(view: CaseView, line: ReplyLine) -> Iterator[Text]:
    """Yield what is known of each response: draft, referred back, decision, supplement, files."""
    for response in line.responses:
        shared = shared_told(view.case, response, line.committee)
        parts = [shared, *response_told(response), *_besides(response)]
        yield words.labelled(response_title(response), " · ".join(filter(None, parts)))
        if response.kind is not ResponseKind.DRAFT and response.is_received:
            judged = f"{symbol(response.review)} {review_told(response, for_clerk=view.for_clerk)}"
            yield words.labelled(_("Judgement of the reply"), judged)
        yield from _files(view, response)


def _besides(response: Response) -> Iterator[str]:
    if response.conditions:
        yield _("on condition: {text}").format(text=response.conditions)
    if lines_of(response.sent_to):
        yield _("sent to {names}").format(names=", ".join(lines_of(response.sent_to)))
    if response.decision_text:
        yield response.decision_text


def _files(view: CaseView, response: Response) -> Iterator[Text]:
    versions = file_versions(view.case.attachments)
    for each in view.case.attachments:
        if each.response_id == response.id:
            yield words.labelled(_("File"), file_told(each, versions[each.id]))
