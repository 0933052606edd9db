import os
import sqlite3
import subprocess
import threading
import time
from functools import cached_property

lock = threading.Lock()
total = 0


async def handler(paths, folder):
    by_size = lambda path: os.path.getsize(path)
    sizes = (os.path.getsize(path) for path in paths)
    #        ^^^^^^^^^^^^^^^ no-fix: would be asynchronous
    found = any(os.path.exists(path) for path in paths)
    #           ^^^^^^^^^^^^^^ no-fix: would be asynchronous
    matrix = [[os.path.getsize(path) for path in row] for row in paths]
    #          ^^^^^^^^^^^^^^^ no-fix: before Python 3.11
    return by_size, sizes, found, matrix


async def counted(counter, path):
    global total
    total += os.path.getsize(path)
    #        ^^^^^^^^^^^^^^^ no-fix: would lose updates
    counter.size += os.path.getsize(path)
    #               ^^^^^^^^^^^^^^^ no-fix: would lose updates
    counter["size"] += os.path.getsize(path)
    #                  ^^^^^^^^^^^^^^^ no-fix: would lose updates
    counter.all = counter.all + os.path.getsize(path)
    #                           ^^^^^^^^^^^^^^^ no-fix: updates made meanwhile


async def locked(path):
    with lock:
    #    ^^^^ no-fix: thread that made it
        os.remove(path)
    #   ^^^^^^^^^ no-fix: `lock` is held meanwhile


async def database(query):
    connection = sqlite3.connect("app.db")
    #            ^^^^^^^^^^^^^^^ no-fix: thread that made it
    return connection.execute(query).fetchall()
    #      ^^^^^^^^^^^^^^^^^^ no-fix: thread that made it
    #                                ^^^^^^^^ no-fix: thread that made it


async def mapped(paths):
    return iter(map(os.path.getsize, paths))
    #               ^^^^^^^^^^^^^^^ no-fix: called back


async def handed_on(paths, rows):
    lazily = map(os.path.getsize, paths)
    #            ^^^^^^^^^^^^^^^ no-fix: nobody knows who takes what it gives
    rows.extend(map(os.path.getsize, paths))
    #               ^^^^^^^^^^^^^^^ no-fix: called back by what it is given to
    first = next(filter(os.path.exists, paths))
    #                   ^^^^^^^^^^^^^^ no-fix: called back by what it is given to
    opened = list(map(open, paths))
    #                 ^^^^ no-fix: would still work on this thread
    return lazily, first, opened
