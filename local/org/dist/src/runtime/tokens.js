export class ObjectToken {
    /** The object's API name. */
    name;
    #describe;
    constructor(describe, name) {
        this.name = typeof describe === "function" ? (name ?? describe().name) : describe.name;
        this.#describe = describe;
    }
    get describe() {
        if (typeof this.#describe === "function")
            this.#describe = this.#describe();
        return this.#describe;
    }
    get $identity() {
        return `SObjectType ${this.name}`;
    }
    toString() {
        return this.name;
    }
}
export class FieldToken {
    describe;
    constructor(describe) {
        this.describe = describe;
    }
    get $identity() {
        return `SObjectField ${this.describe.object}.${this.describe.name}`;
    }
    toString() {
        return this.describe.name;
    }
}
/** Schema.DescribeSObjectResult. */
export class ObjectDescribeResult {
    describe;
    /** Asked for with SObjectDescribeOptions.FULL. */
    isFull;
    constructor(describe, isFull = false) {
        this.describe = describe;
        this.isFull = isFull;
    }
    get $identity() {
        return `DescribeSObjectResult ${this.describe.name}`;
    }
}
/** Schema.DescribeFieldResult. */
export class FieldDescribeResult {
    describe;
    constructor(describe) {
        this.describe = describe;
    }
    get $identity() {
        return `DescribeFieldResult ${this.describe.object}.${this.describe.name}`;
    }
}
/** Schema.FieldSet. */
export class FieldSetValue {
    object;
    describe;
    constructor(object, describe) {
        this.object = object;
        this.describe = describe;
    }
    get $identity() {
        return `FieldSet ${this.object.name}.${this.describe.name}`;
    }
}
