import { afterAll, describe, expect, it } from "vitest";
import { writeProject } from "../../schema/fixture/project.ts";
import { loadSchema } from "../../schema/load-schema.ts";
import {
  across,
  column,
  criteria,
  dealReport,
  down,
  REPORT_PROJECT,
  reportXml,
} from "../testing/report-project.ts";

const made: { remove(): void }[] = [];
afterAll(() => {
  for (const project of made) project.remove();
});

/** The project's errors, each as `file:line: message`, with more files in it. */
function errorsOf(files: Readonly<Record<string, string>>): readonly string[] {
  const project = writeProject({
    ...REPORT_PROJECT,
    ...Object.fromEntries(
      Object.entries(files).map(([name, content]) => [`force-app/main/default/${name}`, content]),
    ),
  });
  made.push(project);
  return loadSchema([project.path])
    .diagnostics.filter(({ kind }) => kind === "error")
    .map(
      ({ file, at, message }) => `${file.split("/").slice(-2).join("/")}:${at.line}: ${message}`,
    );
}

/** Of one report, whose parts stand in lines of their own. */
function errorsIn(...parts: readonly string[]): readonly string[] {
  return errorsOf({ "reports/Money/Bad.report-meta.xml": dealReport("Bad", parts.join("\n")) });
}

function withDetailFormula(formula: string): string {
  return reportXml(
    `<customDetailFormulas><calculatedFormula>${formula}</calculatedFormula><dataType>Number</dataType><developerName>CDF1</developerName><label>Length</label><scale>0</scale></customDetailFormulas>${column("Client__c$Name")}${column("CDF1")}<format>Tabular</format><name>Lengths</name><reportType>Clients_With_Deals__c</reportType><scope>organization</scope>`,
  );
}

const TABULAR = "<format>Tabular</format>";
const SUMMARY = "<format>Summary</format>";

