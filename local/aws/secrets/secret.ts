/** A secret's value is text, or bytes as base64. */
export type SecretValue = { readonly SecretString: string } | { readonly SecretBinary: string };

export interface SecretVersion {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly stages: readonly string[];
  readonly value: SecretValue;
}

export interface Secret {
  readonly arn: string;
  readonly name: string;
  readonly description: string | undefined;
  readonly createdAt: number;
  readonly changedAt: number;
  /** Oldest first. */
  readonly versions: readonly SecretVersion[];
}

export type SecretsErrorType =
  | "InvalidParameterException"
  | "InvalidRequestException"
  | "ResourceExistsException"
  | "ResourceNotFoundException"
  | "UnknownOperationException"
  | "ValidationException";

export interface SecretsError {
  readonly type: SecretsErrorType;
  readonly message: string;
}

export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: SecretsError };

export function succeed<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function fail(type: SecretsErrorType, message: string): Result<never> {
  return { ok: false, error: { type, message } };
}
