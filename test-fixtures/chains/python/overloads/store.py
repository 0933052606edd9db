import functools
import time
from typing import overload


@overload
def load(path: str) -> str: ...
@overload
def load(path: bytes) -> bytes: ...
def load(path):
    time.sleep(1)
    return path


@functools.singledispatch
def single(path):
    time.sleep(1)


@single.register
def _(path: int):
    return path
