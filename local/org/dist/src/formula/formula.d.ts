import type { FieldDescribe } from "../schema/schema.ts";
import type { StoredValue } from "../store/row.ts";
import type { FormulaMoment } from "./functions/function.ts";
import { type FormulaOperand } from "./operand.ts";
import { type FormulaKind } from "./value.ts";
/**
 * Evaluates a formula. `resolve` gives the value of an identifier (`Amount__c`, `Account__r.Name`, `$User.Id`; `$Is.New`,
 * `$Changed.Field` and `$Prior.Field` for the functions that look at the record's last version) and throws for one it does not know.
 * What has no answer, such as a division by zero, is null.
 * @throws FormulaFailure
 */
export declare function evaluateFormula(formula: string, resolve: (identifier: string) => FormulaOperand, { now, timeZone }: FormulaMoment): StoredValue;
/**
 * The kind of a formula's value. `resolve` as in {@link evaluateFormula}; only its types are asked.
 * @throws FormulaFailure for what Salesforce's formula compiler refuses
 */
export declare function checkFormula(formula: string, resolve: (identifier: string) => Pick<FormulaOperand, "type">): FormulaKind;
/** A formula's result as the type of the field or default it is for. */
export declare function asFieldValue(value: StoredValue, field: FieldDescribe): StoredValue;
