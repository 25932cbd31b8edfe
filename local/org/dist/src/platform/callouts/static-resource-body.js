/** The content of a static resource of the project. */
import { readFileSync } from "node:fs";
import { ApexBlob } from "../../runtime/blob.js";
import { raise } from "../../runtime/exception.js";
import { transaction } from "../../runtime/transaction.js";
/** By the resource's name in any case. Throws System.CalloutException where there is none. */
export function staticResourceBody(name) {
    const sought = name.toLowerCase();
    for (const [resource, path] of transaction().host.schema.staticResources)
        if (resource.toLowerCase() === sought)
            return new ApexBlob(new Uint8Array(readFileSync(path)));
    return raise("System.CalloutException", `Static Resource ${name} does not exist`);
}
