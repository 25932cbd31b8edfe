/**
 * Invocable.Action: @InvocableMethod methods of the project by the name of their class. Source: Apex Reference, "Action Class"
 * (Invocable Namespace). Standard actions and flows are not here.
 */
import { raise } from "../../runtime/exception.js";
import { ApexList } from "../../runtime/list.js";
import { ApexMap } from "../../runtime/map.js";
import { platformTypeNamed, OBJECT, STRING } from "../../runtime/type.js";
import { platformType } from "../../runtime/behaviour.js";
import { invokeApexAction } from "../invocable-action/apex-action.js";
import { required } from "../required.js";
export class ActionValue {
    type;
    namespace;
    name;
    invocations = [];
    constructor(type, namespace, name) {
        this.type = type;
        this.namespace = namespace;
        this.name = name;
    }
    /** Invocations included. */
    copy() {
        const copied = new ActionValue(this.type, this.namespace, this.name);
        copied.invocations = this.invocations.map((invocation) => invocation.copy());
        return copied;
    }
}
export class ActionErrorValue {
    code;
    message;
    constructor(code, message) {
        this.code = code;
        this.message = message;
    }
}
export class ActionResultValue {
    /** null for a result that a test made from JSON. */
    action;
    inputs;
    parts;
    constructor(action, inputs, parts) {
        this.action = action;
        this.inputs = inputs;
        this.parts = parts;
    }
}
function partsOf(outcome) {
    return outcome === undefined || outcome.isSuccess
        ? { isSuccess: true, outputs: outcome?.outputs ?? newInvocation(), errors: [] }
        : {
            isSuccess: false,
            outputs: newInvocation(),
            errors: [new ActionErrorValue(outcome.code, outcome.message)],
        };
}
function newInvocation() {
    return new ApexMap(STRING, OBJECT);
}
function create(type, namespace, name) {
    const kind = required(type).toLowerCase();
    if (kind !== "apex")
        raise("System.UnsupportedOperationException", `Actions of type ${kind} are not supported by the local org`);
    return new ActionValue(kind, namespace, required(name));
}
function invoke(action) {
    const invocations = action.invocations.length === 0 ? [newInvocation()] : action.invocations;
    const outcomes = invokeApexAction(action.name, invocations);
    return new ApexList(platformTypeNamed("Invocable.Action.Result"), invocations.map((inputs, index) => new ActionResultValue(action, inputs, partsOf(outcomes[index]))));
}
export const actionBehaviour = platformType({
    type: "Invocable.Action",
    implementation: ActionValue,
    statics: {
        "createCustomAction(String,String)": (type, name) => create(type, null, name),
        "createCustomAction(String,String,String)": create,
    },
    methods: {
        addInvocation: (action) => {
            action.invocations.push(newInvocation());
            return action;
        },
        clearInvocations: (action) => {
            action.invocations = [];
            return action;
        },
        clone: (action) => action.copy(),
        getName: (action) => action.name,
        getNamespace: (action) => action.namespace,
        getType: (action) => action.type,
        invoke,
        isStandard: () => false,
        /** Of the invocation added last. */
        setInvocationParameter: (action, name, value) => {
            if (action.invocations.length === 0)
                action.invocations.push(newInvocation());
            action.invocations.at(-1)?.put(required(name), value);
            return action;
        },
        setInvocations: (action, invocations) => {
            action.invocations = [...required(invocations).items];
            return action;
        },
    },
});
export const actionResultBehaviour = platformType({
    type: "Invocable.Action.Result",
    implementation: ActionResultValue,
    methods: {
        clone: (result) => new ActionResultValue(result.action, result.inputs, result.parts),
        getAction: (result) => result.action,
        getErrors: ({ parts }) => new ApexList(platformTypeNamed("Invocable.Action.Error"), [...parts.errors]),
        getInvocationParameters: (result) => result.inputs,
        getOutputParameters: ({ parts }) => parts.outputs,
        isSuccess: ({ parts }) => parts.isSuccess,
    },
});
export const actionErrorBehaviour = platformType({
    type: "Invocable.Action.Error",
    implementation: ActionErrorValue,
    methods: {
        clone: (error) => new ActionErrorValue(error.code, error.message),
        getCode: (error) => error.code,
        getMessage: (error) => error.message,
    },
});
