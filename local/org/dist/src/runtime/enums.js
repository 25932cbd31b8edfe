/** Where the constants of an enum type are found: the project's in its classes, the platform's in the catalog. */
import { platformCatalog } from "../signatures/catalog.js";
import { enumConstants } from "./enum.js";
import { transaction } from "./transaction.js";
import { platformTypeNamed, typeName } from "./type.js";
/**
 * The order of constants where code depends on it: the catalog's is alphabetical. A level's ordinal grows with its severity
 * (Apex Developer Guide, "Debug Log Levels"); operations are in the order of a trigger's events.
 */
const DECLARED_ORDER = {
    "System.LoggingLevel": "NONE INTERNAL FINEST FINER FINE DEBUG INFO WARN ERROR".split(" "),
    "System.TriggerOperation": "BEFORE_INSERT BEFORE_UPDATE BEFORE_DELETE AFTER_INSERT AFTER_UPDATE AFTER_DELETE AFTER_UNDELETE".split(" "),
};
const platformEnums = new Map();
/** Of a platform enum by its catalog name: `System.LoggingLevel`. */
export function platformEnum(name) {
    const known = platformEnums.get(name);
    if (known !== undefined)
        return known;
    const type = platformCatalog().find(name);
    if (type?.kind !== "enum")
        throw new Error(`${name} is no enum`);
    const constants = enumConstants(platformTypeNamed(type.name), DECLARED_ORDER[type.name] ?? type.enumConstants);
    platformEnums.set(name, constants);
    platformEnums.set(type.name, constants);
    return constants;
}
export function enumsOf(type) {
    if (type.kind === "platform")
        return platformEnum(type.name);
    const constants = type.kind === "class" ? transaction().classes.find(type.name)?.constants : undefined;
    if (constants === undefined || constants === null)
        throw new Error(`${typeName(type)} is no enum`);
    return constants;
}
