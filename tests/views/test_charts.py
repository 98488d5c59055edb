"""What stands beside the bars of a chart."""

from datetime import date

import pytest

from model.news import Stage
from model.partial_dates import PartialDate
from model.people import Language
from model.projects import Filter
from projects.overview import Plans
from tests.projects.makers import project
from views.charts import plans

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("planned", "begun", "finished", "said"),
    [
        (PartialDate(2027), PartialDate(2026), None, "по плану"),
        (PartialDate(2027), None, None, "начало не отмечено"),
        (None, PartialDate(2026), None, "срок по плану не указан"),
        (None, None, PartialDate(2021), "срок по плану не указан"),
    ],
)
def test_nothing_is_on_schedule_that_has_none(
    planned: PartialDate | None, begun: PartialDate | None, finished: PartialDate | None, said: str
) -> None:
    one = project(
        stage=Stage.CONSTRUCTION,
        planned_finish=planned,
        actual_start=begun,
        actual_finish=finished,
    )
    (run,) = plans(Plans(Filter(), (one,), TODAY, {}), Language.RUSSIAN).runs
    assert run.said == said
