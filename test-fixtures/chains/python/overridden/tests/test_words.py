from loaders import Words


class Quiet(Words):
    """What tests put in its place says nothing of the program."""

    def parse(self):
        return 1
