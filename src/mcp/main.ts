/** Serves an assistant over stdio: the contract as tools, asked over HTTP with the person's own token. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Server as McpServer } from "@modelcontextprotocol/sdk/server/index.js";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import {
  CallToolRequestSchema,
  type CallToolResult,
  ListToolsRequestSchema,
  type Tool as ToolTold,
} from "@modelcontextprotocol/sdk/types.js";
import { linesOf } from "../client/problem-words.ts";
import { type Server, serverAt } from "../client/server.ts";
import { findWhere, NotSignedIn } from "../client/where.ts";
import { Problem } from "../web/problem.ts";
import type { Input, Tool } from "./tool.ts";
import { toolsFor } from "./tools.ts";

const instructions =
  "Throughline holds an organisation's line from its vision over imperatives, objectives and key results to what each person does this week. " +
  "Progress and status are decided by rules from check-ins; confidence is a person's own word. Everything is seen and done with the rights of the person whose token this is.";

/** Speaks MCP on stdin and stdout until they close; `--all` offers every operation. Sets exit code 3 when not signed in. */
export async function serveAssistant(args: string[]): Promise<void> {
  try {
    const server = serverAt({ ...findWhere(), via: "mcp" });
    await assistantServer(toolsFor({ all: args.includes("--all") }), server).connect(new StdioServerTransport());
  } catch (error) {
    if (!(error instanceof NotSignedIn)) throw error;
    console.error(error.message);
    process.exitCode = 3;
  }
}

function assistantServer(tools: readonly Tool[], server: Server): McpServer {
  const mcp = new McpServer(
    { name: "throughline", title: "Throughline", version: versionHere() },
    { capabilities: { tools: {} }, instructions },
  );
  mcp.setRequestHandler(ListToolsRequestSchema, () => ({ tools: tools.map(told) }));
  mcp.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
    const tool = tools.find(({ name }) => name === params.name);
    if (!tool) return failure([`There is no tool ${params.name}.`]);
    return use(tool, params.arguments ?? {}, server);
  });
  return mcp;
}

async function use(tool: Tool, input: Input, server: Server): Promise<CallToolResult> {
  try {
    const answer = await tool.run(input, server);
    return { content: [{ type: "text", text: JSON.stringify(answer ?? null) }] };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return failure([
      ...linesOf(error),
      ...(error.status === 401 ? ["The token has ended: throughline sign-in, then start this again."] : []),
    ]);
  }
}

function failure(lines: readonly string[]): CallToolResult {
  return { isError: true, content: [{ type: "text", text: lines.join("\n") }] };
}

function told({ name, title, description, schema, readOnly, destructive }: Tool): ToolTold {
  return {
    name,
    title,
    description,
    inputSchema: schema as ToolTold["inputSchema"],
    annotations: {
      title,
      readOnlyHint: readOnly,
      destructiveHint: destructive,
      idempotentHint: readOnly,
      openWorldHint: false,
    },
  };
}

function versionHere(): string {
  return JSON.parse(readFileSync(join(import.meta.dirname, "../../package.json"), "utf8")).version;
}
