import csv
import aiofiles


async def handed_on(path, send):
    with open(path) as file:
    #    ^^^^ no-fix: awaits something
        await send(csv.reader(file), aiofiles)


async def nested_function(path, send):
    with open(path) as file:
    #    ^^^^ no-fix: awaits something
        await send(lambda: file)


async def used_later(path, send):
    with open(path) as file:
    #    ^^^^ no-fix: awaits something
        await send(1)
    return file.closed


async def numbered(path, send):
    with open(path) as file:
    #    ^^^^ no-fix: awaits something
        for number, line in enumerate(file):
            await send(number, line)
