/** How many notes there may be in a hundred years: a simulation, at every request. */
export async function forecast(count) {
  let state = count;
  for (let day = 0; day < 40_000_000; day++) state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
  return state;
}
