/** Salesforce's own transformer. Its cache does not tell a module that counts what of it runs from one that does not: this one's does. */
const { jestConfig } = require("@salesforce/sfdx-lwc-jest/config");

const [transformer] = Object.values(jestConfig.transform);
const lwc = require(transformer);

module.exports = {
  ...lwc,
  getCacheKey: (text, file, options) =>
    `${lwc.getCacheKey(text, file, options)} ${options.instrument ? "counting" : "plain"}`,
};
