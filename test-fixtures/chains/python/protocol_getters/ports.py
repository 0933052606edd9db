from typing import Protocol


class Loader(Protocol):
    def load(self) -> str: ...

    def close(self) -> None: ...
