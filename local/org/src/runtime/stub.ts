/** Test.createStub: an object of a project class whose methods ask a StubProvider. Source: Apex Developer Guide, "Build a Mocking Framework". */
import { raise } from "./exception.ts";
import { ApexList } from "./list.ts";
import type { ApexObject } from "./object.ts";
import { callMethod, type ClassDefinition, type MethodDefinition } from "./object.ts";
import { STUB_SUFFIX } from "./stub-name.ts";
import { transaction } from "./transaction.ts";
import { OBJECT, platformTypeNamed, STRING, typeName, VOID, type RuntimeType } from "./type.ts";
import { castable } from "./operations/conversions.ts";
import { TypeValue } from "./type-value.ts";

const HANDLE = "System.StubProvider.handleMethodCall";
const TYPE = platformTypeNamed("System.Type");

/** What the platform calls methods that every object has. */
const OF_EVERY_OBJECT: Readonly<Record<string, string>> = {
  "tostring()": "toString",
  "hashcode()": "hashCode",
  "equals(Object)": "equals",
};

export function createStub(type: RuntimeType, provider: ApexObject): ApexObject {
  const found = type.kind === "class" ? transaction().classes.find(type.name) : undefined;
  const made = found?.constructor_;
  if (found === undefined || made === undefined || made === null)
    return raise("System.TypeException", `${typeName(type)} cannot be stubbed`);
  const stub = new made();
  Object.defineProperty(stub, "$class", { value: stubDefinition(found.definition) });
  for (const method of stubbedMethods(found.definition).values()) {
    const value = (...values: readonly unknown[]): unknown => ask(provider, stub, method, values);
    Object.defineProperty(stub, method.key, { value });
    const shared = OF_EVERY_OBJECT[method.key];
    if (shared !== undefined) Object.defineProperty(stub, shared, { value });
  }
  return stub;
}

/** To the platform a stub is of a subclass made up for it: its text shows the name and no fields. */
function stubDefinition(stubbed: ClassDefinition): ClassDefinition {
  const name = `${stubbed.name}${STUB_SUFFIX}`;
  return {
    ...stubbed,
    name,
    superclass: stubbed,
    ancestors: new Set([...stubbed.ancestors, name.toLowerCase()]),
    fields: [],
    methods: [],
  };
}

/** By key: what the class declares, over what it inherits from its superclass and its interfaces. Static and private ones stay real. */
function stubbedMethods(definition: ClassDefinition): ReadonlyMap<string, MethodDefinition> {
  const methods = new Map<string, MethodDefinition>();
  const above = definition.interfaces.flatMap((type) => {
    const found = type.kind === "class" ? transaction().classes.find(type.name) : undefined;
    return found === undefined ? [] : [found.definition];
  });
  if (definition.superclass !== null) above.push(definition.superclass);
  for (const ancestor of above)
    for (const [key, method] of stubbedMethods(ancestor)) methods.set(key, method);
  for (const method of definition.methods)
    if (!method.isStatic && method.visibility !== "private") methods.set(method.key, method);
  return methods;
}

function ask(
  provider: ApexObject,
  stub: ApexObject,
  method: MethodDefinition,
  values: readonly unknown[],
): unknown {
  const answer = callMethod(
    provider,
    HANDLE,
    stub,
    method.name,
    new TypeValue(method.returns ?? VOID),
    new ApexList(
      TYPE,
      method.parameters.map((parameter) => new TypeValue(parameter)),
    ),
    new ApexList(STRING, [...method.parameterNames]),
    new ApexList(OBJECT, [...values]),
  );
  return method.returns === null || method.returns.kind === "object"
    ? answer
    : castable(answer, method.returns);
}
