# The forms of a call and the places where it stands.
# rewrites: 63
# stalls: time.sleep, subprocess
import functools
import os
import subprocess
import tempfile
import time
from pathlib import Path
from subprocess import run as run_command

import support

FOLDER = Path(tempfile.mkdtemp())
(FOLDER / "a.txt").write_text("alpha\nbeta\n")
(FOLDER / "b.txt").write_text("gamma")
os.chdir(FOLDER)
NAME = "a.txt"


async def case_statement():
    os.makedirs(FOLDER / "deep" / "er", exist_ok=True)
    return (FOLDER / "deep" / "er").is_dir()


async def case_no_arguments():
    here = Path(NAME)
    return here.stat().st_size, here.exists(), here.read_text()


async def case_keyword():
    return subprocess.run(["echo", "x"], capture_output=True, text=True).stdout


async def case_imported_name():
    return run_command(["echo", "y"], stdout=subprocess.PIPE).returncode


async def case_parentheses():
    return (subprocess.check_output(["echo", "z"])).decode().strip()


async def case_subscript():
    return subprocess.check_output(["echo", "abc"])[1:2]


async def case_power():
    return os.path.getsize(NAME) ** 2, -os.path.getsize(NAME), not os.path.exists(NAME)


async def case_star():
    arguments = [NAME]
    options = {"encoding": "utf-8"}
    return os.path.getsize(*arguments), Path(NAME).read_text(**options)


async def case_several_lines():
    result = subprocess.run(
        ["echo", "several"],
        # captured
        capture_output=True,
        check=True,
    )
    return result.stdout


async def case_comment_after_parenthesis():
    result = subprocess.run(  # first
        ["echo", "comment"],
        capture_output=True,
    )
    return result.stdout


async def case_several_lines_then_member():
    return subprocess.run(
        ["echo", "member"],
        capture_output=True,
    ).stdout


async def case_continued():
    return os.path.getsize(NAME) + \
        os.path.getsize(NAME)


async def case_space_before_parenthesis():
    return os.path.getsize (NAME)


async def case_list():
    return [os.path.getsize(path) for path in [NAME] if os.path.exists(path)]


async def case_dict_and_set():
    return {path: os.path.isdir(path) for path in (NAME,)}, {os.path.isfile(path) for path in (NAME,)}


async def case_first_iterable():
    return sorted(name for name in os.listdir(FOLDER) if name.endswith(".txt"))


async def case_generator_in_sum():
    return sum(os.path.getsize(path) for path in [NAME, NAME])


async def case_generator_in_join():
    return ",".join(str(os.path.getsize(path)) for path in [NAME] if os.path.isfile(path))


async def case_generator_beside_argument():
    return sum((os.path.getsize(path) for path in [NAME]), 100)


async def case_format():
    return f"{os.path.getsize(NAME):>{os.path.getsize(NAME)}} {os.path.exists(NAME)!r}"


async def case_walrus():
    if (size := os.path.getsize(NAME)) > 3:
        return size


async def case_conditions():
    count = 0
    while os.path.exists(NAME) and count < 2:
        count += 1
    return count if os.path.exists(NAME) else None


async def case_default_value():
    def inner(size=os.path.getsize(NAME)):
        return size

    read = lambda kind=os.path.isfile(NAME): kind
    return inner(), read()


async def case_class_base():
    class Sized(type(os.path.getsize(NAME))):
        pass

    return Sized(3)


async def case_nested():
    return os.path.getsize(os.path.realpath(NAME)) == os.path.getsize(NAME)


async def case_lambda_argument():
    return sorted([3, 1], key=lambda value: -value), os.path.isdir(FOLDER)


async def case_errors():
    found = []
    for name in ("missing", ""):
        try:
            os.stat(name)
        except OSError as error:
            found.append(str(error))
    return found


async def case_unpacked():
    one, two = os.path.getsize(NAME), os.path.getsize(FOLDER / "b.txt")
    return one, two


async def case_starred():
    return [*os.listdir(FOLDER / "deep")]


async def case_raise():
    raise ValueError(os.path.getsize(NAME))


async def case_assert():
    assert os.path.exists("nowhere"), os.path.getsize(NAME)


async def case_match():
    match os.path.getsize(NAME):
        case size if os.path.exists(NAME):
            return size


async def case_augmented_local():
    total = 0
    for name in ("a.txt", "b.txt"):
        total += os.path.getsize(FOLDER / name)
    return total


async def case_async_generator():
    async def sizes():
        yield os.path.getsize(NAME)

    return [size async for size in sizes()]


async def case_async_comprehension():
    async def names():
        yield NAME

    return [os.path.getsize(name) async for name in names()]


async def case_unnamed_callee():
    return functools.partial(os.path.getsize, NAME)(), getattr(os.path, "getsize")(NAME)


async def case_alias():
    size = os.path.getsize
    return size(NAME)


class Base:
    def __init__(self):
        self.path = Path(NAME)
        self.__secret = Path(NAME)

    async def size(self):
        return self.path.stat().st_size + self.__secret.stat().st_size


async def case_methods():
    return await Base().size()


async def case_process():
    process = subprocess.Popen(["sleep", "0.2"])
    return process.wait()


async def case_sleep():
    return time.sleep(0.3), time.sleep(0)


if __name__ == "__main__":
    support.run(globals())
