/** Flow.Interview: starts a flow of the project. Source: Apex Reference, "Interview Class". */
import { platformType } from "../../runtime/behaviour.ts";
import { raise } from "../../runtime/exception.ts";
import type { FlowAccess } from "../../runtime/host.ts";
import type { ApexMap } from "../../runtime/map.ts";
import { transaction } from "../../runtime/transaction.ts";
import { required } from "../required.ts";

type Inputs = ApexMap<string>;

export class InterviewValue {
  readonly flow: string;
  readonly inputs: ReadonlyMap<string, unknown>;
  /** By lower-cased name; null before it was started. */
  variables: ReadonlyMap<string, unknown> | null = null;

  constructor(flow: string, inputs: ReadonlyMap<string, unknown>) {
    this.flow = flow;
    this.inputs = inputs;
  }
}

/** @throws System.TypeException for a flow that does not exist */
function createInterview(
  namespace: string | null,
  name: string | null,
  inputs: Inputs | null,
): InterviewValue {
  const flow = required(name);
  if ((namespace ?? "") !== "" || !transaction().host.flows.has(flow))
    raise("System.TypeException", `Invalid type: Flow.Interview.${flow}`);
  return new InterviewValue(flow, new Map(inputs?.entries()));
}

/** What the flow has no variable for is left out, as the suite of agent-script-recipes has it. */
function knownInputs({ flow, inputs }: InterviewValue, flows: FlowAccess): Map<string, unknown> {
  return new Map([...inputs].filter(([name]) => flows.hasVariable(flow, name)));
}

function start(interview: InterviewValue): void {
  const { host, debug } = transaction();
  const inputs = knownInputs(interview, host.flows);
  const [outcome] = host.flows.run(interview.flow, [inputs], "apex");
  if (outcome?.isSuccess === true) {
    interview.variables = outcome.variables;
    return;
  }
  // The exception says no more than that; what failed is in the log.
  debug({ level: "ERROR", text: `${interview.flow}: ${outcome?.message ?? ""}`, line: 0 });
  raise(
    "System.FlowException",
    "An unhandled fault has occurred in this flow<br>An unhandled fault has occurred while processing the flow.  Please contact your system administrator for more information.",
  );
}

export const interviewBehaviour = platformType({
  type: "Flow.Interview",
  implementation: InterviewValue,
  statics: {
    "createInterview(String,Map<String,Object>)": (name: string | null, inputs: Inputs | null) =>
      createInterview(null, name, inputs),
    "createInterview(String,String,Map<String,Object>)": createInterview,
  },
  methods: {
    start,
    getVariableValue: (interview: InterviewValue, name: string | null) =>
      interview.variables?.get(required(name).toLowerCase()) ?? null,
  },
});
