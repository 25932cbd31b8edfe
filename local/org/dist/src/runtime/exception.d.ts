/** Apex exceptions: the base class of all of them, and the platform's own by catalog name. */
import { ApexObject } from "./object.ts";
import { type ApexFrame } from "./stack.ts";
/** One failed row of a DmlException. */
export interface DmlFailure {
    /** The row's position in the list given to the operation. */
    readonly index: number;
    readonly id: string | null;
    readonly statusCode: string;
    readonly message: string;
    readonly fields: readonly string[];
}
export declare class ApexException extends ApexObject {
    #private;
    /** What one without a message of its own says. */
    message: string | null;
    cause: ApexException | null;
    failures: readonly DmlFailure[];
    /** Whatever else a platform exception carries (inaccessible fields …), by its own module's key. */
    readonly details: Map<string, unknown>;
    /** Made by Apex and not thrown yet; the platform's own are made to be thrown. */
    isUnthrown: boolean;
    constructor();
    /** Innermost first. */
    get frames(): readonly ApexFrame[];
    /** For an exception that stands for a JavaScript error: the stack is that error's. */
    adoptStack(error: {
        stack?: string;
    }): void;
    /** The four constructors every exception has: (), (String), (Exception), (String, Exception). */
    $exception(first?: unknown, second?: unknown): this;
    get typeName(): string;
    /** `System.MathException: Divide by 0`. */
    get headline(): string;
    get stackTraceText(): string;
}
type ExceptionClass = new () => ApexException;
/** The class of a platform exception, `System.DmlException`; all of them descend from System.Exception directly. */
export declare function platformExceptionClass(name: string): ExceptionClass;
/** `throw platformException("System.MathException", "Divide by 0")`. */
export declare function platformException(name: string, message: string): ApexException;
/** Throws one. */
export declare function raise(name: string, message: string): never;
/** Throws the NullPointerException of a null receiver. */
export declare function raiseNullPointer(): never;
/** Throws NullPointerException for an argument of a platform method. */
export declare function raiseNullArgument(): never;
export declare function nullPointer(): ApexException;
/** A DmlException with its rows; `headline` is the whole text ("Insert failed. First exception on row 0; …"). */
export declare function dmlException(message: string, failures: readonly DmlFailure[]): ApexException;
/** Not catchable in Apex: governor limits and failed assertions. */
export declare function isUncatchable(exception: ApexException): boolean;
export {};
