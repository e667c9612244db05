"""What the child processes of this package are given of their parent's environment.

They read and parse what strangers wrote: no secret may reach them, and only what is named here
does.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

_PLACE = Path(__file__).parents[1]
_INHERITED = ("LD_LIBRARY_PATH", "TMPDIR")


def environment(parents: Mapping[str, str] = os.environ) -> dict[str, str]:
    """Return the whole environment of a child: where libraries are found, and how many threads."""
    inherited = {name: parents[name] for name in _INHERITED if name in parents}
    paths = filter(None, (str(_PLACE), parents.get("PYTHONPATH")))
    return inherited | {
        "PYTHONPATH": os.pathsep.join(paths),
        "PYTHONDONTWRITEBYTECODE": "1",
        "LC_ALL": "C.UTF-8",
        "PATH": os.defpath,
        "OMP_NUM_THREADS": "1",  # one processor each: the bot's own work goes on beside them
        "OPENBLAS_NUM_THREADS": "1",
    }
