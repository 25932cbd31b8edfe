/** What Database methods answer per record. Source: Apex Reference, "Database Namespace". */
import { platformEnum } from "../../runtime/enums.ts";
import { ApexEnum } from "../../runtime/enum.ts";
import type { DmlOutcome } from "../../runtime/host.ts";
import { ApexList } from "../../runtime/list.ts";
import { platformTypeNamed, STRING } from "../../runtime/type.ts";
import { platformType, type TypeBehaviour } from "../../runtime/behaviour.ts";

/** Codes that the catalog's StatusCode lacks, OPERATION_ENQUEUED among them. */
const uncatalogued = new Map<string, ApexEnum>();

function statusCode(name: string): ApexEnum {
  const known = platformEnum("System.StatusCode").find(name) ?? uncatalogued.get(name);
  if (known !== undefined) return known;
  const added = new ApexEnum(platformTypeNamed("System.StatusCode"), name, -1);
  uncatalogued.set(name, added);
  return added;
}

/** Database.Error. */
export class ErrorValue {
  readonly statusCode: string;
  readonly message: string;
  readonly fields: readonly string[];

  constructor(statusCode: string, message: string, fields: readonly string[]) {
    this.statusCode = statusCode;
    this.message = message;
    this.fields = fields;
  }

  get status(): ApexEnum {
    return statusCode(this.statusCode);
  }

  toString(): string {
    return `Database.Error[getFields=(${this.fields.join(", ")});getMessage=${this.message};getStatusCode=${this.statusCode};]`;
  }
}

/** As a result's getErrors gives them. */
export function databaseErrors({ errors }: Pick<DmlOutcome, "errors">): ApexList<ErrorValue> {
  return new ApexList(
    platformTypeNamed("Database.Error"),
    errors.map((error) => new ErrorValue(error.statusCode, error.message, error.fields)),
  );
}

class ResultValue {
  readonly outcome: DmlOutcome;

  constructor(outcome: DmlOutcome) {
    this.outcome = outcome;
  }

  get errors(): ApexList<ErrorValue> {
    return databaseErrors(this.outcome);
  }

  toString(): string {
    const name = this.constructor.name.replace("Value", "");
    return `Database.${name}[getErrors=(${this.errors.items.map(String).join(", ")});getId=${this.outcome.id ?? "null"};isSuccess=${this.outcome.isSuccess};]`;
  }
}

export class SaveResultValue extends ResultValue {}
export class UpsertResultValue extends ResultValue {}
export class DeleteResultValue extends ResultValue {}
export class UndeleteResultValue extends ResultValue {}
export class EmptyRecycleBinResultValue extends ResultValue {}

export class MergeResultValue extends ResultValue {
  readonly mergedIds: readonly string[];

  constructor(outcome: DmlOutcome, mergedIds: readonly string[]) {
    super(outcome);
    this.mergedIds = mergedIds;
  }
}

function resultType(
  type: string,
  implementation: NonNullable<TypeBehaviour["implementation"]>,
): TypeBehaviour {
  const id = (result: ResultValue): string | null => result.outcome.id;
  const isSuccess = (result: ResultValue): boolean => result.outcome.isSuccess;
  const errors = (result: ResultValue): ApexList<ErrorValue> => result.errors;
  const isCreated = (result: ResultValue): boolean => result.outcome.isCreated;
  return platformType({
    type,
    implementation,
    methods: {
      getId: id,
      isSuccess,
      getErrors: errors,
      ...(type === "Database.UpsertResult" ? { isCreated } : {}),
    },
    getters: {
      Id: id,
      Success: isSuccess,
      Errors: errors,
      ...(type === "Database.UpsertResult" ? { Created: isCreated } : {}),
    },
  });
}

export const saveResultBehaviour = resultType("Database.SaveResult", SaveResultValue);
export const upsertResultBehaviour = resultType("Database.UpsertResult", UpsertResultValue);
export const deleteResultBehaviour = resultType("Database.DeleteResult", DeleteResultValue);
export const undeleteResultBehaviour = resultType("Database.UndeleteResult", UndeleteResultValue);
export const emptyRecycleBinResultBehaviour = resultType(
  "Database.EmptyRecycleBinResult",
  EmptyRecycleBinResultValue,
);
export const mergeResultBehaviour = resultType("Database.MergeResult", MergeResultValue);

export const mergedRecordsBehaviour = platformType({
  type: "Database.MergeResult",
  methods: {
    getMergedRecordIds: (result: MergeResultValue) =>
      new ApexList(platformTypeNamed("Id"), [...result.mergedIds]),
  },
});

export const errorBehaviour = platformType({
  type: "Database.Error",
  implementation: ErrorValue,
  methods: {
    getFields: (error: ErrorValue) => new ApexList(STRING, [...error.fields]),
    getMessage: (error: ErrorValue) => error.message,
    getStatusCode: (error: ErrorValue) => error.status,
  },
  getters: {
    Fields: (error: ErrorValue) => new ApexList(STRING, [...error.fields]),
    Message: (error: ErrorValue) => error.message,
    StatusCode: (error: ErrorValue) => error.status,
  },
});
