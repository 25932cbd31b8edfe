/** SOSL. */
import {
  FieldListContext,
  type FieldSpecContext,
  type FieldSpecListContext,
  type SoslClausesContext,
  type SoslLiteralAltContext,
  type SoslLiteralContext,
  type SoslWithClauseContext,
} from "@apexdevtools/apex-parser";
import type { Expression } from "../ast.ts";
import type { SoslQuery } from "../query.ts";
import { lowerCondition } from "./conditions.ts";
import { lowerExpression } from "./expressions.ts";
import { lowerOrderBy } from "./query-operands.ts";
import { lowerRowCount, lowerUpdates } from "./query.ts";
import { optional, startOf, type Report } from "./tree.ts";

type Returning = SoslQuery<Expression>["returning"][number];

export function lowerSearch(tree: SoslLiteralContext, report: Report): SoslQuery<Expression> {
  const literal = optional(tree.FindLiteral());
  return {
    at: startOf(tree),
    find:
      literal === null
        ? { kind: "bind", bind: lowerExpression(tree.boundExpression().expression(), report) }
        : { kind: "string", value: termBetween(literal.getText(), "'", "'") },
    ...lowerClauses(tree.soslClauses(), report),
  };
}

/** The form of the API, with the term in braces. */
export function lowerBracedSearch(
  tree: SoslLiteralAltContext,
  report: Report,
): SoslQuery<Expression> {
  return {
    at: startOf(tree),
    find: { kind: "string", value: termBetween(tree.FindLiteralAlt().getText(), "{", "}") },
    ...lowerClauses(tree.soslClauses(), report),
  };
}

/** Only the quote is unescaped: before SOSL's reserved characters the backslash belongs to the search term. */
function termBetween(token: string, open: string, close: string): string {
  return token.slice(token.indexOf(open) + 1, token.lastIndexOf(close)).replaceAll("\\'", "'");
}

function lowerClauses(
  tree: SoslClausesContext,
  report: Report,
): Omit<SoslQuery<Expression>, "at" | "find"> {
  const group = optional(tree.searchGroup());
  const returning = optional(tree.fieldSpecList());
  const limit = optional(tree.limitClause());
  const withClauses = tree.soslWithClause_list();
  return {
    group: group === null ? null : group.start.text.toUpperCase(),
    returning: returning === null ? [] : lowerReturning(returning, report),
    access: lowerAccess(withClauses, report),
    limit: limit === null ? null : lowerRowCount(limit, report),
    otherClauses: [
      ...withClauses.filter(isPresentationOnly).map((clause) => `WITH ${withWord(clause)}`),
      ...lowerUpdates(optional(tree.updateList())),
    ],
  };
}

function lowerAccess(
  clauses: readonly SoslWithClauseContext[],
  report: Report,
): SoslQuery<Expression>["access"] {
  let access: SoslQuery<Expression>["access"] = null;
  for (const clause of clauses) {
    if (optional(clause.USER_MODE()) !== null) {
      access = "USER_MODE";
    } else if (optional(clause.SYSTEM_MODE()) !== null) {
      access = "SYSTEM_MODE";
    } else if (!isPresentationOnly(clause)) {
      report(startOf(clause), `SOSL clause is not supported: WITH ${withWord(clause)}`, "gap");
    }
  }
  return access;
}

/** These change how a result is shown, not which records are found. */
function isPresentationOnly(clause: SoslWithClauseContext): boolean {
  return (
    optional(clause.HIGHLIGHT()) !== null ||
    optional(clause.SNIPPET()) !== null ||
    optional(clause.SPELL_CORRECTION()) !== null
  );
}

function withWord(clause: SoslWithClauseContext): string {
  return clause.getText().slice("WITH".length).toUpperCase();
}

function lowerReturning(tree: FieldSpecListContext, report: Report): readonly Returning[] {
  return [
    lowerFieldSpec(tree.fieldSpec(), report),
    ...tree.fieldSpecList_list().flatMap((rest) => lowerReturning(rest, report)),
  ];
}

function lowerFieldSpec(tree: FieldSpecContext, report: Report): Returning {
  const [object, listView] = tree.soslId_list();
  if (listView !== undefined) {
    report(startOf(listView), "SOSL clause is not supported: USING LISTVIEW", "gap");
  }
  const fields = tree.getTypedRuleContexts(FieldListContext);
  const where = optional(tree.logicalExpression());
  const orderBy = optional(tree.fieldOrderList());
  const limit = optional(tree.limitClause());
  const offset = optional(tree.offsetClause());
  return {
    object: object === undefined ? "" : object.getText(),
    fields: fields.flatMap((list) => lowerFieldList(list, report)),
    where: where === null ? null : lowerCondition(where, report),
    orderBy: orderBy === null ? [] : lowerOrderBy(orderBy, report),
    limit: limit === null ? null : lowerRowCount(limit, report),
    offset: offset === null ? null : lowerRowCount(offset, report),
  };
}

function lowerFieldList(tree: FieldListContext, report: Report): Returning["fields"] {
  if (optional(tree.CONVERT_CURRENCY()) !== null || optional(tree.soqlFunction()) !== null) {
    report(startOf(tree), "SOSL function is not supported: CONVERTCURRENCY", "gap");
    return [];
  }
  const ids = tree.soslId_list().map((id) => id.getText());
  const isLabel = optional(tree.TOLABEL()) !== null;
  const shownBy = isLabel ? "TOLABEL" : optional(tree.FORMAT()) === null ? null : "FORMAT";
  const [shown = "", alias = null] = ids;
  const own =
    shownBy === null
      ? ids.map((id) => ({ path: id.split("."), shownBy: null, alias: null }))
      : [{ path: shown.split("."), shownBy, alias } as const];
  return [...own, ...tree.fieldList_list().flatMap((rest) => lowerFieldList(rest, report))];
}
