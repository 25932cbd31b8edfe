/** The name of the function a transaction runs in: frames below it are not the transaction's. */
export declare const TRANSACTION_FRAME = "inTransaction";
type Receive = (value: unknown) => void;
/** Somebody debugs this process: a pause would be theirs. */
export declare function isBeingDebugged(): boolean;
/** Calls `receive` with the value of each variable and each `this` of the Apex that runs in this transaction. */
export declare function eachStackValue(receive: Receive): void;
export {};
