/** Which modifiers go with what, and with each other. The wording is that of Salesforce's compiler. */
import type {
  ClassDeclaration,
  Member,
  ModifierWord,
  TypeDeclaration,
  PropertyDeclaration,
} from "../../syntax/ast.ts";
import type { ClassSymbol } from "../../types/symbols.ts";
import type { Report } from "../report.ts";
import { visibilityOf } from "./modifiers.ts";

/** The widest first. */
const SCOPES: readonly ModifierWord[] = ["global", "public", "protected", "private"];
const SHARINGS = ["with sharing", "without sharing", "inherited sharing"] as const;

const SHARING_NAMES: Readonly<Record<(typeof SHARINGS)[number], string>> = {
  "with sharing": "withSharing",
  "without sharing": "withoutSharing",
  "inherited sharing": "inheritedSharing",
};

const PLURALS = {
  method: "methods",
  field: "fields",
  property: "properties",
  constructor: "constructors",
  class: "classes",
  interface: "interfaces",
  enum: "enums",
} as const;

const SCOPE_SAID_SINCE = 65;

type Modified = keyof typeof PLURALS;

/** What is not allowed on what, whatever stands beside it; some of it has words of its own below. */
const FORBIDDEN: Readonly<Record<Modified, readonly ModifierWord[]>> = {
  method: ["transient", ...SHARINGS],
  field: ["abstract", "virtual", "override", "testmethod", ...SHARINGS],
  property: ["abstract", "virtual", "override", "testmethod", ...SHARINGS],
  constructor: [
    "static",
    "final",
    "abstract",
    "virtual",
    "override",
    "transient",
    "testmethod",
    "webservice",
    ...SHARINGS,
  ],
  class: ["static", "override", "transient", "testmethod", "webservice", "protected"],
  interface: [
    "static",
    "final",
    "abstract",
    "override",
    "testmethod",
    "webservice",
    "protected",
    ...SHARINGS,
  ],
  enum: [
    "static",
    "final",
    "abstract",
    "virtual",
    "override",
    "testmethod",
    "webservice",
    "protected",
    ...SHARINGS,
  ],
};

function checkAllowed(
  kind: Modified,
  words: readonly ModifierWord[],
  at: Member["at"],
  report: Report,
): void {
  for (const word of FORBIDDEN[kind])
    if (words.includes(word))
      report.error(at, `${wordName(word)} is not allowed on ${PLURALS[kind]}`);
}

function wordName(word: ModifierWord): string {
  switch (word) {
    case "with sharing":
    case "without sharing":
    case "inherited sharing":
      return SHARING_NAMES[word];
    case "testmethod":
      return "testMethod";
    case "webservice":
      return "webService";
    default:
      return word;
  }
}

export function checkModifierWords(
  declaration: TypeDeclaration,
  { outer, apiVersion }: ClassSymbol,
  report: Report,
): void {
  const { at, modifiers, kind } = declaration;
  const isTopLevel = outer === null;
  if (modifiers.words.includes("global") && !isTopLevel && outer.visibility !== "global")
    report.error(
      at,
      `Enclosing type for global ${PLURALS[kind]} in apex classes must be declared as global`,
    );
  checkScopes(modifiers.words, at, report);
  checkAllowed(kind, modifiers.words, at, report);
  if (kind === "class") {
    const has = (word: ModifierWord): boolean => modifiers.words.includes(word);
    if (has("final")) report.error(at, "classes are by default final");
    if (has("abstract") && has("virtual")) report.error(at, "abstract are by default virtual");
    checkSharings(declaration, report);
    for (const member of declaration.members)
      checkMember(member, declaration, isTopLevel, apiVersion, report);
  }
}

function checkSharings({ at, modifiers }: ClassDeclaration, report: Report): void {
  const [first, second] = SHARINGS.filter((sharing) => modifiers.words.includes(sharing));
  if (first !== undefined && second !== undefined)
    report.error(at, `${SHARING_NAMES[first]} classes cannot be ${SHARING_NAMES[second]}`);
}

