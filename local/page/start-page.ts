/** The Lightning page of a project, over a running org. */
import { buildPage } from "./build/build-page.ts";
import { liveProject } from "./metadata/live-project.ts";
import { startPageServer, type PageServer, type PageServerOptions } from "./serve/page-server.ts";

export interface PageOptions extends Pick<
  PageServerOptions,
  "host" | "port" | "orgUrl" | "people" | "controls"
> {
  /** The SFDX project. */
  readonly projectFolder: string;
  readonly cacheFolder: string;
  readonly log: (line: string) => void;
}

export async function startPage(options: PageOptions): Promise<PageServer> {
  const { projectFolder, cacheFolder, log, ...server } = options;
  const built = await buildPage(projectFolder, cacheFolder);
  log(`${built.components.length} components, built in ${built.milliseconds} ms`);
  const project = liveProject(projectFolder);
  try {
    const page = await startPageServer({ ...server, project: () => project.now(), built });
    return {
      url: page.url,
      async stop() {
        project.stop();
        await page.stop();
      },
    };
  } catch (error) {
    project.stop();
    throw error;
  }
}
