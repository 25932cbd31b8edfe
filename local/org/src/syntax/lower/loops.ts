import type {
  DoWhileStatementContext,
  ForControlContext,
  ForInitContext,
  ForStatementContext,
  StatementContext,
  WhileStatementContext,
} from "@apexdevtools/apex-parser";
import type { DoWhile, For, ForEach, Statement, While } from "../ast.ts";
import { lowerExpression, lowerExpressionList } from "./expressions.ts";
import { lowerBlock, lowerLocalVariables, lowerStatement } from "./statements.ts";
import { identifier, optional, positionOfTerminal, startOf, type Report } from "./tree.ts";
import { lowerType } from "./types.ts";

export function lowerWhile(tree: WhileStatementContext, report: Report): While {
  return {
    kind: "while",
    condition: lowerExpression(tree.parExpression().expression(), report),
    body: lowerBody(optional(tree.statement()), report),
    at: startOf(tree),
  };
}

export function lowerDoWhile(tree: DoWhileStatementContext, report: Report): DoWhile {
  return {
    kind: "doWhile",
    body: lowerBlock(tree.block(), report),
    condition: lowerExpression(tree.parExpression().expression(), report),
    at: startOf(tree),
  };
}

export function lowerFor(tree: ForStatementContext, report: Report): For | ForEach {
  const control = tree.forControl();
  const body = lowerBody(optional(tree.statement()), report);
  const at = startOf(tree);
  const each = optional(control.enhancedForControl());
  if (each !== null) {
    return {
      kind: "forEach",
      type: lowerType(each.typeRef(), report),
      name: identifier(each.id(), report),
      iterable: lowerExpression(each.expression(), report),
      body,
      at,
    };
  }
  return { kind: "for", ...lowerControl(control, report), body, at };
}

function lowerControl(
  tree: ForControlContext,
  report: Report,
): Pick<For, "initializer" | "condition" | "updates"> {
  const initializer = optional(tree.forInit());
  const condition = optional(tree.expression());
  const update = optional(tree.forUpdate());
  // Salesforce's grammar has a list of initialisers but only one update.
  const further = update?.expressionList().COMMA_list()[0];
  if (further !== undefined) {
    report(positionOfTerminal(further), "Expecting ')' but was: ','");
  }
  return {
    initializer: initializer === null ? null : lowerInitializer(initializer, report),
    condition: condition === null ? null : lowerExpression(condition, report),
    updates: update === null ? [] : lowerExpressionList(update.expressionList(), report),
  };
}

function lowerInitializer(tree: ForInitContext, report: Report): For["initializer"] {
  const declaration = optional(tree.localVariableDeclaration());
  return declaration === null
    ? lowerExpressionList(tree.expressionList(), report)
    : lowerLocalVariables(declaration, report);
}

function lowerBody(tree: StatementContext | null, report: Report): Statement | null {
  return tree === null ? null : lowerStatement(tree, report);
}
