import type { Position } from "../../syntax/ast.ts";
import type { Report } from "../report.ts";

/**
 * Words that name no variable, field, property, constant or type, though the grammar has no use for most of them; a method may be
 * called so. Words of the grammar (class, for, null, ...) do not come here as names.
 * Source: Apex Developer Guide, "Reserved Keywords", as Salesforce's compiler has it: it lets through the date literals of SOQL, such as
 * `last_90_days`, and refuses the names of primitive types.
 */
const RESERVED = new Set(
  `activate any array autonomous begin bigdecimal blob boolean byte case cast char collect const currency date datetime decimal default
  double end exception exit export float goto group hint import inner int integer into join long loop number object of outer package
  parallel pragma retrieve rollback set short sobject sort string switch synchronized system then time transaction void when`.split(
    /\s+/,
  ),
);

export function refuseReservedName(name: string, at: Position, report: Report): void {
  if (RESERVED.has(name.toLowerCase())) report.error(at, `Identifier name is reserved: ${name}`);
}
