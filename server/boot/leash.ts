/**
 * Ties a process to the launcher that started it: if the launcher is killed, its channel closes and this process
 * ends with 143, as after SIGTERM.
 *
 * @returns lets go in good order: the process then ends by itself, with its own exit code
 */
export function followLauncher(): () => void {
  const leave = () => process.exit(143);
  process.once("disconnect", leave);
  return () => {
    // Closing the channel from this side is announced as "disconnect" here too.
    process.off("disconnect", leave);
    if (process.connected) process.disconnect();
  };
}
