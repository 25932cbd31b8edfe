/** System.Exception and all that descend from it. Source: Apex Reference, "Exception Class and Built-In Exceptions". */
import { ApexException, type DmlFailure, raise } from "../../runtime/exception.ts";
import { platformEnum } from "../../runtime/enums.ts";
import { ApexList } from "../../runtime/list.ts";
import { FieldToken } from "../../runtime/tokens.ts";
import { valueText } from "../../runtime/text.ts";
import { transaction } from "../../runtime/transaction.ts";
import { platformTypeNamed, STRING } from "../../runtime/type.ts";
import { platformType } from "../../runtime/behaviour.ts";

function failure(exception: ApexException, index: number): DmlFailure {
  return (
    exception.failures[index] ?? raise("System.ListException", `List index out of bounds: ${index}`)
  );
}

function initCause(exception: ApexException, cause: ApexException | null): void {
  if (exception.cause !== null) raise("System.IllegalStateException", "Can't overwrite cause");
  exception.cause = cause;
}

/** Of an exception made and never thrown it is where it was made. */
function lineNumber(exception: ApexException): number {
  return exception.frames[0]?.line ?? 0;
}

function fieldTokens(row: DmlFailure): ApexList {
  const { schema } = transaction().host;
  const describe = row.id === null ? undefined : schema.objectByKeyPrefix(row.id.slice(0, 3));
  const fields = row.fields
    .map((field) => describe?.fields.get(field.toLowerCase()))
    .filter((field) => field !== undefined);
  return new ApexList(
    platformTypeNamed("Schema.SObjectField"),
    fields.map((field) => new FieldToken(field)),
  );
}

export const exceptionBehaviour = platformType({
  type: "System.Exception",
  implementation: ApexException,
  methods: {
    getMessage: (exception: ApexException) => exception.message ?? "Script-thrown exception",
    setMessage: (exception: ApexException, message: string | null) => {
      exception.message = message;
    },
    getCause: (exception: ApexException) => exception.cause,
    initCause,
    getTypeName: (exception: ApexException) => exception.typeName,
    getLineNumber: lineNumber,
    getStackTraceString: (exception: ApexException) => exception.stackTraceText,
    toString: valueText,
    getNumDml: (exception: ApexException) => exception.failures.length,
    getDmlIndex: (exception: ApexException, index: number) => failure(exception, index).index,
    getDmlId: (exception: ApexException, index: number) => failure(exception, index).id,
    getDmlMessage: (exception: ApexException, index: number) => failure(exception, index).message,
    getDmlStatusCode: (exception: ApexException, index: number) =>
      failure(exception, index).statusCode,
    getDmlType: (exception: ApexException, index: number) =>
      platformEnum("System.StatusCode").find(failure(exception, index).statusCode) ?? null,
    getDmlFieldNames: (exception: ApexException, index: number) =>
      new ApexList(STRING, [...failure(exception, index).fields]),
    getDmlFields: (exception: ApexException, index: number) =>
      fieldTokens(failure(exception, index)),
    getInaccessibleFields: (exception: ApexException) =>
      exception.details.get("inaccessibleFields") ?? null,
  },
});
