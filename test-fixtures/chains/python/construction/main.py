from config import Config, Derived, Loaded, Own, Plain


async def handler():
    Config()
#   ^^^^^^ blocking-chain time.sleep via time.sleep (config.py)
    Derived()
#   ^^^^^^^ blocking-chain time.sleep via time.sleep (config.py)
    Own()
#   ^^^ blocking-chain time.sleep via Config (config.py), time.sleep (config.py)
    Loaded("a")
#   ^^^^^^ blocking-chain time.sleep via time.sleep (config.py)
    Plain()
    return Config
