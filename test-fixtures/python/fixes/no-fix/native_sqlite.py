import sqlite3
from contextlib import closing

import aiosqlite


async def goes_on(path):
    with sqlite3.connect(path) as connection:
    #    ^^^^^^^^^^^^^^^ no-fix: thread that made it
        connection.execute("delete from word")
    #   ^^^^^^^^^^^^^^^^^^ no-fix: thread that made it
    connection.close()
    return aiosqlite


async def transaction(path):
    with closing(sqlite3.connect(path)) as connection:
    #            ^^^^^^^^^^^^^^^ no-fix: thread that made it
        with connection:
            connection.execute("delete from word")
    #       ^^^^^^^^^^^^^^^^^^ no-fix: thread that made it


async def writes_while_reading(path):
    with closing(sqlite3.connect(path)) as connection:
    #            ^^^^^^^^^^^^^^^ no-fix: thread that made it
        for (word,) in connection.execute("select text from word"):
    #                  ^^^^^^^^^^^^^^^^^^ no-fix: thread that made it
    #                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-fix: thread that made it
            connection.execute("delete from word where text = ?", (word,))
    #       ^^^^^^^^^^^^^^^^^^ no-fix: thread that made it


async def handed_on(path, send):
    connection = sqlite3.connect(path)
    #            ^^^^^^^^^^^^^^^ no-fix: thread that made it
    send(connection)
    connection.close()
