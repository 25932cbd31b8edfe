import { describe, expect, it } from "vitest";
import { DEFAULT_PORTS, readSettings } from "./settings.ts";

const root = "/project";

describe("settings of the local stack", () => {
  it("are the defaults when nothing is given", () => {
    expect(readSettings([], {}, root)).toEqual({
      kind: "settings",
      settings: { host: "127.0.0.1", ports: DEFAULT_PORTS, dataFolder: "/project/.data" },
    });
  });

  it("take a flag before an environment variable, and that before the default", () => {
    const read = readSettings(
      ["--worker-port", "9001"],
      { WORKER_PORT: "9002", ORG_PORT: "9003" },
      root,
    );

    expect(read).toMatchObject({
      settings: { ports: { worker: 9001, org: 9003, stripe: DEFAULT_PORTS.stripe } },
    });
  });

  it.each([["0"], ["65536"], ["many"], ["80.5"]])(
    "refuse %s as a port, naming the part",
    (port) => {
      const read = readSettings(["--org-port", port], {}, root);

      expect(read).toEqual({
        kind: "refused",
        message: `The org port must be a number from 1 to 65535, not "${port}".`,
      });
    },
  );

  it("refuse one port for two parts", () => {
    const read = readSettings(["--org-port", "9000", "--worker-port", "9000"], {}, root);

    expect(read).toEqual({
      kind: "refused",
      message: "Port 9000 is given to two parts; each needs its own.",
    });
  });

  it("refuse an option they do not know", () => {
    expect(readSettings(["--colour"], {}, root).kind).toBe("refused");
  });

  it("resolve the data folder against the project", () => {
    expect(readSettings(["--data", "elsewhere"], {}, root)).toMatchObject({
      settings: { dataFolder: "/project/elsewhere" },
    });
  });
});

describe("--org-copy", () => {
  it("starts the org as a copy, and is no matter of the environment", () => {
    expect(readSettings(["--org-copy"], {}, root)).toMatchObject({
      kind: "settings",
      settings: { isOrgCopy: true },
    });
    expect(readSettings(["--org-copy=no"], {}, root).kind).toBe("refused");
  });
});
