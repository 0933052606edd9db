# fix: in a thread
# fixes: 3
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


async def main():
    print(slow(slow(1) + 1))
    print(connect())


asyncio.run(main())
