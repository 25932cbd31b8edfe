/** Messaging.CustomNotification. Source: Apex Reference, "CustomNotification Class". Sent ones are kept with the transaction. */
import { outermost } from "../../async/outbox.ts";
import { raise } from "../../runtime/exception.ts";
import type { ApexSet } from "../../runtime/set.ts";
import { type Transaction, transaction } from "../../runtime/transaction.ts";
import { platformType } from "../../runtime/behaviour.ts";
import { required } from "../required.ts";

export class CustomNotificationValue {
  typeId: string | null = null;
  sender: string | null = null;
  title: string | null = null;
  body: string | null = null;
  targetId: string | null = null;
  targetPageRef: string | null = null;
}

export interface SentNotification {
  readonly notification: CustomNotificationValue;
  readonly users: readonly string[];
}

const SENT = Symbol("sent custom notifications");

/** Recipients of one call. */
const MOST_USERS = 500;

export function sentNotifications(of: Transaction): SentNotification[] {
  return outermost(of).attachment<SentNotification[]>(SENT, () => []);
}

function send(notification: CustomNotificationValue, given: ApexSet<string> | null): void {
  const users = required(given).values;
  for (const [name, value] of [
    ["title", notification.title],
    ["body", notification.body],
    ["notification type", notification.typeId],
  ] as const)
    if (value === null || value === "")
      raise("System.HandledException", `Missing or invalid required field: ${name}`);
  if (notification.targetId === null && notification.targetPageRef === null)
    raise(
      "System.HandledException",
      "Missing or invalid required field: targetId or targetPageRef",
    );
  if (users.length === 0 || users.length > MOST_USERS)
    raise("System.HandledException", `The number of recipients must be from 1 to ${MOST_USERS}`);
  sentNotifications(transaction()).push({ notification, users });
}

function setter(field: "typeId" | "title" | "body" | "targetId" | "targetPageRef") {
  return (notification: CustomNotificationValue, value: string | null): void => {
    notification[field] = value;
  };
}

export const customNotificationBehaviour = platformType({
  type: "Messaging.CustomNotification",
  implementation: CustomNotificationValue,
  constructors: {
    "new()": () => new CustomNotificationValue(),
    "new(String,String,String,String,String,String)": (
      typeId: string | null,
      sender: string | null,
      title: string | null,
      body: string | null,
      targetId: string | null,
      targetPageRef: string | null,
    ) =>
      Object.assign(new CustomNotificationValue(), {
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
