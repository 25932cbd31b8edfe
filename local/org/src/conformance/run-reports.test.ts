import { expect, it } from "vitest";
import { REPORT_PROJECT } from "../analytics/testing/report-project.ts";
import { compileProject } from "../compile/compile-project.ts";
import { writeProject } from "../schema/fixture/project.ts";
import { runReports } from "./run-reports.ts";

it("runs each report and dashboard of a project on rows of its own objects, and says which did not", () => {
  const project = writeProject(REPORT_PROJECT);
  try {
    const compiled = compileProject({ paths: [project.path] });
    const { reports, dashboards, withRows, problems } = runReports(compiled);

    const { analytics } = compiled.schema;
    expect(analytics.reports.length).toBeGreaterThan(0);
    expect(reports).toBe(analytics.reports.length);
    expect(dashboards).toBe(analytics.dashboards.length);
    expect(problems).toEqual([]);
    expect(withRows).toBeGreaterThan(0);
    expect(withRows).toBeLessThanOrEqual(reports);
  } finally {
    project.remove();
  }
});
