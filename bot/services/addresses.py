"""Which addresses belong to the public internet, judged once resolved, never by their spelling.

``ipaddress.is_global`` alone lets through NAT64, 6to4, IPv4-compatible and multicast addresses,
which lead back into private networks; here everything is refused that is not plainly public.
"""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

_PUBLIC_IPV6 = ip_network("2000::/3")
"""What is handed out so far. IPv4-mapped, IPv4-compatible and NAT64 addresses lie outside."""
_SPECIAL_IPV6 = tuple(map(ip_network, ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")))
"""Teredo and other protocols of the IETF, examples, 6to4, examples."""
_SPECIAL_IPV4 = tuple(map(ip_network, ("0.0.0.0/8", "192.0.0.0/24", "192.88.99.0/24")))


def is_public(address: str) -> bool:
    """Say whether a resolved address is a public host's. What is no address at all is not."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return False
    if isinstance(parsed, IPv4Address):
        return _is_public_ipv4(parsed)
    return _is_public_ipv6(parsed)


def _is_public_ipv4(address: IPv4Address) -> bool:
    odd = address.is_multicast or address.is_reserved
    return address.is_global and not odd and not any(address in net for net in _SPECIAL_IPV4)


def _is_public_ipv6(address: IPv6Address) -> bool:
    plain = address in _PUBLIC_IPV6 and address.scope_id is None
    return plain and address.is_global and not any(address in net for net in _SPECIAL_IPV6)
