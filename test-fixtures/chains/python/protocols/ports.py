from typing import Protocol


class Loader(Protocol):
    def load(self, path: str) -> str: ...


class Closer(Protocol):
    def close(self) -> None: ...


class Nobody(Protocol):
    def vanish(self) -> None: ...
