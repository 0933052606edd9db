import time
from dataclasses import dataclass


class Config:
    def __init__(self):
        time.sleep(1)


class Derived(Config):
    pass


class Own(Config):
    def __init__(self):
        super().__init__()


@dataclass
class Loaded:
    name: str

    def __post_init__(self):
        time.sleep(1)


class Plain(Config):
    def __init__(self):
        self.name = "plain"

    def load(self):
        time.sleep(1)
