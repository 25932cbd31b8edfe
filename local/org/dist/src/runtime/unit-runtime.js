import { ApexDecimal } from "./decimal.js";
import { ApexDouble } from "./double.js";
import { platformEnum } from "./enums.js";
import { GapReached } from "./gap-reached.js";
import { operations } from "./operations.js";
import * as members from "./platform-members.js";
import { SObjectValue } from "./sobject.js";
import * as tokens from "./tokens.js";
import { transaction } from "./transaction.js";
export class UnitRuntime {
    #unit;
    #loader;
    lines;
    operations = operations;
    method = members.method;
    superMethod = members.superMethod;
    staticMethod = members.staticMethod;
    constructor_ = members.constructorOf;
    constructor(unit, lines, loader) {
        this.#unit = unit;
        this.lines = lines;
        this.#loader = loader;
    }
    /** References to other classes: each resolves when first touched, then is an ordinary property. */
    classes(names) {
        const references = {};
        for (const name of names) {
            Object.defineProperty(references, name, {
                configurable: true,
                enumerable: true,
                get: () => {
                    const value = this.#loader.reference(name);
                    Object.defineProperty(references, name, { value, enumerable: true });
                    return value;
                },
            });
        }
        return references;
    }
    define(index, make) {
        this.#loader.define(this.#unit, index, make);
    }
    type(index) {
        return present(this.#unit.data.types[index]);
    }
    decimal(text) {
        return ApexDecimal.parse(text);
    }
    double(value) {
        return new ApexDouble(value);
    }
    /** What runs into it fails. */
    gap(message) {
        return () => {
            throw new GapReached(message);
        };
    }
    getter(owner, name) {
        return members.property(owner, "getters", name);
    }
    setter(owner, name) {
        return members.property(owner, "setters", name);
    }
    staticGetter(owner, name) {
        return members.property(owner, "staticGetters", name);
    }
    staticSetter(owner, name) {
        return members.property(owner, "staticSetters", name);
    }
    platformEnumConstant(owner, name) {
        return present(platformEnum(owner).find(name));
    }
    record(object) {
        const describe = this.#describe(object);
        return () => new SObjectValue(describe);
    }
    query(index, sharing) {
        const query = present(this.#unit.data.queries[index]);
        const options = { access: null, sharing };
        return (binds) => transaction().host.data.query(query, binds, options);
    }
    countQuery(index, sharing) {
        const query = present(this.#unit.data.queries[index]);
        const options = { access: null, sharing };
        return (binds) => transaction().host.data.count(query, binds, options);
    }
    search(index, sharing) {
        const query = present(this.#unit.data.searches[index]);
        const options = { access: null, sharing };
        return (binds) => transaction().host.data.search(query, binds, options);
    }
    objectToken(object) {
        return new tokens.ObjectToken(this.#describe(object));
    }
    fieldToken(object, field) {
        return new tokens.FieldToken(this.#field(object, field));
    }
    objectDescribe(object) {
        return new tokens.ObjectDescribeResult(this.#describe(object));
    }
    fieldDescribe(object, field) {
        return new tokens.FieldDescribeResult(this.#field(object, field));
    }
    fieldSet(object, name) {
        const describe = this.#describe(object);
        return new tokens.FieldSetValue(describe, present(describe.fieldSets.get(name.toLowerCase())));
    }
    #describe(object) {
        return present(this.#loader.schema.object(object));
    }
    #field(object, field) {
        return present(this.#describe(object).fields.get(field.toLowerCase()));
    }
}
/** The binder only lets through what exists. */
function present(value) {
    if (value === undefined)
        throw new Error("A unit refers to a constant that is not there");
    return value;
}
