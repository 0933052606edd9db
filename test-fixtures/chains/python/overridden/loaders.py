import os
import time

from base import Counter, Loader, Parser


class Memory(Loader):
    def name(self):
        return "memory"

    def read(self):
        return 1

    def exists(self):
        return os.stat("a").st_size > 0


class Disk(Loader):
    def name(self):
        return "disk"


class Words(Parser):
    def start(self):
        time.sleep(1)

    def parse(self):
        time.sleep(1)


class Lines(Counter):
    def log(self):
        time.sleep(1)

    def measure(self):
        time.sleep(1)

    @property
    def measured(self):
        time.sleep(1)

    def __own(self):
        time.sleep(1)

    def own(self):
        self.__own()

    @classmethod
    def prepare(cls):
        pass
