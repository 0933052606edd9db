import base


class Middle(base.Base):
    def __init__(self, path):
        super(Middle, self).__init__(path)
