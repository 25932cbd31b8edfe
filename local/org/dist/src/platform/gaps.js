/** What the platform declares and this org cannot run, named as a compile error names it. */
import { hasBehaviour } from "./registry.js";
import { platformCatalog } from "../signatures/catalog.js";
/** `System.Http.send(System.HttpRequest)`, one a line, by namespace and type. */
export function platformGaps() {
    return platformCatalog().types().flatMap(gapsOf);
}
function gapsOf(type) {
    // What every enum has (values, name, ordinal …) the compiler itself provides.
    if (type.kind === "enum")
        return [];
    const members = [
        ...type.constructors.map(({ parameters }) => ({
            member: `new(${typesOf(parameters)})`,
            isStatic: false,
        })),
        ...type.methods.map(({ name, parameters, isStatic }) => ({
            member: `${name}(${typesOf(parameters)})`,
            isStatic,
        })),
        ...type.fields.map(({ name, isStatic }) => ({ member: name, isStatic })),
    ];
    return members
        .filter(({ member, isStatic }) => !hasBehaviour(type.name, member, isStatic))
        .map(({ member }) => `${type.name}.${member}`);
}
function typesOf(parameters) {
    return parameters.map(({ type }) => written(type)).join(",");
}
function written({ name, args }) {
    return args.length === 0 ? name : `${name}<${args.map(written).join(",")}>`;
}
