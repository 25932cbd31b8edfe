/** System.Type: a type as a value. */
import { typeName } from "./type.js";
export class TypeValue {
    type;
    constructor(type) {
        this.type = type;
    }
    get name() {
        return typeName(this.type);
    }
    get $identity() {
        return `Type ${this.name.toLowerCase()}`;
    }
    toString() {
        return this.name;
    }
}
