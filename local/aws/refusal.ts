import type { SignatureRefusal } from "./sigv4/verify.ts";

/** How a service dresses its errors: its signing name, and the two ways AWS's JSON services differ. */
export type AwsService = "sqs" | "dynamodb" | "secretsmanager";

export interface AwsRefusal {
  readonly status: 400 | 403;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: { readonly __type: string; readonly message: string };
}

/** The codes SQS gave before its JSON protocol; it still sends them in `x-amzn-query-error`. */
const QUERY_CODE = {
  token_missing: "MissingAuthenticationToken",
  signature_incomplete: "IncompleteSignature",
  access_key_unknown: "InvalidClientTokenId",
  signature_invalid: "SignatureDoesNotMatch",
} as const satisfies Record<SignatureRefusal["reason"], string>;

function typeAndMessage(refusal: SignatureRefusal): { type: string; message: string } {
  switch (refusal.reason) {
    case "token_missing":
      return {
        type: "MissingAuthenticationTokenException",
        message: "Request is missing Authentication Token",
      };
    case "signature_incomplete":
      return { type: "IncompleteSignatureException", message: refusal.detail };
    case "access_key_unknown":
      return {
        type: "UnrecognizedClientException",
        message: "The security token included in the request is invalid.",
      };
    case "signature_invalid":
      return { type: "InvalidSignatureException", message: refusal.detail };
  }
}

/**
 * The answer AWS gives to a request it cannot authenticate. SQS answers 403 and adds the code of its older
 * protocol; DynamoDB and Secrets Manager answer 400.
 */
export function awsRefusal(service: AwsService, refusal: SignatureRefusal): AwsRefusal {
  const { type, message } = typeAndMessage(refusal);
  switch (service) {
    case "sqs":
      return {
        status: 403,
        headers: {
          "content-type": "application/x-amz-json-1.0",
          "x-amzn-query-error": `${QUERY_CODE[refusal.reason]};Sender`,
        },
        body: { __type: `com.amazon.coral.service#${type}`, message },
      };
    case "dynamodb":
      return {
        status: 400,
        headers: { "content-type": "application/x-amz-json-1.0" },
        body: { __type: `com.amazon.coral.service#${type}`, message },
      };
    case "secretsmanager":
      return {
        status: 400,
        headers: { "content-type": "application/x-amz-json-1.1" },
        body: { __type: type, message },
      };
  }
}
