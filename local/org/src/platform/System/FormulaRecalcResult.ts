/** System.FormulaRecalcResult and its errors. Source: Apex Reference, "FormulaRecalcResult Class". */
import { ApexList } from "../../runtime/list.ts";
import { platformTypeNamed } from "../../runtime/type.ts";
import { platformType } from "../../runtime/behaviour.ts";
import { type FieldError, FormulaRecalcResultValue } from "../formula/recalculate.ts";

class FieldErrorValue {
  readonly error: FieldError;

  constructor(error: FieldError) {
    this.error = error;
  }
}

export const formulaRecalcResultBehaviour = platformType({
  type: "System.FormulaRecalcResult",
  implementation: FormulaRecalcResultValue,
  methods: {
    getErrors: ({ errors }: FormulaRecalcResultValue) =>
      new ApexList(
        platformTypeNamed("System.FormulaRecalcFieldError"),
        errors.map((error) => new FieldErrorValue(error)),
      ),
    getSObject: ({ record }: FormulaRecalcResultValue) => record,
    isSuccess: ({ errors }: FormulaRecalcResultValue) => errors.length === 0,
  },
});

export const formulaRecalcFieldErrorBehaviour = platformType({
  type: "System.FormulaRecalcFieldError",
  implementation: FieldErrorValue,
  methods: {
    getFieldError: ({ error }: FieldErrorValue) => error.message,
    getFieldName: ({ error }: FieldErrorValue) => error.field,
  },
});
