# Whole `with` blocks by aiofiles, and files that are closed by hand: what can't move to a thread can do this.
# rewrites: 52
# native: aiofiles.open
# native fixes: 21
# stalls: reading a pipe
import asyncio
import json
import os
import subprocess
import tempfile
from pathlib import Path

import aiofiles

import support

FOLDER = Path(tempfile.mkdtemp())
os.chdir(FOLDER)
Path("one.txt").write_text("alpha\nbeta\n", encoding="utf-8")
Path("two.json").write_text('{"a": [1, 2]}')


async def sent(value):
    await asyncio.sleep(0)
    return value


async def case_awaits_inside():
    with open("one.txt") as file:
        text = await sent(file.read())
        again = await sent(file.read())
    return text, again


async def case_break():
    found = []
    for name in ["one.txt", "two.json"]:
        with open(name) as file:
            for line in file:
                if line.startswith("b"):
                    break
                found.append(line)
            if len(found) > 1:
                break
    return found


async def case_return_in_the_middle():
    with open("one.txt", encoding="utf-8") as file:
        for line in file:
            if await sent(line) == "beta\n":
                return line.strip()
        return None


async def case_in_try():
    try:
        with open("missing.txt") as file:
            text = file.read()
    except FileNotFoundError as error:
        text = error.filename
    return text


async def case_sometimes():
    data = None
    with open("one.txt") as file:
        if len("x") == 1:
            data = file.readline()
    return data


async def case_counts():
    count = 0
    with open("one.txt") as file:
        count += len(file.readlines())
    return count


async def case_comprehension():
    with open("one.txt") as file:
        return [line.strip() for line in file if await sent(True)]


async def case_whole():
    with open("one.txt") as file:
        await sent(1)
        lines = list(file)
    return lines, sorted(lines)


async def case_json():
    with open("two.json", "rb") as file:
        return await sent(json.load(file)["a"][0])


async def case_bytes():
    with open("one.txt", "rb") as file:
        file.seek(2)
        content = await sent(file.read(3)[1:])
        where = file.tell()
        name = file.name
    return content, where, name


async def case_two():
    with open("one.txt") as source, open("copy.txt", mode="w") as target:
        while chunk := file_chunk(await sent(source.read(4))):
            target.write(chunk)
    return Path("copy.txt").read_text()


def file_chunk(text):
    return text.upper()


async def case_nested():
    with open("one.txt") as source:
        with open("copy.txt", "w") as target:
            for line in source:
                target.write(line * 2)
                await sent(1)
    return Path("copy.txt").read_text()


async def case_path():
    path = FOLDER / "three.txt"
    with path.open("w", encoding="utf-8") as file:
        count = await sent(file.write("ünf"))
        file.flush()
        file.writelines(["a", "b"])
    with path.open() as file:
        await sent(1)
        return count, file.read()


async def case_closed_by_hand():
    file = open("one.txt")
    first = file.readline()

    rest = """
text""" + file.read()
    file.close()
    return first, rest


async def case_closed_after_loop():
    lines = []
    file = open("one.txt", "rb")
    # every line
    for line in file:
        lines.append(line)
        await sent(line)
    file.close()
    return lines


async def case_closed_in_finally():
    file = open("one.txt")
    try:
        first = await sent(file.readline())
        return first, file.read()
    finally:
        file.close()


async def case_generator():
    async def lines(path):
        with open(path) as file:
            for line in file:
                yield line.strip()

    return [line async for line in lines("one.txt")]


async def case_pipe():
    os.mkfifo("pipe")
    writer = subprocess.Popen(["sh", "-c", "sleep 0.3; echo late > pipe"])
    with open("pipe") as file:
        late = await sent(file.read())
    return late, await sent(writer is not None)


async def case_augmented():
    class Counter:
        size = 0

    counter = Counter()
    with open("one.txt") as file:
        for line in file:
            counter.size += len(line)
    return counter.size


if __name__ == "__main__":
    support.run(globals())
