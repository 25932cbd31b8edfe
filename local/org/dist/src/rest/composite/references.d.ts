/** Answers so far, by reference id. */
export type PartAnswers = ReadonlyMap<string, unknown>;
/** The value with every reference in its texts replaced. @throws RestError PROCESSING_HALTED for a reference to nothing */
export declare function resolveReferences(value: unknown, answers: PartAnswers): unknown;
export declare function resolveText(text: string, answers: PartAnswers): string;
