import { afterEach, describe, expect, it, vi } from "vitest";

import type { AdmittedEvent } from "../event.ts";
import { anEvent } from "../testing/admitted-event.ts";
import { SharedAdmission, type Admission } from "./shared-admission.ts";

interface Call {
  readonly ids: readonly string[];
  readonly answer: (admissions: readonly Admission[]) => void;
  readonly fail: (error: Error) => void;
}

/** A shard whose answers the test gives. */
class HeldShard {
  readonly calls: Call[] = [];
  readonly admissions = new SharedAdmission((events: readonly AdmittedEvent[]) => {
    const { promise, resolve, reject } = Promise.withResolvers<readonly Admission[]>();
    this.calls.push({ ids: events.map(({ id }) => id), answer: resolve, fail: reject });
    return promise;
  });

  admit(...ids: readonly string[]): Promise<Admission>[] {
    const admissions = ids.map(async (id) => this.admissions.admit(anEvent(id)));
    // Some fail before the test looks.
    void Promise.allSettled(admissions);
    return admissions;
  }

  /** The call made after so many others. */
  async call(index: number): Promise<Call> {
    return vi.waitFor(() => {
      const call = this.calls[index];
      if (call === undefined) throw new Error(`There were ${this.calls.length} calls.`);
      return call;
    });
  }
}

afterEach(() => {
  vi.useRealTimers();
});

describe("admissions of one isolate to one shard", () => {
  it("that come alone are called for at once", async () => {
    const shard = new HeldShard();
    const [admission] = shard.admit("evt_1");

    const call = await shard.call(0);
    call.answer(["accepted"]);

    expect(call.ids).toEqual(["evt_1"]);
    expect(await admission).toBe("accepted");
  });

  it("that come while a call is under way share the next, each with its own answer", async () => {
    const shard = new HeldShard();
    const first = shard.admit("evt_1");
    await shard.call(0);
    const others = shard.admit("evt_2", "evt_3", "evt_4");
    (await shard.call(0)).answer(["accepted"]);

    const shared = await shard.call(1);
    shared.answer(["accepted", "known", "accepted"]);

    expect(shared.ids).toEqual(["evt_2", "evt_3", "evt_4"]);
    expect(await Promise.all([...first, ...others])).toEqual([
      "accepted",
      "accepted",
      "known",
      "accepted",
    ]);
    expect(shard.calls).toHaveLength(2);
  });

  it("fail together with the call they share, and the next call goes on", async () => {
    const shard = new HeldShard();
    const first = shard.admit("evt_1");
    const call = await shard.call(0);
    const second = shard.admit("evt_2", "evt_3");
    call.fail(new Error("the shard is gone"));
    const shared = await shard.call(1);
    const third = shard.admit("evt_4");
    shared.fail(new Error("still gone"));
    (await shard.call(2)).answer(["accepted"]);

    const outcomes = await Promise.allSettled([...first, ...second, ...third]);

    expect(outcomes.map(({ status }) => status)).toEqual([
      "rejected",
      "rejected",
      "rejected",
      "fulfilled",
    ]);
  });

  it("are refused when the shard answers for fewer than it was asked", async () => {
    const shard = new HeldShard();
    const first = shard.admit("evt_1");
    await shard.call(0);
    const others = shard.admit("evt_2", "evt_3");
    (await shard.call(0)).answer(["accepted"]);
    (await shard.call(1)).answer(["accepted"]);

    const outcomes = await Promise.allSettled([...first, ...others]);

    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "rejected"]);
  });

  it("never travel by more than a hundred a call, in the order they came", async () => {
    const shard = new HeldShard();
    const ids = Array.from({ length: 251 }, (_, index) => `evt_${index}`);
    const all = shard.admit(...ids);
    for (let index = 0; index < 3; index += 1) {
      const { ids: carried, answer } = await shard.call(index);
      answer(carried.map(() => "accepted"));
    }

    await Promise.all(all);

    expect(shard.calls.map((call) => call.ids.length)).toEqual([100, 100, 51]);
    expect(shard.calls.flatMap((call) => call.ids)).toEqual(ids);
  });

  it("are no longer held up by a call nobody heard of for eight seconds", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() });
    const shard = new HeldShard();
    void shard.admit("evt_1");
    await shard.call(0);
    const [waiting] = shard.admit("evt_2");
    vi.setSystemTime(Date.now() + 8_001);
    const [late] = shard.admit("evt_3");

    const call = await shard.call(1);
    call.answer(call.ids.map(() => "accepted"));

    expect(call.ids).toEqual(["evt_2", "evt_3"]);
    expect(await Promise.all([waiting, late])).toEqual(["accepted", "accepted"]);
  });
});
