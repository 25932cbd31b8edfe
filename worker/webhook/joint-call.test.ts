import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { JointCall, TRUSTED_MS } from "./joint-call.ts";

/** Records what each call carried; answers when the test says so. */
class Place {
  readonly carried: (readonly string[])[] = [];
  readonly #ends: ((outcome: "answers" | "fails") => void)[] = [];

  readonly call = async (items: readonly string[]): Promise<string[]> => {
    this.carried.push(items);
    const { promise, resolve } = Promise.withResolvers<"answers" | "fails">();
    this.#ends.push(resolve);
    if ((await promise) === "fails") throw new Error("overloaded");
    return items.map((item) => item.toUpperCase());
  };

  /** End a caller's wait for others. */
  readonly #moments: (() => void)[] = [];

  readonly moment = async (): Promise<void> => {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    this.#moments.push(() => resolve(undefined));
    return promise;
  };

  /** Ends the wait for others that goes on, if any does. */
  async momentIsOver(): Promise<void> {
    this.#moments.shift()?.();
    await vi.advanceTimersByTimeAsync(0);
  }

  async end(outcome: "answers" | "fails" = "answers"): Promise<void> {
    this.#ends.shift()?.(outcome);
    await vi.advanceTimersByTimeAsync(0);
  }
}

let place: Place;
let joint: JointCall<string, string>;

beforeEach(() => {
  vi.useFakeTimers();
  place = new Place();
  joint = new JointCall(place.moment);
});
afterEach(() => {
  vi.useRealTimers();
});

function send(...items: readonly string[]): Promise<string>[] {
  return items.map((item) => joint.answerTo(item, place.call));
}

describe("calls to one place", () => {
  it("leave at once when none is under way", async () => {
    const [answer] = send("a");

    expect(place.carried).toEqual([["a"]]);
    await place.end();
    expect(await answer).toBe("A");
  });

  it("carry together what came while one was under way, and answer each", async () => {
    const answers = Promise.all(send("a", "b", "c", "d"));

    await place.end();
    expect(place.carried).toEqual([["a"], ["b", "c", "d"]]);
    await place.end();

    expect(await answers).toEqual(["A", "B", "C", "D"]);
  });

  it("carry fifty at most", async () => {
    const items = Array.from({ length: 120 }, (_, index) => `e${index}`);
    const answers = Promise.all(send(...items));
    for (let calls = 0; calls < 4; calls += 1) {
      await place.end();
      await place.momentIsOver();
    }

    expect(place.carried.map(({ length }) => length)).toEqual([1, 50, 50, 19]);
    expect(await answers).toEqual(items.map((item) => item.toUpperCase()));
  });

  it("wait after one that carried several until as many have come again", async () => {
    const first = Promise.all(send("a", "b", "c"));
    await place.end();
    const [waits] = send("d");
    await place.end();
    await first;
    const again = Promise.all(send("e"));
    await vi.advanceTimersByTimeAsync(0);
    expect(place.carried).toEqual([["a"], ["b", "c"]]);

    const [last] = send("f");
    await vi.advanceTimersByTimeAsync(0);
    expect(place.carried.at(-1)).toEqual(["d", "e", "f"]);
    await place.end();

    expect([await waits, ...(await again), await last]).toEqual(["D", "E", "F"]);
  });

  it("wait no longer than a moment for those who do not come, and not at all after one that carried a single item", async () => {
    const first = Promise.all(send("a", "b", "c"));
    await place.end();
    await place.end();
    await first;

    const [alone] = send("d");
    expect(place.carried).toHaveLength(2);
    await place.momentIsOver();
    expect(place.carried.at(-1)).toEqual(["d"]);
    await place.end();
    await alone;

    const [next] = send("e");
    expect(place.carried.at(-1)).toEqual(["e"]);
    await place.end();
    expect(await next).toBe("E");
  });

  it("fail for all they carried, and the next is made", async () => {
    const settled = Promise.allSettled(send("a", "b", "c"));
    await place.end();
    const [late] = send("d");
    await place.end("fails");
    await place.momentIsOver();
    await place.end();

    expect((await settled).map(({ status }) => status)).toEqual([
      "fulfilled",
      "rejected",
      "rejected",
    ]);
    expect(await late).toBe("D");
  });

  it("are not waited for when one is lost with its request: who waits calls for itself", async () => {
    const [lost = Promise.resolve(""), waiting] = send("a", "b");
    void lost.catch(() => undefined);

    await vi.advanceTimersByTimeAsync(TRUSTED_MS);

    expect(place.carried).toEqual([["a"], ["b"]]);
    const [next] = send("c");
    expect(place.carried).toHaveLength(2);
    await place.end();
    await place.end();
    await place.end();
    expect([await waiting, await next]).toEqual(["B", "C"]);
  });

  it("that were handed to a request that has ended are made by the next that comes", async () => {
    const [first] = send("a");
    // It waits its turn and never takes it: its promise belongs to a request that is gone.
    const gone = joint.answerTo("gone", () => new Promise(() => undefined));
    void gone.catch(() => undefined);
    await place.end();
    await first;

    await vi.advanceTimersByTimeAsync(TRUSTED_MS);
    const [next] = send("b");
    await place.end();

    expect(await next).toBe("B");
  });

  it("fail when they do not answer for every item", async () => {
    await expect(joint.answerTo("a", async () => Promise.resolve([]))).rejects.toThrow(
      "did not answer for every item",
    );
  });
});
