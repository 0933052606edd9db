# fix: Make
# fixes: 1
import time

import trio


def pause(seconds):
    time.sleep(seconds)
    return seconds


def pauses():
    return pause(0.001) + pause(0.002)


async def main():
    print(round(pauses(), 3))


trio.run(main)
