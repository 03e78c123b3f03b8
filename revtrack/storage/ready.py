"""How many recommendations of each audit can be followed up, by the rule of the domain."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, or_, select, union
from sqlmodel import Session

from revtrack.domain import records, states
from revtrack.domain.codes import Outcome, Progress, Review, VerdictStep
from revtrack.domain.dates import last_day
from revtrack.storage.columns import list_table
from revtrack.storage.list_facts import (
    ADDRESSEE,
    ANSWER,
    RECOMMENDATION,
    REPLY_CASE,
    AnswerFact,
    ReportFact,
    VerdictFact,
    responses_of,
)
