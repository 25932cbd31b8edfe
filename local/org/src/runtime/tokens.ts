/** Schema.SObjectType and Schema.SObjectField tokens, and describe results, as values. */
import type { FieldDescribe, FieldSetDescribe, SObjectDescribe } from "../schema/schema.ts";

export class ObjectToken {
  /** The object's API name. */
  readonly name: string;
  #describe: SObjectDescribe | (() => SObjectDescribe);

  /** With a name, the object is described when first asked for: the global describe has thousands of tokens. */
  constructor(describe: SObjectDescribe);
  constructor(describe: () => SObjectDescribe, name: string);
  constructor(describe: SObjectDescribe | (() => SObjectDescribe), name?: string) {
    this.name = typeof describe === "function" ? (name ?? describe().name) : describe.name;
    this.#describe = describe;
  }

  get describe(): SObjectDescribe {
    if (typeof this.#describe === "function") this.#describe = this.#describe();
    return this.#describe;
  }

  get $identity(): string {
    return `SObjectType ${this.name}`;
  }

  toString(): string {
    return this.name;
  }
}

export class FieldToken {
  readonly describe: FieldDescribe;

  constructor(describe: FieldDescribe) {
    this.describe = describe;
  }

  get $identity(): string {
    return `SObjectField ${this.describe.object}.${this.describe.name}`;
  }

  toString(): string {
    return this.describe.name;
  }
}

/** Schema.DescribeSObjectResult. */
export class ObjectDescribeResult {
  readonly describe: SObjectDescribe;
  /** Asked for with SObjectDescribeOptions.FULL. */
  readonly isFull: boolean;

  constructor(describe: SObjectDescribe, isFull = false) {
    this.describe = describe;
    this.isFull = isFull;
  }

  get $identity(): string {
    return `DescribeSObjectResult ${this.describe.name}`;
  }
}

/** Schema.DescribeFieldResult. */
export class FieldDescribeResult {
  readonly describe: FieldDescribe;

  constructor(describe: FieldDescribe) {
    this.describe = describe;
  }

  get $identity(): string {
    return `DescribeFieldResult ${this.describe.object}.${this.describe.name}`;
  }
}

/** Schema.FieldSet. */
export class FieldSetValue {
  readonly object: SObjectDescribe;
  readonly describe: FieldSetDescribe;

  constructor(object: SObjectDescribe, describe: FieldSetDescribe) {
    this.object = object;
    this.describe = describe;
  }

  get $identity(): string {
    return `FieldSet ${this.object.name}.${this.describe.name}`;
  }
}
