# SQLite by aiosqlite, which the project declares: connections that live in one block.
# rewrites: 39
# declares: aiosqlite
# native: aiosqlite.connect
# native fixes: 13
# stalls: a database that another one has locked
import asyncio
import contextlib
import os
import sqlite3
import tempfile
import threading
import time
from contextlib import closing

import support

os.chdir(tempfile.mkdtemp())
DATABASE = "app.db"


def prepare():
    connection = sqlite3.connect(DATABASE)
    connection.execute("create table word (id integer primary key, text text unique)")
    connection.executemany("insert into word (text) values (?)", [("alpha",), ("beta",), ("gamma",)])
    connection.commit()
    connection.close()


prepare()


async def noted(value):
    await asyncio.sleep(0)
    return value


async def count():
    with closing(sqlite3.connect(DATABASE)) as connection:
        return connection.execute("select count(*) from word").fetchone()[0]


async def case_chain():
    with closing(sqlite3.connect(DATABASE)) as connection:
        return connection.execute("select text from word order by id").fetchall()


async def case_cursor():
    with contextlib.closing(sqlite3.connect(DATABASE, timeout=1)) as connection:
        cursor = connection.cursor()
        cursor.execute("select id, text from word where id > ?", (1,))
        names = [column[0] for column in cursor.description]
        first = cursor.fetchone()
        others = await noted(cursor.fetchmany(5))
        cursor.close()
        return names, first, others


async def case_iterated():
    found = []
    with closing(sqlite3.connect(DATABASE)) as connection:
        for (text,) in connection.execute("select text from word"):
            if text == "gamma":
                break
            found.append(await noted(text))
        rows = connection.execute("select id from word")
        return found, [row[0] * 2 for row in rows], list(connection.execute("select 1"))


async def case_commits():
    with sqlite3.connect(DATABASE) as connection:
        connection.execute("insert into word (text) values ('delta')")
    return await count()


async def case_commits_and_returns():
    async def add(text):
        with sqlite3.connect(DATABASE) as connection:
            if not text:
                return None
            return connection.execute("insert into word (text) values (?)", (text,)).lastrowid

    return await add("epsilon"), await add(""), await count()


async def case_rolls_back():
    try:
        with sqlite3.connect(DATABASE) as connection:
            connection.execute("insert into word (text) values ('zeta')")
            connection.execute("insert into word (text) values ('alpha')")
    except sqlite3.IntegrityError as error:
        return str(error), await count()


async def case_closing_loses():
    with closing(sqlite3.connect(DATABASE)) as connection:
        connection.execute("insert into word (text) values ('eta')")
        seen = connection.in_transaction, connection.total_changes
    return seen, await count()


async def case_by_hand():
    connection = sqlite3.connect(DATABASE)
    connection.row_factory = sqlite3.Row
    row = connection.execute("select * from word where id = 1").fetchone()
    connection.executescript("create table other (a); insert into other values (1);")
    connection.commit()
    connection.close()
    return row["text"], row.keys()


async def case_in_finally():
    connection = sqlite3.connect(DATABASE)
    try:
        cursor = connection.cursor()
        cursor.execute("insert into word (text) values ('theta')")
        connection.rollback()
        return cursor.execute("select max(id) from word").fetchone()
    finally:
        connection.close()


async def case_errors():
    found = []
    for statement in ("select nothing from word", "not a statement"):
        try:
            with closing(sqlite3.connect(DATABASE)) as connection:
                connection.execute(statement)
        except sqlite3.Error as error:
            found.append((type(error).__name__, str(error)))
    return found


async def case_no_database():
    with closing(sqlite3.connect("missing/app.db")) as connection:
        return connection.execute("select 1").fetchone()


async def case_locked():
    def hold():
        connection = sqlite3.connect(DATABASE, isolation_level=None)
        connection.execute("begin immediate")
        locked.set()
        time.sleep(0.3)
        connection.execute("rollback")
        connection.close()

    locked = threading.Event()
    threading.Thread(target=hold).start()
    while not locked.is_set():
        await asyncio.sleep(0.01)
    connection = sqlite3.connect(DATABASE)
    try:
        connection.execute("insert into word (text) values ('iota')")
        connection.commit()
    finally:
        connection.close()
    return await count()


if __name__ == "__main__":
    support.run(globals())
