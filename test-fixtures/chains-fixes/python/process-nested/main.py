# fix: in a process
# fixes: 2
"""Functions inside functions, which another process can't import where they are."""
import asyncio
import compileall
import os

EXTENSION = ".py"


def text():
    return """
    indented
"""


# What the program does.
async def main():
    # Compiles one file,
    # and says how that went.
    def build(name, legacy=True):
        path = """
    """.strip() + name + EXTENSION

        # A comment inside.
        return bool(compileall.compile_file(path, quiet=1, legacy=legacy)), text()

    print(await again("main"), build("main"))
    print(os.path.exists("main.pyc"))  # stays: it computes nothing


async def again(name):
    result = None

    def compiles(path):
        if not path.endswith(EXTENSION):
            return compiles(path + EXTENSION)
        return bool(compileall.compile_file(path, quiet=1, legacy=True))

    if name:
        result = compiles(name)
    return result


def compiles():
    return "another one"


if __name__ == "__main__":
    asyncio.run(main())
    print(compiles())
