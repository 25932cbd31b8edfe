import fc from "fast-check";
import { expect, test } from "vitest";
import { toId18 } from "../runtime/id.ts";
import { mintedNumber, mintId } from "./record-id.ts";

const fifteen = fc.stringMatching(/^[0-9A-Za-z]{15}$/);

test("the checksum of a known id is the one Salesforce gives", () => {
  expect(toId18("001A0000006Vm9r")).toBe("001A0000006Vm9rIAC");
});

test("an id keeps its case through the 18-character form, whatever was done to its case", () => {
  fc.assert(
    fc.property(fifteen, fc.boolean(), (id, upper) => {
      const eighteen = toId18(id) ?? "";
      expect(toId18(upper ? eighteen.toUpperCase() : eighteen.toLowerCase())).toBe(eighteen);
    }),
  );
});

test("a minted id tells its number and never repeats", () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(), (left, right) => {
      expect(mintedNumber(mintId("a00", left))).toBe(left);
      expect(mintId("a00", left) === mintId("a00", right)).toBe(left === right);
    }),
  );
});

test("minted ids order as their numbers do", () => {
  const ids = [1, 9, 10, 61, 62, 63, 3843, 3844].map((number) => mintId("001", number));
  expect([...ids].sort()).toEqual(ids);
});
