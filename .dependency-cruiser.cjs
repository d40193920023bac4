/**
 * Who may import whom: the nine walls of the house, each with the sentence a person sees who runs into it.
 * Tests may look anywhere.
 */

/** A room imports earlier ones only; a later one reacts to an earlier one's events. */
const rooms = [
  "people",
  "sign-in",
  "activity",
  "conversation",
  "strategy",
  "coach",
  "okrs",
  "alignment",
  "workplace",
  "cadence",
  "roadmap",
  "planning",
  "focus",
  "engagement",
  "policies",
  "closing",
  "exchange",
  "welcome",
];

/** What puts the rooms together. */
const composers = "^src/(router\\.ts|program\\.ts|main\\.ts|features/readers\\.ts)$";

/** File names that touch the world. Every other file of a room is a pure idea. */
const roles = "(contract|handlers|queries|events|jobs|public)";
const contracts = [
  "^src/contract\\.ts$",
  "^src/platform/contract\\.ts$",
  "^src/features/[^/]+/contract\\.ts$",
  "^src/features/[^/]+/contract/",
];
/** How the web asks, which is how everyone asks, and how a refused field is said. */
const overHttp = ["^src/web/request\\.ts$", "^src/web/problem\\.ts$", "^src/platform/schema-words\\.ts$"];
/** What a program of the terminal needs of its machine. */
const onThisMachine = ["^src/platform/files\\.ts$"];
const browser = "^src/(web|features/[^/]+/web)/";

const downByImport = rooms.slice(0, -1).map((room, index) => ({
  name: `1-down-by-import-${room}`,
  comment: `Rooms stand in an order. ${room} cannot know ${rooms.slice(index + 1).join(", ")}: let them react to its events.`,
  severity: "error",
  from: { path: `^src/features/${room}/` },
  to: { path: `^src/features/(${rooms.slice(index + 1).join("|")})/` },
}));

module.exports = {
  forbidden: [
    ...downByImport,
    {
      name: "1-every-room-has-its-place",
      comment:
        "A folder in src/features that is missing in the order of .dependency-cruiser.cjs: give the room its place.",
      severity: "error",
      from: { path: "^src/features/[^/]+/", pathNot: `^src/features/(${rooms.join("|")})/` },
      to: {},
    },
    {
      name: "2-enter-by-the-door",
      comment:
        "Enter a room by its public.ts, contract.ts or web/public.tsx; only the files that put the rooms together see handlers and jobs.",
      severity: "error",
      from: { path: "^src/features/([^/]+)/" },
      to: {
        path: "^src/features/",
        pathNot: ["^src/features/$1/", "^src/features/[^/]+/(public\\.ts|contract\\.ts|web/public\\.tsx)$"],
      },
    },
    {
      name: "2-enter-by-the-door-from-outside",
      comment:
        "Enter a room by its public.ts, contract.ts or web/public.tsx; only the files that put the rooms together see handlers and jobs.",
      severity: "error",
      from: { path: "^src/", pathNot: ["^src/features/[^/]+/", composers] },
      to: { path: "^src/features/", pathNot: "^src/features/[^/]+/(public\\.ts|contract\\.ts|web/public\\.tsx)$" },
    },
    {
      name: "3-platform-knows-no-room",
      comment: "The platform and the kit of the web serve every room, so they know none: hand in what they need.",
      severity: "error",
      from: { path: "^src/(platform|web/ui)/" },
      to: { path: "^src/(features/|contract\\.ts|router\\.ts|main\\.ts)" },
    },
    {
      name: "4-a-contract-imports-schemas-only",
      comment:
        "A contract is a promise that everybody can read: it imports zod, the platform's contract and other contracts.",
      severity: "error",
      from: { path: contracts },
      to: {
        pathNot: [...contracts, "^node_modules/(zod|@orpc/contract)/"],
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "5-the-browser-stays-in-the-browser",
      comment: "What the browser loads imports no handler, query, job or platform: ask over the contract.",
      severity: "error",
      from: { path: browser },
      to: {
        path: [
          "^src/platform/",
          `^src/features/[^/]+/(handlers|queries|events|jobs|public)(\\.ts$|/)`,
          "^src/(router|main|settings|secrets)\\.ts$",
        ],
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "6-ideas-are-pure",
      comment:
        "A file named after an idea is pure: values and a now go in, values come out. Move what touches the world into a role file.",
      severity: "error",
      from: { path: "^src/features/[^/]+/[^/]+\\.ts$", pathNot: `^src/features/[^/]+/${roles}\\.ts$` },
      to: {
        path: [
          "^src/platform/",
          "^node_modules/(kysely|@orpc|pg|fastify)/",
          `^src/features/[^/]+/(contract|handlers|queries|events|jobs)(\\.ts$|/)`,
        ],
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "7-sql-stands-in-queries",
      comment: "Kysely is imported by queries.ts and platform/database only: give the question a name there.",
      severity: "error",
      from: { path: "^src/", pathNot: ["^src/features/[^/]+/queries(\\.ts$|/)", "^src/platform/database/"] },
      to: { path: "^node_modules/kysely/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "8-pages-compose",
      comment:
        "A page puts rooms' components together and holds no rule: it imports the web and rooms' web/public.tsx.",
      severity: "error",
      from: { path: "^src/web/pages/" },
      to: {
        path: "^src/",
        pathNot: ["^src/web/", "^src/features/[^/]+/web/public\\.tsx$"],
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "8-the-terminal-sees-the-contract",
      comment: "The terminal has no private door: it sees the contract and nothing behind it.",
      severity: "error",
      from: { path: "^src/cli/" },
      to: {
        path: "^src/",
        pathNot: ["^src/(cli|client)/", ...contracts, ...overHttp, ...onThisMachine],
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "8-an-assistant-sees-contract-and-router",
      comment: "Assistants have no private door: their tools are made from the contract and the router.",
      severity: "error",
      from: { path: "^src/mcp/" },
      to: {
        path: "^src/",
        pathNot: ["^src/(mcp|client)/", ...contracts, ...overHttp, "^src/router\\.ts$"],
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "8-a-client-asks-over-http",
      comment: "What the terminal and assistants share knows the contract and how to ask over HTTP, nothing behind it.",
      severity: "error",
      from: { path: "^src/client/" },
      to: {
        path: "^src/",
        pathNot: ["^src/client/", ...contracts, ...overHttp, ...onThisMachine],
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "9-no-circles",
      comment: "Two files that need each other are one idea or lack a third: find it.",
      severity: "error",
      from: {},
      // A page loaded when it is opened may name the list of pages that loads it.
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only", "dynamic-import"] } },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "\\.test\\.tsx?$" },
    tsPreCompilationDeps: "specify",
    tsConfig: { fileName: "tsconfig.json" },
    moduleSystems: ["es6"],
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"] },
  },
};
