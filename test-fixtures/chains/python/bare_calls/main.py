import files
from files import calls_below, later, read_lambda, read_text


async def handler(path):
    read_text(path)
#   ^^^^^^^^^ blocking-chain time.sleep warning via time.sleep (files.py)
    read_lambda(path)
#   ^^^^^^^^^^^ blocking-chain time.sleep via time.sleep (files.py)
    calls_below(path)
#   ^^^^^^^^^^^ blocking-chain time.sleep via _below (files.py), time.sleep (files.py)
    files.read_text(path)
#   ^^^^^^^^^^^^^^^ blocking-chain time.sleep via time.sleep (files.py)
    await later(path)
    kept = read_text

    def nested():
        return read_text(path)

    nested()
#   ^^^^^^ blocking-chain time.sleep via read_text (main.py), time.sleep (files.py)
    return kept


def not_asynchronous(path):
    return read_text(path)
