import type { EmailValue } from "../Messaging/SingleEmailMessage.ts";
export interface EmailRefusal {
    readonly statusCode: string;
    readonly message: string;
    readonly fields: readonly string[];
}
/** Null for an email that may go. Ids among the addresses stand for people. */
export declare function refusalOf(email: EmailValue): EmailRefusal | null;
