import js from "@eslint/js";
import prettier from "eslint-config-prettier";
import lwc from "@lwc/eslint-plugin-lwc";
import tseslint from "typescript-eslint";

export default tseslint.config(
  {
    ignores: [
      "**/node_modules/",
      "coverage/",
      ".data/",
      ".wrangler/",
      ".cache/",
      "**/generated/",
      // Written by `npm run build`.
      "force-app/main/default/lwc/",
      "lwc/types/apex.d.ts",
      // Jest's own globals and mocks; run by it, with the component's types.
      "lwc/**/__tests__/",
      "lwc/jest-setup.cjs",
      "jest.config.cjs",
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ["eslint.config.js"] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      eqeqeq: "error",
      "no-console": "off",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      // A number or a boolean in a template is exactly what it looks like.
      "@typescript-eslint/restrict-template-expressions": [
        "error",
        { allowNumber: true, allowBoolean: true },
      ],
      // Interfaces of Cloudflare, Salesforce and the emitted Apex are full of methods that need no await.
      "@typescript-eslint/require-await": "off",
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
    },
  },
  {
    files: ["lwc/**/*.ts", "local/page/app/page/**/*.ts"],
    ignores: ["**/*.d.ts"],
    plugins: { "@lwc/lwc": lwc },
    rules: {
      "@lwc/lwc/consistent-component-name": "error",
      "@lwc/lwc/no-api-reassignments": "error",
      "@lwc/lwc/no-attributes-during-construction": "error",
      "@lwc/lwc/no-deprecated": "error",
      "@lwc/lwc/no-disallowed-lwc-imports": "error",
      "@lwc/lwc/no-document-query": "error",
      "@lwc/lwc/no-inner-html": "error",
      "@lwc/lwc/no-leading-uppercase-api-name": "error",
      "@lwc/lwc/no-leaky-event-listeners": "error",
      "@lwc/lwc/no-template-children": "error",
      "@lwc/lwc/prefer-custom-event": "error",
      "@lwc/lwc/valid-api": "error",
      "@lwc/lwc/valid-track": "error",
    },
  },
  { files: ["**/*.js"], extends: [tseslint.configs.disableTypeChecked] },
  prettier,
);
