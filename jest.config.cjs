/** Lightning components in jsdom, from their TypeScript; everything else is tested with vitest. */
const { jestConfig } = require("@salesforce/sfdx-lwc-jest/config");

module.exports = {
  ...jestConfig,
  roots: ["<rootDir>/lwc"],
  transform: {
    ...jestConfig.transform,
    "^.+\\.(js|ts|html|css)$": "<rootDir>/lwc/jest-transformer.cjs",
  },
  moduleNameMapper: { ...jestConfig.moduleNameMapper, "^c/(.+)$": "<rootDir>/lwc/$1/$1" },
  setupFilesAfterEnv: [...(jestConfig.setupFilesAfterEnv ?? []), "<rootDir>/lwc/jest-setup.cjs"],
  collectCoverageFrom: ["lwc/**/*.ts", "!lwc/**/__tests__/**", "!lwc/types/**"],
  // Of our own modules alone. V8 counts in everything that runs, axe and jsdom too, and takes three times as long.
  coverageProvider: "babel",
  coverageDirectory: "coverage/lwc",
  coverageThreshold: { global: { branches: 93, lines: 98, statements: 98, functions: 98 } },
};
