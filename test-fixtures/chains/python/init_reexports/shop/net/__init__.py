from .http import fetch as fetch, own
