import os


def load(path, *, default):
    if not os.path.exists(path):
        return default
    return " ".join(read_lines(path))


def read_lines(path):
    with open(path, encoding="utf-8") as file:
        return [line.strip() for line in file]


def must_exist(path):
    return os.stat(path).st_size
