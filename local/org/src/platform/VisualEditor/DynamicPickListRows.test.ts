import { describe, expect, it } from "vitest";
import { runApex } from "../../testing/apex.ts";

describe("VisualEditor.DynamicPickListRows", () => {
  it("holds rows and sorts them by label", () => {
    const { debug } = runApex(`
      VisualEditor.DynamicPickListRows rows = new VisualEditor.DynamicPickListRows();
      rows.addRow(new VisualEditor.DataRow('B', 2));
      rows.addRow(new VisualEditor.DataRow('A', 1, true));
      rows.sort();
      for (VisualEditor.DataRow row : rows.getDataRows())
        System.debug(row.getLabel() + row.getValue() + row.isSelected());
      System.debug(rows.size() + ' ' + rows.containsAllRows() + ' ' + rows.get(1).getLabel());`);
    expect(debug).toEqual(["A1true", "B2false", "2 false B"]);
  });
});
