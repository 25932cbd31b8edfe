export class ApexEnum {
    type;
    name;
    ordinal;
    constructor(type, name, ordinal) {
        this.type = type;
        this.name = name;
        this.ordinal = ordinal;
    }
    toString() {
        return this.name;
    }
}
export function enumConstants(type, names) {
    const constants = names.map((name, ordinal) => new ApexEnum(type, name, ordinal));
    const byName = new Map(constants.map((constant) => [constant.name.toLowerCase(), constant]));
    return { type, constants, find: (name) => byName.get(name.toLowerCase()) };
}
