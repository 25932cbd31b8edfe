/** Schema.SObjectType and Schema.SObjectField tokens, and describe results, as values. */
import type { FieldDescribe, FieldSetDescribe, SObjectDescribe } from "../schema/schema.ts";

export class ObjectToken {
  readonly describe: SObjectDescribe;

  constructor(describe: SObjectDescribe) {
    this.describe = describe;
  }

  get $identity(): string {
    return `SObjectType ${this.describe.name}`;
  }

  toString(): string {
    return this.describe.name;
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

  constructor(describe: SObjectDescribe) {
    this.describe = describe;
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
