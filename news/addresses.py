"""Which addresses a feed may be fetched from: public ones only, checked when connecting.

Checking a name beforehand proves nothing: the next answer of its DNS may differ, and an address
written as a number is never looked up at all. So each socket is checked just before it is made.
"""

import ipaddress
import socket
from ipaddress import IPv4Address, IPv6Address, IPv6Network

_NAT64 = (IPv6Network("64:ff9b::/96"), IPv6Network("64:ff9b:1::/48"))
_IPV4_COMPATIBLE = IPv6Network("::/96")

AddressInfo = tuple[int, int, int, str, tuple[object, ...]]


class AddressRefusedError(OSError):
    """An OSError, because the client tries the next address after one, and dies of others."""


def is_public(address: str) -> bool:
    """Whether the address is on the open internet, whatever form hides an inner one."""
    try:
        ip = ipaddress.ip_address(address.split("%", 1)[0])  # without an interface's name
    except ValueError:
        return False
    return all(_is_open(form) for form in _forms(ip))


def open_socket(info: AddressInfo) -> socket.socket:
    """aiohttp's socket factory: no socket for an address that is not public."""
    family, kind, protocol, _, address = info
    if not is_public(str(address[0])):
        raise AddressRefusedError("the address is not public")
    return socket.socket(family, kind, protocol)


def _is_open(ip: IPv4Address | IPv6Address) -> bool:
    return ip.is_global and not ip.is_multicast


def _forms(ip: IPv4Address | IPv6Address) -> list[IPv4Address | IPv6Address]:
    """The address, and every address that it wraps: Python calls some wrappers global."""
    if isinstance(ip, IPv4Address):
        return [ip]
    if ip.ipv4_mapped:
        return [ip.ipv4_mapped]
    forms: list[IPv4Address | IPv6Address] = [ip]
    if ip.sixtofour:
        forms.append(ip.sixtofour)
    if ip.teredo:
        forms.extend(ip.teredo)
    if any(ip in network for network in (*_NAT64, _IPV4_COMPATIBLE)):
        forms.append(IPv4Address(int(ip) & 0xFFFFFFFF))
    return forms
