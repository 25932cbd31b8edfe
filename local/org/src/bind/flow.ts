/** Where control can go: methods that may end without a value, statements that are never reached. */
import type { Position } from "../syntax/ast.ts";
import type { BodyContext } from "./body-context.ts";
import type { BoundBlock, BoundStatement } from "./bound.ts";

/** Salesforce's compiler takes what is never reached in classes of older API versions. */
const REFUSES_UNREACHABLE = 42;

/** Reports statements after a return or a throw. Salesforce says nothing of those after a break or a continue. */
export function checkReachable(
  body: BoundBlock,
  { owner, report }: Pick<BodyContext, "owner" | "report">,
): void {
  if (owner.apiVersion < REFUSES_UNREACHABLE) return;
  completes(body, { onUnreachable: (at) => report.error(at, "Unreachable statement") });
}

/** Whether the end of the block can be reached. A loop can always end, also `while (true)`, and so can a `System.runAs`. */
export function canComplete(body: BoundBlock): boolean {
  return completes(body, { onUnreachable: () => undefined });
}

interface Walk {
  readonly onUnreachable: (at: Position) => void;
}

function completes(statement: BoundStatement, walk: Walk): boolean {
  const inner = (nested: BoundStatement | null): boolean =>
    nested === null || completes(nested, walk);
  switch (statement.kind) {
    case "block":
      return blockCompletes(statement, walk);
    case "if": {
      const then = inner(statement.then);
      return inner(statement.otherwise) || then;
    }
    case "while":
    case "for":
    case "doWhile":
    case "forEach":
    case "forQuery":
      inner(statement.body);
      return true;
    case "switchValues": {
      const ends = statement.cases.map(({ body }) => inner(body));
      return inner(statement.otherwise) || ends.includes(true);
    }
    case "switchTypes": {
      const ends = statement.cases.map(({ body }) => inner(body));
      const nullEnds = statement.nullCase !== null && inner(statement.nullCase);
      return inner(statement.otherwise) || nullEnds || ends.includes(true);
    }
    case "try": {
      const ends = [inner(statement.body), ...statement.catches.map(({ body }) => inner(body))];
      return inner(statement.otherwise) && ends.includes(true);
    }
    case "runAs":
      inner(statement.body);
      return true;
    case "return":
    case "throw":
      return false;
    case "break":
    case "continue":
    case "local":
    case "expression":
    case "dml":
      return true;
  }
}

function blockCompletes({ statements }: BoundBlock, walk: Walk): boolean {
  let reached = true;
  let reported = false;
  for (const statement of statements) {
    if (!reached && !reported) {
      walk.onUnreachable(statement.at);
      reported = true;
    }
    if (!completes(statement, walk)) reached = false;
  }
  return reached;
}
