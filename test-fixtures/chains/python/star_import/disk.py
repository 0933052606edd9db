import requests

__all__ = ["load", "fetch", "show"]


def load(path):
    return requests.get(path)


def save(path):
    return requests.post(path)


def fetch(path):
    return requests.get(path)


def show(path):
    return path
