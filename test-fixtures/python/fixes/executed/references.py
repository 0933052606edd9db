# What sorts, maps and filters is handed functions by their names: all of it goes to a thread.
# rewrites: 13
import os
import tempfile

import support

FOLDER = tempfile.mkdtemp()


def path_of(name):
    return os.path.join(FOLDER, name)


for index, name in enumerate(["b.txt", "a.txt", "c.txt"]):
    with open(path_of(name), "w", encoding="utf-8") as file:
        file.write(name * (3 - index))
    os.utime(path_of(name), (index, index))

PATHS = [path_of(name) for name in ["a.txt", "b.txt", "c.txt"]]
MISSING = path_of("missing.txt")


def names(paths):
    return [os.path.basename(path) for path in paths]


async def case_sorted():
    newest = sorted(PATHS, key=os.path.getmtime, reverse=True)
    return names(newest), names([max(PATHS, key=os.path.getsize), min(PATHS, key=os.path.getmtime)])


async def case_filtered():
    paths = [MISSING, *PATHS]
    there = list(filter(os.path.exists, paths))
    return names(there), any(map(os.path.isdir, paths)), sum(map(os.path.getsize, there))


async def case_nested():
    return list(map(os.path.getsize, filter(os.path.isfile, [MISSING, *PATHS])))


async def case_first():
    return os.path.basename(next(filter(os.path.exists, [MISSING, *PATHS]), "none")), next(filter(os.path.exists, []), None)


async def case_walked():
    found = []
    for index, size in enumerate(map(os.path.getsize, PATHS)):
        found.append((index, size))
    return found


async def case_in_place():
    paths = list(PATHS)
    paths.sort(key=os.path.getmtime)
    return names(paths)


async def case_error():
    return list(map(os.path.getsize, [*PATHS, "missing"]))


if __name__ == "__main__":
    support.run(globals())
