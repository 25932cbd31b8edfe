import { isFieldType } from "./describes/custom-field-describe.js";
export function checkMetadata(metadata, isObject, object) {
    return [
        ...[...metadata.objects.values()].flatMap((found) => objectProblems(found, metadata, isObject)),
        ...metadata.customMetadata.flatMap((record) => {
            const describe = object(record.object);
            if (describe === undefined) {
                return problem(record.file, `There is no custom metadata type ${record.object}`);
            }
            return Object.keys(record.values)
                .filter((field) => !describe.fields.has(field.toLowerCase()))
                .map((field) => problem(record.file, `There is no field ${field} on ${record.object}`));
        }),
    ];
}
function problem(file, message) {
    return { file, at: { line: 1, column: 1 }, message, kind: "error" };
}
function objectProblems(object, metadata, isObject) {
    if (!isObject(object.name) && object.name !== "Activity") {
        return [problem(object.file, `There is no object ${object.name}`)];
    }
    return object.fields
        .filter((field) => /__c$/i.test(field.name))
        .flatMap((field) => fieldProblems(field, metadata, isObject))
        .map((message) => problem(object.file, `${object.name}.${message}`));
}
function fieldProblems(field, metadata, isObject) {
    const global = field.picklist?.values.kind === "global" ? field.picklist.values.name : null;
    return [
        ...(field.type === null ? [`${field.name} has no type`] : []),
        ...(field.type !== null && !isFieldType(field.type)
            ? [`${field.name} is of an unknown type: ${field.type}`]
            : []),
        ...field.referenceTo
            .filter((target) => !isObject(target))
            .map((target) => `${field.name} points to an object that does not exist: ${target}`),
        ...(global !== null && !metadata.globalValueSets.has(global)
            ? [`${field.name} takes its values from a global value set that does not exist: ${global}`]
            : []),
        ...(field.type === "Summary" && field.summary === null
            ? [`${field.name} does not say what it summarizes`]
            : []),
    ];
}
