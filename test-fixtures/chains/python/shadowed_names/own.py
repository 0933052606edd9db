def get(url):
    return url


def sleep():
    pass
