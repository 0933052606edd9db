import time


class Disk:
    def load(self) -> str:
        return "disk"

    def close(self) -> None:
        time.sleep(1)


class Report:
    """Has the names, but `load` is no method: it is no loader."""

    @property
    def load(self) -> float:
        return 0.5

    def close(self) -> None:
        pass
