# fix: in a thread
# fixes: 4
import asyncio
import sqlite3
import time


def connect():
    connection = sqlite3.connect(":memory:")
    connection.execute("create table t (a)")
    connection.execute("insert into t values (1)")
    return connection.execute("select a from t").fetchone()


def slow(value):
    time.sleep(0.01)
    return value


def walked(path):
    node = {"path": path}
    while node.get("path"):
        node = node.get("next", {})
        node = node.copy()
        time.sleep(0.001)
    return node


async def main():
    print(walked("a"))
    print(slow(slow(1) + 1))
    print(connect())


asyncio.run(main())
