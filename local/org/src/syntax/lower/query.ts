import type {
  FromNameListContext,
  GroupByClauseContext,
  LimitClauseContext,
  OffsetClauseContext,
  QueryContext,
  SelectEntryContext,
  SubFieldEntryContext,
  SubQueryContext,
  TypeOfContext,
  UpdateListContext,
  WithClauseContext,
} from "@apexdevtools/apex-parser";
import { FieldNameContext, SoqlIdContext } from "@apexdevtools/apex-parser";
import type { Expression } from "../ast.ts";
import type { GroupBy, Query, QueryValue, SelectItem } from "../query.ts";
import { lowerCondition, lowerWhere } from "./conditions.ts";
import { lowerExpression } from "./expressions.ts";
import {
  lowerAllFields,
  lowerFieldOrFunction,
  lowerFunction,
  lowerOrderBy,
  lowerPath,
  lowerPaths,
} from "./query-operands.ts";
import { identifier, optional, startOf, unknownConstruct, type Report } from "./tree.ts";

type SelectEntry = SelectEntryContext | SubFieldEntryContext;

export function lowerQuery(tree: QueryContext, report: Report): Query<Expression> {
  const scope = optional(tree.usingScope());
  const groupBy = optional(tree.groupByClause());
  const having = groupBy === null ? null : optional(groupBy.logicalExpression());
  const offset = optional(tree.offsetClause());
  return {
    ...lowerCommonClauses(tree, tree.selectList().selectEntry_list(), report),
    scope: scope === null ? null : scope.soqlId().getText(),
    access: lowerWith(optional(tree.withClause()), report),
    groupBy: groupBy === null ? null : lowerGroupBy(groupBy, report),
    having: having === null ? null : lowerCondition(having, report),
    offset: offset === null ? null : lowerRowCount(offset, report),
    allRows: optional(tree.allRowsClause()) !== null,
  };
}

export function lowerSubquery(tree: SubQueryContext, report: Report): Query<Expression> {
  return {
    ...lowerCommonClauses(tree, tree.subFieldList().subFieldEntry_list(), report),
    scope: null,
    access: null,
    groupBy: null,
    having: null,
    offset: null,
    allRows: false,
  };
}

function lowerCommonClauses(
  tree: QueryContext | SubQueryContext,
  select: readonly SelectEntry[],
  report: Report,
): Pick<
  Query<Expression>,
  "at" | "select" | "from" | "where" | "orderBy" | "limit" | "forUpdate" | "otherClauses"
> {
  const where = optional(tree.whereClause());
  const orderBy = optional(tree.orderByClause());
  const limit = optional(tree.limitClause());
  const forClauses = tree.forClauses();
  return {
    at: startOf(tree),
    select: select.map((entry) => lowerSelectItem(entry, report)),
    from: lowerFrom(tree.fromNameList(), report),
    where: where === null ? null : lowerWhere(where.whereLogicalExpression(), report),
    orderBy: orderBy === null ? [] : lowerOrderBy(orderBy.fieldOrderList(), report),
    limit: limit === null ? null : lowerRowCount(limit, report),
    forUpdate: forClauses.UPDATE_list().length > 0,
    otherClauses: [
      ...forClauses.VIEW_list().map(() => "FOR VIEW"),
      ...forClauses.REFERENCE_list().map(() => "FOR REFERENCE"),
      ...lowerUpdates(optional(tree.updateList())),
    ],
  };
}

function lowerSelectItem(tree: SelectEntry, report: Report): SelectItem<Expression> {
  const at = startOf(tree);
  const aliasTree = optional(tree.soqlId());
  const alias = aliasTree === null ? null : identifier(aliasTree.id(), report);
  const field = optional(tree.fieldName());
  if (field !== null) return { kind: "field", path: lowerPath(field, report), alias, at };
  const typeOf = optional(tree.typeOf());
  if (typeOf !== null) return lowerTypeOf(typeOf, report);
  const subquery = optional(tree.subQuery());
  if (subquery !== null) {
    return { kind: "subquery", query: lowerSubquery(subquery, report), alias, at };
  }
  const call = optional(tree.soqlFunction());
  if (call === null) throw unknownConstruct(tree);
  return lowerAllFields(call) ?? { ...lowerFunction(call, report), alias };
}

function lowerTypeOf(tree: TypeOfContext, report: Report): SelectItem<Expression> {
  const otherwise = optional(tree.elseClause());
  return {
    kind: "typeof",
    relationship: lowerPath(tree.fieldName(), report),
    when: tree.whenClause_list().map((when) => ({
      object: when.fieldName().getText(),
      fields: lowerPaths(when.fieldNameList(), report),
    })),
    otherwise: otherwise === null ? [] : lowerPaths(otherwise.fieldNameList(), report),
    at: startOf(tree),
  };
}

/** Each name may have an alias after it, so the children are read in order. */
function lowerFrom(tree: FromNameListContext, report: Report): Query<Expression>["from"] {
  const names: { path: readonly string[]; alias: string | null }[] = [];
  for (const child of tree.children ?? []) {
    if (child instanceof FieldNameContext) {
      names.push({ path: lowerPath(child, report), alias: null });
    } else if (child instanceof SoqlIdContext) {
      const last = names.at(-1);
      if (last !== undefined) last.alias = identifier(child.id(), report);
    }
  }
  return names;
}

function lowerWith(tree: WithClauseContext | null, report: Report): Query<Expression>["access"] {
  if (tree === null) return null;
  if (optional(tree.USER_MODE()) !== null) return "USER_MODE";
  if (optional(tree.SYSTEM_MODE()) !== null) return "SYSTEM_MODE";
  if (optional(tree.SECURITY_ENFORCED()) !== null) return "SECURITY_ENFORCED";
  report(startOf(tree), `SOQL clause is not supported: ${tree.getText()}`, "gap");
  return null;
}

function lowerGroupBy(tree: GroupByClauseContext, report: Report): GroupBy {
  return {
    kind:
      optional(tree.ROLLUP()) !== null
        ? "rollup"
        : optional(tree.CUBE()) !== null
          ? "cube"
          : "plain",
    by: tree
      .fieldGroupByList()
      .fieldGroupBy_list()
      .map((by) => lowerFieldOrFunction(by, report)),
  };
}

export function lowerRowCount(
  tree: LimitClauseContext | OffsetClauseContext,
  report: Report,
): QueryValue<Expression> {
  const number = optional(tree.IntegerLiteral());
  return number === null
    ? { kind: "bind", bind: lowerExpression(tree.boundExpression().expression(), report) }
    : { kind: "number", text: number.getText() };
}

export function lowerUpdates(tree: UpdateListContext | null): readonly string[] {
  return tree === null
    ? []
    : [
        `UPDATE ${tree.updateType().getText().toUpperCase()}`,
        ...lowerUpdates(optional(tree.updateList())),
      ];
}
