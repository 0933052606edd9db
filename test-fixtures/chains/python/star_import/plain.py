def save(path):
    return path


def fetch(path):
    return path
