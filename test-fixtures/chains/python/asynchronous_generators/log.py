import time


def lines(path):
    time.sleep(1)
    yield path


async def follow(path):
    for line in lines(path):
    #           ^^^^^^^^^^^ blocking-chain time.sleep via time.sleep (log.py)
        yield line
