from work import heavy


def prepare():
    return heavy(range(10**7))
