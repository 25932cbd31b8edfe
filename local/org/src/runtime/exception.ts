/** Apex exceptions: the base class of all of them, and the platform's own by catalog name. */
import { ApexObject, type ClassDefinition } from "./object.ts";
import { stackFramesOf, type ApexFrame } from "./stack.ts";

/** One failed row of a DmlException. */
export interface DmlFailure {
  /** The row's position in the list given to the operation. */
  readonly index: number;
  readonly id: string | null;
  readonly statusCode: string;
  readonly message: string;
  readonly fields: readonly string[];
}

export class ApexException extends ApexObject {
  /** What one without a message of its own says. */
  message: string | null = "Script-thrown exception";
  cause: ApexException | null = null;
  failures: readonly DmlFailure[] = [];
  /** Whatever else a platform exception carries (inaccessible fields …), by its own module's key. */
  readonly details = new Map<string, unknown>();
  /** Made by Apex and not thrown yet; the platform's own are made to be thrown. */
  isUnthrown = false;
  /** V8 keeps the call sites here, at no cost until they are read. */
  readonly #captured: { stack?: string } = {};
  #frames: readonly ApexFrame[] | null = null;

  constructor() {
    super();
    Error.captureStackTrace(this.#captured, new.target);
  }

  /** Innermost first. */
  get frames(): readonly ApexFrame[] {
    this.#frames ??= stackFramesOf(this.#captured);
    return this.#frames;
  }

  /** For an exception that stands for a JavaScript error: the stack is that error's. */
  adoptStack(error: { stack?: string }): void {
    this.#frames = stackFramesOf(error);
  }

  /** The four constructors every exception has: (), (String), (Exception), (String, Exception). */
  $exception(first?: unknown, second?: unknown): this {
    this.isUnthrown = true;
    if (first instanceof ApexException) {
      this.cause = first;
    } else {
      if (typeof first === "string") this.message = first;
      if (second instanceof ApexException) this.cause = second;
    }
    return this;
  }

  get typeName(): string {
    return this.$class.name;
  }

  /** `System.MathException: Divide by 0`. */
  get headline(): string {
    return this.message === null ? this.typeName : `${this.typeName}: ${this.message}`;
  }

  get stackTraceText(): string {
    return this.frames
      .map((frame) => `${frame.name}: line ${frame.line}, column ${frame.column}`)
      .join("\n");
  }
}

type ExceptionClass = new () => ApexException;

const classes = new Map<string, ExceptionClass>();

function definitionOf(name: string, superclass: ClassDefinition | null): ClassDefinition {
  return {
    kind: "class",
    name,
    isPlatform: true,
    isAbstract: false,
    isTest: false,
    file: null,
    apiVersion: 0,
    sharing: null,
    superclass,
    ancestors: new Set([...(superclass?.ancestors ?? []), name.toLowerCase()]),
    interfaces: [],
    fields: [],
    methods: [],
    defaultConstructor: "$exception",
    annotations: [],
  };
}

function defineClass(target: { readonly prototype: object }, definition: ClassDefinition): void {
  Object.defineProperty(target.prototype, "$class", { value: definition });
}

const baseDefinition = definitionOf("System.Exception", null);
defineClass(ApexException, baseDefinition);
classes.set("system.exception", ApexException);

/** The class of a platform exception, `System.DmlException`; all of them descend from System.Exception directly. */
export function platformExceptionClass(name: string): ExceptionClass {
  const known = classes.get(name.toLowerCase());
  if (known !== undefined) return known;
  const created = class extends ApexException {};
  defineClass(created, definitionOf(name, baseDefinition));
  classes.set(name.toLowerCase(), created);
  return created;
}

/** `throw platformException("System.MathException", "Divide by 0")`. */
export function platformException(name: string, message: string): ApexException {
  const exception = new (platformExceptionClass(name))();
  exception.message = message;
  return exception;
}

/** Throws one. */
export function raise(name: string, message: string): never {
  // Apex exceptions are thrown as they are; only their own stack is ever shown.
  // eslint-disable-next-line @typescript-eslint/only-throw-error
  throw platformException(name, message);
}

/** Throws the NullPointerException of a null receiver. */
export function raiseNullPointer(): never {
  return raise("System.NullPointerException", "Attempt to de-reference a null object");
}

/** Throws NullPointerException for an argument of a platform method. */
export function raiseNullArgument(): never {
  return raise("System.NullPointerException", "Argument cannot be null.");
}

export function nullPointer(): ApexException {
  return platformException("System.NullPointerException", "Attempt to de-reference a null object");
}

/** A DmlException with its rows; `headline` is the whole text ("Insert failed. First exception on row 0; …"). */
export function dmlException(message: string, failures: readonly DmlFailure[]): ApexException {
  const exception = platformException("System.DmlException", message);
  exception.failures = failures;
  return exception;
}

/** Not catchable in Apex: governor limits and failed assertions. */
export function isUncatchable(exception: ApexException): boolean {
  return (
    exception.$class.name === "System.LimitException" ||
    exception.$class.name === "System.AssertException"
  );
}
