import { platformCatalog } from "../signatures/catalog.js";
export function classDefinition(emitted, definitionOf) {
    let ancestors;
    const { superclass } = emitted;
    return {
        kind: emitted.kind,
        name: emitted.name,
        isPlatform: false,
        isAbstract: emitted.isAbstract,
        isTest: emitted.isTest,
        file: emitted.file,
        apiVersion: emitted.apiVersion,
        sharing: emitted.sharing,
        interfaces: emitted.interfaces,
        fields: emitted.fields,
        methods: emitted.methods,
        defaultConstructor: emitted.defaultConstructor,
        annotations: emitted.annotations,
        get superclass() {
            return superclass?.kind === "class" ? definitionOf(superclass.name) : null;
        },
        get ancestors() {
            ancestors ??= new Set([
                emitted.name.toLowerCase(),
                ...[...(superclass === null ? [] : [superclass]), ...emitted.interfaces].flatMap((type) => namesOf(type, definitionOf)),
            ]);
            return ancestors;
        },
    };
}
function namesOf(type, definitionOf) {
    if (type.kind === "class")
        return [...definitionOf(type.name).ancestors];
    return type.kind === "platform" ? platformNames(type.name) : [];
}
function platformNames(name) {
    const type = platformCatalog().find(name);
    const above = [
        ...(type?.superclass === null || type?.superclass === undefined ? [] : [type.superclass]),
        ...(type?.interfaces ?? []),
    ];
    return [name.toLowerCase(), ...above.flatMap((reference) => platformNames(reference.name))];
}
