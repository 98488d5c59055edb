"""Rules of section pages: which are selectors, and which hurt nobody."""

import pytest

from model.news import PageRule
from news.sections import wrong_selector


def test_a_rule_of_good_selectors() -> None:
    rule = PageRule("ul > li:nth-child(2n+1)", "h2, h3.title", "a[href^='/news']", "time", ".lead")
    assert wrong_selector(rule) is None
    assert wrong_selector(PageRule("li:has(> a)", "a", "a")) is None


@pytest.mark.parametrize(
    "css",
    ["", " ", "li[", "li::text", "ns|a", "a:hover(", "//li", "li:no-such", "a" * 400, "(" * 299],
)
def test_a_bad_selector_is_named(css: str) -> None:
    assert wrong_selector(PageRule("li", "a", "a", css)) == css
    assert wrong_selector(PageRule(css, "a", "a")) == css
