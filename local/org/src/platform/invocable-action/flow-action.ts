/** Starts a flow by its name, one interview for each invocation. */
import { ApexMap } from "../../runtime/map.ts";
import { transaction } from "../../runtime/transaction.ts";
import { OBJECT, STRING } from "../../runtime/type.ts";
import type { InvocationOutcome } from "./apex-action.ts";

/** One outcome per invocation; a flow that does not exist fails them all. */
export function invokeFlow(
  name: string,
  invocations: readonly ApexMap<string>[],
): readonly InvocationOutcome[] {
  const { flows } = transaction().host;
  if (!flows.has(name)) {
    return invocations.map(() => ({
      isSuccess: false,
      code: "INVALID_TYPE",
      message: `Invalid flow name: ${name}`,
    }));
  }
  const launches = invocations.map((inputs) => new Map(inputs.entries()));
  return flows.run(name, launches, "apex").map((outcome): InvocationOutcome =>
    outcome.isSuccess
      ? {
          isSuccess: true,
          outputs: new ApexMap<string, unknown>(STRING, OBJECT, outcome.outputs),
        }
      : { isSuccess: false, code: "FLOW_EXCEPTION", message: outcome.message },
  );
}
