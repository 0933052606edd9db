from app.settings import lazy

LAZY = lazy()
