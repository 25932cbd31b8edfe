/** Messaging.SendEmailResult and SendEmailError. Source: Apex Reference, "SendEmailResult Class". */
import { platformEnum } from "../../runtime/enums.ts";
import { ApexList } from "../../runtime/list.ts";
import { platformTypeNamed, STRING } from "../../runtime/type.ts";
import { platformType } from "../../runtime/behaviour.ts";
import type { EmailRefusal } from "../email/check-email.ts";

export class SendEmailErrorValue {
  readonly refusal: EmailRefusal;
  readonly targetObjectId: string | null;

  constructor(refusal: EmailRefusal, targetObjectId: string | null) {
    this.refusal = refusal;
    this.targetObjectId = targetObjectId;
  }
}

export class SendEmailResultValue {
  readonly errors: readonly SendEmailErrorValue[];

  constructor(errors: readonly SendEmailErrorValue[]) {
    this.errors = errors;
  }

  toString(): string {
    return `Messaging.SendEmailResult[getErrors=(${this.errors.map(({ refusal }) => refusal.message).join(", ")});isSuccess=${this.errors.length === 0};]`;
  }
}

function errorsOf(result: SendEmailResultValue): ApexList<SendEmailErrorValue> {
  return new ApexList(platformTypeNamed("Messaging.SendEmailError"), [...result.errors]);
}

const isSuccess = (result: SendEmailResultValue): boolean => result.errors.length === 0;

export const sendEmailResultBehaviour = platformType({
  type: "Messaging.SendEmailResult",
  implementation: SendEmailResultValue,
  getters: { Errors: errorsOf, Success: isSuccess },
  methods: { getErrors: errorsOf, isSuccess },
});

const messageOf = ({ refusal }: SendEmailErrorValue): string => refusal.message;
const statusOf = ({ refusal }: SendEmailErrorValue): unknown =>
  platformEnum("System.StatusCode").find(refusal.statusCode) ?? null;
const targetOf = (error: SendEmailErrorValue): string | null => error.targetObjectId;

export const sendEmailErrorBehaviour = platformType({
  type: "Messaging.SendEmailError",
  implementation: SendEmailErrorValue,
  getters: { Message: messageOf, StatusCode: statusOf, TargetObjectId: targetOf },
  methods: {
    getFields: ({ refusal }: SendEmailErrorValue) => new ApexList(STRING, [...refusal.fields]),
    getMessage: messageOf,
    getStatusCode: statusOf,
    getTargetObjectId: targetOf,
  },
});
