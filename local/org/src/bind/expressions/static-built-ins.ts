/** Static calls that no catalog lists: of every enum, and of every record type. */
import type { SObjectDescribe } from "../../schema/schema.ts";
import { sameType } from "../../types/same-type.ts";
import type { Type } from "../../types/type.ts";
import { listOf, mapOf, SOBJECT_TYPE, STRING } from "../../types/well-known.ts";
import { mention } from "../body-context.ts";
import type { BoundExpression } from "../bound.ts";
import { fail } from "../report.ts";
import type { Call } from "./invocation.ts";

/** @returns null when the call is none of them */
export function staticBuiltIn(type: Type, call: Call): BoundExpression | null {
  if (call.context.compilation.hierarchy.isEnum(type)) return enumCall(type, call);
  return type.kind === "sobject" ? recordTypeCall(type.name, call) : null;
}

/** `Season.values()`, `Season.valueOf('SUMMER')` */
function enumCall(enumType: Type, call: Call): BoundExpression | null {
  const { at } = call;
  const [text, ...more] = call.arguments;
  if (enumType.kind === "class") mention(call.context, enumType.symbol);
  switch (call.name.toLowerCase()) {
    case "values":
      if (text !== undefined) return null;
      return {
        kind: "enumCall",
        enumType,
        name: "values",
        arguments: [],
        type: listOf(enumType),
        at,
      };
    case "valueof": {
      const takes =
        text !== undefined && (sameType(text.type, STRING) || text.type.kind === "null");
      if (!takes || more.length > 0) return null;
      return { kind: "enumCall", enumType, name: "valueOf", arguments: [text], type: enumType, at };
    }
    default:
      return null;
  }
}

const SETTINGS_CALLS = ["getInstance", "getAll", "getOrgDefaults", "getValues"] as const;

/** `Account.getSObjectType()`, `Setting__c.getInstance()`, `Rule__mdt.getAll()` */
function recordTypeCall(objectName: string, call: Call): BoundExpression | null {
  const { at } = call;
  const key = call.name.toLowerCase();
  if (key === "getsobjecttype" && call.arguments.length === 0) {
    if (objectName === "SObject")
      fail(
        at,
        "Non static method cannot be referenced from a static context: Schema.SObjectType SObject.getSObjectType()",
      );
    return { kind: "objectToken", object: objectName, type: SOBJECT_TYPE, at };
  }
  const object = call.context.compilation.schema.object(objectName);
  const name = SETTINGS_CALLS.find((candidate) => candidate.toLowerCase() === key);
  if (object === undefined || name === undefined || !isSetting(object)) return null;
  if (call.arguments.length > (name === "getInstance" || name === "getValues" ? 1 : 0)) return null;
  const record: Type = { kind: "sobject", name: object.name };
  const type = name === "getAll" ? mapOf(STRING, record) : record;
  return { kind: "settingsCall", object: object.name, name, arguments: call.arguments, type, at };
}

function isSetting({ kind }: SObjectDescribe): boolean {
  return (
    kind === "customMetadata" || kind === "listCustomSetting" || kind === "hierarchyCustomSetting"
  );
}
