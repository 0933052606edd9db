// Waiting by going around, and loops that nothing ends.
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';

export async function clocks(deadline, ms, queue) {
  const until = Date.now() + ms;
  while (Date.now() < until);
//<  ^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop warning
  while (Date.now() < deadline) {
//<  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop warning
    // Nothing to do.
  }
  const start = performance.now();
  while (performance.now() - start < ms) {}
//<  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop warning
  const from = process.hrtime.bigint();
  while (process.hrtime.bigint() - from < 1_000_000_000n) {}
//<  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop warning
  while (new Date() < deadline) {}
//<  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop warning
  while (new Date().getTime() < deadline) queue.push(1);
//<  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop warning
  do {} while (Date.now() < deadline);
//<  ^^ heavy-loop heavy-loop warning
  for (const end = Date.now() + ms; Date.now() < end; ) {}
//<  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop warning
  for (;;) {
//<  ^^^^^^^^ heavy-loop heavy-loop warning
    if (Date.now() > deadline) break;
  }
  while (true) {
//<  ^^^^^^^^^^^^ heavy-loop heavy-loop warning
    const elapsed = Date.now() - start;
    if (elapsed > ms) return elapsed;
  }
}

export async function variables(deadline, state) {
  let now = Date.now();
  while (now < deadline) now = Date.now();
//<  ^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop warning
  let done = false;
  state.on('end', () => {
    done = true;
  });
  while (!done);
//<  ^^^^^^^^^^^^^ heavy-loop heavy-loop warning
  while (!done) {}
//<  ^^^^^^^^^^^^^ heavy-loop heavy-loop warning
  while (!state.ready) continue;
//<  ^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop warning
  while (state.pending > 0) {}
//<  ^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop warning
  const shared = new Int32Array(new SharedArrayBuffer(4));
  while (Atomics.load(shared, 0) === 0);
//<  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop warning
  while (!done && Date.now() < deadline) {}
//<  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop warning
}

export async function slices(queue, work, text, pattern) {
  const end = performance.now() + 8;
  while (performance.now() < end) work();
  const start = performance.now();
  while (performance.now() - start < 10) work();
  while (queue.length > 0 && performance.now() < start + 200) work(queue.shift());
  while (Date.now() < start + 60_000) {
    if (queue.length > 0) return queue;
    await pause(50);
  }
  let match;
  while ((match = pattern.exec(text)) !== null) queue.push(match);
  let i = 0;
  while (text[i++] === ' ');
  while (queue.length) queue.pop();
  while (queue.next()) {}
  const always = true;
  while (always && i < text.length) i++;
  return i;
}

export async function endless(queue, work, socket) {
  while (true) {
//<  ^^^^^^^^^^^^ heavy-loop heavy-loop warning
    work(queue);
  }
}

export async function forever(queue, work) {
  for (;;) work(queue);
//<  ^^^^^^^^ heavy-loop heavy-loop warning
}

export async function repeated(queue, work) {
  do {
//<  ^^ heavy-loop heavy-loop warning
    work(queue);
  } while (true);
}

export async function switched(events, handle) {
  while (true) {
//<  ^^^^^^^^^^^^ heavy-loop heavy-loop warning
    switch (events.next()) {
      case 'stop':
        break;
      default:
        handle(events);
    }
  }
}

export async function nested(rows, work) {
  while (true) {
//<  ^^^^^^^^^^^^ heavy-loop heavy-loop warning
    for (const row of rows) {
      if (work(row)) break;
    }
  }
}

export async function settled(work) {
  while (true) {
//<  ^^^^^^^^^^^^ heavy-loop heavy-loop warning
    work();
    await null;
  }
}

export async function ended(queue, work, stream) {
  while (true) {
    const item = queue.shift();
    if (item === undefined) break;
    work(item);
  }
  outer: while (true) {
    for (const item of queue) {
      if (work(item)) break outer;
    }
  }
  while (true) {
    await pause(10);
    work(queue);
    if (queue.stopped) break;
  }
  while (true) {
    for await (const chunk of stream) work(chunk);
    if (stream.done) break;
  }
  while (true) {
    if (work(queue)) throw new Error('stopped');
  }
}

export async function exits(work) {
  while (true) {
    if (work()) process.exit(0);
  }
}

export async function served(accept) {
  while (true) await accept();
}

export async function* events(source) {
  while (true) yield source.next();
}

export async function sometimes(source, pauseNow) {
  while (true) {
    source.read();
    if (source.empty) await pauseNow();
  }
}

function spin(ms) {
  const end = Date.now() + ms;
  while (Date.now() < end);
}

export async function helper() {
  spin(100);
//<  ^^^^ blocking-chain heavy-loop warning
}
