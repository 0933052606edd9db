import time

kept = []


def timed(work):
    started = time.time()
    result = work()
    print(time.time() - started)
    return result


def each(values, work):
    for value in values:
        timed(lambda: work(value))


class Runner:
    def __init__(self, work):
        timed(work)


async def later(work):
    return work()


def keep(work):
    kept.append(work)
