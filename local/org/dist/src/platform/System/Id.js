/** Id. Source: Apex Reference, "Id Class". */
import { equalIds } from "../../runtime/equality.js";
import { raise } from "../../runtime/exception.js";
import { toId18 } from "../../runtime/id.js";
import { ObjectToken } from "../../runtime/tokens.js";
import { transaction } from "../../runtime/transaction.js";
import { refusingNull } from "../arguments.js";
import { platformType } from "../../runtime/behaviour.js";
function valueOf(text, restoreCasing = false) {
    // Restoring is what the 18-character form is for: its checksum says which letters were capitals.
    const id = toId18(restoreCasing && text.length === 18 ? text.toLowerCase() : text);
    return id ?? raise("System.StringException", `Invalid id: ${text}`);
}
function objectOf(id) {
    const describe = transaction().host.schema.objectByKeyPrefix(id.slice(0, 3));
    return describe === undefined
        ? raise("System.SObjectException", `Cannot locate Apex Type for ID: ${id}`)
        : new ObjectToken(describe);
}
export const idBehaviour = platformType({
    type: "Id",
    statics: refusingNull({ valueOf }),
    methods: {
        equals: (id, other) => typeof other === "string" && equalIds(id, other),
        getSobjectType: objectOf,
        to15: (id) => id.slice(0, 15),
    },
});
