import { failed, passed, type Check } from "./check.ts";
import type { DeployTarget } from "./target.ts";

/** Account 000000000000, a host beginning with "example" and a domain under example.com are what the repository comes with. */
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
    checkDomain(target),
    target.rateLimits.includes("REFUSED_DELIVERIES")
      ? passed("Strangers are slowed down")
      : failed(
          "Rate limit",
          "nothing slows down who sends deliveries that do not verify",
          `Put the rate limit REFUSED_DELIVERIES into [env.${target.environment}] of wrangler.toml, as it stands at the top of the file.`,
        ),
  ];
}

/** At workers.dev no firewall rule can stand before the Worker, and its address is everybody's to guess. */
function checkDomain({ customDomains, isOnWorkersDev, environment }: DeployTarget): Check {
  const title = "The Worker's domain";
  const section = `[env.${environment}] of wrangler.toml`;
  const [domain] = customDomains;
  if (domain === undefined || /(?:^|\.)example\.com$/.test(domain))
    return failed(
      title,
      domain === undefined ? "the Worker has none of its own" : `${domain} is still a placeholder`,
      `Put a host name of a zone in your Cloudflare account into routes of ${section}.`,
    );
  if (isOnWorkersDev)
    return failed(
      title,
      "the Worker answers at its workers.dev address too",
      `Set workers_dev = false in ${section}.`,
    );
  return passed(`The Worker answers at ${customDomains.join(", ")} alone`);
}
