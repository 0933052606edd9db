import requests

__all__ = (
    "fetch",  # again
    "show",
)


def fetch(path):
    return requests.get(path)


def show(path):
    return requests.get(path)
