from holders import services


async def quiet(cart):
    """Names the method, of something else."""
    cart.load()
    print(services)
