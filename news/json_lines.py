"""Articles as JSON lines, as the commands of `keruen news` take them."""

import json
import math
from codecs import BOM_UTF8
from collections.abc import Iterable
from typing import Any


class WrongLineError(ValueError):
    """A line that is no article. `article_id` is its id, where it can be read."""

    def __init__(self, reason: str, article_id: Any = None) -> None:
        super().__init__(reason)
        self.article_id = article_id

    @property
    def answer(self) -> dict[str, Any]:
        """What is printed in the article's place."""
        known = {} if self.article_id is None else {"id": self.article_id}
        return {**known, "error": str(self)}


def _no_number(constant: str) -> None:
    """NaN and the like, which Python's reader knows and JSON does not."""
    raise ValueError(constant)


def _finite(printed: str) -> float:
    """Neither does JSON know a number too large to be one."""
    number = float(printed)
    if math.isinf(number):
        raise ValueError(printed)
    return number


def read_article(line: bytes, texts: Iterable[str]) -> dict[str, Any]:
    """An object with a title or a lead. `texts`: its keys that are texts or missing.

    Raises WrongLineError.
    """
    line = line.removeprefix(BOM_UTF8)
    try:
        article = json.loads(
            line.decode("utf-8", errors="replace"),
            parse_constant=_no_number,
            parse_float=_finite,
        )
    except (ValueError, RecursionError):
        raise WrongLineError("not JSON") from None
    if not isinstance(article, dict):
        raise WrongLineError("not a JSON object")
    article_id = article.get("id")
    try:
        line.decode()
    except UnicodeDecodeError:
        raise WrongLineError("not UTF-8", article_id) from None
    for key in texts:
        if not isinstance(article.get(key), str | None):
            raise WrongLineError(f"{key} is not a text", article_id)
    if article.get("title") is None and article.get("lead") is None:
        raise WrongLineError("neither title nor lead", article_id)
    return article
