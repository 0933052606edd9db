import time

def load(path: str) -> None: ...
def save(path: str) -> str:
    time.sleep(1)
