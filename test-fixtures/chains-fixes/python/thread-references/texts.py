def read(name, end=""):
    with open(name, encoding="utf-8") as file:
        return file.read().strip() + end


def size(name):
    return len(read(name))


class Shelf:
    def __init__(self, weight):
        self.weight = weight

    def score(self, name):
        return self.weight * size(name)
