/** Calls an @InvocableMethod with a list made of the invocations' parameters. */
import { ApexException, raise } from "../../runtime/exception.ts";
import { ApexList } from "../../runtime/list.ts";
import { ApexMap } from "../../runtime/map.ts";
import { ApexObject, type ClassDefinition, type MethodDefinition } from "../../runtime/object.ts";
import { transaction } from "../../runtime/transaction.ts";
import { OBJECT, type RuntimeType, STRING } from "../../runtime/type.ts";
import { fitted } from "./fitted.ts";

export type InvocationOutcome =
  | { readonly isSuccess: true; readonly outputs: ApexMap<string> }
  | { readonly isSuccess: false; readonly code: string; readonly message: string };

type Inputs = ApexMap<string>;

/** One outcome per invocation; an exception of the method fails them all. */
export function invokeApexAction(
  className: string,
  invocations: readonly Inputs[],
): readonly InvocationOutcome[] {
  const action = invocableMethod(className);
  try {
    return call(action, invocations).map((outputs) => ({ isSuccess: true, outputs }));
  } catch (thrown) {
    if (!(thrown instanceof ApexException)) throw thrown;
    return invocations.map(() => ({
      isSuccess: false,
      code: "FLOW_EXCEPTION",
      message: thrown.message ?? "Script-thrown exception",
    }));
  }
}

/** The outputs of each invocation; what the method throws comes through. */
export function callApexAction(
  className: string,
  invocations: readonly Inputs[],
): readonly ApexMap<string>[] {
  return call(invocableMethod(className), invocations);
}

interface InvocableMethod {
  readonly definition: ClassDefinition;
  readonly method: MethodDefinition;
}

function call(
  { definition, method }: InvocableMethod,
  invocations: readonly Inputs[],
): readonly ApexMap<string>[] {
  const parameter = method.parameters[0];
  const element = parameter?.kind === "list" ? parameter.element : null;
  const values =
    element === null
      ? []
      : [
          new ApexList(
            element,
            invocations.map((inputs) => inputValue(inputs, element, method)),
          ),
        ];
  const given = transaction().classes.callStatic(definition.name, method.key, values);
  const outputs = given instanceof ApexList ? given.items : [];
  return invocations.map((_inputs, index) => outputMap(outputs[index] ?? null));
}

function invocableMethod(className: string): InvocableMethod {
  const definition = transaction().classes.find(className)?.definition;
  const method = definition?.methods.find(
    (candidate) => "invocablemethod" in candidate.annotations,
  );
  if (definition === undefined || method === undefined)
    return raise("System.IllegalArgumentException", `Invalid action name: ${className}`);
  return { definition, method };
}

/** An object whose @InvocableVariable fields are set by name, or the one value a simple parameter is given. */
function inputValue(inputs: Inputs, element: RuntimeType, method: MethodDefinition): unknown {
  if (element.kind !== "class") {
    const name = method.parameterNames[0];
    const byName = name === undefined ? null : valueNamed(inputs, name);
    return fitted(byName ?? [...inputs.entries()][0]?.[1] ?? null, element);
  }
  const object = transaction().classes.create(element.name);
  for (const field of variablesOf(object.$class)) {
    const value = valueNamed(inputs, field.name);
    if (value !== null) Reflect.set(object, field.key, fitted(value, field.type));
  }
  return object;
}

function valueNamed(inputs: Inputs, name: string): unknown {
  const sought = name.toLowerCase();
  for (const [key, value] of inputs.entries()) if (key.toLowerCase() === sought) return value;
  return null;
}

function variablesOf(definition: ClassDefinition): ClassDefinition["fields"] {
  const own = definition.fields.filter((field) =>
    field.annotations.some((annotation) => annotation.toLowerCase() === "invocablevariable"),
  );
  return definition.superclass === null ? own : [...variablesOf(definition.superclass), ...own];
}

function outputMap(output: unknown): ApexMap<string> {
  if (output === null) return new ApexMap<string, unknown>(STRING, OBJECT);
  const entries =
    output instanceof ApexObject
      ? variablesOf(output.$class).map(
          (field) => [field.name, Reflect.get(output, field.key) as unknown] as const,
        )
      : [["output", output] as const];
  return new ApexMap<string, unknown>(STRING, OBJECT, entries);
}
