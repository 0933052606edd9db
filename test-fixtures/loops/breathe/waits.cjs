"use strict";
// rewrites: 6

async function untilThen() {
  const start = Date.now();
  const then = start + 240;
  while (Date.now() < then);
  return Date.now() >= then && Date.now() - start < 1000;
}

async function untilThenOtherWay() {
  const then = Date.now() + 240;
  while (then > Date.now()) {}
  return Date.now() >= then;
}

async function forSoLong(ms = 240) {
  const start = Date.now();
  while (Date.now() - start < ms);
  return Date.now() - start >= ms;
}

async function byPerformance() {
  const start = performance.now();
  while (performance.now() <= start + 120);
  return performance.now() - start >= 120;
}

async function past() {
  let sum = 0;
  const then = Date.now() - 50;
  while (Date.now() < then);
  for (let i = 0; i < 1e8; i++) sum += i;
  return sum;
}

module.exports = { untilThen, untilThenOtherWay, forSoLong, byPerformance, past };
