import type { FormulaOperand } from "../formula/operand.ts";
import type { FieldDescribe } from "../schema/schema.ts";
import type { Row, StoredValue } from "../store/row.ts";
import { type ReadEnvironment } from "./row-reader.ts";
/** The value of a formula field. */
export declare function evaluateFormulaField(environment: ReadEnvironment, row: Row, field: FieldDescribe): StoredValue;
/** What an identifier of a formula on this row stands for. @throws QueryError for a field that does not exist. */
export declare function formulaOperand(environment: ReadEnvironment, row: Row, identifier: string, blankAsZero: boolean): FormulaOperand;
