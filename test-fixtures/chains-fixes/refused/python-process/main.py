import asyncio
import compileall
import sqlite3
import threading

counts = {}


class Builder:
    def __init__(self):
        self.lock = threading.Lock()

    def build(self, path):
        return compileall.compile_dir(path)

    async def go(self):
        self.build(".")
        #    ^^^^^ no process: `self.build` would be sent with its object, and `self.lock` can't be pickled


class Mangled:
    async def go(self):
        def build(path):
            return compileall.compile_dir(path.__name)

        build(self)
        #<^^^ no process: `build` uses `__name`, which means something else outside of its class


class Plain:
    def build(self, path):
        return compileall.compile_dir(path)

    async def go(self):
        self.build(".")
        #    ^^^^^ no process: `self.build` is a method


def count(path):
    counts[path] = 1
    return compileall.compile_dir(path)


def main_name(path):
    return compileall.compile_dir(path + ONLY_MAIN)


def given(path, other):
    return compileall.compile_dir(path), other


async def main(folder):
    suffix = "x"

    def capturing(path):
        return compileall.compile_dir(path + suffix)

    def defaulted(path, quiet=len("ab")):
        return compileall.compile_dir(path, quiet=quiet)

    def main_only(path):
        return compileall.compile_dir(path + ONLY_MAIN)

    class Local:
        @staticmethod
        def build(path):
            return compileall.compile_dir(path)

    if folder:

        def sometimes(path):
            return compileall.compile_dir(path)

        sometimes(folder)
        #<^^^^^^^ no process: `sometimes` is defined under a condition
    named = lambda path: compileall.compile_dir(path + folder)
    capturing(folder)
    #<^^^^^^^ no process: `capturing` uses `suffix` of the function around it
    defaulted(folder)
    #<^^^^^^^ no process: `defaulted` has a default value that is computed
    main_only(folder)
    #<^^^^^^^ no process: `main_only` uses `ONLY_MAIN`, which is only there where the file is the main program
    Local.build(folder)
    #     ^^^^^ no process: `Local` is a class inside a function
    one = 1; shared = lambda path: compileall.compile_dir(path)
    shared(folder)
    #<^^^^ no process: `shared` shares its line with another statement
    main_name(folder)
    #<^^^^^^^ no process: `main_name` uses `ONLY_MAIN`
    named(folder)
    #<^^^ no process: `named` uses `folder` of the function around it
    count(folder)
    #<^^^ no process: `counts[path]` is set in the thread, which nobody here would see
    given(folder, lambda: 1)
    #<^^^ no process: `lambda: 1` can't be pickled
    given(folder, (one for one in [1]))
    #<^^^ no process: `(one for one in [1])` can't be pickled
    given(folder, threading.Lock())
    #<^^^ no process: `threading.Lock()` can't be pickled
    given(folder, Builder())
    #<^^^ no process: `Builder()` can't be pickled
    given(folder, other=capturing)
    #<^^^ no process: `capturing` can't be pickled


if __name__ == "__main__":
    ONLY_MAIN = "x"
    asyncio.run(main("."))
