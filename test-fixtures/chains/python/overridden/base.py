import os
import time
from abc import ABC, abstractmethod


class Loader(ABC):
    """Never used itself."""

    @abstractmethod
    def name(self):
        ...

    def load(self):
        return self.read()

    def check(self):
        return self.exists()

    def read(self):
        time.sleep(1)

    def exists(self):
        return os.path.exists("a")


class Parser:
    """Says itself that it isn't whole."""

    async def run(self):
        self.start()
#       ^^^^^^^^^^ blocking-chain time.sleep via time.sleep (loaders.py)
        self.parse()
#       ^^^^^^^^^^ blocking-chain time.sleep via time.sleep (loaders.py)

    def start(self):
        pass

    def parse(self):
        raise NotImplementedError


class Counter:
    """Used itself, and extended."""

    async def count(self):
        self.log()
#       ^^^^^^^^ blocking-chain time.sleep hint via time.sleep (loaders.py); in 1 of 2
        self.__own()
        return self.measured
        #      ^^^^^^^^^^^^^ blocking-chain time.sleep hint via time.sleep (loaders.py); in 1 of 2

    def size(self):
        return self.measure()

    def log(self):
        pass

    def measure(self):
        return 1

    @property
    def measured(self):
        return 1

    def __own(self):
        return 1

    @classmethod
    def create(cls):
        cls.prepare()
        return cls()

    @classmethod
    def prepare(cls):
        time.sleep(1)
