/** System.Request: the transaction that runs. Source: Apex Reference, "Request Class" and "Quiddity Enum". */
import type { ApexEnum } from "../../runtime/enum.ts";
import { platformEnum } from "../../runtime/enums.ts";
import { transaction } from "../../runtime/transaction.ts";
import { platformType } from "../../runtime/behaviour.ts";

export class RequestValue {
  readonly requestId: string;
  readonly quiddity: ApexEnum | null;

  constructor(requestId: string, quiddity: ApexEnum | null) {
    this.requestId = requestId;
    this.quiddity = quiddity;
  }
}

function current(): RequestValue {
  const { requestId, quiddity } = transaction();
  const constants = platformEnum("System.Quiddity");
  // The catalog's stubs spell UNDEFINED as UD.
  return new RequestValue(requestId, constants.find(quiddity) ?? constants.find("UD") ?? null);
}

export const requestBehaviour = platformType({
  type: "System.Request",
  implementation: RequestValue,
  statics: { getCurrent: current },
  methods: {
    getQuiddity: (request: RequestValue) => request.quiddity,
    getRequestId: (request: RequestValue) => request.requestId,
  },
});
