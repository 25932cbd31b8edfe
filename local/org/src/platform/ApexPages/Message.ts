/** ApexPages.Message. Source: Apex Reference, "Message Class". */
import type { ApexEnum } from "../../runtime/enum.ts";
import { platformType } from "../../runtime/behaviour.ts";
import { required } from "../required.ts";

export class MessageValue {
  readonly severity: ApexEnum;
  readonly summary: string | null;
  readonly detail: string | null;
  readonly componentId: string | null;

  constructor(
    severity: ApexEnum,
    summary: string | null,
    detail: string | null,
    componentId: string | null,
  ) {
    this.severity = severity;
    this.summary = summary;
    this.detail = detail;
    this.componentId = componentId;
  }

  /** The same message is shown once. */
  get $identity(): string {
    return `ApexPages.Message ${JSON.stringify([this.severity.name, this.summary, this.detail, this.componentId])}`;
  }

  toString(): string {
    return `ApexPages.Message["${this.summary ?? ""}"]`;
  }
}

export const messageBehaviour = platformType({
  type: "ApexPages.Message",
  implementation: MessageValue,
  constructors: {
    /** Without a detail of its own it is the summary. */
    new: (
      severity: ApexEnum | null,
      summary: string | null,
      detail: string | null = summary,
      id: string | null = null,
    ) => new MessageValue(required(severity), summary, detail, id),
  },
  methods: {
    getComponentLabel: () => null,
    getDetail: (message: MessageValue) => message.detail,
    getSeverity: (message: MessageValue) => message.severity,
    getSummary: (message: MessageValue) => message.summary,
  },
});
