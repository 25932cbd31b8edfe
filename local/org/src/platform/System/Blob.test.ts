import { expect, it } from "vitest";
import { runApex } from "../../testing/apex.ts";

it("refuses the text of no Blob as it would an argument", () => {
  expect(runApex("Blob body = null; String s = body.toString();").exception?.headline).toBe(
    "System.NullPointerException: Argument cannot be null.",
  );
  expect(runApex("Blob body = null; System.debug(body?.toString());").debug).toEqual(["null"]);
});
