import type {
  AnonymousUnitContext,
  CompilationUnitContext,
  FieldDeclarationContext,
  ModifierContext,
  StatementContext,
  TriggerCaseContext,
  TriggerUnitContext,
} from "@apexdevtools/apex-parser";
import type {
  AnonymousUnit,
  ClassUnit,
  LocalVariables,
  Member,
  Position,
  Statement,
  TriggerEvent,
  TriggerUnit,
} from "../ast.ts";
import { lowerMember, lowerTypeDeclaration } from "./declarations.ts";
import { lowerModifiers } from "./modifiers.ts";
import { lowerDeclarators, lowerStatement } from "./statements.ts";
import { identifier, optional, startOf, unknownConstruct, type Report } from "./tree.ts";
import { lowerType } from "./types.ts";

export function lowerClassUnit(tree: CompilationUnitContext, report: Report): ClassUnit {
  return { kind: "classUnit", declaration: lowerTypeDeclaration(tree.typeDeclaration(), report) };
}

export function lowerTriggerUnit(tree: TriggerUnitContext, report: Report): TriggerUnit {
  const [name, object] = tree.id_list();
  if (name === undefined || object === undefined) throw unknownConstruct(tree);
  const block = tree.triggerBlock();
  const parts = block.triggerBlockMember_list().map((part) => ({
    statement: optional(part.statement()),
    member: optional(part.triggerMemberDeclaration()),
    modifiers: part.modifier_list(),
  }));
  return {
    kind: "triggerUnit",
    name: identifier(name, report),
    object: identifier(object, report),
    events: tree.triggerCase_list().map((event) => triggerEvent(event, report)),
    ...lowerParts(parts, startOf(block), report),
    at: startOf(name),
  };
}

export function lowerAnonymousUnit(tree: AnonymousUnitContext, report: Report): AnonymousUnit {
  const block = tree.anonymousBlock();
  const parts = block.anonymousBlockMember_list().map((part) => ({
    statement: optional(part.statement()),
    member: optional(part.anonymousMemberDeclaration()),
    modifiers: part.modifier_list(),
  }));
  const at = startOf(tree);
  return { kind: "anonymousUnit", ...lowerParts(parts, at, report), at };
}

function triggerEvent(tree: TriggerCaseContext, report: Report): TriggerEvent {
  const timing = optional(tree.BEFORE()) === null ? "after" : "before";
  const operation =
    optional(tree.INSERT()) !== null
      ? "insert"
      : optional(tree.UPDATE()) !== null
        ? "update"
        : optional(tree.DELETE()) !== null
          ? "delete"
          : "undelete";
  if (operation !== "undelete") return `${timing} ${operation}`;
  if (timing === "before") report(startOf(tree), "Invalid trigger event: before undelete");
  return "after undelete";
}

interface Part {
  readonly statement: StatementContext | null;
  readonly member: (Parameters<typeof lowerMember>[0] & FieldRule) | null;
  readonly modifiers: readonly ModifierContext[];
}
interface FieldRule {
  fieldDeclaration(): FieldDeclarationContext;
}

function lowerParts(
  parts: readonly Part[],
  at: Position,
  report: Report,
): Pick<AnonymousUnit, "body" | "members"> {
  const statements: Statement[] = [];
  const members: Member[] = [];
  for (const { statement, member, modifiers } of parts) {
    if (statement !== null) {
      statements.push(lowerStatement(statement, report));
    } else if (member !== null) {
      const variables = lowerAsVariables(member, modifiers, report);
      if (variables === null) {
        members.push(...lowerMember(member, modifiers, report));
      } else {
        statements.push(variables);
      }
    }
  }
  return { body: { kind: "block", statements, at }, members };
}

/** Between statements, a field declaration without an access modifier is a local variable: it is initialised in its turn. */
function lowerAsVariables(
  member: FieldRule,
  modifierTrees: readonly ModifierContext[],
  report: Report,
): LocalVariables | null {
  const field = optional(member.fieldDeclaration());
  if (field === null) return null;
  const { words } = lowerModifiers(modifierTrees, () => undefined);
  if (words.some((word) => word !== "final")) return null;
  return {
    kind: "localVariables",
    isFinal: words.includes("final"),
    type: lowerType(field.typeRef(), report),
    variables: lowerDeclarators(field.variableDeclarators(), report),
    at: startOf(field),
  };
}
