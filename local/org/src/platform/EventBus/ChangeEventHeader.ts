/** EventBus.ChangeEventHeader: properties, with a getter and a setter method for each. Source: Apex Reference, "ChangeEventHeader Class". */
import type { Behaviour } from "../../runtime/behaviour.ts";
import { type PlainValue, plainType } from "../plain-type.ts";
import { platformCatalog } from "../../signatures/catalog.ts";

const TYPE = "EventBus.ChangeEventHeader";

function accessors(): Readonly<Record<string, Behaviour>> {
  const members: Record<string, Behaviour> = {};
  for (const { name } of platformCatalog().find(TYPE)?.methods ?? []) {
    const property = name.replace(/^(?:get|set|is)/u, "");
    members[name] = name.startsWith("set")
      ? (header: PlainValue, given: unknown) => void header.fields.set(property, given)
      : (header: PlainValue) => header.fields.get(property);
  }
  return members;
}

export const changeEventHeaderBehaviour = plainType(TYPE, { methods: accessors() }).behaviour;
