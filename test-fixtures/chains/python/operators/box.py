import time


class Box:
    def __add__(self, other):
        time.sleep(1)
        return self

    def __len__(self):
        time.sleep(1)
        return 1

    def __getitem__(self, key):
        time.sleep(1)
        return key

    def __setitem__(self, key, value):
        time.sleep(1)

    def __delitem__(self, key):
        time.sleep(1)

    def __contains__(self, key):
        time.sleep(1)
        return True

    def __str__(self):
        time.sleep(1)
        return "box"

    def __lt__(self, other):
        time.sleep(1)
        return True

    def first(self):
        return self[0]


class Plain:
    def __len__(self):
        return 1


def make() -> Box:
    return Box()
