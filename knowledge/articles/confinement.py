"""What a process that reads a stranger's file gives up: memory, time, files to write, the network.

Limits of the kernel come first. Python's audit hook then refuses, in words, what readers never
need; where the kernel can filter system calls (Linux), sockets and new programs are refused there
too.
"""

from __future__ import annotations

import ctypes
import platform
import resource
import struct
import sys
from contextlib import suppress
from pathlib import Path

_REFUSED = (
    "socket.", "subprocess.", "os.exec", "os.posix_spawn", "os.fork", "os.system", "os.kill",
    "os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.chmod", "os.symlink", "os.link",
    "shutil.", "ctypes.", "urllib.", "ftplib.", "smtplib.",
)  # fmt: skip
_WRITES = frozenset("wax+")

_SYSTEM_CALLS = {
    "x86_64": (0xC000003E, (41, 42, 43, 49, 53, 56, 57, 58, 59, 62, 101, 288, 322, 435)),
    "aarch64": (0xC00000B7, (198, 199, 200, 203, 202, 242, 117, 129, 220, 221, 281, 435)),
}
"""By machine: its number for filters, and the calls that open sockets or start or touch programs.

Numbers are those of asm/unistd.h: socket, connect, accept, bind, socketpair, clone, fork, vfork,
execve, kill, ptrace, accept4, execveat, clone3.
"""
_NO_NEW_PRIVILEGES, _SET_FILTER, _FILTER = 38, 22, 2
_LOAD, _EQUAL, _RETURN = 0x20, 0x15, 0x06
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050001  # the second makes the call fail with EPERM


def confine(memory_mebibytes: int, cpu_seconds: int) -> None:
    """Give it all up, for good. Import what is needed before.

    ``memory_mebibytes`` counts from here: libraries reserve more the more processors there are.
    """
    _limit(resource.RLIMIT_CPU, cpu_seconds)
    _limit(resource.RLIMIT_FSIZE, 0)
    _limit(resource.RLIMIT_CORE, 0)
    _limit(resource.RLIMIT_AS, _address_space() + (memory_mebibytes << 20))
    _filter_system_calls()
    sys.addaudithook(_refuse)


def _limit(which: int, amount: int) -> None:
    _, hard = resource.getrlimit(which)
    allowed = amount if hard == resource.RLIM_INFINITY else min(amount, hard)
    with suppress(ValueError, OSError):  # macOS knows no limit of address space
        resource.setrlimit(which, (allowed, allowed))


def _address_space() -> int:
    """Return the bytes of address space in use, as far as the system tells."""
    with suppress(OSError):
        return int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    return 0


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if event.startswith(_REFUSED):
        raise PermissionError(f"a reader may not do this: {event}")
    if event == "open" and isinstance(arguments[1], str) and _WRITES & set(arguments[1]):
        raise PermissionError("a reader may not write files")


def _filter_system_calls() -> None:
    machine = _SYSTEM_CALLS.get(platform.machine())
    if sys.platform != "linux" or machine is None:
        return
    architecture, calls = machine
    program = _program(architecture, calls)
    code = ctypes.create_string_buffer(program, len(program))
    filters = struct.pack("HxxxxxxP", len(program) // 8, ctypes.addressof(code))
    prctl = ctypes.CDLL(None, use_errno=True).prctl
    if prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0) == 0:
        prctl(_SET_FILTER, _FILTER, ctypes.create_string_buffer(filters, len(filters)), 0, 0)


def _program(architecture: int, calls: tuple[int, ...]) -> bytes:
    """Return the filter: ``calls`` and all calls of other architectures fail, the others pass."""
    number, machine = 0, 4  # offsets of both in the kernel's struct seccomp_data
    steps = [
        (_LOAD, 0, 0, machine),
        (_EQUAL, 0, len(calls) + 2, architecture),
        (_LOAD, 0, 0, number),
    ]
    steps += [(_EQUAL, len(calls) - n, 0, call) for n, call in enumerate(calls)]
    steps += [(_RETURN, 0, 0, _ALLOW), (_RETURN, 0, 0, _REFUSE)]
    return b"".join(struct.pack("HBBI", *step) for step in steps)
