/** Records as JSON.serialize writes them: `attributes` first, Datetimes with a zone of digits. Source: observed output of JSON.serialize. */
import { ApexDatetime } from "../../runtime/datetime.js";
/** Of the addresses in `attributes`: the version of the API this org speaks. */
const API_VERSION = "66.0";
export function writeRecord(record, serialization) {
    const { writer } = serialization;
    writer.start("object");
    writeAttributes(record, serialization);
    for (const [name, value] of record.values) {
        // What a query found empty is left out; what code set to null is written.
        if (value === null && record.selection?.fields.has(name) === true)
            continue;
        writer.fieldName(name);
        if (value instanceof ApexDatetime)
            writer.string(value.toIso().replace("Z", "+0000"));
        else
            serialization.value(value);
    }
    for (const [name, parent] of record.parents) {
        if (parent === null)
            continue;
        writer.fieldName(name);
        serialization.value(parent);
    }
    for (const [name, children] of record.children) {
        if (children.size === 0 && record.selection?.children.has(name) === true)
            continue;
        writer.fieldName(name);
        writeChildren(children.items, serialization);
    }
    writer.end();
}
function writeAttributes(record, { writer }) {
    const { objectName, id } = record;
    writer.fieldName("attributes");
    writer.start("object");
    writer.fieldName("type");
    writer.string(objectName);
    if (id !== null) {
        writer.fieldName("url");
        writer.string(`/services/data/v${API_VERSION}/sobjects/${objectName}/${id}`);
    }
    writer.end();
}
function writeChildren(records, serialization) {
    const { writer } = serialization;
    writer.start("object");
    writer.fieldName("totalSize");
    writer.raw(String(records.length));
    writer.fieldName("done");
    writer.raw("true");
    writer.fieldName("records");
    serialization.array(records);
    writer.end();
}
