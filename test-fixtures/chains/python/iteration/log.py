import time


def lines(path):
    time.sleep(1)
    yield path


class Log:
    def __iter__(self):
        time.sleep(1)
        return iter([])


class Names:
    def __iter__(self):
        yield "name"

    def load(self):
        time.sleep(1)
