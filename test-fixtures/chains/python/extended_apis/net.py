import requests


class Session(requests.Session):
    pass


session = Session()


def connect():
    return Session()
