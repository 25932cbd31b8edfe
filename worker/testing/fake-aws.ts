import { AwsV4Signer } from "aws4fetch";

/** Secrets Manager and SQS as far as the Worker uses them: they verify SigV4 and refuse with AWS's own errors. */
export class FakeAws {
  /** Secret id → stage → SecretString. */
  readonly secrets = new Map<string, Partial<Record<string, string>>>();
  readonly deadLetters: {
    readonly body: string;
    readonly attributes: Readonly<Record<string, string>>;
  }[] = [];
  readonly metricData: {
    readonly MetricName: string;
    readonly Value: number;
    readonly Timestamp: number;
    readonly Dimensions?: readonly { readonly Name: string; readonly Value: string }[];
  }[] = [];
  secretReads = 0;
  /** When the current versions were made, Unix seconds. */
  currentSince = Math.floor(Date.now() / 1000);
  /** Set to make the service answer 503. */
  secretsDown = false;
  sqsDown = false;
  /** What SQS waits for before it answers, the letter being in its queue by then. */
  beforeAnswer: () => Promise<unknown> | undefined = () => undefined;
  cloudWatchDown = false;

  async answer(request: Request): Promise<Response | undefined> {
    const { hostname } = new URL(request.url);
    const service = hostname.split(".")[0];
    if (service !== "secretsmanager" && service !== "sqs" && service !== "monitoring") {
      return undefined;
    }
    const body = await request.text();
    const refusal = await signatureRefusal(request, body, service);
    if (refusal !== undefined) return refusal;
    // The signature covers the body and the Worker wrote it: it is the JSON protocol's object.
    const input = JSON.parse(body) as Record<string, unknown>;
    switch (service) {
      case "sqs":
        return request.headers.get("x-amz-target") === "AmazonSQS.GetQueueAttributes"
          ? this.#getQueueAttributes(input)
          : this.#afterSending(this.#sendMessage(request, input));
      case "monitoring":
        return this.#putMetricData(request, input);
      case "secretsmanager":
        return this.#getSecretValue(request, input);
    }
  }

  #getSecretValue(request: Request, input: Readonly<Record<string, unknown>>): Response {
    if (this.secretsDown) return awsError(400, "InternalServiceError");
    if (request.headers.get("x-amz-target") !== "secretsmanager.GetSecretValue") {
      return awsError(400, "UnknownOperationException");
    }
    this.secretReads += 1;
    const value = this.secrets.get(String(input["SecretId"]))?.[String(input["VersionStage"])];
    if (value === undefined) return awsError(400, "ResourceNotFoundException");
    return Response.json({
      Name: input["SecretId"],
      SecretString: value,
      CreatedDate: this.currentSince,
    });
  }

  #getQueueAttributes(input: Readonly<Record<string, unknown>>): Response {
    if (this.sqsDown) return awsError(400, "InternalError");
    const names = input["AttributeNames"];
    if (JSON.stringify(names) !== '["ApproximateNumberOfMessages"]') {
      return awsError(400, "com.amazonaws.sqs#InvalidAttributeName");
    }
    const messages = String(this.deadLetters.length);
    return Response.json({ Attributes: { ApproximateNumberOfMessages: messages } });
  }

  #putMetricData(request: Request, input: Readonly<Record<string, unknown>>): Response {
    if (this.cloudWatchDown) return awsError(400, "InternalServiceFault");
    if (request.headers.get("x-amz-target") !== "GraniteServiceVersion20100801.PutMetricData") {
      return awsError(400, "UnknownOperationException");
    }
    // Written by the Worker in the shape of CloudWatch's MetricData.
    const data = input["MetricData"] as FakeAws["metricData"][number][];
    if (input["Namespace"] !== "StripeRelay" || data.length > 1_000) {
      return awsError(400, "InvalidParameterValue");
    }
    this.metricData.push(...data);
    return new Response(null);
  }

  async #afterSending(answer: Response): Promise<Response> {
    await this.beforeAnswer();
    return answer;
  }

  #sendMessage(request: Request, input: Readonly<Record<string, unknown>>): Response {
    if (this.sqsDown) return awsError(400, "InternalError");
    if (request.headers.get("x-amz-target") !== "AmazonSQS.SendMessage") {
      return awsError(400, "com.amazonaws.sqs#UnknownOperationException");
    }
    const queueUrl = String(input["QueueUrl"]);
    if (!queueUrl.endsWith("/stripe-events-dead-letters")) {
      return awsError(400, "com.amazonaws.sqs#QueueDoesNotExist");
    }
    const body = String(input["MessageBody"]);
    if (/[\uFFFE\uFFFF]/.test(body)) {
      return awsError(400, "com.amazonaws.sqs#InvalidMessageContents");
    }
    if (new TextEncoder().encode(body).byteLength > 1_048_576) {
      return awsError(400, "com.amazonaws.sqs#InvalidParameterValue");
    }
    // Written by the Worker in the shape of SQS's MessageAttributes.
    const attributes = input["MessageAttributes"] as Record<string, { StringValue: string }>;
    this.deadLetters.push({
      body,
      attributes: Object.fromEntries(
        Object.entries(attributes).map(([name, { StringValue }]) => [name, StringValue]),
      ),
    });
    return Response.json({ MessageId: crypto.randomUUID() });
  }
}

async function signatureRefusal(
  request: Request,
  body: string,
  service: string,
): Promise<Response | undefined> {
  const given = request.headers.get("authorization") ?? "";
  const datetime = request.headers.get("x-amz-date");
  if (datetime === null) return awsError(400, "MissingAuthenticationTokenException");
  const signer = new AwsV4Signer({
    method: request.method,
    url: request.url,
    headers: {
      "content-type": request.headers.get("content-type") ?? "",
      "x-amz-target": request.headers.get("x-amz-target") ?? "",
    },
    body,
    accessKeyId: "AKIATEST",
    secretAccessKey: "test-secret-access-key",
    service,
    region: "us-east-1",
    datetime,
  });
  return given === (await signer.authHeader())
    ? undefined
    : awsError(400, "InvalidSignatureException");
}

function awsError(status: number, type: string): Response {
  return Response.json({ __type: type, message: "refused by the fake" }, { status });
}
