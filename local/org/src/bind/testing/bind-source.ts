/** From Apex text to the bound tree, for tests of single constructs. */
import { platformCatalog } from "../../signatures/catalog.ts";
import { parseAnonymous, parseClass, parseTrigger } from "../../syntax/parse.ts";
import type { Diagnostic } from "../../syntax/diagnostic.ts";
import type { ClassUnit, TriggerUnit } from "../../syntax/ast.ts";
import { displayType } from "../../types/display.ts";
import type { BoundExpression, BoundStatement } from "../bound.ts";
import type { HasBehaviour } from "../compilation.ts";
import { bindProgram, type Program, type SourceUnit } from "../program.ts";
import { smallSchema, type SmallObject } from "./small-schema.ts";

const SMALL_OBJECTS: readonly SmallObject[] = [
  {
    name: "Account",
    fields: [
      { name: "Name", apexType: "String" },
      { name: "AnnualRevenue", apexType: "Decimal" },
      { name: "NumberOfEmployees", apexType: "Integer" },
      { name: "CreatedDate", apexType: "Datetime" },
      { name: "Key__c", apexType: "String", isExternalId: true },
      { name: "ParentId", apexType: "Id", referenceTo: ["Account"], relationshipName: "Parent" },
      {
        name: "OwnerId",
        apexType: "Id",
        referenceTo: ["Group", "User"],
        relationshipName: "Owner",
      },
    ],
    children: { Contacts: ["Contact", "AccountId"], ChildAccounts: ["Account", "ParentId"] },
    fieldSets: ["Brief"],
  },
  {
    name: "Contact",
    fields: [
      { name: "FirstName", apexType: "String" },
      { name: "LastName", apexType: "String" },
      { name: "Birthdate", apexType: "Date" },
      { name: "AccountId", apexType: "Id", referenceTo: ["Account"], relationshipName: "Account" },
    ],
  },
  { name: "User", fields: [{ name: "Name", apexType: "String" }] },
  { name: "AccountShare", kind: "share", fields: [{ name: "RowCause", apexType: "String" }] },
  { name: "Group", fields: [{ name: "Name", apexType: "String" }] },
  { name: "Name", fields: [{ name: "Name", apexType: "String" }] },
  {
    name: "Rule__mdt",
    kind: "customMetadata",
    fields: [{ name: "DeveloperName", apexType: "String" }],
  },
  { name: "Signal__e", kind: "platformEvent", fields: [{ name: "Text__c", apexType: "String" }] },
];

export interface ProgramOptions {
  readonly hasBehaviour?: HasBehaviour;
  readonly triggers?: Readonly<Record<string, string>>;
  /** Of the classes: 66 where none is given. */
  readonly apiVersion?: number;
}

/** @param classes file name without extension → Apex */
export function programOf(
  classes: Readonly<Record<string, string>>,
  options: ProgramOptions = {},
): Program {
  return bindProgram({
    classes: Object.entries(classes).map(([name, text]) =>
      classSource(`${name}.cls`, text, options.apiVersion),
    ),
    triggers: Object.entries(options.triggers ?? {}).map(([name, text]) =>
      triggerSource(`${name}.trigger`, text),
    ),
    schema: smallSchema(SMALL_OBJECTS, ["Greeting"]),
    catalog: platformCatalog(),
    ...(options.hasBehaviour === undefined ? {} : { hasBehaviour: options.hasBehaviour }),
  });
}

function classSource(file: string, text: string, apiVersion = 66): SourceUnit<ClassUnit> {
  const { unit, diagnostics } = parseClass(file, text);
  return { file, apiVersion, unit: parsed(unit, diagnostics) };
}

function triggerSource(file: string, text: string): SourceUnit<TriggerUnit> {
  const { unit, diagnostics } = parseTrigger(file, text);
  return { file, apiVersion: 66, unit: parsed(unit, diagnostics) };
}

function parsed<Unit>(unit: Unit | null, diagnostics: readonly Diagnostic[]): Unit {
  if (unit === null || diagnostics.length > 0) {
    throw new Error(
      `the test's Apex does not parse: ${diagnostics.map(({ message }) => message).join("; ")}`,
    );
  }
  return unit;
}

/** What the compiler says of the classes, as `line: message`. */
export function messagesOf(
  classes: Readonly<Record<string, string>>,
  options: ProgramOptions = {},
): readonly string[] {
  const program = programOf(classes, options);
  return Object.keys(classes).flatMap((name) => lines(program.bindUnit(name)?.diagnostics ?? []));
}

/** What the compiler says of an anonymous block, messages only. */
export function messagesIn(
  apex: string,
  classes: Readonly<Record<string, string>> = {},
  options: ProgramOptions = {},
): readonly string[] {
  return bindBlock(apex, classes, options).diagnostics.map(({ message }) => message);
}

export function lines(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map(({ at, message }) => `${at.line}: ${message}`);
}

function bindBlock(
  apex: string,
  classes: Readonly<Record<string, string>>,
  options: ProgramOptions,
): ReturnType<Program["bindAnonymous"]> {
  const { unit, diagnostics } = parseAnonymous("block.apex", apex);
  return programOf(classes, options).bindAnonymous(parsed(unit, diagnostics), "block.apex");
}

/** The statements of an anonymous block that must compile. */
export function statementsOf(
  apex: string,
  classes: Readonly<Record<string, string>> = {},
): readonly BoundStatement[] {
  const { unit, diagnostics } = bindBlock(apex, classes, {});
  if (diagnostics.length > 0) throw new Error(lines(diagnostics).join("\n"));
  return unit.body.statements;
}

/** An expression, bound as the value of an Object variable after some statements. */
export function expressionOf(
  apex: string,
  before = "",
  classes: Readonly<Record<string, string>> = {},
): BoundExpression {
  const last = statementsOf(`${before}\nObject result = ${apex};`, classes).at(-1);
  if (last?.kind !== "local" || last.value === null) throw new Error("no value was bound");
  return last.value;
}

/** The static type of an expression, in Apex's words. */
export function typeOf(
  apex: string,
  before = "",
  classes: Readonly<Record<string, string>> = {},
): string {
  return displayType(expressionOf(apex, before, classes).type);
}
