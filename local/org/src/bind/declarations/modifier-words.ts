/** Which modifiers go with what, and with each other. The wording is that of Salesforce's compiler. */
import type { ClassDeclaration, Member, ModifierWord, TypeDeclaration } from "../../syntax/ast.ts";
import type { Report } from "../report.ts";

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
} as const;

export function checkModifierWords(
  declaration: TypeDeclaration,
  isTopLevel: boolean,
  report: Report,
): void {
  const { at, modifiers, kind } = declaration;
  checkScopes(modifiers.words, at, report);
  if (kind === "class") {
    const has = (word: ModifierWord): boolean => modifiers.words.includes(word);
    if (has("static")) report.error(at, "static is not allowed on classes");
    if (has("final")) report.error(at, "classes are by default final");
    if (has("protected")) report.error(at, "protected is not allowed on classes");
    if (has("abstract") && has("virtual")) report.error(at, "abstract are by default virtual");
    checkSharings(declaration, report);
    for (const member of declaration.members) checkMember(member, declaration, isTopLevel, report);
  }
}

function checkSharings({ at, modifiers }: ClassDeclaration, report: Report): void {
  const [first, second] = SHARINGS.filter((sharing) => modifiers.words.includes(sharing));
  if (first !== undefined && second !== undefined)
    report.error(at, `${SHARING_NAMES[first]} classes cannot be ${SHARING_NAMES[second]}`);
}

type PluralMember = Extract<Member, { readonly kind: keyof typeof PLURALS }>;

function hasPlural(member: Member): member is PluralMember {
  return member.kind in PLURALS;
}

function checkMember(
  member: Member,
  owner: ClassDeclaration,
  isTopLevel: boolean,
  report: Report,
): void {
  if (!hasPlural(member)) return;
  const plural = PLURALS[member.kind];
  const { words } = member.modifiers;
  checkScopes(words, member.at, report);
  if (words.includes("protected")) checkProtected(member, owner, plural, report);
  for (const sharing of SHARINGS) {
    if (words.includes(sharing))
      report.error(member.at, `${SHARING_NAMES[sharing]} is not allowed on ${plural}`);
  }
  if (isTopLevel && words.includes("global") && !owner.modifiers.words.includes("global"))
    report.error(member.at, `Defining type for global ${plural} must be declared as global`);
  if (member.kind === "constructor" && member.name.toLowerCase() !== owner.name.toLowerCase())
    report.error(member.at, `Invalid constructor name: ${member.name}`);
}

/** What only descendants see has none to see it where a class cannot be extended; and statics are not inherited. */
function checkProtected(
  { kind, at, modifiers }: PluralMember,
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

function checkScopes(words: readonly ModifierWord[], at: Member["at"], report: Report): void {
  if (words.filter((word) => SCOPES.includes(word)).length > 1)
    report.error(at, "Declarations can only have one scope");
}
