"""Nothing here is heavy by itself, so that only what is given tells."""


def heavy(items):
    total = 0
    for item in items:
        total += item * item
    return total


def light(items):
    return items
