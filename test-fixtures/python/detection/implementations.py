"""Which implementation runs: an asynchronous one is a context of its own and blames nobody."""
import time
from abc import ABC, abstractmethod


class Driver(ABC):
    @abstractmethod
    async def read(self): ...

    @abstractmethod
    def open(self): ...

    @abstractmethod
    async def rows(self):
        raise NotImplementedError
        yield


class Local(Driver):
    async def read(self):
        time.sleep(1)
       #^^^^^^^^^^ blocking-call time.sleep warning

    def open(self):
        time.sleep(1)

    async def rows(self):
        time.sleep(1)
       #^^^^^^^^^^ blocking-call time.sleep warning
        yield 1


class Remote(Driver):
    async def read(self):
        return 1

    def open(self):
        time.sleep(2)

    async def rows(self):
        yield 2


async def use(driver: Driver):
    await driver.read()
    driver.open()
   #^^^^^^^^^^^ blocking-chain time.sleep warning
    async for row in driver.rows():
        print(row)
