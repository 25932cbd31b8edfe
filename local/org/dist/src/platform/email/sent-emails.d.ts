import type { Transaction } from "../../runtime/transaction.ts";
import type { EmailValue } from "../Messaging/SingleEmailMessage.ts";
export declare function sentEmails(of: Transaction): EmailValue[];
