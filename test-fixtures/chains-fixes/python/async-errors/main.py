# fix: Make
# fixes: 2
import asyncio
import subprocess


def command(*words):
    done = subprocess.run(words, capture_output=True, check=True, text=True)
    return done.stdout.strip()


def checked(path):
    try:
        return open_text(path)
    except FileNotFoundError:
        return None
    finally:
        print("checked", path)


def open_text(path):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    return text


async def main():
    print(command("echo", "one"))
    try:
        command("false")
    except subprocess.CalledProcessError as error:
        print(error.returncode)
    print(checked("missing.txt"), (checked("main.py") or "").splitlines()[0])


asyncio.run(main())
