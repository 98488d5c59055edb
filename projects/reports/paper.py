"""A paper's words → PDF: A4, to be read across a table and copied in black and white."""

from collections.abc import Iterator

from fpdf import FPDF
from fpdf.enums import TableBordersLayout, VAlign
from fpdf.fonts import FontFace

from projects.reports import fonts
from projects.reports.pictures import Bar, BarGroup
from projects.reports.sheets import Number, Paper, PaperTable

MARGIN = 16
"""Millimetres, like all lengths here."""
INK, FAINT, RULE, HEAD = (26, 26, 26), (95, 99, 104), (218, 220, 224), (232, 240, 247)
WHITE = (255, 255, 255)
BLUE, QUIET, BAD = (0, 114, 178), (154, 160, 166), (196, 78, 0)
FAMILY, CHINESE = "paper", "chinese"


def write_paper(paper: Paper) -> bytes:
    """PDF."""
    page = _Page(paper)
    page.add_page()
    page.head()
    page.numbers(paper.numbers)
    page.chart(paper.chart_title, paper.chart)
    for table in paper.tables:
        page.table_of(table)
    return bytes(page.output())


class _Page(FPDF):
    def __init__(self, paper: Paper) -> None:
        super().__init__(format="A4")
        self._paper = paper
        self.set_title(paper.title)
        self.set_margins(MARGIN, MARGIN)
        self.set_auto_page_break(True, margin=MARGIN + 4)
        for style in ("", "B"):
            self.add_font(FAMILY, style, fonts.latin_file(is_bold=bool(style)))
        chinese = fonts.chinese_file()
        if chinese is not None and fonts.has_chinese(_texts(paper)):
            self.add_font(CHINESE, "", chinese, collection_font_number=fonts.chinese_face(chinese))
            self.set_fallback_fonts([CHINESE], exact_match=False)
        self.set_text_shaping(False)

    def footer(self) -> None:
        self.set_y(-MARGIN)
        self._letters(8, FAINT)
        self.cell(0, 5, self._paper.foot)
        self.cell(0, 5, str(self.page_no()), align="R")

    def head(self) -> None:
        self._letters(16, bold=True)
        self.multi_cell(0, 8, self._paper.title, align="L", new_x="LMARGIN", new_y="NEXT")
        self._letters(10, FAINT)
        self.multi_cell(0, 5.2, self._paper.subtitle, align="L", new_x="LMARGIN", new_y="NEXT")
        self.ln(4)

    def numbers(self, numbers: tuple[Number, ...]) -> None:
        """Side by side."""
        width = self.epw / max(1, len(numbers))
        top = self.get_y()
        bottom = top
        for at, one in enumerate(numbers):
            self.set_xy(self.l_margin + at * width, top)
            self._letters(12, BAD if one.is_bad else INK, bold=True)
            self.multi_cell(width - 3, 7, one.said, align="L", new_x="LEFT", new_y="NEXT")
            self._letters(8.5, FAINT)
            self.multi_cell(width - 3, 4.2, one.label, align="L", new_x="LEFT", new_y="NEXT")
            bottom = max(bottom, self.get_y())
        self.set_xy(self.l_margin, bottom + 5)

    def chart(self, title: str, group: BarGroup) -> None:
        if not group.bars:
            return
        self._heading(title, len(group.bars) * 6.5)
        longest = max(bar.length for bar in group.bars) or 1
        for bar in group.bars:
            self._bar(bar, longest)
        self.ln(5)

    def _bar(self, bar: Bar, longest: float) -> None:
        label, room = self.epw * 0.2, self.epw * 0.2
        top = self.get_y()
        self._letters(9)
        self.cell(label, 6.5, bar.label)
        self.set_fill_color(*(QUIET if bar.is_quiet else BLUE))
        long = room * bar.length / longest
        if long:
            self.rect(self.l_margin + label, top + 1.4, max(long, 0.4), 3.7, style="F")
        self.set_x(self.l_margin + label + long + 1.5)
        self._letters(9, bold=True)
        self.cell(10, 6.5, bar.said)
        self.set_x(self.l_margin + label + room + 10)
        self._letters(8.5, FAINT)
        self.cell(0, 6.5, bar.note, new_x="LMARGIN", new_y="NEXT")

    def table_of(self, table: PaperTable) -> None:
        self._heading(table.title, 16)
        self._letters(8.5)
        self.set_draw_color(*RULE)
        self.set_fill_color(*WHITE)
        with self.table(
            col_widths=tuple(column.share for column in table.columns),
            text_align=tuple("RIGHT" if one.is_number else "LEFT" for one in table.columns),
            borders_layout=TableBordersLayout.HORIZONTAL_LINES,
            headings_style=FontFace(emphasis="BOLD", fill_color=HEAD),
            line_height=4.3,
            padding=(0.9, 1.2),
            v_align=VAlign.T,
        ) as drawn:
            drawn.row([column.title for column in table.columns])
            for row in table.rows:
                drawn.row(row)
        if table.foot:
            self._letters(8.5, FAINT)
            self.ln(1)
            self.multi_cell(0, 4.5, table.foot, align="L", new_x="LMARGIN", new_y="NEXT")
        self.ln(5)

    def _heading(self, title: str, below: float) -> None:
        """Never the last line of a page: so much must follow it."""
        if self.will_page_break(8 + below):
            self.add_page()
        self._letters(12, bold=True)
        self.cell(0, 8, title, new_x="LMARGIN", new_y="NEXT")

    def _letters(
        self, size: float, colour: tuple[int, int, int] = INK, *, bold: bool = False
    ) -> None:
        self.set_font(FAMILY, "B" if bold else "", size)
        self.set_text_color(*colour)


def _texts(paper: Paper) -> Iterator[str]:
    yield from (paper.title, paper.subtitle, paper.chart_title, paper.foot)
    for number in paper.numbers:
        yield from (number.said, number.label)
    for bar in paper.chart.bars:
        yield from (bar.label, bar.said, bar.note)
    for table in paper.tables:
        yield from (table.title, table.foot, *(column.title for column in table.columns))
        for row in table.rows:
            yield from row
