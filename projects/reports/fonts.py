"""Which letters can be drawn: Kazakh and Cyrillic always, Chinese where a font is installed."""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from matplotlib import font_manager, get_data_path

PACKAGE = "fonts-noto-cjk"
"""Debian's, which has them."""

LATIN = "DejaVu Sans"
"""Ships with matplotlib; has every letter of Kazakh and the sign of the tenge."""

_CHINESE_FILES = (
    r"NotoSans(CJK|SC)[^/]*\.(ttc|otf|ttf)",
    r"SourceHanSans[^/]*\.(ttc|otf|ttf)",
    r"wqy-(microhei|zenhei)\.ttc",
    r"DroidSansFallback[^/]*\.ttf",
    r"(msyh|simhei|PingFang)[^/]*\.(ttc|ttf)",
)
"""The best first. Found by their names: matplotlib's own list may be older than a font."""
_CHINESE_FAMILIES = re.compile(
    r"(Noto Sans (CJK )?SC|Source Han Sans (SC|CN)|WenQuanYi \w+ \w+|Droid Sans Fallback"
    r"|Microsoft YaHei|SimHei|PingFang SC)"
)
_HAN = re.compile("[⺀-鿿豈-﫿　-〿＀-￯]")


@cache
def chinese_file() -> Path | None:
    """A font with Chinese letters, of ordinary weight where there are several."""
    installed = sorted(font_manager.findSystemFonts())
    for pattern in _CHINESE_FILES:
        found = [Path(file) for file in installed if re.fullmatch(pattern, Path(file).name)]
        if found:
            return next((file for file in found if "Regular" in file.name), found[0])
    return None


@cache
def families() -> list[str]:
    """What matplotlib is to draw with, the first that has a letter."""
    regular = chinese_file()
    if regular is None:
        return [LATIN]
    known = len(font_manager.fontManager.ttflist)
    for file in {regular, _bold_of(regular)}:
        font_manager.fontManager.addfont(file)
    added = {entry.name for entry in font_manager.fontManager.ttflist[known:]}
    chosen = next((name for name in sorted(added) if _CHINESE_FAMILIES.fullmatch(name)), None)
    return [LATIN, chosen or sorted(added)[0]] if added else [LATIN]


def latin_file(*, is_bold: bool) -> Path:
    name = "DejaVuSans-Bold.ttf" if is_bold else "DejaVuSans.ttf"
    return Path(get_data_path()) / "fonts" / "ttf" / name


def chinese_face(file: Path) -> int:
    """Where in a collection the letters are as China writes them."""
    entries = [entry for entry in font_manager.fontManager.ttflist if entry.fname == str(file)]
    wanted = [entry for entry in entries if _CHINESE_FAMILIES.fullmatch(entry.name)]
    return int(wanted[0].index) if wanted else 0


def has_chinese(texts: Iterable[str]) -> bool:
    return any(_HAN.search(text) for text in texts)


def _bold_of(regular: Path) -> Path:
    bold = regular.with_name(regular.name.replace("Regular", "Bold"))
    return bold if bold.exists() else regular
