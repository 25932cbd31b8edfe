import { describe, expect, it } from "vitest";
import { ApexException } from "./exception.ts";
import { Limits, type LimitName } from "./limits.ts";

function messageOf(limits: Limits, name: LimitName, amount: number): string | null {
  try {
    limits.spend(name, amount);
    return null;
  } catch (thrown) {
    if (thrown instanceof ApexException) return thrown.headline;
    throw thrown;
  }
}

describe("Limits", () => {
  it("lets a transaction spend up to the limit and no more", () => {
    const limits = new Limits(false);

    expect(messageOf(limits, "queries", 100)).toBeNull();
    expect(messageOf(limits, "queries", 1)).toBe(
      "System.LimitException: Too many SOQL queries: 101",
    );
  });

  it("gives asynchronous Apex twice the queries and one chained job", () => {
    const limits = new Limits(true);

    expect(messageOf(limits, "queries", 200)).toBeNull();
    expect(limits.maximum("queueableJobs")).toBe(1);
    expect(limits.maximum("cpuTime")).toBe(60_000);
  });
});
