/** Where control can go: methods that may end without a value, statements that are never reached. */
import type { Position } from "../syntax/ast.ts";
import type { BoundBlock, BoundExpression, BoundStatement } from "./bound.ts";
import type { Report } from "./report.ts";

/** Reports statements after a return, a throw, a break or a continue; a loop counts as one that ends, whatever its condition. */
export function checkReachable(body: BoundBlock, report: Report): void {
  completes(body, {
    onUnreachable: (at) => report.error(at, "Unreachable statement"),
    endlessLoopEnds: true,
  });
}

/** Whether the end of the block can be reached. */
export function canComplete(body: BoundBlock): boolean {
  return completes(body, { onUnreachable: () => undefined, endlessLoopEnds: false });
}

interface Walk {
  readonly onUnreachable: (at: Position) => void;
  /** `while (true)` without a break: what follows may be written, but a method need not return a value after it. */
  readonly endlessLoopEnds: boolean;
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
      inner(statement.body);
      return walk.endlessLoopEnds || !isEndless(statement.condition) || breaks(statement.body);
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
      return inner(statement.body);
    case "return":
    case "throw":
    case "break":
    case "continue":
      return false;
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

/** `for (;;)` and `while (true)`. */
function isEndless(condition: BoundExpression | null): boolean {
  if (condition === null) return true;
  return (
    condition.kind === "literal" && condition.value.kind === "boolean" && condition.value.value
  );
}

/** Whether a `break` inside leaves this loop, not one nested in it. */
function breaks(statement: BoundStatement | null): boolean {
  switch (statement?.kind) {
    case "break":
      return true;
    case "block":
      return statement.statements.some(breaks);
    case "if":
      return breaks(statement.then) || breaks(statement.otherwise);
    case "switchValues":
      return statement.cases.some(({ body }) => breaks(body)) || breaks(statement.otherwise);
    case "switchTypes":
      return (
        statement.cases.some(({ body }) => breaks(body)) ||
        breaks(statement.nullCase) ||
        breaks(statement.otherwise)
      );
    case "try":
      return [
        statement.body,
        ...statement.catches.map(({ body }) => body),
        statement.otherwise,
      ].some(breaks);
    case "runAs":
      return breaks(statement.body);
    default:
      return false;
  }
}