type MemberWithWords = Extract<
  Member,
  { readonly kind: "method" | "field" | "property" | "constructor" }
>;

function hasWords(member: Member): member is MemberWithWords {
  return ["method", "field", "property", "constructor"].includes(member.kind);
}

function checkMember(
  member: Member,
  owner: ClassDeclaration,
  isTopLevel: boolean,
  apiVersion: number,
  report: Report,
): void {
  if (!hasWords(member)) return;
  const plural = PLURALS[member.kind];
  const { words } = member.modifiers;
  checkScopes(words, member.at, report);
  checkAllowed(member.kind, words, member.at, report);
  if (words.includes("protected")) checkProtected(member, owner, plural, report);
  if (member.kind === "property") checkAccessors(member, report);
  if (member.kind === "method") checkMethod(words, member.at, report);
  if (member.kind === "method" && apiVersion >= SCOPE_SAID_SINCE)
    checkScopeSaid(words, member.at, report);
  if (isTopLevel && words.includes("global") && !owner.modifiers.words.includes("global"))
    report.error(member.at, `Defining type for global ${plural} must be declared as global`);
  if (words.includes("webservice") && !owner.modifiers.words.includes("global"))
    report.error(member.at, `Defining type for webService ${plural} must be declared as global`);
  if (member.kind === "constructor" && member.name.toLowerCase() !== owner.name.toLowerCase())
    report.error(member.at, `Invalid constructor name: ${member.name}`);
}

/** What is inherited says who sees it. Source: Winter '26 release notes, Specify Access Modifiers for Abstract and Override Methods. */
function checkScopeSaid(words: readonly ModifierWord[], at: Member["at"], report: Report): void {
  if (words.some((word) => SCOPES.includes(word) && word !== "private")) return;
  for (const word of ["abstract", "override"] as const)
    if (words.includes(word))
      report.error(
        at,
        `${word} methods require at least one of the following global, public, protected`,
      );
}

/** An accessor has a scope, no wider than its property's, or nothing. */
function checkAccessors({ getter, setter, modifiers }: PropertyDeclaration, report: Report): void {
  const scope = visibilityOf(modifiers, "private");
  for (const accessor of [getter, setter])
    for (const word of accessor?.modifiers.words ?? []) {
      if (accessor === null) continue;
      if (!SCOPES.includes(word))
        report.error(accessor.at, `Unexpected token '${wordName(word)}'.`);
      else if (SCOPES.indexOf(word) < SCOPES.indexOf(scope))
        report.error(accessor.at, `Cannot declare ${word} accessor on ${scope} property`);
    }
}

function checkMethod(words: readonly ModifierWord[], at: Member["at"], report: Report): void {
  const has = (word: ModifierWord): boolean => words.includes(word);
  if (has("final")) report.error(at, "methods are by default final");
  for (const word of ["abstract", "virtual"] as const)
    if (has("static") && has(word)) report.error(at, `static methods cannot be ${word}`);
  if (has("webservice") && !has("static"))
    report.error(at, "webService methods must be declared as static");
  if (has("abstract") && has("virtual")) report.error(at, "abstract are by default virtual");
}

/** What only descendants see has none to see it where a class cannot be extended; and statics are not inherited. */
function checkProtected(
  { kind, at, modifiers }: MemberWithWords,
  owner: ClassDeclaration,
  plural: string,
  report: Report,
): void {
  if (modifiers.words.includes("static")) report.error(at, `protected ${plural} cannot be static`);
  const isExtended = owner.modifiers.words.some(
    (word) => word === "virtual" || word === "abstract",
  );
  const isNew = !modifiers.words.includes("override");
  if ((kind === "method" || kind === "constructor") && isNew && !isExtended)
    report.error(at, "New protected methods cannot be defined in non-virtual classes");
}

/** Salesforce's compiler takes `protected` beside another scope, which then counts. */
function checkScopes(words: readonly ModifierWord[], at: Member["at"], report: Report): void {
  if (words.filter((word) => SCOPES.includes(word) && word !== "protected").length > 1)
    report.error(at, "Declarations can only have one scope");
}
