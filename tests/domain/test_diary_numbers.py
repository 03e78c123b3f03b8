import pytest

from revtrack.domain.texts.diary_numbers import diary_key, read_diary_number, series_of
from tests.domain.build import BOARD, altered


@pytest.mark.parametrize(
    ("text", "series", "year"),
    [
        ("KSKF/2022:442", "KSKF", 2022),
        ("KS/2018:157", "KS", 2018),
        ("KS 2018/455", "KS", 2018),
        ("RVK 2021/31", "RVK", 2021),
        ("KS-2014/742.912", "KS", 2014),
        ("SCN-2015-0180", "SCN", 2015),
        ("SN 18/0098", "SN", 2018),
        ("KR 2018-00015", "KR", 2018),
        ("3.1.2-56/2016", None, 2016),
        ("313-24/2013", None, 2013),
        ("420-145-2012", None, 2012),
        ("Dnr: ÄON 2023/7", "ÄON", 2023),
        ("dnr kfn/2023:41", "KFN", 2023),
        ("XXX", None, None),
        ("se bilaga", None, None),
    ],
)
def test_a_diary_number_tells_its_series_and_year(
    text: str, series: str | None, year: int | None
) -> None:
    number = read_diary_number(text)
    assert (number.series, number.year) == (series, year)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("KS-2014/742.912", "KS 2014/742.912"),
        ("KFN/2023:41", "kfn 2023-41"),
        ("Dnr KS 2018/455", "KS/2018:455"),
        ("SN18/0098", "SN 18/0098"),
    ],
)
def test_two_spellings_of_one_number_have_one_key(one: str, other: str) -> None:
    assert diary_key(one) == diary_key(other) == read_diary_number(one).key


def test_two_numbers_have_two_keys() -> None:
    assert diary_key("KS 2018/45") != diary_key("KS 2018/455")


def test_a_committee_has_its_prefixes_and_its_abbreviation() -> None:
    assert series_of(altered(BOARD, diary_prefixes="kskf\nKLK/")) == {"KS", "KSKF", "KLK"}
