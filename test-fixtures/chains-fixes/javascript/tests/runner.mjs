export function test(body) {
  body();
}
