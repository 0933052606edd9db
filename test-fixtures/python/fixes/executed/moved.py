# Chains, lazy results and files: what moves to the thread as a whole.
# rewrites: 64
import glob
import json
import os
import tempfile
from pathlib import Path

import support

FOLDER = Path(tempfile.mkdtemp())
os.chdir(FOLDER)
Path("one.txt").write_text("alpha\nbeta\n", encoding="utf-8")
Path("two.json").write_text('{"a": [1, 2]}')
os.makedirs("tree/branch")
Path("tree/branch/leaf").touch()


async def case_chain():
    return Path("one.txt").open().read()


async def case_chain_then_member():
    return open("one.txt").read().upper().split()


async def case_chain_of_builtin():
    return open("one.txt", encoding="utf-8").readlines()[0].strip()


async def case_loader():
    return json.load(open("two.json"))


async def case_walk_for():
    found = []
    for folder, _, files in os.walk("tree"):
        found.append((folder, files))
    return sorted(found)


async def case_walk_list():
    return sorted(os.walk("tree")), list(glob.iglob("*.txt")), sorted(Path("tree").rglob("*"))


async def case_walk_comprehension():
    return [name for _, _, names in os.walk("tree") for name in names]


async def case_walk_missing():
    return [entry.name for entry in os.scandir("missing")]


async def case_scandir():
    return sorted(entry.name for entry in os.scandir("tree"))


async def case_read_joined_path():
    with open(FOLDER / "one.txt", encoding="utf-8") as file:
        text = file.read()
    with open(Path("tree") / "branch" / "leaf") as file:
        empty = file.read()
    return text, empty


async def case_read():
    with open("one.txt") as file:
        text = file.read()
    return text


async def case_read_encoding():
    with open("one.txt", "r", encoding="utf-8") as file:
        return file.read()


async def case_read_bytes():
    with open("one.txt", "rb") as file:
        content = file.read()
    return content


async def case_read_missing():
    with open("missing/one.txt") as file:
        return file.read()


async def case_read_path():
    path = FOLDER / "one.txt"
    with path.open() as file:
        return file.read()


async def case_read_computed():
    name = "./one" + ".txt"
    with open(name) as file:
        return file.read()


async def case_write():
    name = "three.txt"
    with open(name, "w") as file:
        count = file.write("written")
    return count, Path(name).read_text()


async def case_lines():
    lengths = []
    with open("one.txt") as file:
        for line in file:
            if line.startswith("#"):
                continue
            lengths.append(len(line))
    return lengths


async def case_json_file():
    with open("two.json") as file:
        data = json.load(file)
        keys = sorted(data)
    return data, keys


async def case_two_files():
    with open("one.txt") as source, open("copy.txt", "w") as target:
        target.write(source.read())
    return Path("copy.txt").read_text()


async def case_nested_with():
    with open("one.txt") as source:
        with open("copy.txt", "w") as target:
            for line in source:
                target.write(line.upper())
    return Path("copy.txt").read_text()


async def case_one_line():
    with open("one.txt") as file: first = file.readline()
    return first


async def case_string_lines():
    with open("text.txt", "w") as file:
        file.write("""first
    second
third
""")
        count = 1
    return Path("text.txt").read_text(), count


async def case_twice():
    with open("one.txt") as file:
        first = file.readline()
    with open("one.txt") as file:
        second = file.readlines()[1]
    return first, second


async def case_in_try():
    try:
        with open("missing") as file:
            return file.read()
    except FileNotFoundError as error:
        return error.filename


async def case_in_loop():
    texts = []
    for name in ["one.txt", "two.json", "missing"]:
        if not os.path.exists(name):
            continue
        with open(name) as file:
            text = file.read()
        texts.append(text)
    return texts


class Store:
    def __init__(self, name):
        self.__name = name

    async def load(self):
        with open(self.__name) as file:
            return json.load(file)


async def case_method():
    return await Store("two.json").load()


if __name__ == "__main__":
    support.run(globals())
