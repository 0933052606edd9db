import time

SEEN = []
total = 0


def remember(name):
    time.sleep(0.01)
    SEEN.append(name)
    return name


def count():
    global total
    time.sleep(0.01)
    total += 1
    return total
