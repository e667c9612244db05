"""What a process that reads a stranger's file gives up: memory, time, files to write, the network.

Limits of the kernel come first. Python's audit hook then refuses, in words, what readers never
need. Where the kernel can filter system calls (Linux), it refuses sockets, new programs, touching
other processes and changing names of files too.

This narrows what a mistake in a reader can do; it is no wall. Whoever takes over the process
through native code is past the hook, and may still read all files that the bot's user may read,
its environment in ``/proc`` among them. Against that helps a user of its own alone.
"""

from __future__ import annotations

import ctypes
import os
import platform
import resource
import struct
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

_REFUSED = (
    "socket.", "subprocess.", "os.exec", "os.posix_spawn", "os.fork", "os.system", "os.kill",
    "os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.chmod", "os.symlink", "os.link",
    "os.truncate", "shutil.", "ctypes.", "urllib.", "ftplib.", "smtplib.",
)  # fmt: skip
_WRITES = frozenset("wax+")
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
_OTHERS = "/proc/"

_SOCKETS = {"x86_64": (41, 42, 43, 49, 53, 288), "aarch64": (198, 199, 200, 202, 203, 242)}
"""socket, connect, accept, bind, socketpair, accept4."""
_PROGRAMS = {"x86_64": (56, 57, 58, 59, 322, 435), "aarch64": (220, 221, 281, 435)}
"""clone, fork, vfork, execve, execveat, clone3."""
_PROCESSES = {
    "x86_64": (62, 101, 129, 200, 234, 297, 310, 311, 424, 434, 438),
    "aarch64": (129, 117, 138, 130, 131, 240, 270, 271, 424, 434, 438),
}
"""kill, ptrace, rt_sigqueueinfo, tkill, tgkill, rt_tgsigqueueinfo, process_vm_readv and _writev,
pidfd_send_signal, pidfd_open, pidfd_getfd.
"""
_FILES = {
    "x86_64": (76, 77, 82, 83, 84, 86, 87, 88, 90, 91, 258, 263, 264, 265, 266, 268, 316, 452),
    "aarch64": (45, 46, 34, 35, 36, 37, 38, 52, 53, 276, 452),
}
"""truncate, rename, mkdir, rmdir, link, unlink, symlink, chmod, and the newer ones of each."""
_KERNEL = {
    "x86_64": (272, 298, 321, 425, 426, 427),
    "aarch64": (97, 241, 280, 425, 426, 427),
}
"""unshare, perf_event_open, bpf, and io_uring, which would do the rest unseen."""
_ARCHITECTURES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
"""By machine, its number for filters. The numbers of calls are those of asm/unistd.h."""
_OTHER_NUMBERS = 0x40000000
"""From here on x86_64 has every call a second time, under the numbers of x32."""

_NO_NEW_PRIVILEGES, _SET_FILTER, _FILTER = 38, 22, 2
_LOAD, _EQUAL, _NOT_BELOW, _RETURN = 0x20, 0x15, 0x35, 0x06
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
    if event == "open":
        _check_opening(*arguments)


def _check_opening(path: object, mode: object, flags: object) -> None:
    if isinstance(mode, str) and _WRITES & set(mode):
        raise PermissionError("a reader may not write files")
    if isinstance(flags, int) and flags & _WRITING:
        raise PermissionError("a reader may not write files")
    if isinstance(path, str) and path.startswith(_OTHERS):
        raise PermissionError("a reader may not look at other processes")


def _filter_system_calls() -> None:
    machine = platform.machine()
    if sys.platform != "linux" or machine not in _ARCHITECTURES:
        return
    refused = (_SOCKETS, _PROGRAMS, _PROCESSES, _FILES, _KERNEL)
    program = _program(_ARCHITECTURES[machine], [n for calls in refused for n in calls[machine]])
    code = ctypes.create_string_buffer(program, len(program))
    filters = struct.pack("HxxxxxxP", len(program) // 8, ctypes.addressof(code))
    prctl = ctypes.CDLL(None, use_errno=True).prctl
    if prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0) == 0:
        prctl(_SET_FILTER, _FILTER, ctypes.create_string_buffer(filters, len(filters)), 0, 0)


def _program(architecture: int, calls: Sequence[int]) -> bytes:
    """Return the filter: ``calls`` and all calls of other architectures fail, the others pass."""
    number, machine = 0, 4  # offsets of both in the kernel's struct seccomp_data
    steps = [
        (_LOAD, 0, 0, machine),
        (_EQUAL, 0, len(calls) + 3, architecture),
        (_LOAD, 0, 0, number),
        (_NOT_BELOW, len(calls) + 1, 0, _OTHER_NUMBERS),
    ]
    steps += [(_EQUAL, len(calls) - n, 0, call) for n, call in enumerate(calls)]
    steps += [(_RETURN, 0, 0, _ALLOW), (_RETURN, 0, 0, _REFUSE)]
    return b"".join(struct.pack("HBBI", *step) for step in steps)
