import type { EmailRefusal } from "../email/check-email.ts";
export declare class SendEmailErrorValue {
    readonly refusal: EmailRefusal;
    readonly targetObjectId: string | null;
    constructor(refusal: EmailRefusal, targetObjectId: string | null);
}
export declare class SendEmailResultValue {
    readonly errors: readonly SendEmailErrorValue[];
    constructor(errors: readonly SendEmailErrorValue[]);
    toString(): string;
}
export declare const sendEmailResultBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
export declare const sendEmailErrorBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
