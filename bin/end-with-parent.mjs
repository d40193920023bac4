// Loaded before a program that bin/setup.mjs runs: when that one is killed, ask ourselves to stop as a person would.
process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
process.channel?.unref();
