import compileall


def compiles(path):
    return bool(compileall.compile_file(path, quiet=1, legacy=True))
