// Loaded before the program when a launcher with an older Node started it.
// When the launcher is gone, the program stops as if asked to; after a while it ends by itself.
if (process.env.OOGMERK_FOLLOWS === String(process.ppid) && process.channel) {
  const patience = 10_000 // milliseconds
  process.once('disconnect', () => {
    setTimeout(() => process.exit(1), patience).unref()
    process.kill(process.pid, 'SIGTERM')
  })
  // The channel alone must not keep a finished program alive.
  process.channel.unref()
}
// Not for the programs that this program starts.
delete process.env.OOGMERK_FOLLOWS
