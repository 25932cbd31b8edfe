/** The report types of an org, by the names reports give them. */
import type { Schema } from "../../schema/schema.ts";
import type { ReportTypeDefinition } from "../source/report-definition.ts";
import { customType } from "./custom-type.ts";
import type { ReportType, ResolvedType } from "./report-type.ts";
import { isStandardTypeName, standardType } from "./standard-type.ts";

export class ReportTypes {
  readonly #schema: Schema;
  readonly #definitions: ReadonlyMap<string, ReportTypeDefinition>;
  readonly #known = new Map<string, ResolvedType>();

  constructor(schema: Schema, definitions: readonly ReportTypeDefinition[]) {
    this.#schema = schema;
    this.#definitions = new Map(
      definitions.map((each) => [`${each.developerName}__c`.toLowerCase(), each]),
    );
  }

  resolve(name: string): ResolvedType {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const found = this.#find(name);
    this.#known.set(name, found);
    return found;
  }

  /** @throws Error for a type that the check of the project refused */
  type(name: string): ReportType {
    const found = this.resolve(name);
    if ("type" in found) return found.type;
    throw new Error(found.problem);
  }

  #find(name: string): ResolvedType {
    if (isStandardTypeName(name)) return standardType(this.#schema, name);
    const definition = this.#definitions.get(name.toLowerCase());
    if (definition === undefined)
      return /__c$/iu.test(name)
        ? { problem: `There is no report type ${name}`, kind: "error" }
        : { problem: `Reports of type ${name} are not run here`, kind: "gap" };
    const { type, problems } = customType(this.#schema, definition);
    return type === null
      ? { problem: problems[0]?.message ?? `${name} cannot be used`, kind: "error" }
      : { type };
  }
}
