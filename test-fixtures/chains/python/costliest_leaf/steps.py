import os.path

import requests


def everything(path):
    if os.path.exists(path):
        open(path)
    _deeper()
    _fetch()


def _deeper():
    _fetch()


def _fetch():
    requests.get("https://example.org")


def tidy(path):
    return os.path.exists(path)
