from holders import services


class Application:
    """Holds one without naming its class."""

    def __init__(self):
        self.memory = services.state
