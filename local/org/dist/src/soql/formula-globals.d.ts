/** What the `$` names of a formula stand for. Source: Salesforce Help, "Global Variables". */
import type { FormulaOperand } from "../formula/operand.ts";
import type { Row } from "../store/row.ts";
import { type ReadEnvironment } from "./row-reader.ts";
/** `$User.Email`, `$CustomMetadata.Rate__mdt.Main.Percent__c`, … @throws FormulaFailure for what there is not. */
export declare function globalOperand(environment: ReadEnvironment, row: Row, identifier: string, blankAsZero: boolean): FormulaOperand;
