from config import load_config as load


def port() -> int:
    return load("settings.json")["port"]


def title():
    settings = load("settings.json")
    return f"{settings['name']}:{port()}"


async def describe():
    return title()
