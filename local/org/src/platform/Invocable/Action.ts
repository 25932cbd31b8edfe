/**
 * Invocable.Action: @InvocableMethod methods of the project by the name of their class. Source: Apex Reference, "Action Class"
 * (Invocable Namespace), and flows by their own. Standard actions are not here.
 */
import { raise } from "../../runtime/exception.ts";
import { ApexList } from "../../runtime/list.ts";
import { ApexMap } from "../../runtime/map.ts";
import { platformTypeNamed, OBJECT, STRING } from "../../runtime/type.ts";
import { platformType } from "../../runtime/behaviour.ts";
import { invokeApexAction, type InvocationOutcome } from "../invocable-action/apex-action.ts";
import { invokeFlow } from "../invocable-action/flow-action.ts";
import { required } from "../required.ts";

type Invocation = ApexMap<string>;

export class ActionValue {
  readonly type: string;
  readonly namespace: string | null;
  readonly name: string;
  invocations: Invocation[] = [];

  constructor(type: string, namespace: string | null, name: string) {
    this.type = type;
    this.namespace = namespace;
    this.name = name;
  }

  /** Invocations included. */
  copy(): ActionValue {
    const copied = new ActionValue(this.type, this.namespace, this.name);
    copied.invocations = this.invocations.map((invocation) => invocation.copy());
    return copied;
  }
}

export class ActionErrorValue {
  readonly code: string;
  readonly message: string;

  constructor(code: string, message: string) {
    this.code = code;
    this.message = message;
  }
}

export interface ActionResultParts {
  readonly isSuccess: boolean;
  readonly outputs: ApexMap<string>;
  readonly errors: readonly ActionErrorValue[];
}

export class ActionResultValue {
  /** null for a result that a test made from JSON. */
  readonly action: ActionValue | null;
  readonly inputs: Invocation;
  readonly parts: ActionResultParts;

  constructor(action: ActionValue | null, inputs: Invocation, parts: ActionResultParts) {
    this.action = action;
    this.inputs = inputs;
    this.parts = parts;
  }
}

function partsOf(outcome: InvocationOutcome | undefined): ActionResultParts {
  return outcome === undefined || outcome.isSuccess
    ? { isSuccess: true, outputs: outcome?.outputs ?? newInvocation(), errors: [] }
    : {
        isSuccess: false,
        outputs: newInvocation(),
        errors: [new ActionErrorValue(outcome.code, outcome.message)],
      };
}

function newInvocation(): Invocation {
  return new ApexMap<string, unknown>(STRING, OBJECT);
}

function create(type: string | null, namespace: string | null, name: string | null): ActionValue {
  const kind = required(type).toLowerCase();
  if (kind !== "apex" && kind !== "flow")
    raise(
      "System.UnsupportedOperationException",
      `Actions of type ${kind} are not supported by the local org`,
    );
  return new ActionValue(kind, namespace, required(name));
}

function invoke(action: ActionValue): ApexList<ActionResultValue> {
  const invocations = action.invocations.length === 0 ? [newInvocation()] : action.invocations;
  const outcomes =
    action.type === "flow"
      ? invokeFlow(action.name, invocations)
      : invokeApexAction(action.name, invocations);
  return new ApexList(
    platformTypeNamed("Invocable.Action.Result"),
    invocations.map(
      (inputs, index) => new ActionResultValue(action, inputs, partsOf(outcomes[index])),
    ),
  );
}

export const actionBehaviour = platformType({
  type: "Invocable.Action",
  implementation: ActionValue,
  statics: {
    "createCustomAction(String,String)": (type: string | null, name: string | null) =>
      create(type, null, name),
    "createCustomAction(String,String,String)": create,
  },
  methods: {
    addInvocation: (action: ActionValue) => {
      action.invocations.push(newInvocation());
      return action;
    },
    clearInvocations: (action: ActionValue) => {
      action.invocations = [];
      return action;
    },
    clone: (action: ActionValue) => action.copy(),
    getName: (action: ActionValue) => action.name,
    getNamespace: (action: ActionValue) => action.namespace,
    getType: (action: ActionValue) => action.type,
    invoke,
    isStandard: () => false,
    /** Of the invocation added last. */
    setInvocationParameter: (action: ActionValue, name: string | null, value: unknown) => {
      if (action.invocations.length === 0) action.invocations.push(newInvocation());
      action.invocations.at(-1)?.put(required(name), value);
      return action;
    },
    setInvocations: (action: ActionValue, invocations: ApexList<Invocation> | null) => {
      action.invocations = [...required(invocations).items];
      return action;
    },
  },
});

export const actionResultBehaviour = platformType({
  type: "Invocable.Action.Result",
  implementation: ActionResultValue,
  methods: {
    clone: (result: ActionResultValue) =>
      new ActionResultValue(result.action, result.inputs, result.parts),
    getAction: (result: ActionResultValue) => result.action,
    getErrors: ({ parts }: ActionResultValue) =>
      new ApexList(platformTypeNamed("Invocable.Action.Error"), [...parts.errors]),
    getInvocationParameters: (result: ActionResultValue) => result.inputs,
    getOutputParameters: ({ parts }: ActionResultValue) => parts.outputs,
    isSuccess: ({ parts }: ActionResultValue) => parts.isSuccess,
  },
});

export const actionErrorBehaviour = platformType({
  type: "Invocable.Action.Error",
  implementation: ActionErrorValue,
  methods: {
    clone: (error: ActionErrorValue) => new ActionErrorValue(error.code, error.message),
    getCode: (error: ActionErrorValue) => error.code,
    getMessage: (error: ActionErrorValue) => error.message,
  },
});
