/** Runs in a page before its own scripts: time stands until `clock.advance()`, and timers with it. */
export const holdClock = () => {
  const RealDate = Date;
  const began = Math.floor(RealDate.now() / 1000) * 1000;
  let passed = 0;
  let last = 0;
  const held = new Map();
  globalThis.Date = class extends RealDate {
    constructor(...given) {
      if (given.length > 0) super(...given);
      else super(began + passed);
    }
    static now() {
      return began + passed;
    }
  };
  globalThis.setTimeout = (act, delay = 0) => {
    last += 1;
    held.set(last, { act, due: passed + delay });
    return last;
  };
  globalThis.clearTimeout = (id) => held.delete(id);
  globalThis.clock = {
    advance(milliseconds) {
      passed += milliseconds;
      for (const [id, { act, due }] of [...held]) {
        if (due > passed || !held.delete(id)) continue;
        act();
      }
    },
  };
};
