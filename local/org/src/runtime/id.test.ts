import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toId18 } from "./id.ts";

const id15 = fc
  .array(fc.constantFrom("a", "b", "c", "X", "Y", "Z", "0", "1", "9"), {
    minLength: 15,
    maxLength: 15,
  })
  .map((characters) => characters.join(""));

describe("toId18", () => {
  it("makes the documented 18 characters of 15", () => {
    expect(toId18("001A0000006Vm9r")).toBe("001A0000006Vm9rIAC");
  });

  it("finds the capitals again after they were lost", () => {
    fc.assert(
      fc.property(id15, (id) => {
        const whole = toId18(id);
        expect(toId18((whole ?? "").toLowerCase())).toBe(whole);
      }),
    );
  });

  it("takes 18 characters whose checksum fits no spelling as they are", () => {
    expect(toId18("0066g00003VDGbF001")).toBe("0066g00003VDGbF001");
    expect(toId18("001000000000000009")).toBe("001000000000000009");
  });

  it.each(["", "001", "001A0000006Vm9rIA", "001A0000006Vm9-", "001A0000006Vm9rIA-"])(
    "refuses %s",
    (text) => {
      expect(toId18(text)).toBeNull();
    },
  );
});
