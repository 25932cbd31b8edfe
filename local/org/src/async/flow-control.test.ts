import { describe, expect, it } from "vitest";
import { FlowControl } from "./flow-control.ts";

describe("flow control", () => {
  it("starts a few jobs of a class at once, and then twenty a second", () => {
    const flow = new FlowControl();

    const starts = Array.from({ length: 60 }, () => flow.startOf("Spinning", 5000));

    expect(starts.filter((start) => start === 5000)).toHaveLength(20);
    expect(starts.filter((start) => start === 6000)).toHaveLength(20);
    expect(starts.filter((start) => start === 7000)).toHaveLength(20);
  });

  it("makes nobody wait for jobs of another class, or of a while ago", () => {
    const flow = new FlowControl();
    for (let job = 0; job < 20; job++) flow.startOf("Spinning", 5000);

    expect(flow.startOf("Other", 5000)).toBe(5000);
    expect(flow.startOf("Spinning", 6500)).toBe(6500);
  });
});
