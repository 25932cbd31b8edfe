/** An element of a flow failed. Its fault path goes on with the message; without one the interview ends. */
export class FlowFault extends Error {
  override readonly name = "FlowFault";
}

/** What people see of a value that a flow reads and nobody gave it. */
export function notSet(path: string): FlowFault {
  return new FlowFault(
    `The flow failed to access the value for ${path} because it hasn't been set or assigned.`,
  );
}
