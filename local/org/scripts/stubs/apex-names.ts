import type { JavaType } from "./java-signature.ts";

const PLATFORM = "com/nawforce/runforce/";

/** These are written without their namespace in a signature. */
const UNQUALIFIED = new Set([
  "Blob",
  "Boolean",
  "Date",
  "Datetime",
  "Decimal",
  "Double",
  "Id",
  "Integer",
  "List",
  "Long",
  "Map",
  "SObject",
  "Set",
  "String",
  "Time",
]);

/** Java packages are in lower case where the Apex Reference Guide writes capitals. */
const NAMESPACE_SPELLING = new Map([
  ["applauncher", "AppLauncher"],
  ["cache", "Cache"],
  ["dom", "Dom"],
  ["eventbus", "EventBus"],
  ["reports", "Reports"],
  ["sfdc_enablement", "Sfdc_Enablement"],
  ["wavetemplate", "WaveTemplate"],
]);

/** Types the stubs need only to be valid Java, and what Apex calls them. */
const APEX_NAME = new Map([
  ["java/lang/Object", "Object"],
  ["java/lang/Boolean", "Boolean"],
  ["java/lang/Integer", "Integer"],
  ["java/lang/String", "String"],
  [`${PLATFORM}Internal/Object$`, "Object"],
  [`${PLATFORM}Internal/Any$`, "Object"],
  [`${PLATFORM}Internal/RecordSet$`, "List"],
]);

export interface ApexTypeName {
  readonly namespace: string;
  /** "InboundEmail.Header" for an inner type. */
  readonly simpleName: string;
}

/** The namespace and name of a stub class; null for one that stands for nothing in Apex. */
export function apexTypeName(javaName: string): ApexTypeName | null {
  if (!javaName.startsWith(PLATFORM)) return null;
  const [javaPackage, javaClass] = javaName.slice(PLATFORM.length).split("/");
  if (javaPackage === undefined || javaClass === undefined) return null;
  if (javaPackage === "Internal" || javaPackage === "SObjectStubs") return null;
  const namespace = NAMESPACE_SPELLING.get(javaPackage) ?? javaPackage;
  return { namespace, simpleName: javaClass.replaceAll("$", ".") };
}

/** A type of a signature in Apex's spelling: "Map<String,Object>". */
export function apexType(type: JavaType): string {
  switch (type.kind) {
    case "void":
      return "void";
    case "variable":
      return type.name;
    case "array":
      return `List<${apexType(type.element)}>`;
    case "class": {
      const name = apexClassName(type.name);
      return type.args.length === 0 ? name : `${name}<${type.args.map(apexType).join(",")}>`;
    }
  }
}

/** Members named like a Java keyword or a final method of java.lang.Object carry a dollar sign, before or after. */
export function apexMemberName(javaName: string): string {
  return javaName.replace(/^\$|\$$/g, "");
}

function apexClassName(javaName: string): string {
  const known = APEX_NAME.get(javaName);
  if (known !== undefined) return known;
  const objectStub = /^com\/nawforce\/runforce\/SObject(?:Stub)?s\/(\w+)$/.exec(javaName)?.[1];
  if (objectStub !== undefined) return objectStub;
  const apex = apexTypeName(javaName);
  if (apex === null) throw new Error(`no Apex name for ${javaName}`);
  const { namespace, simpleName } = apex;
  return namespace === "System" && UNQUALIFIED.has(simpleName)
    ? simpleName
    : `${namespace}.${simpleName}`;
}
