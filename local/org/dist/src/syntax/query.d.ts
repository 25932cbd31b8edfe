/**
 * The abstract syntax of SOQL and SOSL. One shape serves inline queries (binds are Apex expressions), dynamic queries
 * (binds are Apex expressions parsed from the string) and executable queries (binds are indexes into a value list).
 * Source: SOQL and SOSL Reference.
 */
import type { Position } from "./ast.ts";
export interface Query<Bind> {
    readonly at: Position;
    readonly select: readonly SelectItem<Bind>[];
    /** The first is the object queried; more are relationship aliases (`FROM Contact c, c.Account a`). For a subquery: the child relationship name. */
    readonly from: readonly {
        readonly path: readonly string[];
        readonly alias: string | null;
    }[];
    readonly scope: string | null;
    readonly where: Condition<Bind> | null;
    readonly access: "USER_MODE" | "SYSTEM_MODE" | "SECURITY_ENFORCED" | null;
    readonly groupBy: GroupBy | null;
    readonly having: Condition<Bind> | null;
    readonly orderBy: readonly OrderBy[];
    readonly limit: QueryValue<Bind> | null;
    readonly offset: QueryValue<Bind> | null;
    readonly allRows: boolean;
    readonly forUpdate: boolean;
    /** FOR VIEW, FOR REFERENCE, UPDATE TRACKING/VIEWSTAT: accepted, without effect on the rows. */
    readonly otherClauses: readonly string[];
}
export type SelectItem<Bind> = {
    readonly kind: "field";
    readonly path: readonly string[];
    readonly alias: string | null;
    readonly at: Position;
} | FunctionItem | {
    readonly kind: "subquery";
    readonly query: Query<Bind>;
    readonly alias: string | null;
    readonly at: Position;
} | {
    readonly kind: "typeof";
    readonly relationship: readonly string[];
    readonly when: readonly {
        readonly object: string;
        readonly fields: readonly (readonly string[])[];
    }[];
    readonly otherwise: readonly (readonly string[])[];
    readonly at: Position;
}
/** FIELDS(ALL), FIELDS(STANDARD), FIELDS(CUSTOM). */
 | {
    readonly kind: "fields";
    readonly of: "ALL" | "STANDARD" | "CUSTOM";
    readonly at: Position;
};
/** `COUNT()` has no argument. Names upper-cased: COUNT, SUM, TOLABEL, FORMAT, CALENDAR_YEAR, DISTANCE, GROUPING … */
export interface FunctionItem {
    readonly kind: "function";
    readonly name: string;
    readonly arguments: readonly QueryOperand[];
    readonly alias: string | null;
    readonly at: Position;
}
/** What a condition, an order or a group stands on. */
export type QueryOperand = {
    readonly kind: "field";
    readonly path: readonly string[];
    readonly at: Position;
} | {
    readonly kind: "function";
    readonly name: string;
    readonly arguments: readonly QueryOperand[];
    readonly at: Position;
} | {
    readonly kind: "literal";
    readonly value: string;
    readonly at: Position;
};
export type Comparison = "=" | "!=" | "<" | "<=" | ">" | ">=" | "LIKE" | "IN" | "NOT IN" | "INCLUDES" | "EXCLUDES";
export type Condition<Bind> = {
    readonly kind: "and" | "or";
    readonly conditions: readonly Condition<Bind>[];
} | {
    readonly kind: "not";
    readonly condition: Condition<Bind>;
} | {
    readonly kind: "comparison";
    readonly operand: QueryOperand;
    readonly operator: Comparison;
    readonly value: QueryValue<Bind>;
    readonly at: Position;
};
export type QueryValue<Bind> = {
    readonly kind: "null";
} | {
    readonly kind: "boolean";
    readonly value: boolean;
}
/** Text, so that no digit is lost. */
 | {
    readonly kind: "number";
    readonly text: string;
} | {
    readonly kind: "string";
    readonly value: string;
}
/** ISO texts: 2026-01-31, 2026-01-31T10:00:00Z, with offset, or 10:00:00Z. */
 | {
    readonly kind: "date" | "datetime" | "time";
    readonly text: string;
}
/** TODAY, LAST_N_DAYS:5 → {name:"LAST_N_DAYS", n:5}. */
 | {
    readonly kind: "dateLiteral";
    readonly name: string;
    readonly n: number | null;
}
/** USD500. */
 | {
    readonly kind: "currency";
    readonly code: string;
    readonly amount: string;
} | {
    readonly kind: "list";
    readonly values: readonly QueryValue<Bind>[];
} | {
    readonly kind: "subquery";
    readonly query: Query<Bind>;
} | {
    readonly kind: "bind";
    readonly bind: Bind;
};
export interface GroupBy {
    readonly kind: "plain" | "rollup" | "cube";
    readonly by: readonly QueryOperand[];
}
export interface OrderBy {
    readonly operand: QueryOperand;
    readonly descending: boolean;
    /** null: Salesforce's default, nulls first. */
    readonly nulls: "first" | "last" | null;
}
/** A field that a search gives, as it is or as `toLabel(…)` or `FORMAT(…)` shows it. */
export interface SearchField {
    readonly path: readonly string[];
    readonly shownBy: "TOLABEL" | "FORMAT" | null;
    readonly alias: string | null;
}
export interface SoslQuery<Bind> {
    readonly at: Position;
    readonly find: {
        readonly kind: "string";
        readonly value: string;
    } | {
        readonly kind: "bind";
        readonly bind: Bind;
    };
    /** ALL, EMAIL, NAME, PHONE, SIDEBAR. */
    readonly group: string | null;
    readonly returning: readonly {
        readonly object: string;
        readonly fields: readonly SearchField[];
        readonly where: Condition<Bind> | null;
        readonly orderBy: readonly OrderBy[];
        readonly limit: QueryValue<Bind> | null;
        readonly offset: QueryValue<Bind> | null;
    }[];
    readonly access: "USER_MODE" | "SYSTEM_MODE" | null;
    readonly limit: QueryValue<Bind> | null;
    /** WITH HIGHLIGHT, UPDATE TRACKING and their like: accepted, without effect on the rows. */
    readonly otherClauses: readonly string[];
}
