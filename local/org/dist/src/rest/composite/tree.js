import { requestedObject } from "../context.js";
import { json } from "../http.js";
import { isJsonObject, jsonToRecord } from "../json-to-record.js";
import { bodyObject } from "../request-body.js";
import { RestError } from "../rest-error.js";
import { save } from "../save-result.js";
const MOST_RECORDS = 200;
const MOST_LEVELS = 5;
export function tree(context) {
    const nodes = [];
    collect(context, requestedObject(context), bodyObject(context.request)["records"], null, nodes);
    if (nodes.length > MOST_RECORDS)
        throw new RestError(400, "INVALID_INPUT", `record limit reached. cannot submit more than ${MOST_RECORDS} records in this request`);
    const failures = context.org.transact(context.user, "REST", () => {
        const before = context.org.host.data.savepoint();
        const failed = insertLevels(context, nodes);
        if (failed.length > 0)
            context.org.host.data.rollback(before);
        return failed;
    });
    if (failures.length > 0)
        return json(400, { hasErrors: true, results: failures });
    return json(201, {
        hasErrors: false,
        results: nodes.map(({ referenceId, record }) => ({ referenceId, id: record.id })),
    });
}
function collect(context, describe, given, parent, nodes) {
    if (!Array.isArray(given))
        throw new RestError(400, "INVALID_INPUT", "The request must have records.");
    const { schema } = context.org.host;
    for (const body of given) {
        if (!isJsonObject(body))
            throw new RestError(400, "INVALID_INPUT", "A record must be an object.");
        const attributes = isJsonObject(body["attributes"]) ? body["attributes"] : {};
        const { referenceId } = attributes;
        if (typeof referenceId !== "string" || nodes.some((node) => node.referenceId === referenceId))
            throw new RestError(400, "INVALID_INPUT", "Include a unique reference ID for each record.");
        const level = (parent?.node.level ?? 0) + 1;
        if (level > MOST_LEVELS)
            throw new RestError(400, "INVALID_INPUT", `Records may be nested ${MOST_LEVELS} levels deep.`);
        const children = Object.entries(body).flatMap(([name, value]) => {
            const relationship = describe.childRelationships.get(name.toLowerCase());
            const isNested = isJsonObject(value) && "records" in value;
            return relationship === undefined || !isNested ? [] : [{ name, relationship, value }];
        });
        const own = Object.entries(body).filter(([name]) => !children.some((child) => child.name === name));
        const record = jsonToRecord(schema, describe, Object.fromEntries(own));
        const node = { referenceId, record, parent, level };
        nodes.push(node);
        for (const { relationship, value } of children) {
            const child = schema.object(relationship.childObject);
            if (child === undefined)
                throw new Error(`No object ${relationship.childObject}`);
            collect(context, child, value["records"], { node, field: relationship.field }, nodes);
        }
    }
}
/** Parents before children. Failures end it. */
function insertLevels(context, nodes) {
    for (let level = 1; level <= MOST_LEVELS; level += 1) {
        const here = nodes.filter((node) => node.level === level);
        for (const { record, parent } of here) {
            if (parent !== null)
                record.put(parent.field, parent.node.record.id);
        }
        const outcomes = save(context, "insert", here.map(({ record }) => record), { allOrNone: false });
        const failures = here.flatMap((node, index) => failure(node, outcomes[index]));
        if (failures.length > 0)
            return failures;
    }
    return [];
}
function failure({ referenceId }, outcome) {
    if (outcome === undefined || outcome.isSuccess)
        return [];
    return [
        {
            referenceId,
            errors: outcome.errors.map(({ statusCode, message, fields }) => ({
                statusCode,
                message,
                fields,
            })),
        },
    ];
}
