import { failed, passed, type Check } from "./check.ts";
import type { DeployTarget } from "./target.ts";

/** Account 000000000000 and a host beginning with "example" are what the repository comes with. */
export function checkSettings(target: DeployTarget): Check[] {
  const section = `[env.${target.environment}.vars] of wrangler.toml`;
  return [
    /^https:\/\/example\b/.test(target.loginUrl)
      ? failed(
          "Salesforce's address",
          "SALESFORCE_LOGIN_URL is still a placeholder",
          `Put the org's My Domain, https://….my.salesforce.com (Setup → My Domain), into ${section}.`,
        )
      : passed(`Salesforce's address is ${target.loginUrl}`),
    target.deadLetterQueueUrl.includes("/000000000000/")
      ? failed(
          "Dead letter queue",
          "DEAD_LETTER_QUEUE_URL is still a placeholder",
          `npm run deploy -- ${target.environment} --stack makes the queue and shows the URL; put it into ${section}.`,
        )
      : passed(`Dead letters go to ${target.deadLetterQueueUrl}`),
  ];
}
