/** `await expect(element).toBeAccessible()`: axe over what a component draws. */
const { setup } = require("@sa11y/jest");

setup();
