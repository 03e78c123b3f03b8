"""A register with a municipality and its committees, and nothing else."""

import pytest

from revtrack.domain.names.committee_lines import listed_committees
from revtrack.services.registering.set_up import SetUp, set_up_municipality
from revtrack.storage.store import Store

COMMITTEES = "Kommunstyrelsen KS\nBarn- och utbildningsnämnden BUN\nSocialnämnden SN"


@pytest.fixture
def ekby(empty_store: Store) -> Store:
    set_up_municipality(empty_store, SetUp("Ekby kommun", listed_committees(COMMITTEES)))
    return empty_store
