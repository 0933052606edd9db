# Places where a comment can't stand above the line that it is about.
# rewrites: 7
import os
import tempfile

import support

os.chdir(tempfile.mkdtemp())


async def case_continued():
    return 1 + \
        os.path.exists("a")


async def case_continued_twice():
    return 1 + \
        os.path.exists("a") + \
        2


async def case_long_string():
    return f"""
{os.path.exists("a")}
"""


async def case_after_string():
    return ["""
first""", os.path.exists("b")]


async def case_brackets():
    return [
        1,
        os.path.exists("a"),
    ]


async def case_branches():
    if os.getpid() < 0:
        return 0
    elif os.path.exists("a"):
        return 1
    return os.path.exists("b")


if __name__ == "__main__":
    support.run(globals())
