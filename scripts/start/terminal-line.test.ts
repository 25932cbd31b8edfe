import { describe, expect, it } from "vitest";
import { terminalLine } from "./terminal-line.ts";

describe("a log line on the terminal", () => {
  it("is left out when it is routine", () => {
    expect(terminalLine("worker", '{"level":"info","event":"webhook.accepted"}')).toBeNull();
  });

  it("tells what went wrong with which event", () => {
    const line = JSON.stringify({
      level: "warn",
      event: "relay.waiting",
      time: "2026-11-21T04:54:19.125Z",
      eventId: "evt_1",
      type: "charge.succeeded",
      code: "ORG_UNAVAILABLE",
      detail: "503",
    });

    expect(terminalLine("worker", line)).toBe(
      "  [worker] warn relay.waiting  evt_1  charge.succeeded  ORG_UNAVAILABLE  503",
    );
  });

  it.each([["compiling 48 Apex files"], ["{not json"], ['{"other":"json"}']])(
    "is shown as it is: %s",
    (line) => {
      expect(terminalLine("org", line)).toBe(`  [org] ${line}`);
    },
  );
});
