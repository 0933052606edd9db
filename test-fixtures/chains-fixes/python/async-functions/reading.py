import json
from pathlib import Path


def read_json(path: str) -> dict:
    return json.loads(Path(path).read_text())
