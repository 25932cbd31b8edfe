/** What an Apex test run says; the JSON a run can write has exactly this shape. */
export {};
