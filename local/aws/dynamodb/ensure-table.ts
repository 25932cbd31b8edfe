/** Dynalite looks at the form of a token only, and this call never leaves the process. */
const ANY_TOKEN =
  "AWS4-HMAC-SHA256 Credential=local/20150830/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=none";

/**
 * Creates a table keyed by the string `pk`, unless it is there.
 * @param port the emulator's own port, not the one that checks signatures.
 */
export async function ensureTable(port: number, tableName: string): Promise<void> {
  const response = await fetch(`http://127.0.0.1:${port}/`, {
    method: "POST",
    headers: {
      authorization: ANY_TOKEN,
      connection: "close",
      "content-type": "application/x-amz-json-1.0",
      "x-amz-date": "20150830T123600Z",
      "x-amz-target": "DynamoDB_20120810.CreateTable",
    },
    body: JSON.stringify({
      TableName: tableName,
      AttributeDefinitions: [{ AttributeName: "pk", AttributeType: "S" }],
      KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }],
      BillingMode: "PAY_PER_REQUEST",
    }),
  });
  const answer = await response.text();
  if (!response.ok && !answer.includes("ResourceInUseException")) {
    throw new Error(`Local DynamoDB could not create the table ${tableName}: ${answer}`);
  }
}
