/**
 * Result types that are nothing but fields, which tests make from JSON too: by name in any case, and a getter method for each.
 */
import { ApexList } from "../../runtime/list.ts";
import { ID, platformTypeNamed } from "../../runtime/type.ts";
import type { Behaviour } from "../../runtime/behaviour.ts";
import { type PlainType, PlainValue, plainType } from "../plain-type.ts";
import { platformCatalog } from "../../signatures/catalog.ts";
import type { JsonNode } from "./json-node.ts";
import { JsonFields, registerJsonForm } from "./platform-forms.ts";
import { ResultNode } from "./result-node.ts";

/** `getLeadId()`, `isSuccess()` over the fields `LeadId`, `Success`. */
export function plainResultType(name: string): PlainType {
  const type = plainType(name, { methods: gettersOf(name) });
  const fields = platformCatalog().find(name)?.fields ?? [];
  const valueOf = (members: ResultNode, field: string, kind: string): unknown => {
    switch (kind) {
      case "Boolean":
        return members.isTrue(field);
      case "List":
        return field === "Errors"
          ? new ApexList(platformTypeNamed("Database.Error"), [...members.errors])
          : new ApexList(ID, [...members.texts(field)]);
      default:
        return members.text(field);
    }
  };
  registerJsonForm({
    type: name,
    read: (node: JsonNode) => {
      const members = new ResultNode(node);
      const result = type.create();
      for (const field of fields)
        result.fields.set(field.name, valueOf(members, field.name, field.type.name));
      return result;
    },
    write: (value) => (value instanceof PlainValue ? writeFields(value) : null),
  });
  return type;
}

function gettersOf(name: string): Readonly<Record<string, Behaviour>> {
  const methods = platformCatalog().find(name)?.methods ?? [];
  return Object.fromEntries(
    methods.map((method) => {
      const field = method.name.replace(/^(?:get|is)/, "");
      return [method.name, (value: PlainValue) => value.fields.get(field) ?? null];
    }),
  );
}

function writeFields({ fields }: PlainValue): JsonFields {
  return new JsonFields(
    [...fields].map(
      ([field, value]) => [field.charAt(0).toLowerCase() + field.slice(1), value] as const,
    ),
  );
}
