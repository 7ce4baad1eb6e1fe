// The independent wire harness's adapter for packages that this project generates.
//
// OURS_CMD      generates, with {spec} and {out}:
//               "npx specwright generate --input {spec} --name case --out {out}; test -f {out}/src/index.ts"
//               (the cases' documents have no summaries and the like, so that lint ends with 1)
// OURS_MODULES  a node_modules folder that holds openapi-fetch and zod
// OURS_VERSION  goes into the cache key, so that a rebuilt generator is run again
//
// It says only how the client is called. Each case is about one exchange, so that retries are off.
import { execSync } from 'node:child_process';
import { existsSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { baseUrl } from '../lib/adapter.mjs';

const { OURS_CMD, OURS_ENTRY = 'src/index.ts', OURS_MODULES, OURS_VERSION = '' } = process.env;
const shell = (s) => `'${s.replaceAll("'", `'\\''`)}'`;

/** A credential as the client takes it: text for keys and tokens, `{ username, password }` for basic. */
const credential = (c) => c.value ?? c.token ?? c;

export default {
  name: 'ours',
  cacheKey: `${OURS_CMD}|${OURS_ENTRY}|${OURS_VERSION}`,
  available: () => (OURS_CMD ? true : 'OURS_CMD is not set'),

  async generate({ specPath, outDir }) {
    execSync(OURS_CMD.replaceAll('{spec}', shell(specPath)).replaceAll('{out}', shell(outDir)), { stdio: ['ignore', 'pipe', 'pipe'], timeout: 60000 });
    if (OURS_MODULES && !existsSync(join(outDir, 'node_modules'))) symlinkSync(OURS_MODULES, join(outDir, 'node_modules'));
    writeFileSync(`${outDir}/wire-entry.ts`, `export * from './${OURS_ENTRY.replace(/\.ts$/, '.js')}';\n`);
    return `${outDir}/wire-entry.ts`;
  },

  async call({ mod, args, origin, signal }) {
    const { server = {} } = args;
    const base = baseUrl(args, origin);
    const client = mod.createCaseClient({
      retry: false,
      auth: Object.fromEntries(Object.entries(args.auth ?? {}).map(([scheme, c]) => [scheme, credential(c)])),
      ...(base === null ? {} : { baseUrl: base }),
      ...(server.documentUrl === undefined ? {} : { documentUrl: server.documentUrl }),
      ...(server.index === undefined && server.variables === undefined ? {} : { server: { index: server.index, variables: server.variables } }),
    });
    const given = {};
    for (const k of ['path', 'query', 'header', 'cookie', 'contentType']) if (args[k] !== undefined) given[k] = args[k];
    if ('body' in args) given.body = args.body;
    const result = await client.call('callCase', given, { signal, ...(args.accept === undefined ? {} : { accept: args.accept }) });
    return { branch: result.ok ? 'ok' : 'error', data: result.data, error: result.error, status: result.status, headers: result.response.headers };
  },

  // A status that the document does not declare, and a body that cannot be read, reject with the status and what came.
  thrown(error) {
    if (!(error instanceof Error) || !('status' in error)) return undefined;
    return { branch: 'error', thrown: error, status: error.status, error: error.body ?? error.text, headers: error.response.headers };
  },
};