describe("a project's reports", () => {
  it.each([
    [
      "a row-level formula of a column that is not there",
      "Client__c.Nope__c",
      "CDF1: Field Client__c.Nope__c does not exist. Check spelling.",
    ],
    ["a row-level formula that is none", "LEN(", "CDF1: "],
  ])("are refused for %s", (_what, formula, message) => {
    const found = errorsOf({ "reports/Money/Bad.report-meta.xml": withDetailFormula(formula) });

    expect(found).toHaveLength(1);
    expect(found[0]).toContain(message);
  });

  it("may call a column by its object", () => {
    expect(
      errorsOf({
        "reports/Money/Good.report-meta.xml": withDetailFormula(
          "LEN(Client__c.Name) + LEN(Deal__c.Name)",
        ),
      }),
    ).toEqual([]);
  });

  it("are clean when all they name is there", () => {
    expect(errorsOf({})).toEqual([]);
  });

  it.each([
    [
      "an unknown column",
      [TABULAR, column("CUST_NAME"), column("Deal__c.Nope__c")],
      5,
      "The report type CustomEntity$Deal__c has no column Deal__c.Nope__c",
    ],
    [
      "a sum of texts",
      [TABULAR, column("Deal__c.Currency__c", "Sum")],
      4,
      "Deal__c.Currency__c has no Sum: it is of type string",
    ],
    [
      "the largest of checkboxes",
      [TABULAR, column("Deal__c.Is_Won__c", "Maximum")],
      4,
      "Deal__c.Is_Won__c has no Maximum: it is of type boolean",
    ],
    [
      "a grouping by a long text",
      [SUMMARY, down("Deal__c.Notes__c")],
      4,
      "Rows cannot be grouped by a long text: Deal__c.Notes__c",
    ],
    [
      "a date granularity there is not",
      [SUMMARY, down("Deal__c.Closed__c", "Decade")],
      4,
      "There is no date granularity Decade",
    ],
    [
      "groups in a tabular report",
      [TABULAR, down("Deal__c.Stage__c")],
      4,
      "A Tabular report has at most 0 groupings of rows",
    ],
    [
      "a summary report without groups",
      [SUMMARY, column("CUST_NAME")],
      3,
      "A Summary report has a grouping of rows",
    ],
    [
      "a matrix without columns of groups",
      ["<format>Matrix</format>", down("Deal__c.Stage__c")],
      3,
      "A Matrix report has a grouping of columns",
    ],
    [
      "a column grouping in a summary report",
      [SUMMARY, down("Deal__c.Stage__c"), across("Deal__c.Currency__c")],
      5,
      "A Summary report has at most 0 groupings of columns",
    ],
    [
      "a filter on an unknown column",
      [TABULAR, "<filter>", criteria("Deal__c.Nope__c", "equals", "1"), "</filter>"],
      5,
      "The report type CustomEntity$Deal__c has no column Deal__c.Nope__c",
    ],
    [
      "a filter that is no date",
      [TABULAR, "<filter>", criteria("Deal__c.Closed__c", "equals", "SOMETIME"), "</filter>"],
      5,
      "SOMETIME is no date for the filter on Deal__c.Closed__c",
    ],
    [
      "a filter that is no number",
      [TABULAR, "<filter>", criteria("Deal__c.Amount__c", "equals", "much"), "</filter>"],
      5,
      "much is no number for the filter on Deal__c.Amount__c",
    ],
    [
      "an operator that does not fit",
      [TABULAR, "<filter>", criteria("Deal__c.Amount__c", "contains", "1"), "</filter>"],
      5,
      "The filter operator contains does not fit Deal__c.Amount__c, which is of type currency",
    ],
    [
      "logic that leaves a filter out",
      [
        TABULAR,
        "<filter>",
        "<booleanFilter>1</booleanFilter>",
        criteria("CUST_NAME", "equals", "A"),
        criteria("CUST_NAME", "equals", "B"),
        "</filter>",
      ],
      5,
      "The filter logic leaves out filter 2",
    ],
    [
      "logic that is not well-formed",
      [
        TABULAR,
        "<filter>",
        "<booleanFilter>1 AND OR 2</booleanFilter>",
        criteria("CUST_NAME", "equals", "A"),
        criteria("CUST_NAME", "equals", "B"),
        "</filter>",
      ],
      5,
      "The filter logic is not well-formed: 1 AND OR 2",
    ],
    [
      "sorting by a column that is not shown",
      [TABULAR, column("CUST_NAME"), "<sortColumn>Deal__c.Amount__c</sortColumn>"],
      5,
      "The sort column name must be from a selected column: Deal__c.Amount__c",
    ],
    [
      "a row limit without an order",
      [TABULAR, column("CUST_NAME"), "<rowLimit>10</rowLimit>"],
      5,
      "A row limit is for tabular reports with a sort column",
    ],
  ])("are refused for %s, with file and line", (_, parts, line, message) => {
    expect(errorsIn(...parts)).toEqual([`Money/Bad.report-meta.xml:${line}: ${message}`]);
  });

  it.each([
    [
      "a column that is not there",
      "Deal__c.Nope__c:SUM",
      "FORMULA1: the report type CustomEntity$Deal__c has no column Deal__c.Nope__c",
    ],
    [
      "a sum of texts",
      "Deal__c.Stage__c:SUM",
      "FORMULA1: Deal__c.Stage__c has no Sum: it is of type picklist",
    ],
    [
      "a column without its summary",
      "Deal__c.Amount__c",
      "FORMULA1: Deal__c.Amount__c is no summary. Write a column with :SUM, or RowCount.",
    ],
    [
      "a grouping the report does not have",
      "PARENTGROUPVAL(RowCount, Deal__c.Currency__c)",
      "FORMULA1: the report is not grouped by Deal__c.Currency__c",
    ],
    ["a text", "IF(RowCount > 1, 'a', 'b')", "FORMULA1: A summary formula must give a number"],
  ])("are refused for a formula of %s", (_, formula, message) => {
    const aggregate = `<aggregates><calculatedFormula>${formula.replaceAll(">", "&gt;")}</calculatedFormula><datatype>number</datatype><developerName>FORMULA1</developerName><isActive>true</isActive><masterLabel>F</masterLabel></aggregates>`;
    expect(errorsIn(aggregate, SUMMARY, down("Deal__c.Stage__c"))).toEqual([
      `Money/Bad.report-meta.xml:3: ${message}`,
    ]);
  });

  it.each([
    ["CustomEntity$Nope__c", "There is no custom object Nope__c"],
    ["CustomEntityCustomEntity$Deal__c$Client__c", "Client__c has no lookup to Deal__c"],
    ["Deals_With_All__c", "There is no report type Deals_With_All__c"],
  ])("are refused for the report type %s", (type, message) => {
    const report = reportXml(
      `<format>Tabular</format><name>Bad</name>\n<reportType>${type}</reportType>`,
    );
    expect(errorsOf({ "reports/Money/Bad.report-meta.xml": report })).toEqual([
      `Money/Bad.report-meta.xml:4: ${message}`,
    ]);
  });

  it("are refused in a folder that is not there, and folders for a group that is not", () => {
    const errors = errorsOf({
      "reports/Lost/One.report-meta.xml": dealReport("One", `${TABULAR}${column("CUST_NAME")}`),
      "reports/Shared.reportFolder-meta.xml": reportXml(
        "<folderShares><sharedTo>Nobody</sharedTo><sharedToType>Group</sharedToType></folderShares><name>Shared</name>",
      ).replaceAll("Report", "ReportFolder"),
    });
    expect(errors).toEqual([
      "reports/Shared.reportFolder-meta.xml:3: The folder is shared with a Group that does not exist: Nobody",
      "Lost/One.report-meta.xml:1: There is no folder Lost",
    ]);
  });
});

