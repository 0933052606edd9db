import time

import odds


def even(value):
    return value == 0 or odds.odd(value - 1)


def walk(path):
    return _visit([path])


def _visit(paths):
    time.sleep(1)
    return [walk(path) for path in paths]
