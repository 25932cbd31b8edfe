import { plainType } from "../plain-type.js";
import { platformCatalog } from "../../signatures/catalog.js";
const TYPE = "EventBus.ChangeEventHeader";
function accessors() {
    const members = {};
    for (const { name } of platformCatalog().find(TYPE)?.methods ?? []) {
        const property = name.replace(/^(?:get|set|is)/u, "");
        members[name] = name.startsWith("set")
            ? (header, given) => void header.fields.set(property, given)
            : (header) => header.fields.get(property);
    }
    return members;
}
export const changeEventHeaderBehaviour = plainType(TYPE, { methods: accessors() }).behaviour;
