/**
 * The program for working on it: one address, where the web reloads in the browser and the server starts again when its
 * code changes. Vite listens on PORT and passes what is not the web on to the server on the next port.
 */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { createServer } from "vite";
import { StartRefused } from "../src/platform/start-refused.ts";
import { loadSettings } from "../src/settings.ts";
import { passedOn } from "./passed-on.ts";

const home = join(import.meta.dirname, "..");
const { host, port } = readPlace();
const behind = { ...process.env, PORT: String(port + 1), PUBLIC_ADDRESS: `http://${host}:${port}` };

const web = await createServer({
  configFile: join(home, "vite.config.ts"),
  server: {
    host,
    port,
    strictPort: true,
    proxy: { [passedOn]: `http://127.0.0.1:${port + 1}` },
  },
});
await web.listen();
const server = spawn(process.execPath, ["--watch", "--watch-preserve-output", join(home, "src/main.ts")], {
  env: behind,
  stdio: "inherit",
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => server.kill(signal));
server.on("exit", async (code) => {
  await web.close();
  process.exit(code ?? 0);
});

function readPlace() {
  try {
    return loadSettings();
  } catch (error) {
    if (!(error instanceof StartRefused)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}
