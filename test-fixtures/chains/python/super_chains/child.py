from middle import Middle


class Child(Middle):
    def __init__(self, path):
        super().__init__(path)
        self.path = path

    @staticmethod
    def plain(path):
        return path
