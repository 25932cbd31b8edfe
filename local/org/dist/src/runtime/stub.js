/** Test.createStub: an object of a project class whose methods ask a StubProvider. Source: Apex Developer Guide, "Build a Mocking Framework". */
import { raise } from "./exception.js";
import { ApexList } from "./list.js";
import { callMethod } from "./object.js";
import { transaction } from "./transaction.js";
import { OBJECT, platformTypeNamed, STRING, typeName, VOID } from "./type.js";
import { TypeValue } from "./type-value.js";
const HANDLE = "System.StubProvider.handleMethodCall";
const TYPE = platformTypeNamed("System.Type");
export function createStub(type, provider) {
    const found = type.kind === "class" ? transaction().classes.find(type.name) : undefined;
    const made = found?.constructor_;
    if (found === undefined || made === undefined || made === null)
        return raise("System.TypeException", `${typeName(type)} cannot be stubbed`);
    const stub = new made();
    Object.defineProperty(stub, "$class", { value: stubDefinition(found.definition) });
    for (const method of stubbedMethods(found.definition).values())
        Object.defineProperty(stub, method.key, {
            value: (...values) => ask(provider, stub, method, values),
        });
    return stub;
}
/** To the platform a stub is of a subclass made up for it: its text shows the name and no fields. */
function stubDefinition(stubbed) {
    const name = `${stubbed.name}__sfdc_ApexStub`;
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
function stubbedMethods(definition) {
    const methods = new Map();
    const above = definition.interfaces.flatMap((type) => {
        const found = type.kind === "class" ? transaction().classes.find(type.name) : undefined;
        return found === undefined ? [] : [found.definition];
    });
    if (definition.superclass !== null)
        above.push(definition.superclass);
    for (const ancestor of above)
        for (const [key, method] of stubbedMethods(ancestor))
            methods.set(key, method);
    for (const method of definition.methods)
        if (!method.isStatic && method.visibility !== "private")
            methods.set(method.key, method);
    return methods;
}
function ask(provider, stub, method, values) {
    return callMethod(provider, HANDLE, stub, method.name, new TypeValue(method.returns ?? VOID), new ApexList(TYPE, method.parameters.map((parameter) => new TypeValue(parameter))), new ApexList(STRING, [...method.parameterNames]), new ApexList(OBJECT, [...values]));
}
