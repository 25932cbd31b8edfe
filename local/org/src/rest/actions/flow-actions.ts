/**
 * `/actions/custom/flow`: the flows that can be started by their name, and starting one.
 * Source: Actions Developer Guide, "Flow Actions"; REST API Developer Guide, "Invocable Actions".
 */
import { SObjectValue } from "../../runtime/sobject.ts";
import { ApexList } from "../../runtime/list.ts";
import type { FlowLaunch, FlowOutcome } from "../../runtime/host.ts";
import type { FlowDefinition, FlowVariable } from "../../schema/flows/flow-definition.ts";
import type { RestContext } from "../context.ts";
import { json, type RestResponse } from "../http.ts";
import { isJsonObject } from "../json-to-record.ts";
import { recordToJson, valueToJson } from "../record-to-json.ts";
import { bodyObject } from "../request-body.ts";
import { childrenRenderer } from "../resources/query.ts";
import { malformedJson, notFound } from "../rest-error.ts";
import { flowInput } from "./flow-input.ts";

export function listFlowActions(context: RestContext): RestResponse {
  const { schema, flows } = context.org.host;
  return json(200, {
    actions: flows.names().map((name) => ({
      label: schema.flows.get(name)?.label ?? name,
      name,
      type: "FLOW",
      url: `${context.basePath}/actions/custom/flow/${name}`,
    })),
  });
}

export function describeFlowAction(context: RestContext): RestResponse {
  const flow = requestedFlow(context);
  const variables = [...flow.variables.values()];
  return json(200, {
    inputs: variables.filter(({ isInput }) => isInput).map(parameter),
    label: flow.label,
    name: flow.name,
    outputs: [
      {
        description: null,
        label: "Flow Interview Status",
        maxOccurs: 1,
        name: STATUS,
        type: "PICKLIST",
      },
      ...variables.filter(({ isOutput }) => isOutput).map(parameter),
    ],
    standard: false,
    targetEntityName: null,
    type: "FLOW",
  });
}

/** One result per set of inputs. Where one fails the answer is 400, and nothing of it stays. */
export function startFlow(context: RestContext): RestResponse {
  const { org, user, request } = context;
  const flow = requestedFlow(context);
  const { inputs } = bodyObject(request);
  if (!Array.isArray(inputs)) throw malformedJson("The inputs must be an array.");
  const launches = inputs.map((input: unknown) => launchOf(flow, input, context));
  const outcomes = org.transact(user, "REST", () => {
    const { data, flows } = org.host;
    const before = data.savepoint();
    const all = flows.run(flow.name, launches, "user");
    if (all.some(({ isSuccess }) => !isSuccess)) data.rollback(before);
    return all;
  });
  const status = outcomes.every(({ isSuccess }) => isSuccess) ? 200 : 400;
  return json(
    status,
    outcomes.map((outcome) => result(flow, outcome, context)),
  );
}

/** @throws RestError 404 for one that cannot be started by its name */
function requestedFlow({ org, parameters }: RestContext): FlowDefinition {
  const { schema, flows } = org.host;
  const flow = schema.flows.get(parameters["flow"] ?? "");
  if (flow === undefined || !flows.names().includes(flow.name)) throw notFound();
  return flow;
}

function parameter(variable: FlowVariable): Record<string, unknown> {
  const { name, dataType, isCollection, object } = variable;
  return {
    description: null,
    label: name,
    maxOccurs: isCollection ? 2000 : 1,
    name,
    required: false,
    sobjectType: object,
    type: dataType.toUpperCase(),
  };
}

function launchOf(flow: FlowDefinition, input: unknown, context: RestContext): FlowLaunch {
  if (!isJsonObject(input)) throw malformedJson("An input must be a JSON object.");
  return new Map(
    Object.entries(input).map(([name, value]) => {
      const variable = flow.variables.get(name);
      return [name, variable === undefined ? value : flowInput(value, variable, context)] as const;
    }),
  );
}

const STATUS = "Flow__InterviewStatus";

function result(
  flow: FlowDefinition,
  outcome: FlowOutcome,
  context: RestContext,
): Record<string, unknown> {
  if (!outcome.isSuccess) {
    return {
      actionName: flow.name,
      errors: [{ statusCode: "UNKNOWN_EXCEPTION", message: outcome.message, fields: [] }],
      isSuccess: false,
      outputValues: null,
    };
  }
  const values = [...outcome.outputs].map(
    ([name, value]) => [name, shown(value, context)] as const,
  );
  return {
    actionName: flow.name,
    errors: null,
    isSuccess: true,
    outputValues: { ...Object.fromEntries(values), [STATUS]: "Finished" },
  };
}

function shown(value: unknown, context: RestContext): unknown {
  const { basePath } = context;
  if (value instanceof ApexList) return value.items.map((item) => shown(item, context));
  if (value instanceof SObjectValue)
    return recordToJson(value, basePath, childrenRenderer(basePath));
  return valueToJson(value);
}
