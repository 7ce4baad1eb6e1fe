#!/usr/bin/env node
import { setFlagsFromString } from "node:v8";
import { main, processIo } from "../dist/cli.js";

// Before Node 22, V8 optimizes whatever was busy for a moment, on threads beside ours: for a program that ends after seconds this
// costs a quarter of all processor time and gains none. Asked for later, it optimizes the few functions that are worth it. And it
// collects young garbage on four threads at once, which spend as much on one another as they save. (The V8 of Node 22 counts
// another way, and does well by itself.)
if (Number.parseInt(process.versions.node, 10) < 22) setFlagsFromString("--interrupt-budget=4000000 --no-parallel-scavenge");

process.exitCode = await main(process.argv.slice(2), processIo());
// Ended by hand once all is said: otherwise node takes its heap down piece by piece first, a fortieth of a large run.
process.stdout.write("", () => process.stderr.write("", () => process.exit()));
