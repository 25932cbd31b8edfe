/** What other metadata refers to: fields of layouts, lists and actions, classes of flows, triggers of subscribers. */
import type { SObjectDescribe } from "../../local/org/src/schema/schema.ts";
import { isCustom, permissionProblems } from "./permission-problems.ts";
import type { Problem } from "./problem.ts";
import type { ProjectNames } from "./project-names.ts";
import { isTabMotif } from "./tab-motifs.ts";
import { childrenOf, childText, type XmlElement } from "./xml-element.ts";

export interface MetadataFile {
  readonly root: XmlElement;
  /** "Contact-Contact Layout", "Replay_Stripe_Event". */
  readonly fullName: string;
  /** The folder of `objects/` the file lies in; undefined outside of it. */
  readonly object: string | undefined;
}

export function referenceProblems(file: MetadataFile, names: ProjectNames): Problem[] {
  const { root, fullName } = file;
  switch (root.name) {
    case "PermissionSet":
    case "Profile":
    case "MutingPermissionSet":
      return permissionProblems(root, names);
    case "Layout":
      return fields(root, objectOfLayout(fullName), names, ["field"]);
    case "CompactLayout":
      return fields(root, file.object, names, ["fields"]);
    case "ListView":
      return fields(root, file.object, names, ["columns", "filters.field"], isOldColumn);
    case "QuickAction":
      return fields(root, childText(root, "targetObject") ?? objectOfAction(fullName), names, [
        "quickActionLayoutItems.field",
        "fieldOverrides.field",
      ]);
    case "CustomTab":
      return tabProblems(file, names);
    case "Flow":
      return classesOfFlow(root, names);
    case "PlatformEventSubscriberConfig":
      return present(root, "platformEventConsumer", (name) => names.has("trigger", name));
    case "PermissionSetGroup":
      return childrenOf(root, "permissionSets")
        .filter(({ text }) => !names.has("permissionset", text))
        .map(({ line, text }) => ({ line, message: `there is no permission set ${text}` }));
    default:
      return [];
  }
}

function objectOfLayout(fullName: string): string {
  return fullName.slice(0, fullName.indexOf("-"));
}

function objectOfAction(fullName: string): string | undefined {
  return fullName.includes(".") ? fullName.slice(0, fullName.indexOf(".")) : undefined;
}

/** List views call standard fields by names of their own: NAME, FULL_NAME, OWNER.ALIAS, CREATED_DATE. */
function isOldColumn(name: string): boolean {
  return /^[A-Z][A-Z0-9_]*(\.[A-Z0-9_]+)*$/.test(name);
}

function fields(
  root: XmlElement,
  object: string | undefined,
  names: ProjectNames,
  paths: readonly string[],
  isExempt: (name: string) => boolean = () => false,
): Problem[] {
  if (object === undefined) return [];
  const describe = names.schema.object(object);
  if (describe === undefined) return [{ line: root.line, message: `there is no object ${object}` }];
  return paths
    .flatMap((path) => deep(root, path.split(".")))
    .filter(({ text }) => !isExempt(text) && (isCustom(text) || isCustom(object)))
    .filter(({ text }) => !isField(describe, text, names))
    .map(({ line, text }) => ({ line, message: `there is no field ${text} on ${object}` }));
}

/** `Name`, `Contact__r.Name`; the name of a lookup's record stands for the lookup in lists. */
function isField(describe: SObjectDescribe, name: string, names: ProjectNames): boolean {
  const [first = "", ...rest] = name.split(".");
  if (rest.length === 0) return describe.fields.has(first.toLowerCase());
  const lookup = describe.parentRelationships.get(first.toLowerCase());
  return (lookup?.referenceTo ?? []).some((parent) => {
    const found = names.schema.object(parent);
    return found !== undefined && isField(found, rest.join("."), names);
  });
}

/** Elements at the end of a path, wherever it begins below the element. */
function deep(element: XmlElement, path: readonly string[]): XmlElement[] {
  const [first = "", ...rest] = path;
  return element.children.flatMap((child) => {
    const below = deep(child, path);
    if (child.name !== first) return below;
    return [...below, ...(rest.length === 0 ? [child] : deep(child, rest))];
  });
}

function tabProblems({ root, fullName }: MetadataFile, names: ProjectNames): Problem[] {
  const motif = childText(root, "motif") ?? "";
  return [
    ...(isTabMotif(motif)
      ? []
      : [
          {
            line: root.line,
            message: `"${motif}" is no tab style (scripts/check-metadata/tab-motifs.ts)`,
          },
        ]),
    ...(childText(root, "customObject") === "true" && names.schema.object(fullName) === undefined
      ? [{ line: root.line, message: `there is no object ${fullName}` }]
      : []),
    ...present(root, "flexiPage", (name) => names.has("flexipage", name)),
  ];
}

function classesOfFlow(root: XmlElement, names: ProjectNames): Problem[] {
  return childrenOf(root, "actionCalls")
    .filter((action) => childText(action, "actionType") === "apex")
    .flatMap((action) => present(action, "actionName", (name) => names.has("cls", name)));
}

function present(element: XmlElement, name: string, exists: (text: string) => boolean): Problem[] {
  return childrenOf(element, name)
    .filter(({ text }) => !exists(text))
    .map(({ line, text }) => ({ line, message: `${name}: there is no ${text} in the project` }));
}
