import time

from ports import Several, Single


class Disk(Single):
    def load(self):
        time.sleep(1)

    async def later(self):
        pass


class First(Several):
    def load(self):
        time.sleep(1)

    def save(self):
        time.sleep(1)


class Second(Several):
    def load(self):
        pass

    def save(self):
        time.sleep(1)
