/** Records what the transaction has used; throws System.LimitException over the limit. */
export declare function checkCpuTime(): void;
