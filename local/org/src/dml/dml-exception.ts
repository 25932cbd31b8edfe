import { type ApexException, dmlException, type DmlFailure } from "../runtime/exception.ts";
import type { DmlOutcome } from "../runtime/host.ts";
import type { SObjectValue } from "../runtime/sobject.ts";
import type { DmlOperation } from "../syntax/ast.ts";

/**
 * The exception of an all-or-none operation: "Insert failed. First exception on row 0; first error: REQUIRED_FIELD_MISSING,
 * Required fields are missing: [Name]: [Name]". A record that was given with its id is named by it, though nothing came of it.
 */
export function dmlExceptionOf(
  operation: DmlOperation | "lock" | "unlock" | "convertLead",
  outcomes: readonly Pick<DmlOutcome, "id" | "errors">[],
  records: readonly SObjectValue[] = [],
): ApexException {
  const failures = outcomes.flatMap(({ id, errors }, index) => {
    const given = records[index]?.peek("Id");
    return failuresOf({ id: id ?? (typeof given === "string" ? given : null), errors }, index);
  });
  const [first] = failures;
  if (first === undefined) throw new Error("a DmlException without a failure");
  const withId = first.id === null ? "" : ` with id ${first.id}`;
  const verb = operation.charAt(0).toUpperCase() + operation.slice(1);
  return dmlException(
    `${verb} failed. First exception on row ${first.index}${withId}; first error: ${first.statusCode}, ${first.message}: [${first.fields.join(", ")}]`,
    failures,
  );
}

function failuresOf(
  outcome: Pick<DmlOutcome, "id" | "errors">,
  index: number,
): readonly DmlFailure[] {
  return outcome.errors
    .filter((error) => error.statusCode !== "ALL_OR_NONE_OPERATION_ROLLED_BACK")
    .map((error) => ({
      index,
      id: outcome.id,
      statusCode: error.statusCode,
      message: error.message,
      fields: error.fields,
    }));
}
