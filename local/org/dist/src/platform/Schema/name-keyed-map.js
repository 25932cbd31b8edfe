import { ApexMap } from "../../runtime/map.js";
import { STRING } from "../../runtime/type.js";
/** The maps that describes give: keys are lower-cased names, and are found in any case. */
export class NameKeyedMap extends ApexMap {
    constructor(value, entries) {
        super(STRING, value, [...entries].map(([name, entry]) => [name.toLowerCase(), entry]));
    }
    has(key) {
        return super.has(lowerCased(key));
    }
    get(key) {
        return super.get(lowerCased(key));
    }
    remove(key) {
        return super.remove(lowerCased(key));
    }
}
function lowerCased(key) {
    return typeof key === "string" ? key.toLowerCase() : key;
}
