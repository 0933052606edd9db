"""A report over a database file: connections, cursors, and chains of calls."""
import sqlite3


async def report(path):
    connection = sqlite3.connect(path)
    #            ^^^^^^^^^^^^^^^ blocking-call sqlite3.connect warning
    connection.execute("pragma journal_mode = wal")
   #^^^^^^^^^^^^^^^^^^ blocking-call sqlite3.Connection#execute warning
    cursor = connection.cursor()
    cursor.execute("select * from orders")
   #^^^^^^^^^^^^^^ blocking-call sqlite3.Cursor#execute warning
    first = cursor.fetchone()
    #       ^^^^^^^^^^^^^^^ blocking-call sqlite3.Cursor#fetchone warning
    for row in cursor:
    #          ^^^^^^ blocking-call sqlite3.Cursor#__iter__ warning
        print(row)
    total = connection.execute("select count(*) from orders").fetchone()
    #       ^^^^^^^^^^^^^^^^^^ blocking-call sqlite3.Connection#execute warning
    #                                                         ^^^^^^^^ blocking-call sqlite3.Cursor#fetchone warning
    connection.cursor().execute("select 1").fetchall()
    #                   ^^^^^^^ blocking-call sqlite3.Cursor#execute warning
    #                                       ^^^^^^^^ blocking-call sqlite3.Cursor#fetchall warning
    connection.commit()
   #^^^^^^^^^^^^^^^^^ blocking-call sqlite3.Connection#commit warning
    connection.close()
    return first, total


async def managed(path):
    with sqlite3.connect(path) as connection:
    #    ^^^^^^^^^^^^^^^ blocking-call sqlite3.connect warning
        connection.executemany("insert into a values (?)", [(1,)])
       #^^^^^^^^^^^^^^^^^^^^^^ blocking-call sqlite3.Connection#executemany warning


async def given(connection: sqlite3.Connection, cursor: sqlite3.Cursor):
    connection.executescript("vacuum")
   #^^^^^^^^^^^^^^^^^^^^^^^^ blocking-call sqlite3.Connection#executescript warning
    cursor.fetchmany(10)
   #^^^^^^^^^^^^^^^^ blocking-call sqlite3.Cursor#fetchmany warning
    cursor.connection.rollback()
   #^^^^^^^^^^^^^^^^^^^^^^^^^^ blocking-call sqlite3.Connection#rollback warning


def synchronous(path):
    return sqlite3.connect(path).execute("select 1").fetchall()
