"""How much room the sheets of a workbook would take, counted before anything gives it to them.

A few bytes can name a cell in the last row of the last column, with all the empty ones before it,
or repeat one long text in every cell. What is counted here are rows, columns and letters.
"""

from collections import Counter
from collections.abc import Iterable
from itertools import zip_longest
from xml.parsers import expat

MOST_ROWS = 20_000
MOST_COLUMNS = 200
MOST_CELLS = 2 * MOST_ROWS * MOST_COLUMNS
"""Of all sheets together, the empty ones too."""
MOST_LETTERS = 64 * 2**20
"""Of all cells together, a shared text in each of its cells."""
MOST_MERGES = 20_000


class TooMuchError(Exception):
    """It would take more room than there is for it."""


def measure(parts: Iterable[bytes]) -> None:
    """All parts of a workbook: which are its sheets and which its shared texts is for it to say,

    so each is read as both. TooMuchError; ValueError for what is no XML.
    """
    cells = 0
    lengths: list[int] = []
    uses: Counter[str] = Counter()
    for content in parts:
        part = _Part()
        _parse(part, content)
        cells += part.rows * part.columns
        lengths = [max(pair) for pair in zip_longest(lengths, part.lengths, fillvalue=0)]
        uses += part.uses
    known = {str(number): length for number, length in enumerate(lengths)}
    letters = sum(times * known.get(one.strip(), 0) for one, times in uses.items())
    if cells > MOST_CELLS or letters > MOST_LETTERS:
        raise TooMuchError(f"{cells} cells with {letters} letters")


class _Part:
    """Where the last row and column are, which shared texts the cells have, and how long those are

    that stand here.
    """

    def __init__(self) -> None:
        self.rows = self.columns = 0
        self.lengths: list[int] = []
        self.uses: Counter[str] = Counter()
        self._row = self._column = self._merges = 0
        self._is_shared = False
        self._value: list[str] | None = None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        match name.rpartition(":")[2]:
            case "c":
                self._cell(attributes)
            case "v" if self._is_shared:
                self._value = []
            case "row":
                # Without cells it takes no room, however far down it is.
                self._row = int(attributes["r"]) if "r" in attributes else self._row + 1
                self._column = 0
            case "si":
                self.lengths.append(0)
            case "mergeCell":
                self._merges += 1
                if self._merges > MOST_MERGES:
                    raise TooMuchError("merges")

    def end(self, name: str) -> None:
        if self._value is not None and name.rpartition(":")[2] == "v":
            self.uses["".join(self._value)] += 1
            self._value = None

    def text(self, told: str) -> None:
        if self._value is not None:
            self._value.append(told)
        elif self.lengths:
            self.lengths[-1] += len(told)

    def _cell(self, attributes: dict[str, str]) -> None:
        place = attributes.get("r", "").strip()
        letters = place.rstrip("0123456789")
        if letters:
            self._column, self._row = _column(letters), int(place[len(letters) :])
        else:
            self._column += 1
        self._is_shared = attributes.get("t") == "s"
        self.rows = max(self.rows, self._row)
        self.columns = max(self.columns, self._column)
        if self.rows > MOST_ROWS or self.columns > MOST_COLUMNS:
            raise TooMuchError(f"{self.rows} rows of {self.columns} columns")


def _parse(part: _Part, content: bytes) -> None:
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _no_entities
    parser.StartElementHandler = part.start
    parser.EndElementHandler = part.end
    parser.CharacterDataHandler = part.text
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        raise ValueError(str(error)) from error


def _no_entities(*_: object) -> None:
    """Texts that stand for other texts have no place in a spreadsheet."""
    raise ValueError("a document type")


def _column(letters: str) -> int:
    """From 1: A, B … Z, AA."""
    if len(letters) > 3:
        raise TooMuchError(f"column {letters[:10]}")
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
