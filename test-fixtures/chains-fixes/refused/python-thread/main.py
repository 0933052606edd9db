import asyncio
import sqlite3
import threading
import time

from counting import numbers

CONNECTION = sqlite3.connect(":memory:")
LOCK = threading.Lock()


def rows():
    return CONNECTION.execute("select 1").fetchall()


def connect():
    connection = sqlite3.connect(":memory:")
    return connection


def schedule():
    time.sleep(0.01)
    return asyncio.get_running_loop().time()


def slow(value):
    time.sleep(0.01)
    return value


def key(value):
    return slow(value)


async def main():
    print(rows())
    #     ^^^^ no thread: `CONNECTION.execute` belongs to the thread that made what it is called on
    print(connect())
    #     ^^^^^^^ no thread: what `sqlite3.connect` gives belongs to the thread that made it
    print(schedule())
    #     ^^^^^^^^ no thread: `asyncio.get_running_loop().time` only works on the event loop's thread
    for number in numbers():
        #         ^^^^^^^ no thread: it gives one item at a time
        print(number)
    print(iter(map(slow, [2, 1])))
    #              ^^^^ no thread: it is called back
    print(sorted([2, 1], key=lambda value: slow(value)))
    #                                      ^^^^ no thread: a lambda can't await
    with LOCK:  # unblock-ignore-line -- short
        print(slow(1))
        #     ^^^^ no thread: `LOCK` is held meanwhile


asyncio.run(main())
