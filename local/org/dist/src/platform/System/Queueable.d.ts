/** System.AsyncOptions. */
export declare class AsyncOptionsValue {
    duplicateSignature: SignatureValue | null;
    maximumDepth: number | null;
    delayMinutes: number | null;
}
/** System.QueueableDuplicateSignature and its builder. */
export declare class SignatureValue {
    readonly text: string;
    constructor(text: string);
    toString(): string;
}
export declare class SignatureBuilderValue {
    readonly parts: string[];
}
export declare const systemJobsBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
export declare const asyncOptionsBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
export declare const signatureBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
export declare const signatureBuilderBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
export declare const queueableContextBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
export declare const batchableContextBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
export declare const schedulableContextBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
export declare const finalizerContextBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
