import { EventEmitter } from "node:events";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { tidyWhenQuiet } from "./quiet.ts";

const MB = 1_000_000;
let server: EventEmitter;
let held: number;
let collected: number;
const ask = (url: string) => server.emit("request", { url });

beforeEach(() => {
  vi.useFakeTimers();
  [server, held, collected] = [new EventEmitter(), 200 * MB, 0];
  const collect = () => {
    collected += 1;
    held = 130 * MB;
  };
  tidyWhenQuiet(server, { held: () => held, collect });
});
afterEach(() => vi.useRealTimers());

describe("what a busy stretch took", () => {
  it("is given back ten seconds after the start, once", () => {
    vi.advanceTimersByTime(9_999);
    expect(collected).toBe(0);
    vi.advanceTimersByTime(60_000);
    expect(collected).toBe(1);
  });

  it("is kept while somebody asks; whoever looks whether the server lives is nobody", () => {
    for (let second = 0; second < 60; second += 5) {
      ask("/api/today");
      vi.advanceTimersByTime(5_000);
    }
    expect(collected).toBe(0);
    ask("/readyz");
    vi.advanceTimersByTime(5_000);
    expect(collected).toBe(1);
  });

  it("is given back again after the next stretch, where it is worth the pause", () => {
    vi.advanceTimersByTime(10_000);
    for (const [now, times] of [
      [140 * MB, 1],
      [400 * MB, 2],
    ] as const) {
      held = now;
      ask("/api/today");
      vi.advanceTimersByTime(10_000);
      expect(collected).toBe(times);
    }
  });
});
