# title: in a process
import compileall
import os


async def build(folder):
    compileall.compile_dir(folder, quiet=1)
    return os
