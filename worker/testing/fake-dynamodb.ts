import type { AttributeValue } from "../aws/dynamodb.ts";

type Item = Record<string, AttributeValue>;

interface ItemRequest {
  readonly Key: Item;
  readonly UpdateExpression: string;
  readonly ConditionExpression: string;
  readonly ExpressionAttributeValues: Item;
}

/**
 * DynamoDB with one table, as far as conditional updates of numbers go. Like DynamoDB it refuses values that no expression names and
 * assignments from attributes that are not there, and it evaluates every right side before it assigns.
 */
export class FakeDynamoDb {
  readonly items = new Map<string, Item>();
  calls = 0;
  /** Set to make it answer with this error. */
  refusal: string | undefined;
  /** Runs once before the next update: somebody else's. */
  beforeNextUpdate: (() => void) | undefined;

  async answer(request: Request): Promise<Response | undefined> {
    if (!new URL(request.url).hostname.startsWith("dynamodb.")) return undefined;
    this.calls += 1;
    if (this.refusal !== undefined) return refuse(this.refusal);
    // The Worker is the only caller and writes exactly this.
    const input = await request.json<ItemRequest>();
    const key = JSON.stringify(input.Key);
    switch (request.headers.get("x-amz-target")) {
      case "DynamoDB_20120810.GetItem": {
        const item = this.items.get(key);
        return Response.json(item === undefined ? {} : { Item: item });
      }
      case "DynamoDB_20120810.UpdateItem": {
        this.beforeNextUpdate?.();
        this.beforeNextUpdate = undefined;
        return this.#update(key, input);
      }
      default:
        return refuse("UnknownOperationException");
    }
  }

  #update(key: string, input: ItemRequest): Response {
    const { UpdateExpression: update, ConditionExpression: condition } = input;
    const values = input.ExpressionAttributeValues;
    const text = `${update} ${condition}`;
    const named = new Set(text.match(/:\w+/g));
    if (Object.keys(values).some((name) => !named.has(name))) return refuse("ValidationException");
    const stored = this.items.get(key);
    if (!holds(condition, stored ?? {}, values)) return refuse("ConditionalCheckFailedException");

    const [, sets = "", removes = ""] = /^SET (.*?)(?: REMOVE (.*))?$/.exec(update) ?? [];
    const before = stored ?? input.Key;
    const gone = new Set(removes.split(", "));
    const after: Item = Object.fromEntries(
      Object.entries(before).filter(([name]) => !gone.has(name)),
    );
    for (const assignment of sets.split(", ")) {
      const [name = "", right = ""] = assignment.split(" = ");
      const terms = right.split(" + ").map((term) => valueOf(term, before, values));
      if (terms.includes(undefined)) return refuse("ValidationException");
      after[name] = { N: String(terms.reduce((sum = 0, term = 0) => sum + term, 0)) };
    }
    this.items.set(key, after);
    return Response.json({ Attributes: after });
  }
}

function holds(condition: string, item: Item, values: Item): boolean {
  const bare = condition.replaceAll(
    /\((attribute_not_exists\(\w+\) OR [^()]*)\)/g,
    (_, inner: string) => (holds(inner, item, values) ? "TRUE" : "FALSE"),
  );
  return bare
    .split(" OR ")
    .some((either) => either.split(" AND ").every((term) => isTrue(term, item, values)));
}

function isTrue(term: string, item: Item, values: Item): boolean {
  if (term === "TRUE" || term === "FALSE") return term === "TRUE";
  const [, exists, attribute] = /^attribute_(not_exists|exists)\((\w+)\)$/.exec(term) ?? [];
  if (attribute !== undefined) return (exists === "exists") === attribute in item;
  const [left = "", operator, right = ""] = term.split(" ");
  const [a, b] = [valueOf(left, item, values), valueOf(right, item, values)];
  if (a === undefined || b === undefined) return false;
  switch (operator) {
    case "=":
      return a === b;
    case "<=":
      return a <= b;
    case "<":
      return a < b;
    default:
      throw new Error(`The fake does not know the condition "${term}"`);
  }
}

function valueOf(term: string, item: Item, values: Item): number | undefined {
  const value = term.startsWith(":") ? values[term] : item[term];
  return value !== undefined && "N" in value ? Number(value.N) : undefined;
}

function refuse(type: string): Response {
  return Response.json({ __type: `com.amazonaws.dynamodb.v20120810#${type}` }, { status: 400 });
}
