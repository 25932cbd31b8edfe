import { describe, expect, it } from "vitest";
import { apex } from "../../testing/apex.ts";
import { runApex } from "../../testing/apex.ts";

/** What Salesforce's own compiler takes, and the local org must not refuse; what it refuses is in `refused/programs/generics.apex`. */
describe("collections take whole collections", () => {
  it.each([
    "List<Object> a = new List<Object>(); a.addAll(new List<String>{ 'x' });",
    "List<String> a = new List<String>(); a.addAll(new List<Id>()); a.addAll(new Set<String>{ 'x' });",
    "List<Id> a = new List<Id>(); a.addAll(new List<String>());",
    "List<Exception> a = new List<Exception>(); a.addAll(new List<DmlException>());",
    "Map<String, Object> a = new Map<String, Object>(); a.putAll(new Map<String, String>{ 'x' => 'y' });",
    "Map<String, Id> a = new Map<String, Id>(); a.putAll(new Map<String, String>());",
    "List<Map<String, Object>> a = new List<Map<String, Object>>(); a.add(new Map<String, Object>());",
    "List<List<Object>> a = new List<List<Object>>(); a.add(new List<String>());",
    "Set<List<String>> a = new Set<List<String>>(); a.add(new List<Id>()); a.contains(new List<Id>());",
    "Map<List<String>, String> a = new Map<List<String>, String>(); a.get(new List<String>()); a.containsKey(new List<String>());",
    "Set<Id> a = new Set<Id>(); System.debug(a.equals(new Set<String>()));",
  ])("%s", (block) => {
    expect(runApex(block).exception).toBeNull();
  });

  it("says what it is that does not fit", () => {
    expect(() => apex().run("new Set<String>().addAll(new List<Id>());")).toThrow(
      "Illegal all method call for argument type, List<Id>, for collection: Set<String>",
    );
    expect(() => apex().run("new Set<String>().addAll(new Set<Id>());")).toThrow(
      "Method does not exist or incorrect signature: void addAll(Set<Id>) from the type Set<String>",
    );
  });
});
