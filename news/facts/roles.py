"""Words that are looked for with what each may say: its roles."""

from collections.abc import Iterable, Mapping

from news.words import Stems

Roles = frozenset[str]


def stems_with_roles(lists: Mapping[str, Iterable[str]]) -> Stems[Roles]:
    """Of stems that begin alike only the longest is met in a text; it says what the others say,

    unless it is more words: «бюджет проекта» is no budget.
    """
    roles: dict[str, set[str]] = {}
    for role, stems in lists.items():
        for stem in stems:
            roles.setdefault(stem, set()).add(role)
    found: Stems[Roles] = Stems()
    for stem in sorted(roles, key=lambda each: not each.endswith("=")):
        words = stem.count(" ")
        shorter = [
            said
            for other, said in roles.items()
            if not other.endswith("=") and stem.startswith(other) and other.count(" ") == words
        ]
        found.add([stem], frozenset(roles[stem].union(*shorter)))
    return found
