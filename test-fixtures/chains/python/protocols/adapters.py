import time


class Disk:
    def load(self, path: str) -> str:
        time.sleep(1)
        return path

    def close(self) -> None:
        time.sleep(1)


class Memory:
    def close(self) -> None:
        pass
