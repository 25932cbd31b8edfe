/** Id. Source: Apex Reference, "Id Class". */
import { equalIds } from "../../runtime/equality.ts";
import { raise } from "../../runtime/exception.ts";
import { toId18 } from "../../runtime/id.ts";
import { ObjectToken } from "../../runtime/tokens.ts";
import { transaction } from "../../runtime/transaction.ts";
import { refusingNull } from "../arguments.ts";
import { platformType } from "../../runtime/behaviour.ts";

function valueOf(text: string, restoreCasing = false): string {
  // Restoring is what the 18-character form is for: its checksum says which letters were capitals.
  const id = toId18(restoreCasing && text.length === 18 ? text.toLowerCase() : text);
  return id ?? raise("System.StringException", `Invalid id: ${text}`);
}

function objectOf(id: string): ObjectToken {
  const describe = transaction().host.schema.objectByKeyPrefix(id.slice(0, 3));
  return describe === undefined
    ? raise("System.SObjectException", `Cannot locate Apex Type for ID: ${id}`)
    : new ObjectToken(describe);
}

export const idBehaviour = platformType({
  type: "Id",
  statics: refusingNull({ valueOf }),
  methods: {
    equals: (id: string, other: unknown) => typeof other === "string" && equalIds(id, other),
    getSobjectType: objectOf,
    to15: (id: string) => id.slice(0, 15),
  },
});
