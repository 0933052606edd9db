import json
import os


async def opened(path):
    file = open(path)
    #      ^^^^ no-fix: in a `with` block
    return file


async def awaits(path, send):
    with open(path) as file:
    #    ^^^^ no-fix: awaits something
        await send(1)


async def leaves(paths):
    for path in paths:
        with open(path) as file:
    #        ^^^^ no-fix: left by `break`
            if json.loads("1"):
                break


async def early(path):
    with open(path) as file:
    #    ^^^^ no-fix: returns from its middle
        if path:
            return 1
        return 2


async def sometimes(path):
    data = None
    with open(path) as file:
    #    ^^^^ no-fix: only sometimes
        if path:
            data = 1
    return data


async def counts(path):
    count = 0
    with open(path) as file:
    #    ^^^^ no-fix: before it sets it
        count += 1
    return count


async def later(path):
    with open(path) as file:
    #    ^^^^ no-fix: outside its `with` block
        pass
    return file.name


async def other(path, guard):
    with guard, open(path) as file:
    #           ^^^^ no-fix: of the same `with`
        pass


async def pruned(folder):
    for path, folders, files in os.walk(folder):
    #                           ^^^^^^^ no-fix: while the folders are walked
        folders[:] = []
