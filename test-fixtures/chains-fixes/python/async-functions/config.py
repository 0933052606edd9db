from reading import read_json


def load_config(path):
    """Settings of the program."""
    return {"debug": False, **read_json(path)}
