/** The measurement in a thread of its own: an org of millions of rows needs more memory than a process is given. */
import { inspect } from "node:util";
import { parentPort, Worker, workerData } from "node:worker_threads";
import type { Figure } from "../figure.ts";
import { measureScale, type ScaleOptions } from "./measure.ts";

const OLD_GENERATION_MB = 19_000;
/** What is made and dropped while rows are saved should not be taken for lasting. */
const YOUNG_GENERATION_MB = 256;

type Size = Omit<ScaleOptions, "tell">;
type Message =
  | { readonly line: string }
  | { readonly figures: Figure[] }
  /** What Apex throws is no Error, and would arrive as nothing that can be read. */
  | { readonly thrown: string };

export function measureScaleInThread({ tell, ...size }: ScaleOptions): Promise<Figure[]> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL(import.meta.url), {
      workerData: { size },
      resourceLimits: {
        maxOldGenerationSizeMb: OLD_GENERATION_MB,
        maxYoungGenerationSizeMb: YOUNG_GENERATION_MB,
      },
    });
    thread.on("message", (message: Message) => {
      if ("line" in message) tell(message.line);
      else if ("thrown" in message) reject(new Error(message.thrown));
      else resolve(message.figures);
    });
    thread.once("error", reject);
  });
}

if (parentPort !== null) {
  const port = parentPort;
  // Written by measureScaleInThread above.
  const { size } = workerData as { size: Size };
  const say = (message: Message): void => port.postMessage(message);
  try {
    say({ figures: measureScale({ ...size, tell: (line) => say({ line }) }) });
  } catch (error) {
    say({ thrown: inspect(error) });
  }
}
