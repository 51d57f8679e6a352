// Starts a server in the folder given, says so on a line, and stays until it is killed.
import { startEmbeddedPostgres } from './embedded-postgres.ts'

const folder = process.argv[2] ?? ''
const server = await startEmbeddedPostgres({ folder, fast: true })
process.stdout.write(`${JSON.stringify(server.connection)}\n`)
setInterval(() => {}, 1_000)
