"""What must not be published: one detector a file, found by being here.

A detector tells of a whole text when it finds nothing in it (`Detector.may_find`): that is what makes the gate fast.
One that does not is asked about every text.

Detectors prefer to find too much: doubt becomes `Verdict.REVIEW`, never silence.
"""

import pkgutil
from functools import cache
from importlib import import_module

from referat.privacy.finding import Detector


@cache
def all_detectors() -> tuple[Detector, ...]:
    """The ``DETECTOR`` of every module of this package, in alphabetical order of the modules."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return tuple(import_module(f"{__name__}.{name}").DETECTOR for name in names)


@cache
def detector_of(kind: str) -> Detector:
    """The detector of that kind."""
    return next(detector for detector in all_detectors() if detector.kind == kind)
