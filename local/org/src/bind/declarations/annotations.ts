/**
 * Which annotations there are, what they stand on and what they may say. Source: Apex Developer Guide, "Annotations"; the wording
 * is that of Salesforce's compiler.
 */
import type {
  ClassDeclaration,
  Member,
  MethodDeclaration,
  Modifiers,
  Position,
  TypeDeclaration,
} from "../../syntax/ast.ts";
import type { Report } from "../report.ts";
import { hasAnnotation, isTest, visibilityOf } from "./modifiers.ts";

type Place = "types" | "methods" | "fields" | "properties" | "constructors";

interface AnnotationRule {
  /** As Salesforce spells it in its messages. */
  readonly name: string;
  readonly places: readonly Place[];
  /** Lower-cased names of what may stand in its parentheses; null takes anything. */
  readonly properties: readonly string[] | null;
  readonly required?: string;
}

const EVERYWHERE: readonly Place[] = ["types", "methods", "fields", "properties", "constructors"];
const INVOCABLE = [
  "label",
  "description",
  "category",
  "callout",
  "configurationeditor",
  "iconname",
  "capabilitytype",
];

const RULES: readonly AnnotationRule[] = [
  {
    name: "AuraEnabled",
    places: ["methods", "fields", "properties"],
    properties: ["cacheable", "continuation", "scope"],
  },
  { name: "Deprecated", places: EVERYWHERE, properties: [] },
  { name: "Future", places: ["methods"], properties: ["callout", "limits", "delay"] },
  { name: "HttpDelete", places: ["methods"], properties: [] },
  { name: "HttpGet", places: ["methods"], properties: [] },
  { name: "HttpPatch", places: ["methods"], properties: [] },
  { name: "HttpPost", places: ["methods"], properties: [] },
  { name: "HttpPut", places: ["methods"], properties: [] },
  { name: "InvocableMethod", places: ["methods"], properties: INVOCABLE },
  {
    name: "InvocableVariable",
    places: ["fields", "properties"],
    properties: ["label", "description", "required", "defaultvalue", "placeholdertext"],
  },
  {
    name: "IsTest",
    places: ["types", "methods"],
    properties: ["seealldata", "isparallel", "oninstall", "testfor", "critical"],
  },
  { name: "JsonAccess", places: ["types"], properties: ["serializable", "deserializable"] },
  { name: "NamespaceAccessible", places: EVERYWHERE, properties: [] },
  { name: "ReadOnly", places: ["types", "methods"], properties: null },
  { name: "RemoteAction", places: ["methods"], properties: [] },
  { name: "RestResource", places: ["types"], properties: ["urlmapping"], required: "urlMapping" },
  { name: "SuppressWarnings", places: EVERYWHERE, properties: null },
  { name: "TestSetup", places: ["methods"], properties: [] },
  { name: "TestVisible", places: EVERYWHERE, properties: [] },
];

const RULE_BY_NAME = new Map(RULES.map((rule) => [rule.name.toLowerCase(), rule]));
const MUST_BE_STATIC = ["InvocableMethod", "IsTest", "RemoteAction"];
const ONE_PER_TYPE = [
  "TestSetup",
  "InvocableMethod",
  "HttpDelete",
  "HttpGet",
  "HttpPatch",
  "HttpPost",
  "HttpPut",
];

/** Before, tests could stand in any class. Source: Apex Developer Guide, "IsTest Annotation"; Salesforce's compiler. */
const TESTS_HAVE_CLASSES = 28;

export function checkAnnotations(
  declaration: TypeDeclaration,
  apiVersion: number,
  report: Report,
): void {
  checkPlace(declaration.modifiers, "types", report);
  checkType(declaration, report);
  if (declaration.kind !== "class") return;
  for (const member of declaration.members) checkMember(member, declaration, apiVersion, report);
  for (const name of ONE_PER_TYPE) {
    const second = declaration.members
      .filter((member) => member.kind === "method")
      .filter(({ modifiers }) => hasAnnotation(modifiers, name.toLowerCase()))
      .at(1);
    if (second !== undefined)
      report.error(second.at, `Only one method per type can be defined with: ${name}`);
  }
}

function checkType({ at, modifiers }: TypeDeclaration, report: Report): void {
  if (hasAnnotation(modifiers, "restresource") && !modifiers.words.includes("global"))
    report.error(at, "RestResource classes must be declared as global");
}

