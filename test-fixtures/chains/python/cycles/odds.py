import walk


def odd(value):
    return value != 0 and walk.even(value - 1)
