"""Which links Telegram takes, and how it writes them."""

import ipaddress
import re
import string

LARGEST_USER_ID = 2**40 - 1
_HOST = re.compile(r"(?:[A-Za-z0-9._!$,~*'();&+=-]|%[0-9a-fA-F]{2}|[^\x00-\x7f])*")
_USERINFO = re.compile(r"(?:[A-Za-z0-9._!$,~*'();&+=:-]|%[0-9a-fA-F]{2}|[^\x00-\x7f])*")
_PORT = re.compile(r"(.+):([^:\]@]*)", re.DOTALL)
_SPACE = " \t\r\n\0\v"
_LOWER = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)


class WrongUrlError(ValueError):
    """Telegram does not take the URL; the text says why, in its words."""


def checked_link(link: str) -> str:
    """The link as Telegram writes it; empty if it would not take it."""
    try:
        return check_link(link)
    except WrongUrlError:
        return ""


def check_link(link: str) -> str:
    """The link as Telegram writes it; WrongUrlError."""
    for scheme in ("tg", "ton", "tonsite"):
        if link.translate(_LOWER).startswith(f"{scheme}:"):
            return _own(scheme, link[len(scheme) + 1 :])
    protocol, userinfo, host, port, query = _parts(link)
    if "." not in host and not host.startswith("["):
        raise WrongUrlError("Wrong HTTP URL")
    credentials = f"{userinfo}@" if userinfo else ""
    return f"{protocol}://{credentials}{host}{f':{port}' if port else ''}{query}"


def _own(scheme: str, rest: str) -> str:
    """A link of Telegram's own: tg://resolve?…"""
    _, userinfo, host, port, query = _parts(rest.removeprefix("//"))
    foreign = rest.removeprefix("//").translate(_LOWER).startswith(("http:/", "https:/"))
    if foreign or userinfo or port or host.startswith("["):
        raise WrongUrlError(f"Wrong {scheme} URL")
    if not re.fullmatch(r"[A-Za-z0-9_-]*" if scheme != "tonsite" else r"[A-Za-z0-9_.-]*", host):
        raise WrongUrlError("Unallowed characters in URL host")
    return f"{scheme}://{host}{query[1:] if query.startswith('/?') else query}"


def _parts(url: str) -> tuple[str, str, str, int, str]:
    """Protocol, userinfo, host, port (0: none said) and what follows, from `/` on."""
    named = re.match(r"([^:/?#@\[\]]*)://(.*)", url, re.DOTALL)
    protocol = named[1].translate(_LOWER) if named else "http"
    if protocol not in ("http", "https"):
        raise WrongUrlError("Unsupported URL protocol")
    found = re.fullmatch(r"([^/?#]*)(.*)", named[2] if named else url, re.DOTALL)
    assert found is not None
    where, port = found[1], 0
    if with_port := _PORT.fullmatch(where):
        where, port = with_port[1], _port(with_port[2])
    userinfo, _, host = where.rpartition("@")
    _check(host, userinfo)
    return protocol, userinfo, host.translate(_LOWER), port, _query(found[2])


def _port(digits: str) -> int:
    if not re.fullmatch(r"[0-9]{1,12}", digits.lstrip("0") or "-") or int(digits) > 65_535:
        raise WrongUrlError("Wrong port number specified in the URL")
    return int(digits)


def _check(host: str, userinfo: str) -> None:
    if not host:
        raise WrongUrlError("URL host is empty")
    if host == ".":
        raise WrongUrlError("Host is invalid")
    if host.startswith("[") and host.endswith("]"):
        try:
            ipaddress.IPv6Address(host[1:-1])
        except ValueError:
            raise WrongUrlError("Wrong IPv6 address specified in the URL") from None
        return
    if not _HOST.fullmatch(host):
        raise WrongUrlError("Disallowed character in URL host")
    if not _USERINFO.fullmatch(userinfo):
        raise WrongUrlError("Disallowed character in URL userinfo")


def _query(given: str) -> str:
    query = given.rstrip(_SPACE) or "/"
    written = "".join(f"%{ord(each):02X}" if each <= " " else each for each in query)
    return written if written.startswith("/") else f"/{written}"


def linked_user(link: str) -> int | None:
    """The person that tg://user?id=N names."""
    found = re.fullmatch(r"tg:(?://)?user/?\?([^#]*)(?:#.*)?", link.translate(_LOWER), re.DOTALL)
    for parameter in found[1].split("&") if found else []:
        key, _, value = parameter.partition("=")
        if key == "id":
            fits = re.fullmatch(r"0*[0-9]{1,13}", value) and 0 < int(value) <= LARGEST_USER_ID
            return int(value) if fits else None
    return None
