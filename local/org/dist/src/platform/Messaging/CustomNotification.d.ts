import { type Transaction } from "../../runtime/transaction.ts";
export declare class CustomNotificationValue {
    typeId: string | null;
    sender: string | null;
    title: string | null;
    body: string | null;
    targetId: string | null;
    targetPageRef: string | null;
}
export interface SentNotification {
    readonly notification: CustomNotificationValue;
    readonly users: readonly string[];
}
export declare function sentNotifications(of: Transaction): SentNotification[];
export declare const customNotificationBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
