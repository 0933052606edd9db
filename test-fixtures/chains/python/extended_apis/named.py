from net import Session


class Named(Session):
    name = "named"


class Client:
    def __init__(self):
        self.http = Session()