describe("a report type", () => {
  const reportType = (content: string): string =>
    reportXml(content)
      .replaceAll("<Report ", "<ReportType ")
      .replaceAll("</Report>", "</ReportType>");

  it("is refused for a field, a table or a relationship that is not there, with its line", () => {
    const errors = errorsOf({
      "reportTypes/Clients.reportType-meta.xml": reportType(
        `<baseObject>Client__c</baseObject><join><outerJoin>true</outerJoin><relationship>Deals__r</relationship></join><label>Clients</label>
<sections><columns><field>Name</field><table>Client__c</table></columns>
<columns><field>Nope__c</field><table>Client__c.Deals__r</table></columns>
<columns><field>Name</field><table>Client__c.Others__r</table></columns><masterLabel>All</masterLabel></sections>`,
      ),
      "reportTypes/Wrong.reportType-meta.xml": reportType(
        `<baseObject>Client__c</baseObject>\n<join><relationship>Nope__r</relationship></join><label>Wrong</label>`,
      ),
    });
    expect(errors).toEqual([
      "reportTypes/Clients.reportType-meta.xml:5: There is no field Nope__c on Deal__c",
      "reportTypes/Clients.reportType-meta.xml:6: The report type has no table Client__c.Others__r",
      "reportTypes/Wrong.reportType-meta.xml:4: Client__c has no child relationship Nope__r",
    ]);
  });
});

describe("a dashboard", () => {
  const board = (component: string): string =>
    reportXml(
      `<dashboardGridLayout>\n<dashboardGridComponents><dashboardComponent>${component}</dashboardComponent></dashboardGridComponents></dashboardGridLayout><dashboardType>LoggedInUser</dashboardType><title>Bad</title>`,
    )
      .replaceAll("Report ", "Dashboard ")
      .replaceAll("Report>", "Dashboard>");

  it.each([
    [
      "a report that is not there",
      "<componentType>Bar</componentType><report>Money/Nope</report>",
      "There is no report Nope",
    ],
    [
      "a grouping its report lacks",
      "<componentType>Bar</componentType><groupingColumn>Deal__c.Stage__c</groupingColumn><report>Money/By_Currency</report>",
      "The report By_Currency is not grouped by Deal__c.Stage__c",
    ],
    [
      "a summary its report lacks",
      "<chartSummary><aggregate>Average</aggregate><column>Deal__c.Amount__c</column></chartSummary><componentType>Bar</componentType><report>Money/By_Currency</report>",
      "The report By_Currency has no such summary of Deal__c.Amount__c",
    ],
    [
      "an unknown kind of component",
      "<componentType>Globe</componentType><report>Money/By_Currency</report>",
      "There is no component type Globe",
    ],
  ])("is refused for %s, with file and line", (_, component, message) => {
    expect(
      errorsOf({ "dashboards/Money_Boards/Bad.dashboard-meta.xml": board(component) }),
    ).toEqual([`Money_Boards/Bad.dashboard-meta.xml:4: ${message}`]);
  });
});
