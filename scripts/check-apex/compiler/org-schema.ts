import path from "node:path";
import { loadSchema } from "../../../local/org/src/schema/load-schema.ts";

/** The objects and fields of a project, Salesforce's own among them, as {@link OrgSchema.java} reads them. */
export function orgSchema(project: string): string {
  const { schema } = loadSchema([path.resolve(project)]);
  const lines: string[] = [];
  for (const name of schema.objectNames()) {
    const object = schema.object(name);
    if (object === undefined) continue;
    lines.push(`#\t${object.name}\t${object.kind}`);
    for (const field of object.fields.values()) {
      lines.push(
        [
          field.name,
          field.apexType,
          field.referenceTo.join(","),
          field.relationshipName ?? "",
          field.isIdLookup,
        ].join("\t"),
      );
    }
    for (const child of object.childRelationships.values()) {
      lines.push(`@\t${child.relationshipName ?? ""}\t${child.childObject}`);
    }
  }
  return `${lines.join("\n")}\n`;
}
