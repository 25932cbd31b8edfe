import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ApexDatetime } from "./datetime.ts";

describe("a date and time in ISO 8601", () => {
  it("is read back as it was written, in any zone", () => {
    const moments = fc.date({
      min: new Date("0000-01-02T00:00:00Z"),
      max: new Date("9999-12-30T00:00:00Z"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moments, fc.integer({ min: -14 * 60, max: 14 * 60 }), (moment, minutes) => {
        const size = Math.abs(minutes);
        const [hour, minute] = [Math.floor(size / 60), size % 60].map((part) =>
          String(part).padStart(2, "0"),
        );
        const local = new Date(moment.getTime() + minutes * 60_000).toISOString().slice(0, -1);

        const read = ApexDatetime.parseIso(`${local}${minutes < 0 ? "-" : "+"}${hour}:${minute}`);

        expect(read?.epochMs).toBe(moment.getTime());
        expect(ApexDatetime.parseIso(read?.toIso() ?? "")).toEqual(read);
      }),
    );
  });

  it.each([
    "2026-02-29T00:00:00Z",
    "2026-13-01T00:00:00Z",
    "2026-04-31T00:00:00Z",
    "2026-04-30T24:00:00Z",
    "2026-04-30T10:60:00Z",
    "2026-04-30T10:00:60Z",
  ])("is none where no calendar or clock has it: %s", (text) => {
    expect(ApexDatetime.parseIso(text)).toBeNull();
  });

  it("of the first century is not of the twentieth", () => {
    expect(ApexDatetime.parseIso("0050-01-01T00:00:00Z")?.toIso()).toBe("0050-01-01T00:00:00.000Z");
  });
});
