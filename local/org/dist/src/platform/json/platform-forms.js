/** Fields of a platform value, in the order they are written. */
export class JsonFields {
    entries;
    constructor(entries) {
        this.entries = entries;
    }
}
const forms = new Map();
export function registerJsonForm(form) {
    forms.set(form.type.toLowerCase(), form);
}
export function jsonFormOf(typeName) {
    return forms.get(typeName.toLowerCase());
}
