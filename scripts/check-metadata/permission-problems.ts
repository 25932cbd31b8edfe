/** What a deploy refuses of a permission set or profile beyond its elements. */
import type { FieldDescribe } from "../../local/org/src/schema/schema.ts";
import type { Problem } from "./problem.ts";
import type { ProjectNames } from "./project-names.ts";
import { childrenOf, childText, type XmlElement } from "./xml-element.ts";

/** A right and those it needs ("Permission … depends on permission(s): …"). */
const OBJECT_RIGHTS: readonly (readonly [string, readonly string[]])[] = [
  ["allowCreate", ["allowRead"]],
  ["allowEdit", ["allowRead"]],
  ["allowDelete", ["allowRead", "allowEdit"]],
  ["viewAllRecords", ["allowRead"]],
  ["modifyAllRecords", ["allowRead", "allowEdit", "allowDelete", "viewAllRecords"]],
];

export function permissionProblems(root: XmlElement, names: ProjectNames): Problem[] {
  return [
    ...childrenOf(root, "fieldPermissions").flatMap((entry) => fieldProblems(entry, names)),
    ...childrenOf(root, "objectPermissions").flatMap((entry) => objectProblems(entry, names)),
    ...missing(root, "classAccesses", "apexClass", (name) => names.has("cls", name)),
    ...missing(root, "customPermissions", "name", (name) => names.has("customPermission", name)),
    ...missing(root, "applicationVisibilities", "application", (name) =>
      name.startsWith("standard__") ? true : names.has("app", name),
    ),
    ...missing(root, "tabSettings", "tab", (name) =>
      name.startsWith("standard-") ? true : names.has("tab", name),
    ),
    ...missing(root, "flowAccesses", "flow", (name) => names.has("flow", name)),
  ];
}

function fieldProblems(entry: XmlElement, names: ProjectNames): Problem[] {
  const name = childText(entry, "field") ?? "";
  const [object = "", field = ""] = name.split(".");
  const describe = names.schema.object(object)?.fields.get(field.toLowerCase());
  const say = (message: string): Problem[] => [{ line: entry.line, message }];
  if (describe === undefined) return isCustom(name) ? say(`there is no field ${name}`) : [];
  if (isAlwaysVisible(describe))
    return say(`${name} is required or a master-detail: a permission for it cannot be deployed`);
  const isEditable = childText(entry, "editable") === "true";
  if (isEditable && childText(entry, "readable") !== "true")
    return say(`${name} is editable without being readable`);
  return [];
}

/** Of Salesforce's own objects and fields the schema does not have each and every one. */
export function isCustom(name: string): boolean {
  return name.includes("__");
}

/** "You cannot deploy to a required field". */
function isAlwaysVisible(field: FieldDescribe): boolean {
  return (
    field.isCustom &&
    (field.relationship === "masterDetail" || (field.isRequired && field.type !== "boolean"))
  );
}

function objectProblems(entry: XmlElement, names: ProjectNames): Problem[] {
  const object = childText(entry, "object") ?? "";
  if (isCustom(object) && names.schema.object(object) === undefined)
    return [{ line: entry.line, message: `there is no object ${object}` }];
  const has = (right: string): boolean => childText(entry, right) === "true";
  return OBJECT_RIGHTS.filter(([right, needed]) => has(right) && !needed.every(has)).map(
    ([right, needed]) => ({
      line: entry.line,
      message: `${right} on ${object} needs ${needed.filter((other) => !has(other)).join(", ")}`,
    }),
  );
}

function missing(
  root: XmlElement,
  list: string,
  element: string,
  exists: (name: string) => boolean,
): Problem[] {
  return childrenOf(root, list)
    .map((entry) => ({ line: entry.line, name: childText(entry, element) ?? "" }))
    .filter(({ name }) => !exists(name))
    .map(({ line, name }) => ({ line, message: `${list}: there is no ${name} in the project` }));
}
