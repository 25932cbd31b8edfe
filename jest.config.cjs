/** Lightning components in jsdom, from their TypeScript; everything else is tested with vitest. */
const { jestConfig } = require("@salesforce/sfdx-lwc-jest/config");

module.exports = {
  ...jestConfig,
  roots: ["<rootDir>/lwc"],
  moduleNameMapper: { ...jestConfig.moduleNameMapper, "^c/(.+)$": "<rootDir>/lwc/$1/$1" },
  setupFilesAfterEnv: [...(jestConfig.setupFilesAfterEnv ?? []), "<rootDir>/lwc/jest-setup.cjs"],
  collectCoverageFrom: ["lwc/**/*.ts", "!lwc/**/__tests__/**", "!lwc/types/**"],
  coverageProvider: "v8",
  coverageDirectory: "coverage/lwc",
  coverageThreshold: { global: { branches: 90, lines: 90, statements: 90, functions: 90 } },
};
