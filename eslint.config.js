import js from "@eslint/js";
import prettier from "eslint-config-prettier";
import lwc from "@lwc/eslint-plugin-lwc";
import { importX } from "eslint-plugin-import-x";
import tseslint from "typescript-eslint";

/** The Worker's folders, each of which may import only from those before it and from the modules at the root of worker/. */
const WORKER_FOLDERS = [
  "aws",
  "admit",
  "budget",
  "salesforce",
  "relay",
  "bulk",
  "webhook",
  "ops/metrics",
  "ops/alerts",
  "ops/access",
  "ops",
];

const workerLayers = [
  ...WORKER_FOLDERS.map((folder) => ({
    target: "./worker/!(index).ts",
    from: `./worker/${folder}`,
    message: "Every folder imports the modules at the root of worker/; they import none of them.",
  })),
  ...WORKER_FOLDERS.flatMap((folder, index) =>
    WORKER_FOLDERS.slice(index + 1).map((later) => ({
      target: `./worker/${folder}`,
      from: `./worker/${later}`,
      except: WORKER_FOLDERS.slice(0, index + 1)
        .filter((earlier) => earlier.startsWith(`${later}/`))
        .map((earlier) => `.${earlier.slice(later.length)}`),
      message: `worker/${later} stands on worker/${folder}, not the other way round.`,
    })),
  ),
];

/**
 * The local org's folders, each of which may import only from those before it: no circle, and a runtime without a compiler. `analytics` is
 * in no order: the schema reads reports through it, and its runs stand on queries.
 */
const ORG_FOLDERS = [
  "syntax",
  "schema",
  "signatures",
  "types",
  "runtime",
  "regex",
  "store",
  "formula",
  "soql",
  "access",
  "async",
  "dml",
  "events",
  "platform",
  "flow",
  "bind",
  "emit",
  "compile",
  "apex-tests",
  "org",
  "watch",
  "rest",
  "serve",
  "conformance",
  "cli",
];

const orgLayers = ORG_FOLDERS.flatMap((folder, index) =>
  ORG_FOLDERS.slice(index + 1).map((later) => ({
    target: `./local/org/src/${folder}`,
    from: `./local/org/src/${later}`,
    message: `local/org/src/${later} stands on local/org/src/${folder}, not the other way round.`,
  })),
);

/** What leaves this repository, by deployment or as a package, stands on nothing that stays. */
const packages = [
  ...["./worker", "./force-app", "./lwc"].map((target) => ({
    target,
    from: "./local",
    message: "What is deployed imports nothing from local/.",
  })),
  {
    target: "./local/org",
    from: "./",
    except: ["./local/org", "./node_modules"],
    message: "local/org is a package of its own and imports nothing from the rest.",
  },
];

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
      "local/org/dist/",
      "lwc/types/apex.d.ts",
      // Jest's own globals and mocks; run by it, with the component's types.
      "lwc/**/__tests__/",
      "lwc/jest-setup.cjs",
      "lwc/jest-transformer.cjs",
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
  {
    plugins: { "import-x": importX },
    rules: { "import-x/no-restricted-paths": ["error", { zones: packages }] },
  },
  {
    files: ["worker/**/*.ts"],
    ignores: ["worker/**/*.test.ts", "worker/testing/**"],
    rules: {
      "import-x/no-restricted-paths": ["error", { zones: [...packages, ...workerLayers] }],
    },
  },
  {
    files: ["local/org/src/**/*.ts"],
    ignores: ["**/*.test.ts", "**/testing/**", "**/fixture/**", "**/*fixture.ts"],
    rules: {
      "import-x/no-restricted-paths": ["error", { zones: [...packages, ...orgLayers] }],
    },
  },
  { files: ["**/*.js"], extends: [tseslint.configs.disableTypeChecked] },
  prettier,
);
