import { unstable_readConfig } from "wrangler";
import { z } from "zod";
import { extensionsVariable } from "../../worker/extensions.ts";
import { catalogWith } from "../../worker/webhook/event-catalog.ts";
import { DEFAULT_CONFIG } from "../deploy/target.ts";

const config = z.object({ vars: z.looseObject({ EXTENSIONS: z.string().optional() }) });

/**
 * The event types that a Worker of this configuration forwards.
 * @param environment of the file; null is its top level
 * @throws Error in one sentence when EXTENSIONS is malformed
 */
export function wantedTypes(
  environment: string | null,
  configPath = DEFAULT_CONFIG,
): readonly string[] {
  const { vars } = config.parse(
    unstable_readConfig(
      { config: configPath, ...(environment === null ? {} : { env: environment }) },
      { hideWarnings: true },
    ),
  );
  const extensions = extensionsVariable.safeParse(vars.EXTENSIONS);
  if (!extensions.success)
    throw new Error(
      `EXTENSIONS in ${configPath} is malformed; docs/extending.md says what it holds.\n${z.prettifyError(extensions.error)}`,
    );
  return catalogWith(extensions.data).types;
}
