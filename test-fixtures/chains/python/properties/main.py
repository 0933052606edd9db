from settings import Settings


async def handler(settings: Settings, plain):
    settings.text
#   ^^^^^^^^^^^^^ blocking-chain time.sleep via time.sleep (settings.py)
    settings.cached
#   ^^^^^^^^^^^^^^^ blocking-chain time.sleep via time.sleep (settings.py)
    settings.name
    settings.method
    plain.text
    settings.text = "new"
    settings.method()
#   ^^^^^^^^^^^^^^^ blocking-chain time.sleep via text (settings.py), time.sleep (settings.py)
