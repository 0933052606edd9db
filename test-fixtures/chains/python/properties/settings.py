import time
from functools import cached_property


class Settings:
    name = "settings"

    @property
    def text(self):
        time.sleep(1)
        return ""

    @text.setter
    def text(self, value):
        self.name = value

    @cached_property
    def cached(self):
        time.sleep(1)
        return ""

    def method(self):
        return self.text
