import { randomUUID } from "node:crypto";
import { fieldValue } from "../dml/field-value.ts";
import { applyDefaults } from "../dml/field-default.ts";
import { freshDraft } from "../dml/draft.ts";
import type { DmlContext } from "../dml/dml-context.ts";
import { checkRequired } from "../dml/required-and-unique.ts";
import { saveError } from "../dml/save-error.ts";
import type { DmlError } from "../runtime/host.ts";
import type { ApexObject } from "../runtime/object.ts";
import type { SObjectValue } from "../runtime/sobject.ts";
import type { StoredValue } from "../store/row.ts";
import type { EventMessage } from "../async/event-message.ts";

export type PublishAttempt =
  | { readonly kind: "accepted"; readonly message: EventMessage }
  | { readonly kind: "refused"; readonly errors: readonly DmlError[] };

const SYSTEM_FIELDS = new Set(["Id", "ReplayId", "EventUuid", "CreatedDate", "CreatedById"]);

/** Checks an event's fields and makes it a message. An EventUuid that the publisher set is kept. */
export function publishAttempt(
  context: DmlContext,
  event: SObjectValue,
  callback: ApexObject | null,
): PublishAttempt {
  const { describe } = event;
  const draft = freshDraft(event, 0);
  for (const [name, value] of event.values) {
    const field = describe.fields.get(name.toLowerCase());
    if (field === undefined || SYSTEM_FIELDS.has(field.name)) continue;
    const result = fieldValue(field, value, { allowFieldTruncation: false });
    if ("error" in result) draft.errors.push(result.error);
    else draft.values[field.name] = result.value;
  }
  applyDefaults(context, describe, draft);
  checkRequired(describe, draft);
  if (draft.errors.length > 0) return { kind: "refused", errors: draft.errors };
  const uuid = event.peek("EventUuid");
  return {
    kind: "accepted",
    message: {
      object: describe.name,
      uuid: typeof uuid === "string" ? uuid : randomUUID(),
      values: draft.values satisfies Record<string, StoredValue>,
      publishedBy: context.userId,
      publishedAt: context.now,
      callback,
    },
  };
}

/** What a successful publish carries: not a failure. Source: Platform Events Developer Guide, Publish Event Messages with Salesforce APIs. */
export function operationEnqueued(uuid: string): DmlError {
  return saveError("OPERATION_ENQUEUED", uuid);
}
