"""Asking the child process what a PDF holds."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile

import msgspec

from referat.importing.extract.pdf import limits
from referat.importing.extract.pdf.content import Answer, Refusal

_CHILD = (sys.executable, "-m", "referat.importing.extract.pdf.child")


def ask_child(data: bytes) -> Answer:
    """What the file holds. A child that dies, hangs or talks nonsense is an answer, too: the file is to blame.

    The child has an environment of its own and an empty folder for its work.
    """
    if len(data) > limits.MOST_BYTES:
        return Answer(refusal=Refusal.TOO_LONG)
    environment = {"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "LC_ALL": "C.UTF-8"}
    with tempfile.TemporaryDirectory(prefix="referat-pdf-") as folder:
        try:
            done = subprocess.run(  # noqa: S603 - the command is ours, the file goes in as data
                _CHILD,
                input=data,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                timeout=limits.processor_seconds(len(data)) + limits.WAITING_SECONDS,
                env=environment,
                cwd=folder,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return Answer(refusal=Refusal.TOO_LONG)
    # A child that is killed for its time or memory has a negative code: the number of the signal.
    refused = Refusal.TOO_LONG if done.returncode < 0 else Refusal.BROKEN
    try:
        return msgspec.json.decode(done.stdout, type=Answer)
    except msgspec.MsgspecError:
        return Answer(refusal=refused)
