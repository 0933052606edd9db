# Files and commands by trio's own functions.
# rewrites: 36
# native: trio.open_file, trio.Path, trio.run_process
# native fixes: 31
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import trio

import support

FOLDER = Path(tempfile.mkdtemp())
os.chdir(FOLDER)
Path("one.txt").write_text("alpha\nbeta\n", encoding="utf-8")
Path("two.json").write_text('{"a": [1, 2]}')


async def case_awaits_inside():
    with open("one.txt") as file:
        first = file.readline()
        await trio.sleep(0)
        return first, json.loads(file.readline() and "1")


async def case_bytes_and_return():
    with open("one.txt", "rb") as file:
        for line in file:
            if line.startswith(b"b"):
                return line
        return None


async def case_write_in_try():
    try:
        with open("missing/one.txt", "w") as file:
            count = file.write("x")
    except OSError as error:
        count = error.errno
    return count


async def case_closed_by_hand():
    file = open("one.txt")
    text = file.read()
    file.close()
    return text


async def case_path_text():
    return Path("one.txt").read_text(encoding="utf-8").upper()


async def case_path_bytes():
    path = FOLDER / "one.txt"
    return path.read_bytes()[:3], len((FOLDER / "two.json").read_bytes())


async def case_path_write():
    target = FOLDER / "three.txt"
    count = target.write_text("three")
    return count, target.exists(), target.stat().st_size, target.is_dir()


async def case_path_missing():
    try:
        Path("missing.txt").unlink()
    except FileNotFoundError as error:
        return error.filename


async def case_path_folder():
    folder = FOLDER / "new"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "x").touch()
    return folder.is_dir(), (folder / "x").is_file(), folder.samefile(folder)


async def case_command():
    done = subprocess.run([sys.executable, "-c", "print('out'); raise SystemExit(3)"], capture_output=True)
    return done.returncode, done.stdout, done.stderr, done.args[1:]


async def case_command_checked():
    try:
        subprocess.run(["sh", "-c", "echo bad >&2; exit 4"], check=True, capture_output=True)
    except subprocess.CalledProcessError as error:
        return error.returncode, error.stderr, error.cmd, str(error)


async def case_command_plain():
    return subprocess.run(["sh", "-c", "exit 2"]).returncode, subprocess.run(["true"], check=True).stdout


async def case_command_streams():
    done = subprocess.run(["sh", "-c", "echo a; echo b >&2"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, cwd="/")
    return done.stdout, done.stderr


async def case_command_input():
    return subprocess.run(["cat"], input=b"given", stdout=subprocess.PIPE, env=None).stdout


async def case_command_shell():
    return subprocess.run("echo $((1 + 1))", shell=True, capture_output=True).stdout


async def case_call():
    return subprocess.call(["sh", "-c", "exit 5"]), subprocess.check_call(["true"])


async def case_output():
    return subprocess.check_output(["echo", "out"]), subprocess.check_output(["echo", "cut"])[:2]


async def case_output_fails():
    return subprocess.check_output(["sh", "-c", "echo half; exit 6"])


async def case_no_command():
    return subprocess.run(["no-such-command"], capture_output=True)


async def case_starred():
    rest = ["-c", "echo starred"]
    return subprocess.check_output(["sh", *rest])


if __name__ == "__main__":
    support.run_trio(globals())
