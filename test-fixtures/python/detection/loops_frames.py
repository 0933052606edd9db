"""Rows of a DataFrame, one by one: how many there are, a file says."""
import pandas as pd
from pandas import DataFrame


async def reports(path, rows, send, unknown, limit: pd.DataFrame):
    df = await read(path)
    for _, row in df.iterrows():
        print(row)
    frame = pd.DataFrame(rows)
    for _, row in frame.iterrows():
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop information
        print(row)
    for index, row in enumerate(limit.dropna().itertuples()):
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop information
        print(index, row.name)
    names = [row.name for row in frame.itertuples()]
#           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop information
    totals = frame.apply(lambda row: row["a"] + row["b"], axis=1)
#                  ^^^^^ heavy-loop heavy-loop information
    texts = frame.applymap(str)
#                 ^^^^^^^^ heavy-loop heavy-loop information
    sums = frame.apply(sum)
    columns = frame.apply(sum, axis=0)
    first = [row for row in frame.head().itertuples()]
    for _, row in frame.iterrows():
        await send(row)
    for _, row in unknown.iterrows():
        print(row)
    for column in frame.columns:
        print(column)
    return names, totals, texts, sums, columns, first


async def read(path):
    return path


def synchronous(frame: DataFrame):
    for _, row in frame.iterrows():
        print(row)
