import type { Position } from "../syntax/ast.ts";
import type { BodyContext } from "./body-context.ts";

/** Reports a member that Salesforce has and this org cannot run yet. */
export function checkBehaviour(
  owner: string,
  member: string,
  isStatic: boolean,
  at: Position,
  context: BodyContext,
): void {
  if (context.compilation.hasBehaviour(owner, member, isStatic)) return;
  context.report.gap(at, `${owner}.${member}`);
}
