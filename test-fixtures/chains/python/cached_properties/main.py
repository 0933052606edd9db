import settings as module
from settings import Settings, get_settings, new_settings, settings

own = Settings()


async def handler():
    # One object for as long as the process runs.
    settings.secret
#   ^^^^^^^^^^^^^^^ blocking-chain time.sleep hint via time.sleep (settings.py)
    module.settings.secret
    own.secret
#   ^^^^^^^^^^ blocking-chain time.sleep hint via time.sleep (settings.py)
    get_settings().secret
    #              ^^^^^^ blocking-chain time.sleep hint via time.sleep (settings.py)
    # An object for each call.
    Settings().secret
    #          ^^^^^^ blocking-chain time.sleep via time.sleep (settings.py)
    new_settings().secret
    #              ^^^^^^ blocking-chain time.sleep via time.sleep (settings.py)
    mine = Settings()
    mine.secret
    # Nobody knows how many there are.
    mine.both()
#   ^^^^^^^^^ blocking-chain time.sleep via secret (settings.py), time.sleep (settings.py)
