/** Messaging.CustomNotification. Source: Apex Reference, "CustomNotification Class". Sent ones are kept with the transaction. */
import { outermost } from "../../async/outbox.js";
import { raise } from "../../runtime/exception.js";
import { transaction } from "../../runtime/transaction.js";
import { platformType } from "../../runtime/behaviour.js";
import { required } from "../required.js";
export class CustomNotificationValue {
    typeId = null;
    sender = null;
    title = null;
    body = null;
    targetId = null;
    targetPageRef = null;
}
const SENT = Symbol("sent custom notifications");
/** Recipients of one call. */
const MOST_USERS = 500;
export function sentNotifications(of) {
    return outermost(of).attachment(SENT, () => []);
}
function send(notification, given) {
    const users = required(given).values;
    for (const [name, value] of [
        ["title", notification.title],
        ["body", notification.body],
        ["notification type", notification.typeId],
    ])
        if (value === null || value === "")
            raise("System.HandledException", `Missing or invalid required field: ${name}`);
    if (notification.targetId === null && notification.targetPageRef === null)
        raise("System.HandledException", "Missing or invalid required field: targetId or targetPageRef");
    if (users.length === 0 || users.length > MOST_USERS)
        raise("System.HandledException", `The number of recipients must be from 1 to ${MOST_USERS}`);
    sentNotifications(transaction()).push({ notification, users });
}
function setter(field) {
    return (notification, value) => {
        notification[field] = value;
    };
}
export const customNotificationBehaviour = platformType({
    type: "Messaging.CustomNotification",
    implementation: CustomNotificationValue,
    constructors: {
        "new()": () => new CustomNotificationValue(),
        "new(String,String,String,String,String,String)": (typeId, sender, title, body, targetId, targetPageRef) => Object.assign(new CustomNotificationValue(), {
            typeId,
            sender,
            title,
            body,
            targetId,
            targetPageRef,
        }),
    },
    methods: {
        send,
        setBody: setter("body"),
        setNotificationTypeId: setter("typeId"),
        setTargetId: setter("targetId"),
        setTargetPageRef: setter("targetPageRef"),
        setTitle: setter("title"),
    },
});