function checkMember(
  member: Member,
  owner: ClassDeclaration,
  apiVersion: number,
  report: Report,
): void {
  switch (member.kind) {
    case "method":
      checkPlace(member.modifiers, "methods", report);
      checkMethod(member, owner, apiVersion, report);
      return;
    case "field":
      checkPlace(member.modifiers, "fields", report);
      checkVariable(member.modifiers, member.at, "fields", report);
      return;
    case "property":
      checkPlace(member.modifiers, "properties", report);
      checkVariable(member.modifiers, member.at, "properties", report);
      return;
    case "constructor":
      checkPlace(member.modifiers, "constructors", report);
      return;
    default:
      return;
  }
}

function checkPlace({ annotations }: Modifiers, place: Place, report: Report): void {
  const seen = new Set<string>();
  for (const { name, at, arguments: given } of annotations) {
    const rule = RULE_BY_NAME.get(name.toLowerCase());
    if (rule === undefined) {
      report.error(at, `Annotation does not exist: ${name}`);
      continue;
    }
    if (seen.has(rule.name)) report.error(at, `Duplicate modifier: ${rule.name}`);
    seen.add(rule.name);
    if (!rule.places.includes(place)) report.error(at, `${rule.name} is not allowed on ${place}`);
    for (const { name: property } of given) {
      if (property === null || rule.properties === null) continue;
      if (!rule.properties.includes(property.toLowerCase()))
        report.error(at, `No such property, ${property}, defined on this annotation: ${rule.name}`);
    }
    const { required } = rule;
    if (
      required !== undefined &&
      !given.some(({ name: has }) => has?.toLowerCase() === required.toLowerCase())
    )
      report.error(at, `Required property is missing: ${required}`);
  }
}

function checkMethod(
  method: MethodDeclaration,
  owner: ClassDeclaration,
  apiVersion: number,
  report: Report,
): void {
  const { at, modifiers, parameters } = method;
  const has = (name: string): boolean => hasAnnotation(modifiers, name.toLowerCase());
  const isStatic = modifiers.words.some((word) => word === "static" || word === "testmethod");
  for (const name of MUST_BE_STATIC) {
    if (has(name) && !isStatic) report.error(at, `${name} methods must be declared as static`);
  }
  if (has("AuraEnabled") && !isStatic) {
    if (!/^get/i.test(method.name))
      report.error(at, "Non static AuraEnabled methods must be named with a prefix 'get'");
    if (parameters.length > 0)
      report.error(at, "Non static AuraEnabled methods may not have parameters");
  }
  if (has("InvocableMethod")) checkInvocable(method, report);
  if (isTest(modifiers) || has("TestSetup")) {
    const name = has("TestSetup") ? "TestSetup" : "IsTest";
    if (!isTest(owner.modifiers) && apiVersion >= TESTS_HAVE_CLASSES)
      report.error(at, `Defining type for ${name} methods must be declared as IsTest`);
    if (parameters.length > 0) report.error(at, "Test methods must have no arguments");
  }
}

function checkInvocable(method: MethodDeclaration, report: Report): void {
  const { at, modifiers, parameters, returns } = method;
  const visibility = visibilityOf(modifiers, "private");
  if (visibility !== "public" && visibility !== "global")
    report.error(
      at,
      "InvocableMethod methods require at least one of the following global, public",
    );
  const result = returns?.parts.at(-1)?.name;
  if (result !== undefined && returns?.arrayDepth === 0 && result.toLowerCase() !== "list")
    report.error(at, `InvocableMethod methods do not support return type of ${result}`);
  const [only, ...others] = parameters;
  if (others.length > 0)
    report.error(at, "Only one parameter is supported on methods with @Invocable annotation");
  if (only === undefined) return;
  const written = only.type.parts.at(-1)?.name ?? "";
  if (only.type.arrayDepth === 0 && written.toLowerCase() !== "list")
    report.error(
      at,
      `Unsupported parameter type ${written}. Valid invocable parameters must be List types like List<T> where T is a supported type`,
    );
}

function checkVariable(
  modifiers: Modifiers,
  at: Position,
  place: "fields" | "properties",
  report: Report,
): void {
  if (hasAnnotation(modifiers, "auraenabled"))
    requireScope("AuraEnabled", modifiers, at, place, report);
  if (!hasAnnotation(modifiers, "invocablevariable")) return;
  if (modifiers.words.includes("final"))
    report.error(at, `InvocableVariable ${place} cannot be final`);
  if (modifiers.words.includes("static"))
    report.error(at, `InvocableVariable ${place} cannot be static`);
  requireScope("InvocableVariable", modifiers, at, place, report);
}

function requireScope(
  annotation: string,
  modifiers: Modifiers,
  at: Position,
  place: "fields" | "properties",
  report: Report,
): void {
  const visibility = visibilityOf(modifiers, "private");
  if (visibility !== "public" && visibility !== "global")
    report.error(at, `${annotation} ${place} require at least one of the following global, public`);
}
