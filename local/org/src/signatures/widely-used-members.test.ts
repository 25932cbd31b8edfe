import { expect, it } from "vitest";
import type { PlatformType } from "./catalog-types.ts";
import { platformCatalog } from "./catalog.ts";
import { WIDELY_USED_MEMBERS, WIDELY_USED_TYPES } from "./widely-used-members.ts";

const catalog = platformCatalog();

it.each(Object.entries(WIDELY_USED_MEMBERS))("%s has every widely used member", (name, members) => {
  const declared = membersOf(name);
  const missing = members.split(" ").filter((member) => !declared.has(member.toLowerCase()));
  expect(missing).toEqual([]);
});

it("every widely used type is known", () => {
  const missing = WIDELY_USED_TYPES.filter((name) => catalog.find(name) === undefined);
  expect(missing).toEqual([]);
});

/** Lower-cased names of what can be written after a dot: inherited members too, and what every object has. */
function membersOf(name: string): ReadonlySet<string> {
  const members = new Set<string>();
  const waiting: (PlatformType | undefined)[] = [catalog.find(name), catalog.find("Object")];
  while (waiting.length > 0) {
    const type = waiting.pop();
    if (type === undefined) continue;
    for (const member of [...type.methods, ...type.fields]) members.add(member.name.toLowerCase());
    for (const constant of type.enumConstants) members.add(constant.toLowerCase());
    const supertypes = [...(type.superclass === null ? [] : [type.superclass]), ...type.interfaces];
    waiting.push(...supertypes.map((supertype) => catalog.find(supertype.name)));
  }
  return members;
}
