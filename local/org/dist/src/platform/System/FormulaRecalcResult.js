/** System.FormulaRecalcResult and its errors. Source: Apex Reference, "FormulaRecalcResult Class". */
import { ApexList } from "../../runtime/list.js";
import { platformTypeNamed } from "../../runtime/type.js";
import { platformType } from "../../runtime/behaviour.js";
import { FormulaRecalcResultValue } from "../formula/recalculate.js";
class FieldErrorValue {
    error;
    constructor(error) {
        this.error = error;
    }
}
export const formulaRecalcResultBehaviour = platformType({
    type: "System.FormulaRecalcResult",
    implementation: FormulaRecalcResultValue,
    methods: {
        getErrors: ({ errors }) => new ApexList(platformTypeNamed("System.FormulaRecalcFieldError"), errors.map((error) => new FieldErrorValue(error))),
        getSObject: ({ record }) => record,
        isSuccess: ({ errors }) => errors.length === 0,
    },
});
export const formulaRecalcFieldErrorBehaviour = platformType({
    type: "System.FormulaRecalcFieldError",
    implementation: FieldErrorValue,
    methods: {
        getFieldError: ({ error }) => error.message,
        getFieldName: ({ error }) => error.field,
    },
});
