import type {
  ConstructorDeclarationContext,
  FieldDeclarationContext,
  FormalParametersContext,
  InterfaceMethodDeclarationContext,
  MethodDeclarationContext,
  PropertyBlockContext,
  PropertyDeclarationContext,
} from "@apexdevtools/apex-parser";
import type {
  Accessor,
  ConstructorDeclaration,
  FieldDeclaration,
  MethodDeclaration,
  Modifiers,
  Parameter,
  PropertyDeclaration,
} from "../ast.ts";
import { lowerIsFinal, lowerModifiers } from "./modifiers.ts";
import { lowerBlock, lowerDeclarators } from "./statements.ts";
import { endOf, identifier, optional, positionOfTerminal, startOf, type Report } from "./tree.ts";
import { lowerType } from "./types.ts";

export function lowerFields(
  tree: FieldDeclarationContext,
  modifiers: Modifiers,
  report: Report,
): readonly FieldDeclaration[] {
  const type = lowerType(tree.typeRef(), report);
  return lowerDeclarators(tree.variableDeclarators(), report).map((variable) => ({
    kind: "field",
    modifiers,
    type,
    ...variable,
  }));
}

export function lowerMethod(
  tree: MethodDeclarationContext,
  modifiers: Modifiers,
  report: Report,
): MethodDeclaration {
  const body = optional(tree.block());
  return {
    ...lowerSignature(tree, modifiers, report),
    body: body === null ? null : lowerBlock(body, report),
  };
}

export function lowerInterfaceMethod(
  tree: InterfaceMethodDeclarationContext,
  report: Report,
): MethodDeclaration {
  const [modifier] = tree.modifier_list();
  if (modifier !== undefined) {
    report(startOf(modifier), `Missing '}' at '${modifier.start.text}'`);
  }
  return {
    ...lowerSignature(tree, lowerModifiers(tree.modifier_list(), report), report),
    body: null,
  };
}

function lowerSignature(
  tree: MethodDeclarationContext | InterfaceMethodDeclarationContext,
  modifiers: Modifiers,
  report: Report,
): Omit<MethodDeclaration, "body"> {
  const returns = optional(tree.typeRef());
  return {
    kind: "method",
    name: identifier(tree.id(), report),
    modifiers,
    returns: returns === null ? null : lowerType(returns, report),
    parameters: lowerParameters(tree.formalParameters(), report),
    at: startOf(tree.id()),
    end: endOf(tree),
  };
}

export function lowerConstructor(
  tree: ConstructorDeclarationContext,
  modifiers: Modifiers,
  report: Report,
): ConstructorDeclaration {
  const names = tree.qualifiedName().id_list();
  const [first] = names;
  if (first === undefined || names.length > 1) {
    report(startOf(tree), `Invalid constructor name: ${tree.qualifiedName().getText()}`);
  }
  return {
    kind: "constructor",
    name: first === undefined ? "" : identifier(first, report),
    modifiers,
    parameters: lowerParameters(tree.formalParameters(), report),
    body: lowerBlock(tree.block(), report),
    at: startOf(tree),
    end: endOf(tree),
  };
}

function lowerParameters(tree: FormalParametersContext, report: Report): readonly Parameter[] {
  const list = optional(tree.formalParameterList());
  return list === null
    ? []
    : list.formalParameter_list().map((parameter) => ({
        name: identifier(parameter.id(), report),
        type: lowerType(parameter.typeRef(), report),
        isFinal: lowerIsFinal(parameter.modifier_list(), report),
        at: startOf(parameter.id()),
      }));
}

export function lowerProperty(
  tree: PropertyDeclarationContext,
  modifiers: Modifiers,
  report: Report,
): PropertyDeclaration {
  let getter: Accessor | null = null;
  let setter: Accessor | null = null;
  if (tree.propertyBlock_list().length === 0) {
    report(positionOfTerminal(tree.RBRACE()), "Unexpected token '}'.");
  }
  for (const accessor of tree.propertyBlock_list()) {
    const isGetter = optional(accessor.getter()) !== null;
    if ((isGetter ? getter : setter) !== null) {
      report(startOf(accessor), `Missing '}' at '${isGetter ? "get" : "set"}'`);
    }
    const lowered = lowerAccessor(accessor, report);
    if (isGetter) {
      getter = lowered;
    } else {
      setter = lowered;
    }
  }
  return {
    kind: "property",
    modifiers,
    type: lowerType(tree.typeRef(), report),
    name: identifier(tree.id(), report),
    getter,
    setter,
    at: startOf(tree.id()),
  };
}

function lowerAccessor(tree: PropertyBlockContext, report: Report): Accessor {
  const accessor = optional(tree.getter()) ?? tree.setter();
  const body = optional(accessor.block());
  return {
    modifiers: lowerModifiers(tree.modifier_list(), report),
    body: body === null ? null : lowerBlock(body, report),
    at: startOf(accessor),
  };
}
