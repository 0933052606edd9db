import time
from functools import cache, cached_property


class Settings:
    @cached_property
    def secret(self):
        time.sleep(1)
        return "secret"

    def both(self):
        return self.secret + self.secret


settings = Settings()


@cache
def get_settings() -> Settings:
    return Settings()


def new_settings() -> Settings:
    return Settings()
