import type { Log } from "./signed-server.ts";
import type { AwsCredentials } from "./sigv4/verify.ts";

export interface LocalAwsServiceOptions {
  /** 0 takes any free port. */
  readonly port: number;
  readonly host: string;
  readonly region: string;
  /** Created when missing. */
  readonly dataFolder: string;
  readonly credentials: AwsCredentials;
  readonly log: Log;
}

export interface LocalAwsService {
  /** The endpoint, `http://host:port`. */
  readonly url: string;
  readonly stop: () => Promise<void>;
}
