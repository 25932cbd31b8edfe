import { expect, it } from "vitest";
import { runApex } from "../../testing/apex.ts";

it.each([
  ['"}]', "List<String>", "[' at the beginning of List/Set"],
  ["{", "Set<String>", "[' at the beginning of List/Set"],
  ["[1", "Map<String, Object>", "{' at the beginning of Map"],
])("refuses %s as a %s for how it begins, not for how it ends", (text, type, expected) => {
  expect(runApex(`JSON.deserialize('${text}', ${type}.class);`).exception?.headline).toBe(
    `System.JSONException: Malformed JSON: Expected '${expected}`,
  );
});
