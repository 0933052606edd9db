class Store:
    def __init__(self, path):
        self.path = path

    def _read_text(self):
        with open(self.path) as file:
            return file.read()

    def all_lines(self):
        return self._read_text().split("\n")

    def first_line(self):
        first, *_ = self.all_lines()
        return first
