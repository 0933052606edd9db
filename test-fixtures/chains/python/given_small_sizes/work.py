def costly(items):
    return [str(item).upper().encode().hex().split("0") for item in items]
