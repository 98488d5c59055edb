"""A picture's words and numbers → PNG for a phone: narrow, large letters, labels at the bars.

Blue and vermilion are told apart by every eye; what is late says so in words as well.
"""

import textwrap
from collections.abc import Sequence
from datetime import date
from io import BytesIO
from typing import Any

import matplotlib
from matplotlib.axes import Axes
from matplotlib.dates import date2num
from matplotlib.figure import Figure
from matplotlib.patches import Patch

from projects.reports import fonts
from projects.reports.pictures import BarChart, Period, Picture, Run, Timeline

DPI = 180
WIDTH = 6.0
"""Inches: 1,080 pixels, which a phone shows at a third."""
LEAST_HEIGHT = 4.5
INK, FAINT, RULE = "#1a1a1a", "#5f6368", "#dadce0"
BLUE, PALE, QUIET, LATE = "#0072b2", "#a6cde8", "#9aa0a6", "#d55e00"
LEGEND_ROW = 0.62
TITLE, LABEL, NOTE = 19, 13.5, 11.5
"""Sizes of letters, in points."""

_ON_WHITE: dict[str, Any] = {"facecolor": "white", "edgecolor": "none", "pad": 1.5}
"""So that no line goes through a label."""


def draw(picture: Picture) -> bytes:
    """PNG."""
    with matplotlib.rc_context({"font.family": fonts.families(), "text.color": INK}):
        figure = _bars(picture) if isinstance(picture, BarChart) else _timeline(picture)
        file = BytesIO()
        figure.savefig(file, format="png", dpi=DPI)
    return file.getvalue()


def _bars(chart: BarChart) -> Figure:
    rows = sum(len(group.bars) + (0.6 if group.title else 0) for group in chart.groups)
    noted = any(bar.note for group in chart.groups for bar in group.bars)
    row = 0.74 if noted else 0.6
    figure, axes = _sheet(chart.title, chart.subtitle, chart.foot, rows, row=row)
    axes.set_xlim(0, 1)
    axes.set_xticks([])
    at = 0.0
    for group in chart.groups:
        if group.title:
            axes.text(0, at + 0.42, group.title, fontsize=LABEL, color=FAINT, va="center")
            axes.plot([0, 1], [at + 0.62] * 2, color=RULE, linewidth=1)
            at += 0.6
        longest = max((bar.length for bar in group.bars), default=0) or 1
        for bar in group.bars:
            axes.text(0, at + 0.3, bar.label, fontsize=LABEL, va="center")
            axes.text(1, at + 0.3, bar.said, fontsize=LABEL, weight="bold", ha="right", va="center")
            colour = QUIET if bar.is_quiet else BLUE
            _length(axes, at + 0.58, bar.length / longest, colour)
            if bar.note:
                axes.text(0, at + 0.84, bar.note, fontsize=NOTE, color=FAINT, va="center")
            at += 1
    return figure


def _length(axes: Axes, at: float, share: float, colour: str) -> None:
    if share > 0:
        axes.barh(at, max(share, 0.004), height=0.22, color=colour)


def _timeline(chart: Timeline) -> Figure:
    rows = len(chart.runs) + LEGEND_ROW
    figure, axes = _sheet(chart.title, chart.subtitle, chart.foot, rows, row=0.84)
    _years(axes, chart)
    for at, run in enumerate(chart.runs):
        _run(axes, at, run)
    today = _day(chart.today)
    axes.plot([today] * 2, [0, len(chart.runs)], color=INK, linewidth=1.2, linestyle=(0, (4, 3)))
    below = len(chart.runs) + 0.14
    axes.text(today, below, chart.today_said, fontsize=NOTE, ha="center", va="center")
    late = any(run.is_late for run in chart.runs)
    axes.legend(
        handles=[
            Patch(color=PALE, label=chart.planned),
            Patch(color=BLUE, label=chart.actual),
            *([Patch(color=LATE, label=chart.late)] if late else []),
        ],
        loc="lower left",
        ncols=3,
        frameon=False,
        fontsize=NOTE,
        handlelength=1.2,
        columnspacing=1.2,
        borderpad=0,
        borderaxespad=0,
    )
    return figure


def _years(axes: Axes, chart: Timeline) -> None:
    periods = [period for run in chart.runs for period in (run.planned, run.actual)]
    days = [chart.today, *(day for period in periods for day in period or ())]
    first, last = min(days).replace(month=1, day=1), max(days).replace(month=12, day=31)
    axes.set_xlim(_day(first), _day(last))
    years = range(first.year, last.year + 1, max(1, -(-(last.year - first.year) // 6)))
    axes.set_xticks([_day(date(year, 1, 1)) for year in years], [str(year) for year in years])
    axes.tick_params(
        axis="x", length=0, labelsize=NOTE, colors=FAINT, top=True, labeltop=True, bottom=False,
        labelbottom=False,
    )  # fmt: skip
    for label in axes.get_xticklabels():
        label.set_horizontalalignment("left")  # a year begins at its line
    axes.grid(axis="x", color=RULE, linewidth=1)
    axes.set_axisbelow(True)


def _run(axes: Axes, at: int, run: Run) -> None:
    across = axes.get_yaxis_transform()  # x as a share of the width
    axes.text(0, at + 0.2, run.label, fontsize=LABEL, va="center", transform=across, bbox=_ON_WHITE)
    colour = LATE if run.is_late else FAINT
    axes.text(0, at + 0.44, run.said, fontsize=NOTE, color=colour, va="center", transform=across)
    _bar(axes, at + 0.63, run.planned, PALE)
    _bar(axes, at + 0.8, run.actual, LATE if run.is_late else BLUE)


def _bar(axes: Axes, at: float, period: Period | None, colour: str) -> None:
    if period is not None:
        first, last = map(_day, period)
        axes.barh(at, max(last - first, 12), left=first, height=0.14, color=colour, zorder=3)


def _day(day: date) -> float:
    return float(date2num(day))  # type: ignore[no-untyped-call]


def _sheet(title: str, subtitle: str, foot: str, rows: float, *, row: float) -> tuple[Figure, Axes]:
    """A figure with its title, and axes whose rows are counted from above."""
    lines = _wrapped(title, 36)
    head = 0.36 * len(lines) + (0.32 * len(_wrapped(subtitle, 58)) if subtitle else 0) + 0.3
    height = max(head + rows * row + (0.5 if foot else 0.1), LEAST_HEIGHT)
    figure = Figure(figsize=(WIDTH, height), layout="constrained")
    figure.get_layout_engine().set(w_pad=0.22, h_pad=0.14)  # type: ignore[call-arg, union-attr]
    axes = figure.add_subplot()
    axes.set_ylim(rows, 0)
    axes.set_yticks([])
    for spine in axes.spines.values():
        spine.set_visible(False)
    figure.suptitle("\n".join(lines), fontsize=TITLE, weight="bold", x=0.04, ha="left")
    if subtitle:
        axes.set_title(
            "\n".join(_wrapped(subtitle, 58)), fontsize=NOTE + 0.5, color=FAINT, loc="left", pad=10
        )
    if foot:
        figure.supxlabel(
            "\n".join(_wrapped(foot, 64)), fontsize=NOTE - 1, color=FAINT, x=0.04, ha="left"
        )
    return figure, axes


def _wrapped(text: str, width: int) -> Sequence[str]:
    """Lines of so many letters; a Chinese one takes the room of two."""
    if fonts.has_chinese([text]):
        return [text[start : start + width // 2] for start in range(0, len(text), width // 2)]
    return textwrap.wrap(text, width) or [""]
