import { describe, expect, it } from "vitest";
import { apex } from "../testing/apex.ts";

describe("CPU time", () => {
  it("ends an endless loop with a limit that Apex cannot catch", () => {
    const { exception, debug } = apex()
      .limits({ cpuTime: 50 })
      .run("try { while (true) { } } catch (Exception e) { System.debug('caught'); }");

    expect(exception?.headline).toBe("System.LimitException: Apex CPU time limit exceeded");
    expect(debug).toEqual([]);
  });
});
